//! The answers in words, put together by what they are about.

use yew::prelude::*;

use super::question::{option_label, question_text};
use crate::app::PageText;
use crate::copy;
use crate::journey::{Answer, Input, Kind, Part, Question, QuestionId, State, not_sure};
use crate::letters::capital;
use crate::rules::{Section, Subject};

/// The questions about one thing.
pub struct AnswerGroup {
    /// What it is.
    pub title: String,
    /// Which qualification it is, if it is one.
    entry: Option<(Section, u8)>,
    /// The questions that are answered.
    pub questions: Vec<QuestionId>,
}

/// Returns the questions answered, put together by what they are about.
pub fn answer_groups(state: &State) -> Vec<AnswerGroup> {
    let mut groups: Vec<AnswerGroup> = Vec::new();
    for &id in &state.walk().path {
        if matches!(id, QuestionId::More(..)) {
            continue;
        }
        let title = title(id);
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.questions.push(id),
            None => groups.push(AnswerGroup { title, entry: id.entry(), questions: vec![id] }),
        }
    }
    groups
}

fn title(id: QuestionId) -> String {
    match id {
        QuestionId::Stage => copy::text("check.stage").to_string(),
        QuestionId::Gcse(_) => copy::text("check.gcse").to_string(),
        QuestionId::Held(section, index, _) | QuestionId::More(section, index) => {
            copy::fill(&format!("check.{}", section.key()), &[("number", &(u16::from(index) + 1).to_string())])
        }
    }
}

impl AnswerGroup {
    /// Returns the qualification it is about, if that is held.
    pub fn held(&self, state: &State) -> Option<(Section, u8)> {
        self.entry.filter(|&(section, index)| {
            state.walk().profile.section(section).is_some_and(|held| usize::from(index) < held.len())
        })
    }

    /// Returns the short name of a question and its answer in words.
    pub fn answer(&self, text: &PageText, state: &State, id: QuestionId) -> (String, Html) {
        let question = state.question(id);
        (text.note(name(state, &question)), value(text, state, &question))
    }

    /// Shows all of it in one line.
    pub fn line(&self, text: &PageText, state: &State) -> Html {
        html! {
            <li>
                <strong>{ text.show(self.title.clone()) }</strong>
                for (index, &id) in self.questions.iter().enumerate() {
                    { self.phrase(text, state, index, id) }
                }
            </li>
        }
    }

    fn phrase(&self, text: &PageText, state: &State, index: usize, id: QuestionId) -> Html {
        let (name, answer) = self.answer(text, state, id);
        let before = if index == 0 { ". " } else { "; " };
        html! { <>{ [before, &name, ": "].concat() }{ answer }</> }
    }
}

fn name(state: &State, question: &Question) -> String {
    let part = match question.id {
        QuestionId::Held(Section::Degree, _, Part::Result) => "result.degree",
        QuestionId::Held(_, _, Part::Award) => "award",
        QuestionId::Held(_, _, Part::Subject) => "subject",
        QuestionId::Held(_, _, Part::Status) => "status",
        QuestionId::Held(_, _, Part::Result) => "result",
        _ => question.key.trim_start_matches("question."),
    };
    let label = copy::find(&format!("label.{part}")).map(str::to_string);
    label.or_else(|| question_text(state, question, "title")).unwrap_or_default()
}

fn value(text: &PageText, state: &State, question: &Question) -> Html {
    let input = state.answer(question).unwrap_or_default();
    match &question.kind {
        Kind::Subject(_) => subject(text, state, question.id, &input),
        Kind::One(offers) | Kind::Many(offers) => {
            let chosen = offers.iter().filter(|offer| input.chosen.iter().any(|chosen| chosen == offer.value));
            let labels = chosen.map(|offer| option_label(text, &offer.label()));
            labels.flat_map(|label| [Html::from(", "), label]).skip(1).collect()
        }
    }
}

/// Returns a subject of the tables by its name; a person's own words marked as theirs.
fn subject(text: &PageText, state: &State, id: QuestionId, input: &Input) -> Html {
    match state.given(id) {
        Some(Answer::Subject(Some(Subject::Own(own)))) => text.fill("check.own-words", &[("subject", own)]),
        Some(Answer::Subject(None)) => option_label(text, &not_sure().label()),
        _ => text.english(capital(&input.typed)),
    }
}
