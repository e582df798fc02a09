//! The result for all roles at once: a sentence to repeat, and the roles, best first.

use yew::prelude::*;

use super::export::export;
use super::other_roles::role_list;
use super::print_view::print_view;
use super::result_parts::{actions, go_on, not_checked, to_answers};
use super::review_notice::review_notice;
use super::save_on_device::save_on_device;
use super::section_head::section_head;
use crate::app::components::{HeadingLevel, glossary, heading};
use crate::app::{CheckerContext, PageText};
use crate::copy::{fill, text};
use crate::journey::Outlook;
use crate::rules::Outcome;

/// The result page of all roles.
pub fn all_roles_result_page(checker: &CheckerContext) -> Html {
    let state = &*checker.state;
    let text = PageText::default();
    let outlooks = state.outlooks();
    html! {
        <>
            { to_answers(&text) }
            { heading(HeadingLevel::Screen, text.get("result.title.all")) }
            <p class="ec-lead">{ text.show(lead(&outlooks)) }</p>
            { review_notice(&text, state) }
            { go_on(&text, state) }
            { section_head(&text, HeadingLevel::Section, "result.all.list", "result.all.list.lead") }
            { role_list(&text, &outlooks) }
            { actions(&text, state) }
            { export(&text, checker) }
            { save_on_device(&text, state) }
            <section class="ec-after">{ not_checked(&text, state) }</section>
            { glossary(&text) }
            { print_view(state) }
        </>
    }
}

/// Says how many roles are met, and for how many that is not sure.
pub fn lead(outlooks: &[Outlook]) -> String {
    let of = |outcome: Option<Outcome>| outlooks.iter().filter(move |one| one.verdict.outcome() == outcome);
    let all = outlooks.len().to_string();
    let mut sentences: Vec<String> = Vec::new();
    let mut count = |key: &str, outcome: Option<Outcome>| {
        let number = of(outcome).count();
        if number > 0 {
            sentences.push(fill(key, &[("number", &number.to_string()), ("all", &all)]));
        }
    };
    count("result.all.met", Some(Outcome::Met));
    count("result.all.judgement", Some(Outcome::Judgement));
    count("result.all.unanswered", None);
    if outlooks.iter().any(|one| one.verdict.pending) {
        sentences.push(text("result.all.pending").to_string());
    }
    if of(Some(Outcome::NotMet)).count() == outlooks.len() {
        sentences.extend(["result.all.none", "result.all.none.next"].map(|key| text(key).to_string()));
    }
    sentences.join(" ")
}
