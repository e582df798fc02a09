//! What would change an outcome: the gaps of a pathway, and the next question worth an answer.

use crate::order::places_by;

use super::award::{AWARD_COUNT, Award, Class, Section};
use super::evaluate::{Evaluation, Lens, PathwayVerdict, bounds, evaluate, tests};
use super::explain::{floor, good, missing};
use super::outcome::{Bounds, Outcome, Verdict};
use super::profile::{Mark, Profile, Qualification, Subject};
use super::role::{Pathway, Pool, Requirement, ResultTest, Role, Route, Rule, Standing, Worth};

/// What is missing from a pathway, and what would close it.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The pathway's place in its route.
    pub pathway: usize,
    /// The requirement's place in its pathway.
    pub requirement: usize,
    /// What would close it.
    pub grant: Grant,
}

/// Something that, added to a profile, meets a requirement.
#[derive(Clone, Debug, PartialEq)]
pub enum Grant {
    /// More GCSEs in the range: in these groups (by their place in the rule), and so many others.
    Gcses {
        /// The groups that have none yet.
        groups: Vec<usize>,
        /// How many more beside them.
        others: u16,
    },
    /// So many more A levels, or the same size.
    Size(u16),
    /// One more qualification of the kind the requirement asks for.
    One(Section),
    /// A better class than the predicted one, in a subject that counts where that was not asked for.
    Class {
        /// Which degree, by its place in the section.
        index: usize,
        /// The lowest class that is enough.
        to: Class,
    },
}

impl Gap {
    /// The profile with the grant given, which meets the requirement. Says what the words of the gap promise, so that
    /// the promise can be tested.
    pub fn granted(&self, requirement: &Requirement, profile: &Profile) -> Profile {
        let mut profile = profile.clone();
        match (&self.grant, &requirement.rule) {
            (Grant::Gcses { groups, others }, Rule::Range { including, .. }) => {
                let subjects = groups.iter().filter_map(|&group| including[group].subjects.first());
                for &subject in subjects {
                    profile.add(gcse(Some(Subject::Listed(subject)), 1));
                }
                if *others > 0 {
                    profile.add(gcse(Some(Subject::Own("other".into())), *others));
                }
            }
            (Grant::Size(number), Rule::Size { worth, .. }) => {
                for _ in 0..*number {
                    profile.add(passed(best_sized(worth), Some(Subject::Own("other".into()))));
                }
            }
            (Grant::One(_), Rule::Holds { pools, .. }) => {
                pools.first().into_iter().for_each(|pool| profile.add(best_of(pool)))
            }
            (Grant::Class { index, to }, rule) => {
                if let Some(held) = profile.get_mut(Section::Degree, *index) {
                    held.mark = Some(Mark::Class(*to));
                    // A class that is too low ends the questions, so its subject may not have been asked for.
                    if let (None, Rule::Holds { pools, .. }) = (&held.subject, rule) {
                        held.subject = pools.first().and_then(|pool| best_of(pool).subject);
                    }
                }
            }
            _ => {}
        }
        profile
    }
}

/// The gaps of a route: for each requirement that is decided and not met, what would meet it. What cannot be changed
/// (an awarded class) is named only where the route has no other way left.
pub fn gaps(route: &Route, profile: &Profile, verdicts: &[PathwayVerdict]) -> Vec<Gap> {
    let found: Vec<Found> = route
        .pathways
        .iter()
        .zip(verdicts)
        .enumerate()
        .flat_map(|(index, (pathway, verdict))| pathway_gaps(index, pathway, profile, verdict))
        .collect();
    let open_way = |index: usize| {
        let mut of_pathway = found.iter().filter(|found| found.pathway == index).peekable();
        of_pathway.peek().is_some() && of_pathway.all(|found| found.grant.is_some() && !found.again)
    };
    let other_way = (0..route.pathways.len()).any(open_way);
    found
        .into_iter()
        .filter(|found| !(found.again && (other_way || found.outcome == Outcome::Judgement)))
        .filter_map(|found| Some(Gap { pathway: found.pathway, requirement: found.requirement, grant: found.grant? }))
        .collect()
}

struct Found {
    pathway: usize,
    requirement: usize,
    outcome: Outcome,
    grant: Option<Grant>,
    /// The person would have to take again what they already hold.
    again: bool,
}

fn pathway_gaps(index: usize, pathway: &Pathway, profile: &Profile, verdict: &PathwayVerdict) -> Vec<Found> {
    let unmet = |(requirement, verdict): (usize, &Verdict)| {
        let outcome = verdict.outcome().filter(|outcome| *outcome < Outcome::Met)?;
        let (grant, again) = grant(&pathway.requirements[requirement], profile);
        Some(Found { pathway: index, requirement, outcome, grant, again })
    };
    verdict.requirements.iter().enumerate().filter_map(unmet).collect()
}

fn grant(requirement: &Requirement, profile: &Profile) -> (Option<Grant>, bool) {
    match &requirement.rule {
        Rule::Range { number, including } => {
            let held = profile.section(Section::Gcse).unwrap_or_default();
            let without = missing(including, held);
            let total = good(held).fold(0, |sum: u16, held| sum.saturating_add(held.count));
            let groups: Vec<usize> = (0..including.len())
                .filter(|&group| without.iter().any(|missing| missing.id == including[group].id))
                .collect();
            let others = number.saturating_sub(total).saturating_sub(groups.len() as u16);
            (Some(Grant::Gcses { groups, others }), false)
        }
        Rule::Size { needs, worth } => {
            let held = profile.section(Section::Level3).unwrap_or_default();
            let sizes = good(held).map(|held| match worth[held.award.index()] {
                Worth::Tenths(tenths) => tenths,
                Worth::Nothing | Worth::Unknown => 0,
            });
            let short = needs.saturating_sub(sizes.fold(0, u32::saturating_add));
            (Some(Grant::Size(short.div_ceil(10) as u16)), false)
        }
        Rule::Holds { needs, pools } => {
            if let Some(raise) = raise(pools, requirement, profile) {
                return (Some(raise), false);
            }
            let Some(usual) = pools.first() else {
                return (None, false);
            };
            let held = profile.section(usual.section).unwrap_or_default();
            // Level 3 and below can be taken beside what is held; a degree is not taken twice lightly.
            let again =
                usual.section > Section::Level3 && held.iter().any(|held| usual.award(held.award) > Outcome::NotMet);
            (Some(Grant::One(usual.section)).filter(|_| *needs == 1), again)
        }
    }
}

/// A predicted class that, were it better, would meet the requirement.
fn raise(pools: &[Pool], requirement: &Requirement, profile: &Profile) -> Option<Grant> {
    let to = pools.iter().find_map(|pool| floor(&pool.result))?;
    let degrees = profile.section(Section::Degree)?;
    (0..degrees.len()).filter(|&index| degrees[index].is_predicted()).find_map(|index| {
        let grant = Grant::Class { index, to };
        let gap = Gap { pathway: 0, requirement: 0, grant: grant.clone() };
        let met = bounds(requirement, &gap.granted(requirement, profile), Lens::PLAIN) == Bounds::exactly(Outcome::Met);
        met.then_some(grant)
    })
}

fn gcse(subject: Option<Subject>, count: u16) -> Qualification {
    Qualification { subject, count, mark: Award::GCSE.grade("4").map(Mark::Grade), ..Qualification::new(Award::GCSE) }
}

fn passed(award: Award, subject: Option<Subject>) -> Qualification {
    Qualification {
        subject,
        mark: award.grades().first().and_then(|best| award.grade(best)).map(Mark::Grade),
        ..Qualification::new(award)
    }
}

/// The first award that is worth one A level.
fn best_sized(worth: &[Worth; AWARD_COUNT]) -> Award {
    let mut awards = Award::all(Section::Level3);
    awards.find(|award| worth[award.index()] == Worth::Tenths(10)).unwrap_or(Award::GCSE)
}

/// The plainest qualification that does best in a pool.
fn best_of(pool: &Pool) -> Qualification {
    let rank = |award: &Award| (pool.award(*award), std::cmp::Reverse(*award));
    let award = Award::all(pool.section).max_by_key(rank).unwrap_or(Award::GCSE);
    let met = |standing: &Standing| {
        pool.subject.as_ref().is_some_and(|test| test.outcomes[*standing as usize] == Outcome::Met)
    };
    let subject = pool.subject.as_ref().and_then(|test| {
        let at = test.standings.iter().position(met)?;
        Some(Subject::Listed(super::profile::SubjectId(u16::try_from(at).ok()?)))
    });
    match &pool.result {
        ResultTest::Class { .. } => {
            Qualification { subject, mark: floor(&pool.result).map(Mark::Class), ..Qualification::new(award) }
        }
        ResultTest::Pass => passed(award, subject),
        ResultTest::None => Qualification { subject, ..Qualification::new(award) },
    }
}

/// The question worth asking next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The section it is about.
    pub section: Section,
    /// At most so many facts can still change an outcome, counting one qualification for a section not yet answered.
    pub at_most: usize,
}

/// The section whose answers decide most routes, and how many facts can still matter. `None` when nothing open can
/// change an outcome.
pub fn next(role: &Role, profile: &Profile, evaluation: &Evaluation) -> Option<Next> {
    let open = open_facts(role, profile, evaluation);
    let section = most_deciding(role, profile, &open).first().copied()?;
    Some(Next { section, at_most: open.iter().map(|(_, facts)| facts).sum() })
}

/// The sections with open questions that can still change an outcome, the most deciding first.
pub fn open_sections(role: &Role, profile: &Profile, evaluation: &Evaluation) -> Vec<Section> {
    most_deciding(role, profile, &open_facts(role, profile, evaluation))
}

/// Of two sections that decide as much, the higher level first; GCSEs last, since they are many.
const PREFERENCE: [Section; 4] = [Section::Degree, Section::HigherDegree, Section::Level3, Section::Gcse];

fn open_facts(role: &Role, profile: &Profile, evaluation: &Evaluation) -> Vec<(Section, usize)> {
    let facts = |section: Section| (section, facts_open(role, profile, evaluation, section));
    PREFERENCE.into_iter().map(facts).filter(|(_, facts)| *facts > 0).collect()
}

fn most_deciding(role: &Role, profile: &Profile, open: &[(Section, usize)]) -> Vec<Section> {
    let power: Vec<u32> = open.iter().map(|(section, _)| decides(role, profile, *section) as u32).collect();
    // Equals keep the order of preference.
    places_by(open.len(), &|place| u32::MAX - power[place]).into_iter().map(|place| open[place].0).collect()
}

/// Whether an award counts for anything in a role.
pub fn counts(role: &Role, award: Award) -> bool {
    requirements(role).any(|requirement| match &requirement.rule {
        Rule::Holds { pools, .. } => pools.iter().any(|pool| pool.award(award) > Outcome::NotMet),
        Rule::Size { worth, .. } => worth[award.index()] != Worth::Nothing,
        Rule::Range { .. } => award == Award::GCSE,
    })
}

/// Whether one more qualification in a section could raise an outcome, as the other answers stand.
pub fn more_could_help(role: &Role, profile: &Profile, section: Section) -> bool {
    let mut better = profile.clone();
    for requirement in requirements(role) {
        match &requirement.rule {
            Rule::Holds { pools, .. } => {
                for pool in pools.iter().filter(|pool| pool.section == section) {
                    better.add(best_of(pool));
                }
            }
            Rule::Size { needs, worth } if section == Section::Level3 => {
                for _ in 0..needs.div_ceil(10) {
                    better.add(passed(best_sized(worth), Some(Subject::Own("other".into()))));
                }
            }
            Rule::Size { .. } | Rule::Range { .. } => {}
        }
    }
    // Requirement by requirement, since what is still open elsewhere can hide the gain from the route as a whole.
    let (now, then) = (evaluate(role, profile), evaluate(role, &better));
    now.routes.iter().zip(&then.routes).any(|(now, then)| {
        let floor = now.verdict.bounds.low;
        now.pathways.iter().zip(&then.pathways).any(|(now, then)| {
            let reaches = then.verdict.bounds.high > floor;
            let gains = |(now, then): (&Verdict, &Verdict)| now.bounds != then.bounds;
            reaches && now.requirements.iter().zip(&then.requirements).any(gains)
        })
    })
}

fn requirements(role: &Role) -> impl Iterator<Item = &Requirement> {
    role.routes.iter().flat_map(|route| &route.pathways).flat_map(|pathway| &pathway.requirements)
}

/// How many routes are decided if this section comes out badly, and how many if it comes out well.
fn decides(role: &Role, profile: &Profile, section: Section) -> usize {
    let decided = |well: bool| {
        let lens = Lens::forcing(section, well);
        let pathway = |pathway: &Pathway| {
            let all = pathway.requirements.iter().map(|requirement| bounds(requirement, profile, lens));
            all.fold(Bounds::exactly(Outcome::Met), Bounds::and)
        };
        let route = |route: &&Route| !route.pathways.iter().map(pathway).fold(Bounds::NONE, Bounds::or).is_open();
        role.routes.iter().filter(route).count()
    };
    decided(false) + decided(true)
}

/// How many facts of a section are open and can still change an outcome.
fn facts_open(role: &Role, profile: &Profile, evaluation: &Evaluation, section: Section) -> usize {
    match profile.section(section) {
        None if matters(role, evaluation, |requirement, now| unanswered_matters(requirement, now, section)) => {
            facts_of_one(section)
        }
        None => 0,
        Some(held) => held
            .iter()
            .map(|held| {
                [Fact::Result, Fact::Subject]
                    .into_iter()
                    .filter(|&fact| fact_open(role, evaluation, held, fact))
                    .count()
            })
            .sum(),
    }
}

/// The facts of one qualification: award, subject, result.
fn facts_of_one(section: Section) -> usize {
    match section {
        Section::Gcse | Section::HigherDegree => 2,
        Section::Level3 | Section::Degree => 3,
    }
}

/// A part of a qualification that can be unanswered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Its class or grade.
    Result,
    /// What it is in.
    Subject,
}

/// Whether a fact about a qualification of the profile is unanswered and can still change an outcome.
pub fn fact_open(role: &Role, evaluation: &Evaluation, held: &Qualification, fact: Fact) -> bool {
    let unanswered = match fact {
        Fact::Result => held.mark.is_none(),
        Fact::Subject => held.subject.is_none(),
    };
    unanswered && matters(role, evaluation, |requirement, now| fact_matters(requirement, now, held, fact))
}

/// Whether an open question that bears on a requirement can reach the outcome of a route through it.
fn matters(role: &Role, evaluation: &Evaluation, bears: impl Fn(&Requirement, Bounds) -> bool) -> bool {
    role.routes.iter().zip(&evaluation.routes).any(|(route, verdict)| {
        let floor = verdict.verdict.bounds.low;
        route.pathways.iter().zip(&verdict.pathways).any(|(pathway, verdict)| {
            let ceiling = verdict.verdict.bounds.high;
            ceiling > floor
                && pathway.requirements.iter().zip(&verdict.requirements).any(|(requirement, verdict)| {
                    let now = verdict.bounds;
                    now.is_open() && now.low < ceiling && bears(requirement, now)
                })
        })
    })
}

fn unanswered_matters(requirement: &Requirement, now: Bounds, section: Section) -> bool {
    match &requirement.rule {
        Rule::Holds { pools, .. } => pools
            .iter()
            .filter(|pool| pool.section == section)
            .any(|pool| pool.awards.iter().flatten().any(|outcome| *outcome > now.low)),
        Rule::Size { .. } => section == Section::Level3,
        Rule::Range { .. } => section == Section::Gcse,
    }
}

fn fact_matters(requirement: &Requirement, now: Bounds, held: &Qualification, fact: Fact) -> bool {
    let section = held.award.section();
    match &requirement.rule {
        Rule::Holds { pools, .. } => {
            pools.iter().filter(|pool| pool.section == section).any(|pool| {
                let [award, result, subject] = tests(pool, held);
                let (this, rest) = match fact {
                    Fact::Result => (result, award.and(subject)),
                    Fact::Subject => (subject, award.and(result)),
                };
                // The others at their best: if it matters at all it matters then.
                let best = this.high.min(rest.high);
                this.is_open() && this.low < rest.high && best > now.low
            })
        }
        Rule::Size { worth, .. } => {
            fact == Fact::Result && section == Section::Level3 && worth[held.award.index()] != Worth::Nothing
        }
        Rule::Range { .. } => section == Section::Gcse && (fact == Fact::Result || held.passes() != Some(false)),
    }
}
