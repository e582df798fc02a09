//! The start: what this is, what it does with answers, and one button.

use yew::prelude::*;

use super::saved_notice::saved_notice;
use super::skill_parts::of_role;
use super::source_line::source_line;
use crate::app::components::{Button, ButtonLook, HeadingLevel, glossary, heading};
use crate::app::fragments::bullets;
use crate::app::{CheckerContext, PageText, SharedWithHost};
use crate::catalogue::RolePack;
use crate::journey::{Move, Screen, State};
use crate::letters::uncapital;

/// The start of a role, or of all of them.
pub fn start_page(checker: &CheckerContext) -> Html {
    let text = PageText::default();
    let role = checker.state.role();
    html! {
        <>
            <Button look={ButtonLook::Link} action={Move::Show(Screen::Roles)} to="">{ text.get("start.other") }</Button>
            { role.map_or_else(|| all_roles(&text, &checker.state), |pack| one_role(&text, &checker.state, pack)) }
            <p>{ text.get("start.unsure") }</p>
            <p>{ text.get(privacy(checker.options.shared_with_host)) }</p>
            <p>{ text.get("start.limits") }</p>
            <Button look={ButtonLook::Main} action={Move::Begin} to="./q/stage">{ text.get("start.button") }</Button>
            if let Some(pack) = role {
                { source_line(&text, pack, "") }
            } else {
                <p class="ec-small">{ text.get("start.all.source") }</p>
            }
            { glossary(&text) }
        </>
    }
}

/// Returns the key of the sentence that says who is told the answers and the outcomes.
fn privacy(shared: SharedWithHost) -> &'static str {
    match shared {
        SharedWithHost::Nothing => "start.private",
        SharedWithHost::Outcomes => "start.private.outcomes",
        SharedWithHost::Answers => "start.private.answers",
    }
}

fn one_role(text: &PageText, state: &State, pack: &'static RolePack) -> Html {
    html! {
        <>
            { heading(HeadingLevel::Screen, text.fill("start.title", &[("role", &uncapital(pack.name))])) }
            { saved_notice(text, state) }
            <p class="ec-lead">
                { text.fill("start.lead", &[("role", pack.name), ("division", &uncapital(pack.division))]) }
            </p>
            { pack.opening.map(|words| text.quote(words)) }
            <p>{ text.get("start.what") }</p>
            { points(text, &["start.what.1", "start.what.2", "start.what.3", of_role("start.what.4", pack)]) }
        </>
    }
}

fn all_roles(text: &PageText, state: &State) -> Html {
    html! {
        <>
            { heading(HeadingLevel::Screen, text.get("start.all.title")) }
            { saved_notice(text, state) }
            <p class="ec-lead">{ text.count("start.all.lead", state.catalogue().roles.len()) }</p>
            <p>{ text.get("start.what") }</p>
            { points(text, &["start.all.what.1", "start.all.what.2", "start.all.what.3"]) }
        </>
    }
}

fn points(text: &PageText, keys: &[&str]) -> Html {
    bullets(keys.iter().map(|key| text.get(key)).collect())
}
