//! Questions by name, and answers kept by question, so that any of them can be changed without losing the others.

use crate::rules::{Award, Mark, Section, Status, Subject};

/// A question, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionId {
    /// The highest level a person has, or is studying for.
    Stage,
    /// About GCSEs, the quick way.
    Gcse(GcsePart),
    /// About one qualification of another section.
    Held(Section, u8, Part),
    /// Whether there is another qualification after this one.
    More(Section, u8),
}

/// The questions about GCSEs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GcsePart {
    /// How many are in the range.
    Number,
    /// Which of the subjects asked for are among them.
    Including,
    /// Whether the results are in.
    Status,
}

/// The questions about one qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What it is.
    Award,
    /// What it is in.
    Subject,
    /// Whether the result is in.
    Status,
    /// Its grade or class.
    Result,
}

// The names of questions are append-only: addresses and saved sessions hold them.
const PARTS: [(Part, &str); 4] =
    [(Part::Award, "award"), (Part::Subject, "subject"), (Part::Status, "status"), (Part::Result, "result")];
const GCSE_PARTS: [(GcsePart, &str); 3] =
    [(GcsePart::Number, "number"), (GcsePart::Including, "including"), (GcsePart::Status, "status")];
/// The sections whose qualifications are asked for one at a time.
const ONE_BY_ONE: [(Section, &str); 4] = [
    (Section::Level3, "level-3"),
    (Section::Degree, "degree"),
    (Section::HigherDegree, "higher-degree"),
    (Section::Professional, "professional"),
];

fn name<T: PartialEq>(names: &[(T, &'static str)], one: T) -> &'static str {
    names.iter().find(|(known, _)| *known == one).map_or("", |(_, name)| name)
}

fn find<T: Copy>(names: &[(T, &str)], name: &str) -> Option<T> {
    names.iter().find(|(_, known)| *known == name).map(|(one, _)| *one)
}

impl QuestionId {
    /// The name in an address: `degree-1-result`, counted from 1.
    pub fn slug(self) -> String {
        match self {
            QuestionId::Stage => "stage".to_string(),
            QuestionId::Gcse(part) => format!("gcse-{}", name(&GCSE_PARTS, part)),
            QuestionId::Held(section, index, part) => {
                format!("{}-{}-{}", name(&ONE_BY_ONE, section), u16::from(index) + 1, name(&PARTS, part))
            }
            QuestionId::More(section, index) => format!("{}-{}-more", name(&ONE_BY_ONE, section), u16::from(index) + 1),
        }
    }

    /// The question of that name.
    pub fn from_slug(slug: &str) -> Option<QuestionId> {
        if slug == "stage" {
            return Some(QuestionId::Stage);
        }
        if let Some(part) = slug.strip_prefix("gcse-") {
            return find(&GCSE_PARTS, part).map(QuestionId::Gcse);
        }
        let (rest, part) = slug.rsplit_once('-')?;
        let (section, number) = rest.rsplit_once('-')?;
        let section = find(&ONE_BY_ONE, section)?;
        let index = number.parse::<u8>().ok()?.checked_sub(1)?;
        match part {
            "more" => Some(QuestionId::More(section, index)),
            part => Some(QuestionId::Held(section, index, find(&PARTS, part)?)),
        }
    }

    /// The qualification it is about.
    pub fn entry(self) -> Option<(Section, u8)> {
        match self {
            QuestionId::Held(section, index, _) | QuestionId::More(section, index) => Some((section, index)),
            QuestionId::Stage | QuestionId::Gcse(_) => None,
        }
    }

    /// The same question about another qualification of the section.
    pub fn at(self, index: u8) -> QuestionId {
        match self {
            QuestionId::Held(section, _, part) => QuestionId::Held(section, index, part),
            QuestionId::More(section, _) => QuestionId::More(section, index),
            id => id,
        }
    }
}

/// The highest level that a person has, or is studying for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// GCSEs and their like.
    Gcse,
    /// A levels and their like.
    Level3,
    /// A first degree.
    Degree,
    /// A degree after that.
    HigherDegree,
    /// Something else, or they do not know. Nothing follows from it.
    Other,
}

impl Stage {
    /// In the order they are offered.
    pub const ALL: [Stage; 5] = [Stage::Gcse, Stage::Level3, Stage::Degree, Stage::HigherDegree, Stage::Other];

    /// Its name as an option.
    pub fn id(self) -> &'static str {
        match self {
            Stage::Gcse => "gcse",
            Stage::Level3 => "level3",
            Stage::Degree => "degree",
            Stage::HigherDegree => "higherDegree",
            Stage::Other => "other",
        }
    }

    /// Whether it says that nothing is held in a section.
    pub fn rules_out(self, section: Section) -> bool {
        match self {
            // What a professional body confirms comes with a degree or after it.
            Stage::Gcse => section > Section::Gcse,
            Stage::Level3 => section > Section::Level3,
            Stage::Degree => section == Section::HigherDegree,
            Stage::HigherDegree | Stage::Other => false,
        }
    }
}

/// An answer that can also be "none" or "I'm not sure".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    /// This one.
    One(T),
    /// None at all.
    None,
    /// The person is not sure.
    NotSure,
}

/// An answer. Each question takes one kind of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To [`QuestionId::Stage`].
    Stage(Stage),
    /// How many GCSEs; the last number offered means "or more".
    Number(Choice<u16>),
    /// Which groups, by their place in the rule.
    Groups(Choice<Vec<usize>>),
    /// Which award.
    Award(Choice<Award>),
    /// What in; `None` is "I'm not sure".
    Subject(Option<Subject>),
    /// Whether the result is in.
    Status(Status),
    /// Which grade or class; `None` is "I'm not sure".
    Result(Option<Mark>),
    /// Whether there is another.
    More(bool),
}

/// Every answer given so far, those that no longer matter included; one a question.
///
/// A few dozen at most, so a list is searched as quickly as a tree and weighs the page less.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Vec<(QuestionId, Answer)>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, id: QuestionId) -> Option<&Answer> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, answer)| answer)
    }

    /// The questions answered, in the order in which they first were.
    pub fn ids(&self) -> impl Iterator<Item = QuestionId> {
        self.0.iter().map(|(id, _)| *id)
    }

    /// Answers a question, in place of what was answered before.
    pub fn set(&mut self, id: QuestionId, answer: Answer) {
        match self.0.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) => *known = answer,
            None => self.0.push((id, answer)),
        }
    }

    /// Keeps the answers to the questions that `rename` gives back, under the name it gives.
    pub fn keep(&mut self, rename: impl Fn(QuestionId) -> Option<QuestionId>) {
        self.0.retain_mut(|(id, _)| {
            rename(*id).is_some_and(|new| {
                *id = new;
                true
            })
        });
    }
}
