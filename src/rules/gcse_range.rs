//! GCSEs in the range, each subject counted once (contract 1.1).
//!
//! A subject taken again counts once, at its best grade. A subject that is worth two GCSEs counts for each half that is in
//! the range. A `count` stands for different subjects, so it says nothing of a subject that is named.

use super::award::Section;
use super::lens::Lens;
use super::outcome::{Bounds, Outcome};
use super::profile::{Profile, Qualification, Subject, SubjectId};
use super::role::{Range, SubjectGroup};

/// The bounds of a requirement of GCSEs.
pub(super) fn bounds(range: &Range, profile: &Profile, lens: Lens) -> Bounds {
    let Some(held) = profile.section(Section::Gcse) else {
        return Bounds::OPEN;
    };
    let seen = || held.iter().filter(|held| lens.sees(held));
    let low = Counted::new(range, seen().filter(|held| held.passes() == Some(true)));
    let high = Counted::new(range, seen().filter(|held| held.passes() != Some(false)));
    Bounds { low: low.lowest(range), high: high.highest(range) }
}

/// How many GCSEs are in the range for certain, each subject once; `doubles` are the subjects that are worth two.
pub fn gcses_in_range(doubles: &[SubjectId], held: &[Qualification]) -> u16 {
    in_range(&Range { number: 0, including: Vec::new(), doubles: doubles.to_vec() }, held).least()
}

/// The GCSEs that are in the range for certain.
pub(super) fn in_range<'a>(range: &'a Range, held: &[Qualification]) -> Counted<'a> {
    Counted::new(range, held.iter().filter(|held| held.passes() == Some(true)))
}

/// GCSEs that are all taken to be in the range, counted.
pub(super) struct Counted<'a> {
    /// The subjects of the tables, each with how many GCSEs it is worth.
    subjects: Vec<(SubjectId, u16)>,
    /// How many others have a subject.
    others: u16,
    /// The entries without a subject.
    without_subject: Vec<WithoutSubject>,
    /// The groups that no known subject belongs to.
    pub(super) missing: Vec<&'a SubjectGroup>,
    /// The subjects that are worth two.
    doubles: &'a [SubjectId],
}

/// An entry without a subject.
struct WithoutSubject {
    /// How many different subjects it stands for.
    count: u16,
    /// How many GCSEs its grade is worth in a subject that is worth two.
    halves: u16,
}

impl<'a> Counted<'a> {
    fn new<'b>(range: &'a Range, held: impl Iterator<Item = &'b Qualification>) -> Counted<'a> {
        let mut counted = Counted {
            subjects: Vec::new(),
            others: 0,
            without_subject: Vec::new(),
            missing: Vec::new(),
            doubles: &range.doubles,
        };
        for one in held {
            match &one.subject {
                Some(Subject::Listed(id)) => {
                    let worth = if range.doubles.contains(id) { halves(one) } else { 1 };
                    match counted.subjects.iter_mut().find(|(known, _)| known == id) {
                        Some((_, known)) => *known = worth.max(*known),
                        None => counted.subjects.push((*id, worth)),
                    }
                }
                Some(Subject::Own(_)) => counted.others = counted.others.saturating_add(one.count),
                None => counted.without_subject.push(WithoutSubject { count: one.count, halves: halves(one) }),
            }
        }
        let covered = |group: &SubjectGroup| counted.subjects.iter().any(|(id, _)| group.subjects.contains(id));
        counted.missing = range.including.iter().filter(|group| !covered(group)).collect();
        counted
    }

    /// The least number of GCSEs: those without a subject could be in the subjects that are held, and in each other's. In a
    /// subject that is worth two they add a GCSE where their grade is worth more there than what is held.
    pub(super) fn least(&self) -> u16 {
        let new = |one: &WithoutSubject| {
            let may_be = |(id, worth): &&(SubjectId, u16)| *worth >= one.halves || !self.doubles.contains(id);
            one.count.saturating_sub(self.subjects.iter().filter(may_be).count() as u16)
        };
        let new = self.without_subject.iter().map(new).max().unwrap_or(0);
        self.subjects.iter().fold(self.others.saturating_add(new), |sum, (_, worth)| sum.saturating_add(*worth))
    }

    fn lowest(&self, range: &Range) -> Outcome {
        range.outcome(self.least(), self.missing.len())
    }

    /// Each of those without a subject is in a new one: first in the groups that are missing.
    fn highest(&self, range: &Range) -> Outcome {
        let new = self.without_subject.iter().fold(0, |sum: u16, one| sum.saturating_add(one.count));
        let known = self.subjects.iter().fold(self.others, |sum, (_, worth)| sum.saturating_add(*worth));
        let missing = self.missing.len().saturating_sub(usize::from(new));
        // One of them could be the subject that is worth two, where that takes the place of no missing group.
        let is_double = |id: &SubjectId| range.doubles.contains(id);
        let fits = usize::from(new) > self.missing.len()
            || self.missing.iter().any(|group| group.subjects.iter().any(is_double));
        let holds_double = self.subjects.iter().any(|(id, _)| is_double(id));
        let second_half = u16::from(new > 0 && fits && !holds_double && !range.doubles.is_empty());
        range.outcome(known.saturating_add(new).saturating_add(second_half), missing)
    }
}

/// How many GCSEs a grade is worth in a subject that is worth two; at most, where there is no grade.
fn halves(held: &Qualification) -> u16 {
    held.halves().unwrap_or(2)
}

impl Range {
    fn outcome(&self, total: u16, missing: usize) -> Outcome {
        match total {
            0 => Outcome::NotMet,
            total if total >= self.number && missing == 0 => Outcome::Met,
            _ => Outcome::Judgement,
        }
    }
}
