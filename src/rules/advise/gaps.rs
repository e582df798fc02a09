//! The gaps of a pathway: what is missing, and what would close it.

use super::grants::{best_new, best_of, best_sized, gcse, passed};
use crate::rules::award::{Class, Section};
use crate::rules::evaluate::{PathwayVerdict, bounds};
use crate::rules::explain::{floor, met};
use crate::rules::lens::Lens;
use crate::rules::outcome::{Bounds, Outcome, Verdict};
use crate::rules::profile::{Mark, Profile, Subject, SubjectId};
use crate::rules::role::{Pathway, Pool, Requirement, Route, Rule};
use crate::rules::{gcse_range, size};

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
    Size {
        /// How many.
        number: u16,
        /// Whether they have to be in new subjects: in one that is held in a smaller award they could add too little.
        in_new: bool,
    },
    /// So many more qualifications of the kind the requirement asks for.
    More(Section, usize),
    /// A better class than the predicted one, in a subject that counts where that was not asked for.
    Class {
        /// Which degree, by its place in the section.
        index: usize,
        /// The lowest class that is enough.
        to: Class,
    },
}

impl Grant {
    /// Whether it is qualifications at level 3, such as A levels.
    pub fn is_at_level_3(&self) -> bool {
        matches!(self, Grant::Size { .. } | Grant::More(Section::Level3, _))
    }
}

impl Gap {
    /// The profile with the grant given, which meets the requirement. Says what the words of the gap promise, so that
    /// the promise can be tested.
    pub fn granted(&self, requirement: &Requirement, profile: &Profile) -> Profile {
        let mut profile = profile.clone();
        match (&self.grant, &requirement.rule) {
            (Grant::Gcses { groups, others }, Rule::Range(range)) => {
                let single = |id: &&SubjectId| !range.doubles.contains(id);
                let subjects = groups.iter().filter_map(|&group| range.including[group].subjects.iter().find(single));
                for &subject in subjects {
                    profile.add(gcse(Some(Subject::Listed(subject)), 1));
                }
                if *others > 0 {
                    profile.add(gcse(Some(Subject::Own("other".into())), *others));
                }
            }
            (Grant::Size { number, .. }, Rule::Size { worth, .. }) => {
                for _ in 0..*number {
                    profile.add(passed(best_sized(worth), Some(Subject::Own("other".into()))));
                }
            }
            (Grant::More(_, number), Rule::Holds { pools, .. }) => {
                let usual = pools.first().map_or(Vec::new(), |pool| best_new(pool, &profile, *number));
                usual.into_iter().for_each(|one| profile.add(one));
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

/// What would meet a requirement that is not met, and whether the person would have to take again what they already hold.
pub(super) fn grant(requirement: &Requirement, profile: &Profile) -> (Option<Grant>, bool) {
    match &requirement.rule {
        Rule::Range(range) => {
            let counted = gcse_range::in_range(range, profile.section(Section::Gcse).unwrap_or_default());
            let is_missing = |group: &usize| counted.missing.iter().any(|one| one.id == range.including[*group].id);
            let groups: Vec<usize> = (0..range.including.len()).filter(is_missing).collect();
            // What the groups add hangs on what has no subject yet, so it is counted with them.
            let named = Gap { pathway: 0, requirement: 0, grant: Grant::Gcses { groups: groups.clone(), others: 0 } };
            let with_groups = named.granted(requirement, profile);
            let held = with_groups.section(Section::Gcse).unwrap_or_default();
            let others = range.number.saturating_sub(gcse_range::in_range(range, held).least());
            (Some(Grant::Gcses { groups, others }), false)
        }
        Rule::Size { needs, worth } => {
            let held = profile.section(Section::Level3).unwrap_or_default();
            let short = needs.saturating_sub(size::passed(*needs, worth, held).tenths);
            // In a subject that is held in a smaller award an A level adds so much less: in all of them, and in one at most.
            let (mut all, mut most) = (0, 0);
            for one in held.iter().filter(|one| one.passes() == Some(true) && one.award != best_sized(worth)) {
                if !matches!(one.subject, Some(Subject::Own(_))) && !one.award.counts_by_itself() {
                    let less = worth[one.award.index()].tenths().min(10);
                    (all, most) = (all + less, less.max(most));
                }
            }
            let number = short.div_ceil(10);
            let in_new = number * 10 < short + all.min(number * most);
            (Some(Grant::Size { number: number as u16, in_new }), false)
        }
        Rule::Judged { .. } => (None, false),
        Rule::Holds { needs, pools, .. } => {
            if let Some(raise) = raise(pools, requirement, profile) {
                return (Some(raise), false);
            }
            let Some(usual) = pools.first() else {
                return (None, false);
            };
            let held = profile.section(usual.section).unwrap_or_default();
            // A first degree is not taken twice lightly. Everything else can be taken beside what is held.
            let again = usual.section == Section::Degree && usual.has_award_of(held);
            let number = needs.saturating_sub(met(pools, profile));
            (Some(Grant::More(usual.section, number)), again)
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
