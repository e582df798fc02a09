//! All the answers, each with a way to change it.

use yew::prelude::*;

use super::answer_groups::{AnswerGroup, answer_groups};
use super::restore_notice::restore_notice;
use super::save_on_device::save_on_device;
use crate::app::components::{ButtonLook, HeadingLevel, button, glossary, heading};
use crate::app::{CheckerContext, PageText};
use crate::journey::{Move, QuestionId, Screen, State, UserAction};
use crate::rules::Section;

/// Check answers.
pub fn check_page(checker: &CheckerContext) -> Html {
    let state = &*checker.state;
    let text = PageText::default();
    let is_open = state.walk().next.is_some();
    let see_result = if is_open { ButtonLook::Quiet } else { ButtonLook::Main };
    html! {
        <>
            { button(ButtonLook::Link, Move::Back.into(), text.get("back")) }
            { heading(HeadingLevel::Screen, text.get("check.title")) }
            { restore_notice(&text, state) }
            <p>{ text.get(if is_open { "check.open" } else { "check.lead" }) }</p>
            for group in answer_groups(state) {
                { summary(&text, state, &group) }
            }
            { additions(&text, state) }
            <div class="ec-actions">
                if is_open {
                    { button(ButtonLook::Main, Move::Begin.into(), text.get("check.go-on")) }
                }
                { button(see_result, Move::Show(Screen::Result).into(), text.get("check.see")) }
            </div>
            { save_on_device(&text, state) }
            { glossary(&text) }
        </>
    }
}

/// Shows the answers about one thing, and a way to remove it where it is a qualification.
fn summary(text: &PageText, state: &State, group: &AnswerGroup) -> Html {
    html! {
        <section class="ec-summary">
            <div class="ec-summary__title">
                { heading(HeadingLevel::Section, text.show(group.title.clone())) }
                if let Some((section, index)) = group.held(state) {
                    { action(text, "remove", &group.title, Move::Remove(section, index)) }
                }
            </div>
            <dl>
                for &id in &group.questions {
                    { row(text, state, group, id) }
                }
            </dl>
        </section>
    }
}

fn row(text: &PageText, state: &State, group: &AnswerGroup, id: QuestionId) -> Html {
    let (name, answer) = group.answer(text, state, id);
    let about = format!("{}: {name}", group.title);
    html! {
        <div class="ec-summary__row">
            <dt>{ name }</dt>
            <dd>{ answer }</dd>
            <dd class="ec-summary__action">{ action(text, "change", &about, Move::Change(id)) }</dd>
        </div>
    }
}

/// Shows a button that means something only beside what it is about, which is there to be heard.
fn action(text: &PageText, key: &str, about: &str, action: impl Into<UserAction>) -> Html {
    let about = text.note(format!(" {about}"));
    html! {
        { button(ButtonLook::Link, (action.into()).into(), html! { <>{ text.get(key) }<span class="ec-hidden">{ about }</span></> }) }
    }
}

/// Offers to add to each section that has something in it.
fn additions(text: &PageText, state: &State) -> Html {
    let is_held = |section: &Section| state.walk().profile.section(*section).is_some_and(|held| !held.is_empty());
    let sections = [Section::Level3, Section::Degree, Section::HigherDegree, Section::Professional];
    let held: Vec<Section> = sections.into_iter().filter(is_held).collect();
    if held.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="ec-plain">
            for section in held {
                <li>
                    { button(ButtonLook::Link, Move::AddAnother(section).into(), text.get(&format!("check.add.{}", section.key()))) }
                </li>
            }
        </ul>
    }
}
