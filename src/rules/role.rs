//! A checked role: what its routes ask for, as tables from an answer to an outcome.
//!
//! These types cannot say a bad state; `catalogue` makes them from packs and checks everything once.

use super::award::{AWARD_COUNT, Award, Class, Section};
use super::outcome::Outcome;
use super::profile::{Qualification, Subject, SubjectId};
use super::source::Source;

/// A role and the routes into it.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its id in the contract.
    pub id: &'static str,
    /// Its routes. Of two with the same outcome the first comes first.
    pub routes: Vec<Route>,
}

impl Role {
    /// Returns every requirement of the role, in the order of its routes.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.routes.iter().flat_map(Route::requirements)
    }
}

/// A way into the role, open where one of its pathways is.
#[derive(Clone, Debug)]
pub struct Route {
    /// Its id in the contract.
    pub id: &'static str,
    /// Its pathways.
    pub pathways: Vec<Pathway>,
    /// Further texts that a person needs to know of. They never change an outcome.
    pub cautions: Vec<Caution>,
}

impl Route {
    /// Returns every requirement of the route, in the order of its pathways.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.pathways.iter().flat_map(|pathway| &pathway.requirements)
    }
}

/// One way to satisfy a route: all its requirements.
#[derive(Clone, Debug)]
pub struct Pathway {
    /// Its id in the contract.
    pub id: &'static str,
    /// What it asks for.
    pub requirements: Vec<Requirement>,
}

/// One requirement and the words it rests on.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// Its id in the contract.
    pub id: &'static str,
    /// What it asks for.
    pub rule: Rule,
    /// The words for the whole of it.
    pub source: Source,
    /// The words for one of its tests, where they are to be had apart.
    pub clauses: Vec<(Test, Source)>,
    /// The words that name the subjects accepted most often, for a subject that is met because it is one of them.
    pub named: Option<Source>,
    /// Who decides where the words leave it open, as it stands in a sentence; empty where the pack does not say.
    pub decider: &'static str,
}

impl Requirement {
    /// The pool that its qualifications usually come from, where it asks for some.
    pub fn usual(&self) -> Option<&Pool> {
        let Rule::Holds { pools, .. } = &self.rule else { return None };
        pools.first()
    }
}

/// The tests that one qualification is put to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Is it an award of the right kind?
    Award,
    /// Is the result good enough?
    Result,
    /// Is it in the right subject?
    Subject,
}

impl Test {
    /// In the order they are put.
    pub const ALL: [Test; 3] = [Test::Award, Test::Result, Test::Subject];

    /// Its name in packs and in the copy deck.
    pub fn id(self) -> &'static str {
        match self {
            Test::Award => "award",
            Test::Result => "result",
            Test::Subject => "subject",
        }
    }
}

/// What a requirement asks for.
#[derive(Clone, Debug)]
pub enum Rule {
    /// So many qualifications that pass the tests of one of the pools. Where more than one is asked for and they are
    /// asked for their subjects, each subject counts once.
    Holds {
        /// How many.
        needs: usize,
        /// How many are enough for a person to judge; 0 where too few are not met.
        judged_from: usize,
        /// Where they may come from. The first is the usual one.
        pools: Vec<Pool>,
    },
    /// Level 3 awards that add up to a size.
    Size {
        /// The size asked for, in tenths of an A level.
        needs: u32,
        /// The size of each award.
        worth: Box<[Worth; AWARD_COUNT]>,
    },
    /// A range of GCSEs at the pass grade: none is not met, all of this is met, between them a person judges.
    Range(Range),
    /// Something that no qualification shows, so a person always decides.
    Judged {
        /// What, in plain words about a person.
        because: &'static str,
    },
}

/// A range of GCSEs.
#[derive(Clone, Debug)]
pub struct Range {
    /// How many in all.
    pub number: u16,
    /// Which subjects must be among them; no subject is in two groups.
    pub including: Vec<SubjectGroup>,
    /// The subjects that are worth two GCSEs.
    pub doubles: Vec<SubjectId>,
}

/// Subjects that count as one ("a science").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectGroup {
    /// Its id: `english-language`, `mathematics`, `science`.
    pub id: &'static str,
    /// The subjects in it.
    pub subjects: Vec<SubjectId>,
}

impl SubjectGroup {
    /// Whether a subject belongs to it.
    pub fn has(&self, subject: &Subject) -> bool {
        matches!(subject, Subject::Listed(id) if self.subjects.contains(id))
    }
}

/// The size of an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It is not of this level.
    Nothing,
    /// Tenths of an A level.
    Tenths(u32),
    /// Of this level, but a person has to say how large.
    Unknown,
}

impl Worth {
    /// The size in tenths of an A level, as far as it is known.
    pub fn tenths(self) -> u32 {
        if let Worth::Tenths(tenths) = self { tenths } else { 0 }
    }
}

/// Qualifications of one section and the tests they are put to.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The section they stand in.
    pub section: Section,
    /// What each award counts as; an award that is `None` does not belong to the pool.
    pub awards: [Option<Outcome>; AWARD_COUNT],
    /// The test of the result.
    pub result: ResultTest,
    /// The test of the subject, if there is one.
    pub subject: Option<SubjectTest>,
}

impl Pool {
    /// What the award counts as here.
    pub fn award(&self, award: Award) -> Outcome {
        self.awards[award.index()].unwrap_or(Outcome::NotMet)
    }

    /// Whether one of these qualifications is of an award that counts or may count here, whatever its subject and result.
    pub fn has_award_of(&self, held: &[Qualification]) -> bool {
        held.iter().any(|held| self.award(held.award) > Outcome::NotMet)
    }
}

/// The test of a result.
#[derive(Clone, Debug)]
pub enum ResultTest {
    /// No result is asked for.
    None,
    /// A pass.
    Pass,
    /// A class, by table.
    Class {
        /// What each class counts as.
        outcomes: [Outcome; Class::ALL.len()],
        /// Awards whose class does not translate: a judgement, whatever it is.
        judged: Vec<Award>,
    },
}

/// The test of a subject: its standing in a scheme, and what each standing counts as.
#[derive(Clone, Debug)]
pub struct SubjectTest {
    /// The standing of each subject of the tables.
    pub standings: std::sync::Arc<[Standing]>,
    /// What each standing counts as.
    pub outcomes: [Outcome; Standing::ALL.len()],
    /// Subjects that count as something else than their standing says.
    pub apart: Vec<(SubjectId, Outcome)>,
}

impl SubjectTest {
    /// The standing of a subject.
    pub fn standing(&self, subject: &Subject) -> Standing {
        match subject {
            Subject::Listed(id) => self.standings.get(usize::from(id.0)).copied().unwrap_or(Standing::Unlisted),
            Subject::Own(_) => Standing::Unlisted,
        }
    }

    /// What the subject counts as.
    pub fn outcome(&self, subject: &Subject) -> Outcome {
        let apart = self.apart.iter().find(|(id, _)| *subject == Subject::Listed(*id));
        apart.map_or_else(|| self.outcomes[self.standing(subject) as usize], |(_, outcome)| *outcome)
    }

    /// Everything that a subject can count as.
    pub fn possible(&self) -> impl Iterator<Item = Outcome> {
        self.outcomes.iter().copied().chain(self.apart.iter().map(|(_, outcome)| *outcome))
    }
}

/// What a subject is to a division (the first five), or to the question "is it a science?" at level 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Named by the page among the degrees most often accepted.
    Named,
    /// A pure or applied science, or close to one: relevance has to be shown.
    Science,
    /// A science that another division names among those most often accepted.
    Elsewhere,
    /// An umbrella title: its content decides.
    Mixed,
    /// Not a science on its face.
    Outside,
    /// Level 3: biology, human biology, chemistry, physics.
    Certain,
    /// Level 3: the science titles of BTECs, T Levels and Access courses.
    Course,
    /// Level 3: a science to some universities and not to others.
    Usual,
    /// Level 3: not a science.
    No,
    /// In no list, or in a person's own words.
    Unlisted,
}

impl Standing {
    /// What a degree subject can be to a division.
    pub const OF_DEGREES: [Standing; 5] =
        [Standing::Named, Standing::Science, Standing::Elsewhere, Standing::Mixed, Standing::Outside];
    /// What a level 3 subject can be as a science.
    pub const OF_LEVEL_3: [Standing; 4] = [Standing::Certain, Standing::Course, Standing::Usual, Standing::No];

    /// In the order of the enum.
    pub const ALL: [Standing; 10] = [
        Standing::Named,
        Standing::Science,
        Standing::Elsewhere,
        Standing::Mixed,
        Standing::Outside,
        Standing::Certain,
        Standing::Course,
        Standing::Usual,
        Standing::No,
        Standing::Unlisted,
    ];

    /// Its name in packs and in the copy deck.
    pub fn id(self) -> &'static str {
        match self {
            Standing::Named => "named",
            Standing::Science => "science",
            Standing::Elsewhere => "elsewhere",
            Standing::Mixed => "mixed",
            Standing::Outside => "outside",
            Standing::Certain => "certain",
            Standing::Course => "course",
            Standing::Usual => "usual",
            Standing::No => "no",
            Standing::Unlisted => "unlisted",
        }
    }
}

/// A further text, of the page or later than it, and whom it concerns.
#[derive(Clone, Debug)]
pub struct Caution {
    /// In plain words.
    pub text: &'static str,
    /// Whom it concerns.
    pub when: When,
    /// Where it stands.
    pub source: Source,
}

/// Whom a caution concerns: a person with one qualification that fits every part given; with no part, everybody.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// One of these awards.
    pub awards: Vec<Award>,
    /// One of these subjects.
    pub subjects: Vec<SubjectId>,
    /// One of these classes.
    pub classes: Vec<Class>,
    /// Of this status.
    pub status: Option<super::profile::Status>,
}
