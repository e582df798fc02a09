//! Qualifications that would help: the plainest that do.

use std::cmp::Reverse;

use crate::rules::award::{AWARD_COUNT, Award, Section};
use crate::rules::evaluate::entry;
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
    best_in(pool, subjects_left(pool, &Profile::default(), 1).first().copied())
}

/// So many of them, each in a subject that does not count yet.
pub(super) fn best_new(pool: &Pool, profile: &Profile, number: usize) -> Vec<Qualification> {
    if pool.subject.is_none() {
        return vec![best_of(pool); number];
    }
    let subjects = subjects_left(pool, profile, number);
    subjects.into_iter().take(number).map(|id| best_in(pool, Some(id))).collect()
}

/// Returns subjects in which one more qualification would meet the tests of a pool, and looks no further than so many that are not
/// held. Those come first: in a subject that is held in a smaller award, such as an AS level, the larger one adds less to the size.
pub fn subjects_left(pool: &Pool, profile: &Profile, most: usize) -> Vec<SubjectId> {
    let Some(test) = &pool.subject else { return Vec::new() };
    let held = profile.section(pool.section).unwrap_or_default();
    let (mut new, mut taken) = (Vec::new(), Vec::new());
    // Those that count apart from their standing stand twice, first before the others.
    let by_standing = |id: &SubjectId| test.outcomes[test.standings[usize::from(id.0)] as usize] == Outcome::Met;
    let listed = (0..test.standings.len() as u16).map(SubjectId).filter(by_standing);
    for id in test.apart.iter().map(|(id, _)| *id).chain(listed) {
        if new.len() >= most {
            break;
        }
        let subject = Subject::Listed(id);
        let in_it = || held.iter().filter(|held| held.subject.as_ref() == Some(&subject));
        let counts = |held: &Qualification| entry(pool, held).low == Outcome::Met;
        if test.outcome(&subject) < Outcome::Met || new.contains(&id) || taken.contains(&id) || in_it().any(counts) {
            continue;
        }
        let is_taken = |held: &Qualification| held.passes() != Some(false) && !held.award.counts_by_itself();
        if in_it().any(is_taken) {
            taken.push(id)
        } else {
            new.push(id)
        }
        if new.len() == most {
            break;
        }
    }
    new.extend(taken);
    new
}

/// The award that does best in a pool, at the least result that is enough, in a subject.
pub(super) fn best_in(pool: &Pool, subject: Option<SubjectId>) -> Qualification {
    let subject = subject.map(Subject::Listed);
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
