//! What a person holds or expects, as the rules see it.

use super::award::{Award, Class, Grade, Section};

/// A subject of the catalogue's tables, by its place among their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubjectId(pub u16);

/// The longest subject in a person's own words, in characters.
pub const MAX_SUBJECT: usize = 80;

/// What a qualification is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A subject of the tables.
    Listed(SubjectId),
    /// `other`, or a person's own words, kept as typed and never classified by guesswork.
    Own(Box<str>),
}

/// Whether the result is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The result is in.
    Awarded,
    /// Being studied, or a predicted result.
    Predicted,
}

impl Status {
    /// Both.
    pub const ALL: [Status; 2] = [Status::Awarded, Status::Predicted];

    /// The contract's name for it.
    pub fn id(self) -> &'static str {
        match self {
            Status::Awarded => "awarded",
            Status::Predicted => "predicted",
        }
    }
}

/// The result of a qualification: a class for a degree, a grade for the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The class of a degree.
    Class(Class),
    /// A grade on the award's own scale.
    Grade(Grade),
}

/// One qualification, or `count` of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualification {
    /// Which award.
    pub award: Award,
    /// What it is in; `None` is unanswered.
    pub subject: Option<Subject>,
    /// Its result; `None` is unanswered, or not asked for of this award.
    pub mark: Option<Mark>,
    /// Whether the result is in.
    pub status: Status,
    /// How many of the same kind (GCSEs only, else 1).
    pub count: u16,
}

impl Qualification {
    /// An awarded qualification of which only the award is known.
    pub fn new(award: Award) -> Qualification {
        Qualification { award, subject: None, mark: None, status: Status::Awarded, count: 1 }
    }

    /// The class, where it is a degree and has one.
    pub fn class(&self) -> Option<Class> {
        match self.mark {
            Some(Mark::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// Whether the grade passes; `None` where there is none yet.
    pub fn passes(&self) -> Option<bool> {
        match &self.mark {
            Some(Mark::Grade(grade)) => Some(grade.passes),
            _ => None,
        }
    }

    /// How many halves of a subject that is worth two GCSEs pass; `None` where there is no grade yet.
    pub fn halves(&self) -> Option<u16> {
        match &self.mark {
            Some(Mark::Grade(grade)) => Some(grade.halves.into()),
            _ => None,
        }
    }

    /// Whether the result is still only predicted.
    pub fn is_predicted(&self) -> bool {
        self.status == Status::Predicted
    }
}

/// A profile: for each section nothing (unanswered) or a list, of which the empty one says "none".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    sections: [Option<Vec<Qualification>>; Section::ALL.len()],
}

impl Profile {
    /// What is held in a section; `None` where it is unanswered.
    pub fn section(&self, section: Section) -> Option<&[Qualification]> {
        self.sections[section as usize].as_deref()
    }

    /// Answers a section.
    pub fn set(&mut self, section: Section, held: Vec<Qualification>) {
        self.sections[section as usize] = Some(held);
    }

    /// Adds to a section, which is then answered.
    pub fn add(&mut self, qualification: Qualification) {
        self.sections[qualification.award.section() as usize].get_or_insert_default().push(qualification);
    }

    /// One qualification, to change it in place.
    pub fn get_mut(&mut self, section: Section, index: usize) -> Option<&mut Qualification> {
        self.sections[section as usize].as_mut()?.get_mut(index)
    }
}
