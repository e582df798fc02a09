//! Qualifications that would help: the plainest that do.

use std::cmp::Reverse;

use crate::rules::award::{AWARD_COUNT, Award, Section};
use crate::rules::explain::floor;
use crate::rules::outcome::Outcome;
use crate::rules::profile::{Mark, Qualification, Subject, SubjectId};
use crate::rules::role::{Pool, ResultTest, Standing, Worth};

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
    let rank = |award: &Award| (pool.award(*award), Reverse(*award));
    let award = Award::all(pool.section).max_by_key(rank).unwrap_or(Award::GCSE);
    let met = |standing: &Standing| {
        pool.subject.as_ref().is_some_and(|test| test.outcomes[*standing as usize] == Outcome::Met)
    };
    let subject = pool.subject.as_ref().and_then(|test| {
        let at = test.standings.iter().position(met)?;
        Some(Subject::Listed(SubjectId(u16::try_from(at).ok()?)))
    });
    match &pool.result {
        ResultTest::Class { .. } => {
            Qualification { subject, mark: floor(&pool.result).map(Mark::Class), ..Qualification::new(award) }
        }
        ResultTest::Pass => passed(award, subject),
        ResultTest::None => Qualification { subject, ..Qualification::new(award) },
    }
}
