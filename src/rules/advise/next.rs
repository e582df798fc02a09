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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The section it is about.
    pub section: Section,
    /// At most so many facts can still change an outcome, counting one qualification for a section not yet answered.
    pub at_most: usize,
    /// The open facts that can still change an outcome.
    pub open: Vec<OpenFact>,
}

/// A fact that is not known and can still change an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenFact {
    /// The section it is about.
    pub section: Section,
    /// Which qualification of the section, and what about it; `None` where the whole section is unanswered.
    pub of_entry: Option<(usize, Fact)>,
}

/// The section whose answers decide most routes, and the facts that can still matter. `None` when nothing open can change
/// an outcome.
pub fn next(role: &Role, profile: &Profile, evaluation: &Evaluation) -> Option<Next> {
    let open = open_facts(role, profile, evaluation);
    let section = most_deciding(role, profile, &open).first().copied()?;
    let number = |fact: &OpenFact| if fact.of_entry.is_some() { 1 } else { facts_of_one(fact.section) };
    Some(Next { section, at_most: open.iter().map(number).sum(), open })
}

/// The sections with open questions that can still change an outcome, the most deciding first.
pub fn open_sections(role: &Role, profile: &Profile, evaluation: &Evaluation) -> Vec<Section> {
    most_deciding(role, profile, &open_facts(role, profile, evaluation))
}

/// Of two sections that decide as much, the higher level first; GCSEs last, since they are many.
const PREFERENCE: [Section; 5] =
    [Section::Degree, Section::HigherDegree, Section::Professional, Section::Level3, Section::Gcse];

fn open_facts(role: &Role, profile: &Profile, evaluation: &Evaluation) -> Vec<OpenFact> {
    PREFERENCE.into_iter().flat_map(|section| facts_open(role, profile, evaluation, section)).collect()
}

fn most_deciding(role: &Role, profile: &Profile, open: &[OpenFact]) -> Vec<Section> {
    let is_open = |section: &Section| open.iter().any(|fact| fact.section == *section);
    let sections: Vec<Section> = PREFERENCE.into_iter().filter(is_open).collect();
    let power: Vec<u32> = sections.iter().map(|section| decides(role, profile, *section) as u32).collect();
    // Equals keep the order of preference.
    places_by(sections.len(), &|place| u32::MAX - power[place]).into_iter().map(|place| sections[place]).collect()
}

/// Whether an award counts for anything in a role.
pub fn counts(role: &Role, award: Award) -> bool {
    role.requirements().any(|requirement| match &requirement.rule {
        Rule::Holds { pools, .. } => pools.iter().any(|pool| pool.award(award) > Outcome::NotMet),
        Rule::Size { worth, .. } => worth[award.index()] != Worth::Nothing,
        Rule::Range(_) => award.section() == Section::Gcse,
        Rule::Judged { .. } => false,
    })
}

/// Whether one more qualification in a section could raise an outcome, as the other answers stand.
pub fn more_could_help(role: &Role, profile: &Profile, section: Section) -> bool {
    let mut better = profile.clone();
    for requirement in role.requirements() {
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
            Rule::Size { .. } | Rule::Range(_) | Rule::Judged { .. } => {}
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

/// The facts of a section that are open and can still change an outcome.
fn facts_open(role: &Role, profile: &Profile, evaluation: &Evaluation, section: Section) -> Vec<OpenFact> {
    let Some(held) = profile.section(section) else {
        let bears = |requirement: &Requirement, now| unanswered_matters(requirement, now, section);
        let whole = OpenFact { section, of_entry: None };
        return if matters(role, evaluation, bears) { vec![whole] } else { Vec::new() };
    };
    let of_entry = |(index, held): (usize, &Qualification)| {
        let open = Fact::ALL.into_iter().filter(|&fact| fact_open(role, evaluation, held, fact));
        open.map(|fact| OpenFact { section, of_entry: Some((index, fact)) }).collect::<Vec<_>>()
    };
    held.iter().enumerate().flat_map(of_entry).collect()
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
    /// Which award it is.
    Award,
    /// Its class or grade.
    Result,
    /// What it is in.
    Subject,
}

impl Fact {
    /// In the order in which they are asked for.
    const ALL: [Fact; 3] = [Fact::Award, Fact::Result, Fact::Subject];
}

/// Whether a fact about a qualification of the profile is unanswered and can still change an outcome.
pub fn fact_open(role: &Role, evaluation: &Evaluation, held: &Qualification, fact: Fact) -> bool {
    let unanswered = match fact {
        Fact::Award => !held.award.is_known(),
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
        Rule::Range(_) => section == Section::Gcse,
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
                    Fact::Award => (award, result.and(subject)),
                    Fact::Result => (result, award.and(subject)),
                    Fact::Subject => (subject, award.and(result)),
                };
                // The others at their best: if it matters at all it matters then.
                let best = this.high.min(rest.high);
                this.is_open() && this.low < rest.high && best > now.low
            })
        }
        Rule::Size { worth, .. } => {
            let counts = !held.award.is_known() || worth[held.award.index()] != Worth::Nothing;
            let by_itself = held.award.is_known() && held.award.counts_by_itself();
            let could_pass = held.passes() != Some(false);
            section == Section::Level3 && counts && could_pass && (fact != Fact::Subject || !by_itself)
        }
        Rule::Range(_) => section == Section::Gcse && (fact == Fact::Result || held.passes() != Some(false)),
        Rule::Judged { .. } => false,
    }
}
