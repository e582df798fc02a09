//! The route map: one drawing made of words in a list and of pieces of line beside them, so that the words wrap, zoom
//! and print like any others, and say all that is drawn.
//!
//! Each row draws its mark, and the piece of line from there to the next mark in the manner of what comes next.

use yew::prelude::*;

use crate::app::markup::{all, element, english, h3, say, tag, words, wrap};
use crate::copy::{fill, text};
use crate::journey::{Line, Stop};
use crate::letters::{capital, uncapital};
use crate::rules::{Outcome, Verdict};

/// The map: where a person is, and from there a line for each route.
pub fn route_map(lines: &[Line]) -> Html {
    let here = [rail("ec-map__trunk", ""), mark("M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z"), say("map.here")];
    let lines = lines.iter().map(line).collect::<Vec<_>>();
    tag("div", "ec-map", [tag("p", "ec-map__row ec-map__here", here), tag("ul", "ec-map__lines", lines)])
}

fn line(line: &Line) -> Html {
    let end = manner(line.verdict);
    // What comes after the head, and after each stop.
    let mut next = line.stops.iter().map(|stop| manner(stop.verdict)).chain([end]);
    let first = next.next().unwrap_or(end);
    let title = [english(capital(line.name)), words(" "), state(line.verdict)];
    let from_trunk = curve("ec-map__branch", "0 0 48 24", "M12 0C12 14 36 10 36 24");
    let mut head = vec![from_trunk, rail("ec-map__rail", first), h3(all(title))];
    if !line.way.is_empty() {
        head.push(wrap("p", "ec-small", english(line.way)));
    }
    let mut parts = vec![rail("ec-map__trunk", ""), tag("div", "ec-map__row ec-map__head", head)];
    parts.extend(line.others.iter().map(|other| siding(other, first)));
    let mut stops: Vec<Html> = line.stops.iter().zip(next).map(|(stop, next)| station(stop, next)).collect();
    stops.push(terminus(line));
    parts.push(tag("ol", "ec-map__stops", stops));
    tag("li", "ec-map__line", parts)
}

fn station(stop: &Stop, next: &'static str) -> Html {
    let parts = [
        rail("ec-map__rail", next),
        wrap("span", manner(stop.verdict), shape(stop.verdict)),
        english(stop.name),
        words(" "),
        state(stop.verdict),
    ];
    tag("li", "ec-map__row", parts)
}

/// Another pathway of the route: told, and drawn as a branch that is not followed.
fn siding(other: &Stop, through: &'static str) -> Html {
    let said = fill("map.other", &[("way", &uncapital(other.name))]);
    let parts = [
        rail("ec-map__rail", through),
        tag(
            "span",
            manner(other.verdict),
            [curve("ec-map__siding", "0 0 24 24", "M0-4C0 6 4 12 12 12"), shape(other.verdict)],
        ),
        words(said),
        words(" "),
        state(other.verdict),
    ];
    tag("p", "ec-map__row ec-map__other", parts)
}

fn terminus(line: &Line) -> Html {
    let rings = "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z";
    let job = fill("map.job", &[("job", line.job)]);
    tag("li", "ec-map__row ec-map__job", [wrap("span", manner(line.verdict), mark(rings)), words(job)])
}

/// How something stands, in words.
fn state(verdict: Verdict) -> Html {
    let mut said = text(&format!("state.{}", verdict.id())).to_string();
    if verdict.pending {
        said += text(&format!("state.pending.{}", verdict.id()));
    }
    tag("span", "ec-map__state", [wrap("span", manner(verdict), words(said))])
}

/// The class of what stands so: its colour, and how its line and its mark are drawn.
fn manner(verdict: Verdict) -> &'static str {
    match verdict.outcome() {
        Some(Outcome::Met) => "ec-map--met",
        Some(Outcome::Judgement) => "ec-map--judgement",
        Some(Outcome::NotMet) => "ec-map--not-met",
        None => "ec-map--unanswered",
    }
}

/// A tick in a circle, a person in a diamond, a bar in a square, dots in a ring.
fn shape(verdict: Verdict) -> Html {
    mark(match verdict.outcome() {
        Some(Outcome::Met) => "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM7.5 12.5l3 3 6-6.5",
        Some(Outcome::Judgement) => {
            "M12 0.5L23.5 12 12 23.5 0.5 12zM12 7a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM8 16c0-4 8-4 8 0"
        }
        Some(Outcome::NotMet) => "M3 3h18v18h-18zM8 12h8",
        None => "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM7.5 12h0M12 12h0M16.5 12h0",
    })
}

/// A mark, about a point in the middle of it.
fn mark(path: &'static str) -> Html {
    curve("ec-map__mark", "0 0 24 24", path)
}

/// A drawing of one path. Sixteen units are an em, so that strokes are as wide as those of [`rail`].
fn curve(class: &'static str, view: &'static str, path: &'static str) -> Html {
    drawing(class, view, element("path", &["d"], &[path.into()], Html::default()))
}

/// A line from the top of its drawing to the bottom, however long the words beside it are.
fn rail(class: &'static str, manner: &'static str) -> Html {
    let ends = [manner.into(), "50%".into(), "0".into(), "50%".into(), "100%".into()];
    drawing(class, "", element("line", &["class", "x1", "y1", "x2", "y2"], &ends, Html::default()))
}

/// A piece of the drawing. Its size and place are in the style sheet; the words beside it say the same.
fn drawing(class: &'static str, view: &'static str, part: Html) -> Html {
    let values = [class.into(), view.into(), "true".into(), "false".into()];
    element("svg", &["class", "viewBox", "aria-hidden", "focusable"], &values, part)
}
