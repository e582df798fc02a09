//! What the answers come to so far, beside the questions: the routes and what they ask for, or how many roles.
//!
//! It follows the answers in silence: no live region, and never the focus. Where there is room it stands open at the
//! side; on a narrow screen it is a line that opens (`styles/components/so-far.css`).

use yew::prelude::*;

use super::all_roles_result;
use crate::app::components::{Heading, HeadingLevel, glossary, route_map};
use crate::app::{PageText, use_checker};
use crate::catalogue::RolePack;
use crate::copy::{count, text};
use crate::journey::{Line, Screen, State, line};
use crate::rules::{Verdict, evaluate};

/// Returns whether a screen keeps room for the panel.
pub fn has_progress_panel(state: &State) -> bool {
    matches!(state.screen(), Screen::Question(_) | Screen::Check)
}

/// What the answers come to so far; nothing before the first.
#[component]
pub fn ProgressPanel() -> Html {
    let checker = use_checker();
    let state = &*checker.state;
    if !has_progress_panel(state) || state.walk().path.is_empty() {
        return Html::default();
    }
    let inside = PageText::default();
    let (title, verdicts, shown) = match state.role() {
        Some(pack) => one_role(&inside, state, pack),
        None => all_roles(&inside, state),
    };
    html! {
        <aside class="ec-so-far" aria-labelledby="ec-so-far">
            <Heading level={HeadingLevel::Section} id="ec-so-far">{ title }</Heading>
            <details class="ec-details">
                <summary>{ format!("{title}: {}", summary(&verdicts)) }</summary>
                { shown }
                { glossary(&inside) }
            </details>
        </aside>
    }
}

/// Shows the routes in the order of the role: one that moved at an answer would be lost from sight.
fn one_role(inside: &PageText, state: &State, pack: &RolePack) -> (&'static str, Vec<Verdict>, Html) {
    let evaluation = evaluate(&pack.rules, &state.walk().profile);
    let lines: Vec<Line> = (0..pack.routes.len()).map(|route| line(pack, &evaluation, route)).collect();
    (text("so-far.title"), lines.iter().map(|line| line.verdict).collect(), route_map(inside, &lines))
}

fn all_roles(inside: &PageText, state: &State) -> (&'static str, Vec<Verdict>, Html) {
    let outlooks = state.outlooks();
    let verdicts = outlooks.iter().map(|one| one.verdict).collect();
    let lead = inside.show(all_roles_result::lead(&outlooks));
    (text("so-far.title.all"), verdicts, html! { <p>{ lead }</p> })
}

/// Returns "1 met, 2 not answered yet": best first.
fn summary(verdicts: &[Verdict]) -> String {
    let of = |id: &str| verdicts.iter().filter(|verdict| verdict.id() == id).count();
    let parts = ["met", "judgement", "unanswered", "not-met"].into_iter().filter(|id| of(id) > 0);
    parts.map(|id| count(&format!("so-far.{id}"), of(id), &[])).collect::<Vec<_>>().join(", ")
}
