//! What goes with a result on paper and in copies, and is on pages of its own otherwise: the answers and the skills.

use yew::prelude::*;

use super::answer_groups::answer_groups;
use super::claim::written_example;
use super::skill_parts::{count, title};
use crate::app::PageText;
use crate::app::components::{HeadingLevel, heading};
use crate::catalogue::{Claim, RolePack};
use crate::journey::State;
use crate::letters::capital;

/// Shows the answers, and for one role the skills to show. Nothing can be opened on paper, so no word is explained.
pub fn print_view(state: &State) -> Html {
    let text = PageText::default();
    let groups = answer_groups(state);
    html! {
        <div class="ec-paper">
            <section class="ec-after">
                if !groups.is_empty() {
                    { heading(HeadingLevel::Section, text.get("check.yours")) }
                    <ul class="ec-answers">{ for groups.iter().map(|group| group.line(&text, state)) }</ul>
                }
            </section>
            if let Some(pack) = state.role() {
                <section class="ec-after">{ skills(&text, state, pack) }</section>
            }
        </div>
    }
}

/// Lists everything to show: the box as it is ticked, and what was written.
fn skills(text: &PageText, state: &State, pack: &RolePack) -> Html {
    let claims: Vec<&Claim> = pack.skills.iter().flat_map(|group| &group.claims).collect();
    html! {
        <>
            { heading(HeadingLevel::Section, text.show(title(pack))) }
            if !claims.is_empty() {
                { count(text, state, "skills.count", &claims) }
                { list(text, state, &claims) }
            }
            if let Some(skills) = &pack.conditional_skills {
                <p>{ text.english(format!("{}.", skills.group)) }</p>
                { list(text, state, &skills.claims.iter().collect::<Vec<_>>()) }
            }
            { heading(HeadingLevel::Part, text.get("skills.values")) }
            <ul class="ec-boxes ec-boxes--short">
                for value in &state.catalogue().common.values {
                    <li>{ boxed(state.has_value(value.id), text.english(capital(value.name))) }</li>
                }
            </ul>
            if !pack.duties.is_empty() {
                { heading(HeadingLevel::Part, text.get("skills.duties")) }
                { list(text, state, &pack.duties.iter().collect::<Vec<_>>()) }
            }
        </>
    }
}

fn list(text: &PageText, state: &State, claims: &[&Claim]) -> Html {
    html! {
        <ul class="ec-boxes">
            for claim in claims {
                <li>
                    { boxed(state.is_ticked(claim.id), text.english(claim.text)) }
                    { written_example(text, state, claim) }
                </li>
            }
        </ul>
    }
}

/// Shows a box and what it is for. In a copy the box is letters; on paper it is drawn.
fn boxed(is_ticked: bool, words: Html) -> Html {
    let (class, mark) = if is_ticked { ("ec-box ec-box--ticked", "[x]") } else { ("ec-box", "[ ]") };
    html! { <><span {class}>{ mark }</span>{ " " }{ words }</> }
}
