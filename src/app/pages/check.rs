//! All the answers, each with a way to change it.

use yew::prelude::*;

use super::question::words;
use super::{Page, heading, words_about};
use crate::app::components::Look;
use crate::copy::{capital, fill, find, text};
use crate::journey::{Action, Answer, Input, Kind, Part, Question, QuestionId, Screen, State};
use crate::rules::{Section, Subject};

/// Check answers.
pub fn check(page: &Page) -> Html {
    let state = page.state;
    let mut groups: Vec<(String, Option<(Section, u8)>, Vec<QuestionId>)> = Vec::new();
    for &id in &state.walk().path {
        if matches!(id, QuestionId::More(..)) {
            continue;
        }
        let title = group_title(id);
        match groups.last_mut().filter(|(last, ..)| *last == title) {
            Some((.., questions)) => questions.push(id),
            None => groups.push((title, id.entry(), vec![id])),
        }
    }
    let open = state.walk().next.is_some();
    html! {
        <>
            { page.button(Look::Link, text("back"), Action::Back) }
            { heading(text("check.title")) }
            <p>{ text(if open { "check.open" } else { "check.lead" }) }</p>
            { for groups.iter().map(|(title, entry, questions)| group(page, title, *entry, questions)) }
            { additions(page) }
            <div class="ec-actions">
                if open {
                    { page.button(Look::Main, text("check.go-on"), Action::Begin) }
                }
                { page.button(if open { Look::Quiet } else { Look::Main }, text("check.see"), Action::Show(Screen::Result)) }
            </div>
        </>
    }
}

fn group_title(id: QuestionId) -> String {
    match id {
        QuestionId::Stage => text("check.stage"),
        QuestionId::Gcse(_) => text("check.gcse"),
        QuestionId::Held(section, index, _) | QuestionId::More(section, index) => {
            fill(&format!("check.{}", section.key()), &[("number", &(u16::from(index) + 1).to_string())])
        }
    }
}

fn group(page: &Page, title: &str, entry: Option<(Section, u8)>, questions: &[QuestionId]) -> Html {
    let state = page.state;
    let held = |(section, index): (Section, u8)| {
        state.walk().profile.section(section).is_some_and(|held| usize::from(index) < held.len())
    };
    let row = |&id: &QuestionId| {
        let question = state.question(id);
        let label = label(&question);
        html! {
            <div key={id.slug()} class="ec-summary__row">
                <dt>{ label.clone() }</dt>
                <dd>{ value(state, &question) }</dd>
                <dd class="ec-summary__action">
                    { page.button(Look::Link, words_about(text("change"), &format!("{title}: {label}")), Action::Change(id)) }
                </dd>
            </div>
        }
    };
    html! {
        <section key={title.to_string()} class="ec-summary">
            <div class="ec-summary__title">
                <h2>{ title }</h2>
                if let Some((section, index)) = entry.filter(|&entry| held(entry)) {
                    { page.button(Look::Link, words_about(text("remove"), title), Action::Remove(section, index)) }
                }
            </div>
            <dl>{ for questions.iter().map(row) }</dl>
        </section>
    }
}

/// A way to add to each section that has something in it.
fn additions(page: &Page) -> Html {
    let held = |section: &&Section| page.state.walk().profile.section(**section).is_some_and(|held| !held.is_empty());
    let sections = [Section::Level3, Section::Degree, Section::HigherDegree];
    let add = |section: &Section| {
        html! {
            <li key={section.key()}>
                { page.button(Look::Link, text(&format!("check.add.{}", section.key())), Action::AddAnother(*section)) }
            </li>
        }
    };
    html! { <ul class="ec-plain">{ for sections.iter().filter(held).map(add) }</ul> }
}

fn label(question: &Question) -> String {
    let part = match question.id {
        QuestionId::Held(Section::Degree, _, Part::Result) => "result.degree",
        QuestionId::Held(_, _, Part::Award) => "award",
        QuestionId::Held(_, _, Part::Subject) => "subject",
        QuestionId::Held(_, _, Part::Status) => "status",
        QuestionId::Held(_, _, Part::Result) => "result",
        _ => question.key.trim_start_matches("question."),
    };
    find(&format!("label.{part}")).map_or_else(|| words(question, "title").unwrap_or_default(), str::to_string)
}

/// An answer in words.
fn value(state: &State, question: &Question) -> String {
    let input = state.answer(question).unwrap_or_default();
    match &question.kind {
        Kind::Subject(_) => own_or_listed(state, question.id, &input),
        Kind::One(offers) | Kind::Many(offers) => {
            let chosen = offers.iter().filter(|offer| input.chosen.contains(&offer.value));
            let labels: Vec<String> = chosen.map(|offer| text(&offer.label)).collect();
            labels.join(", ")
        }
    }
}

/// A subject of the tables by its name; a person's own words marked as theirs.
fn own_or_listed(state: &State, id: QuestionId, input: &Input) -> String {
    match state.given(id) {
        Some(Answer::Subject(Subject::Own(words))) => fill("check.own-words", &[("subject", words)]),
        _ => capital(&input.typed),
    }
}
