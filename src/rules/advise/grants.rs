//! Qualifications that would help: the plainest that do.

use std::cmp::Reverse;

use crate::rules::award::{AWARD_COUNT, Award, Section};
use crate::rules::explain::floor;
use crate::rules::outcome::Outcome;
use crate::rules::profile::{Mark, Profile, Qualification, Subject, SubjectId};
use crate::rules::role::{Pool, ResultTest, Worth};

/// GCSEs at the lowest grade of the range.
pub(super) fn gcse(subject: Option<Subject>, count: u16) -> Qualification {
    Qualification { subject, count, mark: Award::GCSE.grade("4").map(Mark::Grade), ..Qualification::new(Award::GCSE) }
}

/// An award with its best grade.
pub(super) fn passed(award: Award, subject: Option<Subject>) -> Qualification {
    Qualification {
        subject,
        mark: award.grades().first().and_then(|best| award.grade(best)).map(Mark::Grade),
        ..Qualification::new(award)
    }
}

/// The first award that is worth one A level.
pub(super) fn best_sized(worth: &[Worth; AWARD_COUNT]) -> Award {
    let mut awards = Award::all(Section::Level3);
    awards.find(|award| worth[award.index()] == Worth::Tenths(10)).unwrap_or(Award::GCSE)
}

/// The plainest qualification that does best in a pool.
pub(super) fn best_of(pool: &Pool) -> Qualification {
    best_in(pool, best_subjects(pool).next())
}

/// So many of them, each in a subject that the profile does not hold yet.
pub(super) fn best_new(pool: &Pool, profile: &Profile, number: usize) -> Vec<Qualification> {
    if pool.subject.is_none() {
        return vec![best_of(pool); number];
    }
    let held = profile.section(pool.section).unwrap_or_default();
    let is_new = |subject: &Subject| held.iter().all(|held| held.subject.as_ref() != Some(subject));
    best_subjects(pool).filter(is_new).take(number).map(|subject| best_in(pool, Some(subject))).collect()
}

/// The subjects that do best in a pool.
fn best_subjects(pool: &Pool) -> impl Iterator<Item = Subject> {
    let test = pool.subject.as_ref();
    let apart = test.into_iter().flat_map(|test| &test.apart).map(|(id, _)| *id);
    let listed = test.into_iter().flat_map(|test| (0..test.standings.len() as u16).map(SubjectId));
    let met = move |subject: &Subject| test.is_some_and(|test| test.outcome(subject) == Outcome::Met);
    apart.chain(listed).map(Subject::Listed).filter(met)
}

fn best_in(pool: &Pool, subject: Option<Subject>) -> Qualification {
    let rank = |award: &Award| (pool.award(*award), Reverse(*award));
    let award = Award::all(pool.section).max_by_key(rank).unwrap_or(Award::GCSE);
    match &pool.result {
        ResultTest::Class { .. } => {
            Qualification { subject, mark: floor(&pool.result).map(Mark::Class), ..Qualification::new(award) }
        }
        ResultTest::Pass => passed(award, subject),
        ResultTest::None => Qualification { subject, ..Qualification::new(award) },
    }
}
