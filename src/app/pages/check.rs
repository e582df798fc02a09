//! All the answers, each with a way to change it.

use yew::prelude::*;

use super::came::came;
use super::device::save;
use super::question::said_by;
use super::{Page, words_about};
use crate::app::components::{Look, offer_words};
use crate::app::markup::{all, english, h2, heading, p, say, tag, words, wrap};
use crate::copy::{fill, find, text};
use crate::journey::{Action, Answer, Input, Kind, Part, Question, QuestionId, Screen, State};
use crate::letters::capital;
use crate::rules::{Section, Subject};

/// Check answers.
pub fn check(page: &Page) -> Html {
    let open = page.state.walk().next.is_some();
    let mut parts = vec![
        page.button(Look::Link, say("back"), Action::Back),
        heading(say("check.title")),
        p(say(if open { "check.open" } else { "check.lead" })),
    ];
    parts.insert(2, came(page.state.came()));
    parts.extend(groups(page.state).iter().map(|group| group.show(page)));
    parts.push(additions(page));
    let mut actions = Vec::new();
    if open {
        actions.push(page.button(Look::Main, say("check.go-on"), Action::Begin));
    }
    let see = if open { Look::Quiet } else { Look::Main };
    actions.push(page.button(see, say("check.see"), Action::Show(Screen::Result)));
    parts.push(tag("div", "ec-actions", actions));
    parts.push(save(page));
    all(parts)
}

/// The same in few lines, for what is kept; nothing where nothing is answered.
pub(super) fn answers(page: &Page) -> Html {
    let groups = groups(page.state);
    if groups.is_empty() {
        return Html::default();
    }
    all([
        h2(say("check.yours")),
        tag("ul", "ec-answers", groups.iter().map(|group| group.line(page)).collect::<Vec<_>>()),
    ])
}

/// The questions about one thing.
struct Group {
    title: String,
    entry: Option<(Section, u8)>,
    questions: Vec<QuestionId>,
}

/// The questions answered, put together by what they are about.
fn groups(state: &State) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for &id in &state.walk().path {
        if matches!(id, QuestionId::More(..)) {
            continue;
        }
        let title = title(id);
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.questions.push(id),
            None => groups.push(Group { title, entry: id.entry(), questions: vec![id] }),
        }
    }
    groups
}

fn title(id: QuestionId) -> String {
    match id {
        QuestionId::Stage => text("check.stage").to_string(),
        QuestionId::Gcse(_) => text("check.gcse").to_string(),
        QuestionId::Held(section, index, _) | QuestionId::More(section, index) => {
            fill(&format!("check.{}", section.key()), &[("number", &(u16::from(index) + 1).to_string())])
        }
    }
}

impl Group {
    fn show(&self, page: &Page) -> Html {
        let mut title = vec![h2(words(self.title.clone()))];
        let held = |(section, index): (Section, u8)| {
            page.state.walk().profile.section(section).is_some_and(|held| usize::from(index) < held.len())
        };
        if let Some((section, index)) = self.entry.filter(|&entry| held(entry)) {
            let said = words_about(text("remove"), &self.title);
            title.push(page.button(Look::Link, said, Action::Remove(section, index)));
        }
        let rows: Vec<Html> = self.questions.iter().map(|&id| self.row(page, id)).collect();
        tag("section", "ec-summary", [tag("div", "ec-summary__title", title), tag("dl", "", rows)])
    }

    fn line(&self, page: &Page) -> Html {
        let mut parts = vec![tag("strong", "", [words(self.title.clone())])];
        for (place, &id) in self.questions.iter().enumerate() {
            let question = page.state.question(id);
            let name = [if place == 0 { ". " } else { "; " }, &name(&question), ": "].concat();
            parts.extend([words(name), value(page.state, &question)]);
        }
        tag("li", "", parts)
    }

    fn row(&self, page: &Page, id: QuestionId) -> Html {
        let question = page.state.question(id);
        let name = name(&question);
        let said = words_about(text("change"), &format!("{}: {name}", self.title));
        let parts = vec![
            wrap("dt", "", words(name)),
            wrap("dd", "", value(page.state, &question)),
            wrap("dd", "ec-summary__action", page.button(Look::Link, said, Action::Change(id))),
        ];
        tag("div", "ec-summary__row", parts)
    }
}

/// A way to add to each section that has something in it.
fn additions(page: &Page) -> Html {
    let held = |section: &Section| page.state.walk().profile.section(*section).is_some_and(|held| !held.is_empty());
    let add = |section: Section| {
        let said = say(&format!("check.add.{}", section.key()));
        wrap("li", "", page.button(Look::Link, said, Action::AddAnother(section)))
    };
    let sections = [Section::Level3, Section::Degree, Section::HigherDegree, Section::Professional];
    let items: Vec<Html> = sections.into_iter().filter(held).map(add).collect();
    if items.is_empty() { Html::default() } else { tag("ul", "ec-plain", items) }
}

fn name(question: &Question) -> String {
    let part = match question.id {
        QuestionId::Held(Section::Degree, _, Part::Result) => "result.degree",
        QuestionId::Held(_, _, Part::Award) => "award",
        QuestionId::Held(_, _, Part::Subject) => "subject",
        QuestionId::Held(_, _, Part::Status) => "status",
        QuestionId::Held(_, _, Part::Result) => "result",
        _ => question.key.trim_start_matches("question."),
    };
    find(&format!("label.{part}")).map_or_else(|| said_by(question, "title").unwrap_or_default(), str::to_string)
}

/// An answer in words.
fn value(state: &State, question: &Question) -> Html {
    let input = state.answer(question).unwrap_or_default();
    match &question.kind {
        Kind::Subject(_) => own_or_listed(state, question.id, &input),
        Kind::One(offers) | Kind::Many(offers) => {
            let chosen = offers.iter().filter(|offer| input.chosen.iter().any(|chosen| chosen == offer.value));
            let labels: Vec<Html> =
                chosen.flat_map(|offer| [words(", "), offer_words(&offer.label())]).skip(1).collect();
            all(labels)
        }
    }
}

/// A subject of the tables by its name; a person's own words marked as theirs.
fn own_or_listed(state: &State, id: QuestionId, input: &Input) -> Html {
    match state.given(id) {
        Some(Answer::Subject(Subject::Own(own))) => words(fill("check.own-words", &[("subject", own)])),
        _ => english(capital(&input.typed)),
    }
}
