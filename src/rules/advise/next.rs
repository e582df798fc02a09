//! The next question worth an answer.

use super::grants::{best_new, best_sized, passed};
use crate::order::places_by;
use crate::rules::award::{Award, Section};
use crate::rules::evaluate::{Evaluation, bounds, evaluate, tests};
use crate::rules::lens::Lens;
use crate::rules::outcome::{Bounds, Outcome, Verdict};
use crate::rules::profile::{Profile, Qualification, Subject};
use crate::rules::role::{Pathway, Requirement, Role, Route, Rule, Worth};

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
const PREFERENCE: [Section; 5] =
    [Section::Degree, Section::HigherDegree, Section::Professional, Section::Level3, Section::Gcse];

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
        Rule::Judged { .. } => false,
    })
}

/// Whether one more qualification in a section could raise an outcome, as the other answers stand.
pub fn more_could_help(role: &Role, profile: &Profile, section: Section) -> bool {
    let mut better = profile.clone();
    for requirement in requirements(role) {
        match &requirement.rule {
            Rule::Holds { needs, pools, .. } => {
                for pool in pools.iter().filter(|pool| pool.section == section) {
                    best_new(pool, profile, *needs).into_iter().for_each(|one| better.add(one));
                }
            }
            Rule::Size { needs, worth } if section == Section::Level3 => {
                for _ in 0..needs.div_ceil(10) {
                    better.add(passed(best_sized(worth), Some(Subject::Own("other".into()))));
                }
            }
            Rule::Size { .. } | Rule::Range { .. } | Rule::Judged { .. } => {}
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
        Section::Professional => 1,
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
        Rule::Judged { .. } => false,
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
        Rule::Range { including, .. } => {
            let subject = !including.is_empty() && held.passes() != Some(false);
            section == Section::Gcse && (fact == Fact::Result || subject)
        }
        Rule::Judged { .. } => false,
    }
}
