//! Why a verdict is what it is: which qualification decides it, and which test of it.
//!
//! Reasons are structure; `copy` puts them into words.

use crate::order::places_by;

use super::award::{Award, Class, Section};
use super::evaluate::{asks_subject, tests};
use super::outcome::{Outcome, Verdict};
use super::profile::{Profile, Qualification, Subject};
use super::role::{Caution, Pool, Requirement, ResultTest, Route, Rule, Standing, SubjectGroup, Test, When, Worth};
use super::source::Source;
use super::{gcse_range, size};

/// Why a requirement came out as it did.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason<'a> {
    /// The section is unanswered.
    Unasked(Section),
    /// A part of this qualification is unanswered.
    Open {
        /// The qualification.
        held: &'a Qualification,
        /// What is open about it.
        test: Test,
    },
    /// Nothing of the kind is held.
    Nothing(Section),
    /// This qualification decides.
    Decides {
        /// The qualification.
        held: &'a Qualification,
        /// The test it does worst in; `None` where it passes them all.
        limit: Option<Test>,
        /// The outcome of that test.
        outcome: Outcome,
        /// The standing of its subject, where there is a test of the subject.
        standing: Option<Standing>,
        /// The lowest class that is met, where there is a test of the class.
        floor: Option<Class>,
        /// The usual section, where it stands in another one (an integrated master's as the higher degree).
        instead_of: Option<Section>,
    },
    /// Fewer than are asked for, and enough for a person to judge.
    Fewer {
        /// How many count.
        number: usize,
        /// The one that counts best.
        held: &'a Qualification,
    },
    /// Level 3 awards add up to so much.
    Adds {
        /// Tenths of an A level, as far as they are known.
        tenths: u32,
        /// How many awards passed.
        passed: usize,
        /// How many were given.
        given: usize,
        /// Whether a passing result is predicted.
        predicted: bool,
        /// A passed award whose size is not known.
        unsized_award: Option<&'a Qualification>,
    },
    /// So many GCSEs are in the range.
    Counts {
        /// How many.
        total: u16,
        /// The groups that none of them is in.
        missing: Vec<&'a SubjectGroup>,
        /// Whether a result in the range is predicted.
        predicted: bool,
    },
    /// A person always decides.
    Judged(&'static str),
}

impl<'a> Reason<'a> {
    /// The qualification that it is about.
    pub fn held(&self) -> Option<&'a Qualification> {
        match self {
            Reason::Open { held, .. } | Reason::Decides { held, .. } | Reason::Fewer { held, .. } => Some(held),
            Reason::Unasked(_)
            | Reason::Nothing(_)
            | Reason::Adds { .. }
            | Reason::Counts { .. }
            | Reason::Judged(_) => None,
        }
    }
}

/// Explains a verdict.
pub fn explain<'a>(requirement: &'a Requirement, profile: &'a Profile, verdict: Verdict) -> Reason<'a> {
    match &requirement.rule {
        Rule::Holds { needs, pools, .. } => holds(*needs, pools, profile, verdict),
        Rule::Judged { because } => Reason::Judged(because),
        Rule::Size { needs, worth } => {
            let Some(held) = profile.section(Section::Level3) else {
                return Reason::Unasked(Section::Level3);
            };
            if let Some(open) = open_result(held, verdict) {
                return open;
            }
            let passed: Vec<&Qualification> = held.iter().filter(|held| held.passes() == Some(true)).collect();
            let is_unsized = |held: &&&Qualification| worth[held.award.index()] == Worth::Unknown;
            Reason::Adds {
                tenths: size::passed(*needs, worth, held).tenths,
                passed: passed.len(),
                given: held.len(),
                predicted: passed.iter().any(|held| held.is_predicted()),
                unsized_award: passed.iter().find(is_unsized).copied(),
            }
        }
        Rule::Range(range) => {
            let Some(held) = profile.section(Section::Gcse) else {
                return Reason::Unasked(Section::Gcse);
            };
            if let Some(open) = open_result(held, verdict) {
                return open;
            }
            let counted = gcse_range::in_range(range, held);
            let predicted = held.iter().any(|held| held.is_predicted() && held.passes() == Some(true));
            Reason::Counts { total: counted.least(), missing: counted.missing, predicted }
        }
    }
}

/// While a verdict is open, the first qualification with something unanswered.
fn open_result(held: &[Qualification], verdict: Verdict) -> Option<Reason<'_>> {
    if verdict.outcome().is_some() {
        return None;
    }
    let first = |test: Test, is_open: fn(&Qualification) -> bool| {
        held.iter().find(|held| is_open(held)).map(|held| Reason::Open { held, test })
    };
    first(Test::Result, |held| held.award.is_known() && held.mark.is_none())
        .or_else(|| first(Test::Subject, |held| held.award.is_known() && held.subject.is_none()))
        .or_else(|| first(Test::Award, |held| !held.award.is_known()))
}

/// One qualification in the pool it does best in.
struct Entry<'a> {
    held: &'a Qualification,
    pool: &'a Pool,
    tests: [super::outcome::Bounds; 3],
}

impl Entry<'_> {
    fn low(&self) -> Outcome {
        self.tests.iter().map(|test| test.low).min().unwrap_or(Outcome::NotMet)
    }

    fn high(&self) -> Outcome {
        self.tests.iter().map(|test| test.high).min().unwrap_or(Outcome::NotMet)
    }

    /// Better outcomes first; of two that fail, the one that passes more tests is nearer. What does not fail passes them
    /// all, so the sum keeps the order.
    fn merit(&self) -> u32 {
        let passed = self.tests.iter().filter(|test| test.low > Outcome::NotMet).count();
        self.low() as u32 + passed as u32
    }
}

fn holds<'a>(needs: usize, pools: &'a [Pool], profile: &'a Profile, verdict: Verdict) -> Reason<'a> {
    let usual = pools.first().map_or(Section::Degree, |pool| pool.section);
    let entries = entries(pools, profile);
    if verdict.outcome().is_none() {
        let unasked = pools.iter().map(|pool| pool.section).find(|&section| profile.section(section).is_none());
        if let Some(section) = unasked {
            return Reason::Unasked(section);
        }
        let open = entries.iter().filter(|entry| entry.high() > entry.low()).find_map(|entry| {
            let test = Test::ALL.into_iter().find(|&test| entry.tests[test as usize].is_open())?;
            Some(Reason::Open { held: entry.held, test })
        });
        return open.unwrap_or(Reason::Nothing(usual));
    }
    // Best first; of equals, the one given first.
    let order = places_by(entries.len(), &|place| u32::MAX - entries[place].merit());
    let Some(&best) = order.first() else {
        return Reason::Nothing(usual);
    };
    if needs > 1 && verdict.outcome() == Some(Outcome::Judgement) {
        let number = counting(&entries, pools, Outcome::Judgement);
        if number < needs {
            return Reason::Fewer { number, held: entries[best].held };
        }
    }
    // The n-th best decides, where so many count; else the first that does not.
    let counting = order.iter().filter(|&&place| entries[place].low() > Outcome::NotMet).count();
    let entry = &entries[order.get(counting.min(needs.saturating_sub(1))).copied().unwrap_or(best)];
    // What is answered decides; a test that is still open could come out better.
    let weakest = Test::ALL.into_iter().min_by_key(|&test| entry.tests[test as usize].high);
    let limit = weakest.filter(|&test| entry.tests[test as usize].high < Outcome::Met);
    Reason::Decides {
        held: entry.held,
        limit,
        outcome: entry.low(),
        standing: entry.pool.subject.as_ref().zip(entry.held.subject.as_ref()).map(|(test, held)| test.standing(held)),
        floor: floor(&entry.pool.result),
        instead_of: (entry.pool.section != usual).then_some(usual),
    }
}

/// How many qualifications count for at least so much.
fn counting(entries: &[Entry], pools: &[Pool], least: Outcome) -> usize {
    let mut subjects = Vec::new();
    let mut number = 0;
    for entry in entries.iter().filter(|entry| entry.low() >= least) {
        match &entry.held.subject {
            Some(Subject::Listed(subject)) if asks_subject(pools) => {
                number += usize::from(!subjects.contains(subject));
                subjects.push(*subject);
            }
            _ => number += usize::from(entry.held.count),
        }
    }
    number
}

/// How many qualifications a profile has that meet the tests of a requirement, each subject once where they are asked
/// for their subjects.
pub(super) fn met(pools: &[Pool], profile: &Profile) -> usize {
    counting(&entries(pools, profile), pools, Outcome::Met)
}

/// Every qualification that a requirement looks at. Outside the usual section only awards of the pool are looked at:
/// a bachelor's degree says nothing about the higher degree.
fn entries<'a>(pools: &'a [Pool], profile: &'a Profile) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for section in Section::ALL {
        let usual = pools.first().filter(|pool| pool.section == section);
        for held in profile.section(section).unwrap_or_default() {
            let is_of_pool = |pool: &Pool| !held.award.is_known() || pool.awards[held.award.index()].is_some();
            let belongs = |pool: &&Pool| pool.section == section && is_of_pool(pool);
            let best = pools
                .iter()
                .filter(belongs)
                .map(|pool| Entry { held, pool, tests: tests(pool, held) })
                .max_by_key(Entry::merit);
            entries.extend(best.or_else(|| usual.map(|pool| Entry { held, pool, tests: tests(pool, held) })));
        }
    }
    entries
}

/// The lowest of the four ordered classes that is met.
pub(super) fn floor(result: &ResultTest) -> Option<Class> {
    let ResultTest::Class { outcomes, .. } = result else {
        return None;
    };
    [Class::Third, Class::LowerSecond, Class::UpperSecond, Class::First]
        .into_iter()
        .find(|&class| outcomes[class as usize] == Outcome::Met)
}

impl Requirement {
    /// The lowest class that its first pool meets, where it asks for a class.
    pub fn floor(&self) -> Option<Class> {
        self.usual().and_then(|pool| floor(&pool.result))
    }

    /// The words that a reason rests on: those of the test that decides, where they are to be had apart; those that name a
    /// subject, where it is met because it is named.
    pub fn source_of(&self, reason: &Reason) -> &Source {
        if let (Reason::Decides { limit: None, standing: Some(Standing::Named), .. }, Some(named)) =
            (reason, &self.named)
        {
            return named;
        }
        let test = match reason {
            Reason::Decides { limit, .. } => *limit,
            Reason::Open { test, .. } => Some(*test),
            _ => None,
        };
        let clause = self.clauses.iter().find(|(of, _)| Some(*of) == test);
        clause.map_or(&self.source, |(_, source)| source)
    }
}

/// The cautions of a route that concern this person.
pub fn cautions<'a>(route: &'a Route, profile: &Profile) -> Vec<&'a Caution> {
    let held = || Section::ALL.into_iter().flat_map(|section| profile.section(section).unwrap_or_default());
    let concerns = |caution: &&Caution| caution.when.is_everybody() || held().any(|held| caution.when.fits(held));
    route.cautions.iter().filter(concerns).collect()
}

impl When {
    fn is_everybody(&self) -> bool {
        let When { awards, subjects, classes, status } = self;
        awards.is_empty() && subjects.is_empty() && classes.is_empty() && status.is_none()
    }

    fn fits(&self, held: &Qualification) -> bool {
        let any = |award: &Award| *award == held.award;
        let subject = match &held.subject {
            Some(Subject::Listed(id)) => self.subjects.contains(id),
            _ => false,
        };
        (self.awards.is_empty() || self.awards.iter().any(any))
            && (self.subjects.is_empty() || subject)
            && (self.classes.is_empty() || held.class().is_some_and(|class| self.classes.contains(&class)))
            && self.status.is_none_or(|status| status == held.status)
    }
}
