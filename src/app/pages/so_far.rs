//! What the answers come to so far, beside the questions: the routes and what they ask for, or how many roles.
//!
//! It follows the answers in silence: no live region, and never the focus. Where there is room it stands open at the
//! side; on a narrow screen it is a line that opens (`styles/components/so-far.css`).

use yew::prelude::*;

use super::Page;
use super::everything;
use crate::app::components::{glossary, route_map};
use crate::app::markup::{all, element, h2_named, p, tag, words, wrap};
use crate::catalogue::RolePack;
use crate::copy::{count, text};
use crate::journey::{Line, Screen, State, line};
use crate::rules::{Verdict, evaluate};

/// Whether a screen keeps room for it.
pub fn has_room_beside(state: &State) -> bool {
    matches!(state.screen(), Screen::Question(_) | Screen::Check)
}

/// What the answers come to so far; nothing before the first.
pub fn so_far(page: &Page) -> Html {
    let state = page.state;
    let asks = matches!(state.screen(), Screen::Question(_) | Screen::Check);
    if !asks || state.walk().path.is_empty() {
        return Html::default();
    }
    let (title, verdicts, inside) = match state.role() {
        Some(pack) => of_role(state, pack),
        None => of_all(state),
    };
    let id = AttrValue::from("ec-so-far");
    let title = text(title);
    let heading = h2_named(id.clone(), words(title));
    let summary = wrap("summary", "", words(format!("{title}: {}", counts(&verdicts))));
    let said = glossary(&inside);
    let opened = tag("details", "ec-details", [summary, inside, said]);
    element("aside", &["class", "aria-labelledby"], &["ec-so-far".into(), id], all([heading, opened]))
}

/// The routes stay where they are in the role: one that moved at an answer would be lost from sight.
fn of_role(state: &State, pack: &RolePack) -> (&'static str, Vec<Verdict>, Html) {
    let evaluation = evaluate(&pack.rules, &state.walk().profile);
    let lines: Vec<Line> = (0..pack.routes.len()).map(|route| line(pack, &evaluation, route)).collect();
    ("so-far.title", lines.iter().map(|line| line.verdict).collect(), route_map(&lines))
}

fn of_all(state: &State) -> (&'static str, Vec<Verdict>, Html) {
    let outlooks = state.outlooks();
    let verdicts = outlooks.iter().map(|one| one.verdict).collect();
    ("so-far.title.all", verdicts, p(words(everything::lead(&outlooks))))
}

/// "1 met, 2 not answered yet": best first.
fn counts(verdicts: &[Verdict]) -> String {
    let of = |id: &str| verdicts.iter().filter(|verdict| verdict.id() == id).count();
    let said = ["met", "judgement", "unanswered", "not-met"].into_iter().filter(|id| of(id) > 0);
    said.map(|id| count(&format!("so-far.{id}"), of(id), &[])).collect::<Vec<_>>().join(", ")
}
