//! The parts that all groups of the skills page are made of.

use yew::prelude::*;

use crate::app::PageText;
use crate::app::components::{HeadingLevel, details, heading};
use crate::catalogue::{Claim, RolePack};
use crate::copy::{self, fill};
use crate::journey::State;
use crate::letters::uncapital;

/// Shows what belongs together, under its name.
pub fn group(name: Html, parts: Html) -> Html {
    html! {
        <fieldset class="ec-group">
            <legend>{ heading(HeadingLevel::Section, name) }</legend>
            { parts }
        </fieldset>
    }
}

/// Says how many of these are ticked.
pub fn count(text: &PageText, state: &State, key: &str, claims: &[&Claim]) -> Html {
    counted(text, key, claims.iter().filter(|claim| state.is_ticked(claim.id)).count(), claims.len())
}

/// Says how many of so many are done.
pub fn counted(text: &PageText, key: &str, done: usize, all: usize) -> Html {
    html! { <p class="ec-count">{ text.fill(key, &[("done", &done.to_string()), ("all", &all.to_string())]) }</p> }
}

/// Shows the page's words, once they are opened.
pub fn page_words(text: &PageText, words: &str) -> Html {
    details(text.note(copy::text("skills.quote")), text.quote(words))
}

/// Returns the heading of the skills of a role.
pub fn title(pack: &RolePack) -> String {
    fill(of_role("skills.title", pack), &[("role", &uncapital(pack.name))])
}

/// Returns the key of a sentence about the skills of a role. A role whose skills are not listed here has the values alone.
pub fn of_role(key: &'static str, pack: &RolePack) -> &'static str {
    match (key, pack.skills.is_empty()) {
        ("skills.title", true) => "skills.title.values",
        ("skills.lead", true) => "skills.lead.values",
        ("result.skills", true) => "result.skills.values",
        ("start.what.4", true) => "start.what.4.values",
        (key, _) => key,
    }
}
