//! The route map: one drawing made of words in a list and of pieces of line beside them, so that the words wrap, zoom
//! and print like any others, and say all that is drawn.
//!
//! Each row draws its mark, and the piece of line from there to the next mark as what comes next is drawn.

use yew::prelude::*;

use super::{HeadingLevel, heading};
use crate::app::PageText;
use crate::copy;
use crate::journey::{Line, Stop};
use crate::letters::{capital, uncapital};
use crate::rules::{Outcome, Verdict};

/// Draws where a person is, and from there a line for each route.
pub fn route_map(text: &PageText, lines: &[Line]) -> Html {
    html! {
        <div class="ec-map">
            <p class="ec-map__row ec-map__here">
                { rail("ec-map__trunk", "") }
                { mark("M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z") }
                { text.get("map.here") }
            </p>
            <ul class="ec-map__lines">{ for lines.iter().map(|line| route_line(text, line)) }</ul>
        </div>
    }
}

fn route_line(text: &PageText, line: &Line) -> Html {
    let end = class(line.verdict);
    // What comes after the head, and after each stop.
    let mut next = line.stops.iter().map(|stop| class(stop.verdict)).chain([end]);
    let first = next.next().unwrap_or(end);
    html! {
        <li class="ec-map__line">
            { rail("ec-map__trunk", "") }
            <div class="ec-map__row ec-map__head">
                { curve("ec-map__branch", "0 0 48 24", "M12 0C12 14 36 10 36 24") }
                { rail("ec-map__rail", first) }
                { heading(HeadingLevel::Part, html! { <>{ text.english(capital(line.name)) }{ " " }{ state(text, line.verdict) }</> }) }
                if !line.way.is_empty() {
                    <p class="ec-small">{ text.english(line.way) }</p>
                }
            </div>
            { for line.others.iter().map(|other| siding(text, other, first)) }
            <ol class="ec-map__stops">
                { for line.stops.iter().zip(next).map(|(stop, next)| station(text, stop, next)) }
                { terminus(text, line) }
            </ol>
        </li>
    }
}

fn station(text: &PageText, stop: &Stop, next: &'static str) -> Html {
    html! {
        <li class="ec-map__row">
            { rail("ec-map__rail", next) }
            <span class={class(stop.verdict)}>{ shape(stop.verdict) }</span>
            { text.english(stop.name) }
            { " " }
            { state(text, stop.verdict) }
        </li>
    }
}

/// Draws another pathway of the route as a branch that is not followed.
fn siding(text: &PageText, other: &Stop, through: &'static str) -> Html {
    html! {
        <p class="ec-map__row ec-map__other">
            { rail("ec-map__rail", through) }
            <span class={class(other.verdict)}>
                { curve("ec-map__siding", "0 0 24 24", "M0-4C0 6 4 12 12 12") }
                { shape(other.verdict) }
            </span>
            { text.fill("map.other", &[("way", &uncapital(other.name))]) }
            { " " }
            { state(text, other.verdict) }
        </p>
    }
}

fn terminus(text: &PageText, line: &Line) -> Html {
    html! {
        <li class="ec-map__row ec-map__job">
            <span class={class(line.verdict)}>
                { mark("M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z") }
            </span>
            { text.fill("map.job", &[("job", line.job)]) }
        </li>
    }
}

/// Says how something stands.
fn state(text: &PageText, verdict: Verdict) -> Html {
    let mut words = copy::text(&format!("state.{}", verdict.id())).to_string();
    if verdict.pending {
        words += copy::text(&format!("state.pending.{}", verdict.id()));
    }
    html! { <span class="ec-map__state"><span class={class(verdict)}>{ text.show(words) }</span></span> }
}

/// Returns the class of what stands so: its colour, and how its line and its mark are drawn.
fn class(verdict: Verdict) -> &'static str {
    match verdict.outcome() {
        Some(Outcome::Met) => "ec-map--met",
        Some(Outcome::Judgement) => "ec-map--judgement",
        Some(Outcome::NotMet) => "ec-map--not-met",
        None => "ec-map--unanswered",
    }
}

/// Draws a tick in a circle, a person in a diamond, a bar in a square, dots in a ring.
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

/// Draws a mark, about a point in the middle of it.
fn mark(path: &'static str) -> Html {
    curve("ec-map__mark", "0 0 24 24", path)
}

/// Draws one path. Sixteen units are an em, so that strokes are as wide as those of [`rail`].
fn curve(class: &'static str, view_box: &'static str, path: &'static str) -> Html {
    html! { <svg {class} viewBox={view_box} aria-hidden="true" focusable="false"><path d={path} /></svg> }
}

/// Draws a line from the top of its drawing to the bottom, however long the words beside it are.
fn rail(class: &'static str, line: &'static str) -> Html {
    html! {
        <svg {class} aria-hidden="true" focusable="false">
            <line class={line} x1="50%" y1="0" x2="50%" y2="100%" />
        </svg>
    }
}
