//! What a question offers, and how what a person put in is read.
//!
//! Labels are keys of the copy deck; this module holds no sentence.

use super::answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
use super::told::{awaits_gcses, range};
use crate::catalogue::Catalogue;
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::role::SubjectGroup;
use crate::rules::{Award, Class, Mark, Qualification, Role, Section, Status, Subject};

/// A question as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// The stem of its keys in the copy deck: `question.degree.result`, with `.predicted` or `.another` where that
    /// changes the words.
    pub key: String,
    /// The award it is about, once that is known.
    pub award: Option<Award>,
    /// What that award is in, where the question comes after its subject: it says of which one it asks.
    pub subject: Option<Subject>,
    /// How it is answered.
    pub kind: Kind,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One of these.
    One(Vec<Offer>),
    /// Any of these, or one of the last two: none of them, or not sure.
    Many(Vec<Offer>),
    /// A subject, from the tables of this section or in a person's own words.
    Subject(Section),
}

/// One thing to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its value, within the question.
    pub value: &'static str,
    /// Where the key of its label begins; empty where the label is no key (grades and numbers).
    stem: &'static str,
    /// The rest of that key, or the label itself.
    name: &'static str,
}

impl Offer {
    /// The key of its label, or the label itself.
    pub fn label(&self) -> String {
        [self.stem, self.name].concat()
    }
}

fn offer(value: &'static str, stem: &'static str, name: &'static str) -> Offer {
    Offer { value, stem, name }
}

const NONE: &str = "none";
const NOT_SURE: &str = "not-sure";

/// What a person put in.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Input {
    /// The values chosen.
    pub chosen: Vec<String>,
    /// The text typed.
    pub typed: String,
}

/// A question as it stands for what is held in that place. It offers the same for every role, so that its answer holds
/// for every role; `role` is only for one that is not of the catalogue.
pub fn question(
    catalogue: &Catalogue,
    role: &Role,
    id: QuestionId,
    answers: &Answers,
    held: Option<&Qualification>,
) -> Question {
    let range = || range(catalogue, role);
    let award = held.map(|held| held.award);
    let predicted = held.is_some_and(Qualification::is_predicted);
    let (key, kind) = match id {
        QuestionId::Stage => {
            let offers = Stage::ALL.map(|stage| offer(stage.id(), "option.stage.", stage.id()));
            ("question.stage".to_string(), Kind::One(offers.to_vec()))
        }
        QuestionId::Gcse(GcsePart::Number) => {
            let awaits = matches!(answers.get(QuestionId::Stage), Some(Answer::Stage(stage)) if awaits_gcses(*stage));
            let key = if awaits { "question.gcse.number.expected" } else { "question.gcse.number" };
            (key.to_string(), Kind::One(numbers(range().number)))
        }
        QuestionId::Gcse(GcsePart::Including) => {
            ("question.gcse.including".to_string(), Kind::Many(groups(&range().groups)))
        }
        QuestionId::Gcse(GcsePart::Status) => ("question.gcse.status".to_string(), Kind::One(statuses(Section::Gcse))),
        QuestionId::Held(section, index, part) => {
            let (name, kind) = match part {
                Part::Award => ("award", Kind::One(awards(section, index))),
                Part::Subject => ("subject", Kind::Subject(section)),
                Part::Status => ("status", Kind::One(statuses(section))),
                Part::Result => ("result", Kind::One(award.map_or(Vec::new(), results))),
            };
            let variant = match part {
                Part::Award if index > 0 => ".another",
                Part::Result if predicted => ".predicted",
                _ => "",
            };
            (format!("question.{}.{name}{variant}", section.key()), kind)
        }
        QuestionId::More(section, _) => (format!("question.{}.more", section.key()), Kind::One(yes_or_no())),
    };
    let comes_after = matches!(id, QuestionId::Held(_, _, Part::Status | Part::Result));
    let subject = held.filter(|_| comes_after).and_then(|held| held.subject.clone());
    Question { id, key, award, subject, kind }
}

/// "I'm not sure", which every question about a fact offers.
pub fn not_sure() -> Offer {
    offer(NOT_SURE, "option.", NOT_SURE)
}

/// The numbers that a rule can ask for.
const NUMBERS: [&str; 20] =
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];

/// From none to the most that a rule asks for, "or more".
fn numbers(most: u16) -> Vec<Offer> {
    let (fewer, enough) = NUMBERS.split_at(NUMBERS.len().min(usize::from(most.saturating_sub(1))));
    let mut offers = vec![offer(NONE, "option.gcse.", "none")];
    offers.extend(fewer.iter().map(|number| offer(number, "", number)));
    offers.extend(enough.first().map(|number| offer(number, "option.gcse.", "most")));
    offers.push(not_sure());
    offers
}

fn groups(groups: &[&SubjectGroup]) -> Vec<Offer> {
    let mut options: Vec<Offer> = groups.iter().map(|group| offer(group.id, "option.gcse.", group.id)).collect();
    options.push(offer(NONE, "option.gcse.", "none-of-these"));
    options.push(not_sure());
    options
}

fn awards(section: Section, index: u8) -> Vec<Offer> {
    // Those too that do not count for the role: people hold them and want to say so, and to another role they may count.
    let mut options: Vec<Offer> = Award::all(section).map(|award| offer(award.id(), "award.", award.id())).collect();
    options.push(offer(NONE, stem(section), if index == 0 { NONE } else { "no-other" }));
    options.push(not_sure());
    options
}

fn statuses(section: Section) -> Vec<Offer> {
    Status::ALL.map(|status| offer(status.id(), stem(section), status.id())).to_vec()
}

/// Where the keys of a section's own options begin.
fn stem(section: Section) -> &'static str {
    match section {
        Section::Gcse => "option.gcse.",
        Section::Level3 => "option.level3.",
        Section::Degree => "option.degree.",
        Section::HigherDegree => "option.higherDegree.",
        Section::Professional => "option.professional.",
    }
}

fn results(award: Award) -> Vec<Offer> {
    let mut options: Vec<Offer> = match award.section() {
        Section::Degree => Class::ALL.map(|class| offer(class.id(), "class.", class.id())).to_vec(),
        _ if award.grades().is_empty() => {
            ["pass", "fail"].map(|result| offer(result, "option.result.", result)).to_vec()
        }
        _ => award.grades().iter().map(|grade| offer(grade, "", grade)).collect(),
    };
    options.push(not_sure());
    options
}

fn yes_or_no() -> Vec<Offer> {
    ["yes", "no"].map(|answer| offer(answer, "option.", answer)).to_vec()
}

/// Reads what a person put in.
///
/// # Errors
/// The key of the message to show.
pub fn read(catalogue: &Catalogue, question: &Question, input: &Input) -> Result<Answer, String> {
    let error = |what: &str| format!("{}.{what}", question.key);
    match &question.kind {
        Kind::Subject(section) => {
            let typed = input.typed.split_whitespace().collect::<Vec<_>>().join(" ");
            let not_sure = input.chosen.iter().any(|chosen| chosen == NOT_SURE);
            match (typed.chars().count(), not_sure) {
                (0, true) => Ok(Answer::Subject(None)),
                (1..=MAX_SUBJECT, false) => Ok(Answer::Subject(Some(subject(catalogue, *section, &typed)))),
                (0, false) | (_, true) => Err(error("error")),
                _ => Err("error.subject.long".to_string()),
            }
        }
        Kind::Many(options) => {
            let offered = |value: &&String| options.iter().any(|option| option.value == **value);
            let chosen: Vec<&str> = input.chosen.iter().filter(offered).map(String::as_str).collect();
            match chosen.as_slice() {
                [] => Err(error("error")),
                [NONE] => Ok(Answer::Groups(Choice::None)),
                [NOT_SURE] => Ok(Answer::Groups(Choice::NotSure)),
                chosen if chosen.contains(&NONE) || chosen.contains(&NOT_SURE) => Err(error("error.both")),
                chosen => {
                    let place = |option: &Offer| chosen.contains(&option.value);
                    let places = options.iter().enumerate().filter(|(_, option)| place(option)).map(|(place, _)| place);
                    Ok(Answer::Groups(Choice::One(places.collect())))
                }
            }
        }
        Kind::One(options) => {
            let chosen =
                options.iter().find(|option| input.chosen.first().is_some_and(|chosen| chosen == option.value));
            chosen.and_then(|option| one(question, option.value)).ok_or_else(|| error("error"))
        }
    }
}

/// A subject of the tables, where the text names one; a person's own words where it does not.
fn subject(catalogue: &Catalogue, section: Section, typed: &str) -> Subject {
    match catalogue.subjects.read(section, typed).subject {
        listed @ Subject::Listed(_) => listed,
        own => catalogue.subjects.named(section, typed).map_or(own, Subject::Listed),
    }
}

fn one(question: &Question, value: &str) -> Option<Answer> {
    let choice = |one: fn(&str, Section) -> Option<Award>, section| match value {
        NONE => Some(Choice::None),
        NOT_SURE => Some(Choice::NotSure),
        value => one(value, section).map(Choice::One),
    };
    Some(match question.id {
        QuestionId::Stage => Answer::Stage(Stage::ALL.into_iter().find(|stage| stage.id() == value)?),
        QuestionId::Gcse(GcsePart::Number) => Answer::Number(match value {
            NONE => Choice::One(0),
            NOT_SURE => Choice::NotSure,
            number => Choice::One(number.parse().ok()?),
        }),
        QuestionId::Held(section, _, Part::Award) => {
            Answer::Award(choice(|id, section| Award::find(section, id), section)?)
        }
        QuestionId::Gcse(GcsePart::Status) | QuestionId::Held(_, _, Part::Status) => {
            Answer::Status(if value == "predicted" { Status::Predicted } else { Status::Awarded })
        }
        QuestionId::Held(_, _, Part::Result) if value == NOT_SURE => Answer::Result(None),
        QuestionId::Held(_, _, Part::Result) => Answer::Result(Some(mark(question.award?, value)?)),
        QuestionId::More(..) => Answer::More(value == "yes"),
        QuestionId::Gcse(GcsePart::Including) | QuestionId::Held(_, _, Part::Subject) => return None,
    })
}

fn mark(award: Award, value: &str) -> Option<Mark> {
    if award.section() == Section::Degree {
        return Class::find(value).map(Mark::Class);
    }
    // Where an award has no list of grades, a pass or a fail is all that matters.
    let passed = match (award.grades().is_empty(), value, award.id()) {
        (true, "fail", "ib-diploma") => "23",
        (true, "pass", "ib-diploma") => "24",
        (true, "fail", _) => "U",
        _ => value,
    };
    award.grade(passed).map(Mark::Grade)
}

/// What a person put in to give this answer, so that it can be shown again.
pub fn input(catalogue: &Catalogue, question: &Question, answer: &Answer) -> Input {
    let value = match answer {
        Answer::Subject(Some(subject)) => {
            return Input { typed: catalogue.subjects.name(subject).to_string(), ..Input::default() };
        }
        Answer::Groups(Choice::One(places)) => {
            let Kind::Many(options) = &question.kind else { return Input::default() };
            let chosen = places.iter().filter_map(|&place| options.get(place)).map(|option| option.value.to_string());
            return Input { chosen: chosen.collect(), ..Input::default() };
        }
        Answer::Stage(stage) => stage.id().to_string(),
        Answer::Number(Choice::One(0)) | Answer::Groups(Choice::None) => NONE.to_string(),
        Answer::Number(Choice::One(number)) => number.to_string(),
        Answer::Award(Choice::One(award)) => award.id().to_string(),
        Answer::Number(Choice::None) | Answer::Award(Choice::None) => NONE.to_string(),
        Answer::Number(Choice::NotSure) | Answer::Groups(_) | Answer::Award(Choice::NotSure) => NOT_SURE.to_string(),
        Answer::Subject(None) | Answer::Result(None) => NOT_SURE.to_string(),
        Answer::Status(Status::Awarded) => "awarded".to_string(),
        Answer::Status(Status::Predicted) => "predicted".to_string(),
        Answer::Result(Some(Mark::Class(class))) => class.id().to_string(),
        Answer::Result(Some(Mark::Grade(grade))) if question.award.is_some_and(|award| award.grades().is_empty()) => {
            if grade.passes {
                "pass".to_string()
            } else {
                "fail".to_string()
            }
        }
        Answer::Result(Some(Mark::Grade(grade))) => grade.text.to_string(),
        Answer::More(more) => if *more { "yes" } else { "no" }.to_string(),
    };
    Input { chosen: vec![value], ..Input::default() }
}
