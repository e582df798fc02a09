//! The parts that the result of a role and that of all roles have in common.

use yew::prelude::*;

use super::section_head::section_head;
use super::skill_parts::of_role;
use crate::app::PageText;
use crate::app::components::{Button, ButtonLook, HeadingLevel};
use crate::app::fragments::bullets;
use crate::journey::{Move, Screen, State};

/// Offers the way back to the answers.
pub fn to_answers(text: &PageText) -> Html {
    html! {
        <Button look={ButtonLook::Link} action={Move::Show(Screen::Check)}>{ text.get("result.answers") }</Button>
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
                <Button look={ButtonLook::Main} action={Move::Begin}>{ text.get("check.go-on") }</Button>
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
                <Button look={skills} action={Move::Show(Screen::Skills)}>{ text.get(of_role("result.skills", pack)) }</Button>
            }
            if state.is_from_all() {
                <Button look={ButtonLook::Quiet} action={Move::Show(Screen::Check)}>{ text.get("result.answers") }</Button>
            }
            <Button look={ButtonLook::Quiet} action={Move::Show(Screen::Restart)}>{ text.get("result.again") }</Button>
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
