//! The parts that the result of a role and that of all roles have in common.

use yew::prelude::*;

use super::section_head::section_head;
use super::skill_parts::of_role;
use crate::app::PageText;
use crate::app::components::{ButtonLook, HeadingLevel, button};
use crate::app::fragments::bullets;
use crate::journey::{Move, Screen, State};

/// Offers the way back to the answers.
pub fn to_answers(text: &PageText) -> Html {
    html! {
        { button(ButtonLook::Link, Move::Show(Screen::Check).into(), text.get("result.answers")) }
    }
}

/// Says that questions are left, where some are, and offers the way on.
pub fn go_on(text: &PageText, state: &State) -> Html {
    if state.walk().next.is_none() {
        return Html::default();
    }
    html! {
        <>
            <p>{ text.get("check.open") }</p>
            <div class="ec-actions">
                { button(ButtonLook::Main, Move::Begin.into(), text.get("check.go-on")) }
            </div>
        </>
    }
}

/// Offers what to do with a result.
pub fn actions(text: &PageText, state: &State) -> Html {
    let skills = if state.walk().next.is_some() { ButtonLook::Quiet } else { ButtonLook::Main };
    html! {
        <div class="ec-actions">
            if let Some(pack) = state.role() {
                { button(skills, Move::Show(Screen::Skills).into(), text.get(of_role("result.skills", pack))) }
            }
            if state.is_from_all() {
                { button(ButtonLook::Quiet, Move::Show(Screen::Check).into(), text.get("result.answers")) }
            }
            { button(ButtonLook::Quiet, Move::Show(Screen::Restart).into(), text.get("result.again")) }
        </div>
    }
}

/// Says what was not checked.
pub fn not_checked(text: &PageText, state: &State) -> Html {
    html! {
        <>
            { section_head(text, HeadingLevel::Section, "result.not-checked", "result.not-checked.lead") }
            { bullets(state.catalogue().common.not_checked.iter().map(|line| text.english(*line)).collect()) }
        </>
    }
}
