//! The size of level 3 awards, each qualification counted once (contract 1.1).
//!
//! Sizes add up over different subjects. Of several awards in one subject the largest counts: a resit, an AS beside the
//! A level. An IB Diploma holds its higher level subjects.

use super::award::{AWARD_COUNT, Award, Section};
use super::lens::Lens;
use super::outcome::{Bounds, Outcome};
use super::profile::{Profile, Qualification, Subject, SubjectId};
use super::role::Worth;

/// What each award is worth to a role.
type Sizes = [Worth; AWARD_COUNT];

/// The bounds of a requirement of so many tenths of an A level.
pub(super) fn bounds(needs: u32, sizes: &Sizes, profile: &Profile, lens: Lens) -> Bounds {
    let Some(held) = profile.section(Section::Level3) else {
        return Bounds::OPEN;
    };
    let seen = || held.iter().filter(|held| lens.sees(held));
    let low = total(needs, sizes, seen().filter(|held| held.passes() == Some(true)), Extreme::Low);
    let high = total(needs, sizes, seen().filter(|held| held.passes() != Some(false)), Extreme::High);
    Bounds { low: low.outcome(needs), high: high.outcome(needs) }
}

/// The size that the passed awards have for certain, as far as a requirement of so many tenths looks.
pub(super) fn passed(needs: u32, sizes: &Sizes, held: &[Qualification]) -> Total {
    total(needs, sizes, held.iter().filter(|held| held.passes() == Some(true)), Extreme::Low)
}

/// How subjects and kinds that are not known are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extreme {
    /// A subject is one that is held already, and an unknown kind adds nothing.
    Low,
    /// A subject is a new one, and an unknown kind is the largest.
    High,
}

/// A sum of sizes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Total {
    /// Tenths of an A level, as far as they are known.
    pub(super) tenths: u32,
    /// Whether any award counts, of a known size or not.
    any: bool,
}

impl Total {
    /// The larger of both.
    fn or(self, other: Total) -> Total {
        Total { tenths: self.tenths.max(other.tenths), any: self.any || other.any }
    }

    fn outcome(self, needs: u32) -> Outcome {
        match self {
            total if total.tenths >= needs => Outcome::Met,
            total if total.any => Outcome::Judgement,
            _ => Outcome::NotMet,
        }
    }
}

/// A diploma holds some awards inside it, which then add no size. Where it would so make the size less than is needed, they
/// count by themselves in its place: a diploma never lowers an outcome.
fn total<'a>(
    needs: u32,
    sizes: &Sizes,
    held: impl Iterator<Item = &'a Qualification> + Clone,
    extreme: Extreme,
) -> Total {
    let without_diplomas = held.clone().filter(|one| one.award.holds().is_none());
    let mut largest = Total::default();
    for diploma in held.filter(|one| one.award.holds().is_some()) {
        let beside = without_diplomas.clone().filter(|one| Some(one.award) != diploma.award.holds());
        largest = largest.or(add_up(sizes, beside.chain([diploma]), extreme));
    }
    if largest.tenths >= needs { largest } else { largest.or(add_up(sizes, without_diplomas, extreme)) }
}

fn add_up<'a>(sizes: &Sizes, held: impl Iterator<Item = &'a Qualification> + Clone, extreme: Extreme) -> Total {
    let mut total = Total::default();
    let mut subjects: Vec<(SubjectId, u32)> = Vec::new();
    let mut largest_without_subject = 0;
    for one in held.clone().filter(|one| one.award.is_known()) {
        let worth = sizes[one.award.index()];
        total.any |= worth != Worth::Nothing;
        let Worth::Tenths(tenths) = worth else { continue };
        match &one.subject {
            Some(Subject::Listed(id)) if !one.award.counts_by_itself() => raise(&mut subjects, *id, tenths),
            None if !one.award.counts_by_itself() && extreme == Extreme::Low => {
                largest_without_subject = tenths.max(largest_without_subject);
            }
            _ => total.tenths = total.tenths.saturating_add(tenths),
        }
    }
    // A pass in a kind that is not known cannot be told from a fail, so only the high extreme comes here with one.
    for one in held.filter(|one| !one.award.is_known()) {
        let [alone, in_subject] = [true, false].map(|by_itself| largest(sizes, by_itself));
        total.any |= sizes.iter().any(|worth| *worth != Worth::Nothing);
        match &one.subject {
            Some(Subject::Listed(id)) if in_subject > alone + size_of(&subjects, *id) => {
                raise(&mut subjects, *id, in_subject);
            }
            Some(Subject::Listed(_)) => total.tenths = total.tenths.saturating_add(alone),
            _ => total.tenths = total.tenths.saturating_add(alone.max(in_subject)),
        }
    }
    // Awards without a subject could all be in the largest subject.
    let beyond = largest_without_subject.saturating_sub(subjects.iter().map(|(_, tenths)| *tenths).max().unwrap_or(0));
    total.tenths = subjects.iter().fold(total.tenths, |sum, (_, tenths)| sum.saturating_add(*tenths));
    total.tenths = total.tenths.saturating_add(beyond);
    total
}

fn size_of(subjects: &[(SubjectId, u32)], id: SubjectId) -> u32 {
    subjects.iter().find(|(known, _)| *known == id).map_or(0, |(_, tenths)| *tenths)
}

fn raise(subjects: &mut Vec<(SubjectId, u32)>, id: SubjectId, tenths: u32) {
    match subjects.iter_mut().find(|(known, _)| *known == id) {
        Some((_, known)) => *known = tenths.max(*known),
        None => subjects.push((id, tenths)),
    }
}

/// The largest known size of the awards that count by themselves, or of the others.
fn largest(sizes: &Sizes, by_itself: bool) -> u32 {
    let of_kind = Award::all(Section::Level3).filter(|award| award.counts_by_itself() == by_itself);
    of_kind.map(|award| sizes[award.index()].tenths()).max().unwrap_or(0)
}
