//! The walk: the questions that were answered, and the next one worth asking for a role.
//!
//! It starts anew each time from all the answers. So an answer that a change made meaningless is passed over but not
//! lost, and a question that a change, or another role, made needed is asked.

use super::answers::{Answers, GcsePart, Part, QuestionId};
use super::told::{End, ONE_BY_ONE, Told, awaits_gcses, told};
use crate::catalogue::Catalogue;
use crate::rules::advise::{Fact, counts, fact_open, more_could_help, open_sections};
use crate::rules::{Evaluation, Profile, Qualification, Role, Section, evaluate};

/// The most qualifications that are asked for in one section.
const MOST: usize = 20;

/// Where the answers lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// The questions answered, in the order they were.
    pub path: Vec<QuestionId>,
    /// The next question; `None` when nothing worth asking is left.
    pub next: Option<QuestionId>,
    /// What the answers say. It does not depend on the role.
    pub profile: Profile,
}

/// Walks through the questions of a role.
pub fn walk(catalogue: &Catalogue, role: &Role, answers: &Answers) -> Walk {
    let told = told(catalogue, role, answers);
    let evaluation = evaluate(role, &told.profile);
    let next = Asking { role, told: &told, evaluation: &evaluation }.next();
    Walk { path: answers.ids().filter(|id| told.has(*id)).collect(), next, profile: told.profile }
}

/// What is asked for a role.
struct Asking<'a> {
    role: &'a Role,
    told: &'a Told,
    evaluation: &'a Evaluation,
}

impl Asking<'_> {
    fn next(&self) -> Option<QuestionId> {
        if self.told.stage.is_none() {
            return Some(QuestionId::Stage);
        }
        let begun = || ONE_BY_ONE.into_iter().find_map(|section| self.next_of_section(section));
        self.next_gcse().or_else(begun).or_else(|| self.begin())
    }

    /// The first question of the section that decides most.
    fn begin(&self) -> Option<QuestionId> {
        let first = |section: Section| match section {
            Section::Gcse => QuestionId::Gcse(GcsePart::Number),
            section => QuestionId::Held(section, 0, Part::Award),
        };
        let open = open_sections(self.role, &self.told.profile, self.evaluation);
        open.into_iter().map(first).find(|id| !self.told.has(*id))
    }

    /// What is still to be asked about GCSEs that have been begun.
    fn next_gcse(&self) -> Option<QuestionId> {
        let stage = self.told.stage.filter(|_| self.told.gcses > 0)?;
        let held = self.told.profile.section(Section::Gcse)?;
        let including = QuestionId::Gcse(GcsePart::Including);
        let open = |held: &Qualification| fact_open(self.role, self.evaluation, held, Fact::Subject);
        if !self.told.has(including) && held.iter().any(open) {
            return Some(including);
        }
        let status = QuestionId::Gcse(GcsePart::Status);
        (awaits_gcses(stage) && !self.told.has(status)).then_some(status)
    }

    /// What is still to be asked about a section that has been begun.
    fn next_of_section(&self, section: Section) -> Option<QuestionId> {
        let held = self.told.profile.section(section)?;
        for (index, one) in (0..u8::MAX).zip(held) {
            let asked = |part: &Part| self.told.has(QuestionId::Held(section, index, *part));
            let part = order(section).into_iter().find(|part| !asked(part) && self.worth_asking(*part, one));
            if let Some(part) = part {
                return Some(QuestionId::Held(section, index, part));
            }
        }
        let number = u8::try_from(held.len()).ok()?;
        match self.told.end(section) {
            End::Another => Some(QuestionId::Held(section, number, Part::Award)),
            End::Open if held.len() < MOST && more_could_help(self.role, &self.told.profile, section) => {
                Some(QuestionId::More(section, number.checked_sub(1)?))
            }
            End::Open | End::Closed => None,
        }
    }

    fn worth_asking(&self, part: Part, held: &Qualification) -> bool {
        // A person who does not know which award it is can say little else of it.
        if !held.award.is_known() {
            return false;
        }
        match part {
            Part::Award => false,
            // A registration is there or it is not.
            Part::Status => held.award.section() != Section::Professional && counts(self.role, held.award),
            Part::Result => fact_open(self.role, self.evaluation, held, Fact::Result),
            Part::Subject => fact_open(self.role, self.evaluation, held, Fact::Subject),
        }
    }
}

/// Most deciding first: a class ends more than a subject does, and at level 3 a subject more than a grade.
fn order(section: Section) -> [Part; 3] {
    match section {
        Section::Degree => [Part::Status, Part::Result, Part::Subject],
        _ => [Part::Subject, Part::Status, Part::Result],
    }
}
