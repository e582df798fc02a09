//! The plan of a pathway: the additions that meet all its requirements at once.
//!
//! Gaps are right one requirement at a time. Together they can ask for more than is needed: one A level in a science closes
//! the gap of the science, and is a part of the size. So a plan grants one gap after the other, and looks again after each.

use super::gaps::{Gap, Grant, grant};
use super::grants::{best_in, passed, subjects_left};
use crate::order::places_by;
use crate::rules::award::{Award, Class, Section};
use crate::rules::evaluate::bounds;
use crate::rules::lens::Lens;
use crate::rules::outcome::{Bounds, Outcome};
use crate::rules::profile::{Mark, Profile, Subject, SubjectId};
use crate::rules::role::{Pathway, Requirement, Rule, Standing};

/// What, added to a profile, meets a pathway: for each requirement that is not met what it needs beside the steps before.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// In the order in which they were found: what is asked for in a subject first.
    pub steps: Vec<Gap>,
}

impl Plan {
    /// The profile with every step granted.
    pub fn granted(&self, pathway: &Pathway, profile: &Profile) -> Profile {
        let grant = |profile: Profile, step: &Gap| step.granted(&pathway.requirements[step.requirement], &profile);
        self.steps.iter().fold(profile.clone(), grant)
    }
}

/// Returns the plan of a pathway, whose place in its route is `index`. A section that is not answered is taken to hold nothing, and a
/// result that is not known to be a good one: it may not have been worth asking for. `None` where nothing that a person can
/// still do would meet the pathway: a person always decides, or the class of a degree that they hold is too low.
pub fn plan(index: usize, pathway: &Pathway, profile: &Profile) -> Option<Plan> {
    let profile = &with_good_results(profile);
    let mut held = profile.clone();
    let mut plan = Plan { steps: Vec::new() };
    for requirement in most_particular_first(pathway) {
        let of = &pathway.requirements[requirement];
        if is_met(of, &held) {
            continue;
        }
        let (grant, again) = grant(of, &held);
        let step = Gap { pathway: index, requirement, grant: grant.filter(|_| !again)? };
        held = step.granted(of, &held);
        if !is_met(of, &held) {
            return None;
        }
        plan.steps.push(step);
    }
    Some(without_needless_steps(plan, pathway, profile))
}

/// Whether a plan meets its pathway only if a result that is not known is a good one.
pub fn rests_on_open_results(plan: &Plan, pathway: &Pathway, profile: &Profile) -> bool {
    !meets(pathway, &plan.granted(pathway, profile))
}

/// The profile with a good result wherever none is known.
pub fn with_good_results(profile: &Profile) -> Profile {
    let mut good = profile.clone();
    for section in Section::ALL {
        for index in 0..profile.section(section).map_or(0, <[_]>::len) {
            let Some(held) = good.get_mut(section, index).filter(|held| held.mark.is_none()) else { continue };
            held.mark = match section {
                Section::Degree => Some(Mark::Class(Class::First)),
                Section::Gcse | Section::Level3 => passed(held.award, None).mark,
                Section::HigherDegree | Section::Professional => None,
            };
        }
    }
    good
}

fn is_met(requirement: &Requirement, profile: &Profile) -> bool {
    bounds(requirement, profile, Lens::PLAIN) == Bounds::exactly(Outcome::Met)
}

fn meets(pathway: &Pathway, profile: &Profile) -> bool {
    pathway.requirements.iter().all(|requirement| is_met(requirement, profile))
}

/// What is asked for in a subject comes first, then other qualifications, and sizes last: the qualifications that were
/// granted before count towards a size.
fn most_particular_first(pathway: &Pathway) -> Vec<usize> {
    let rank = |place: usize| match &pathway.requirements[place].rule {
        Rule::Holds { pools, .. } if pools.iter().any(|pool| pool.subject.is_some()) => 0,
        Rule::Holds { .. } | Rule::Range(_) | Rule::Judged { .. } => 1,
        Rule::Size { .. } => 2,
    };
    places_by(pathway.requirements.len(), &rank)
}

/// A later step can meet the requirement of an earlier one. Nothing here ever lowers an outcome, so steps can be tried one by
/// one. The last step is never needless: all steps before it had left its requirement unmet.
fn without_needless_steps(mut plan: Plan, pathway: &Pathway, profile: &Profile) -> Plan {
    let mut place = 0;
    while place + 1 < plan.steps.len() {
        let mut shorter = plan.clone();
        shorter.steps.remove(place);
        if meets(pathway, &shorter.granted(pathway, profile)) {
            plan = shorter;
        } else {
            place += 1;
        }
    }
    plan
}

/// Returns the subjects that the qualifications of a step may be in, so that the plan meets its pathway. Empty where the step asks
/// for no subject.
pub fn subjects_of(step: &Gap, plan: &Plan, pathway: &Pathway, profile: &Profile) -> Vec<SubjectId> {
    let (Grant::More(section, number), Some(pool)) = (&step.grant, pathway.requirements[step.requirement].usual())
    else {
        return Vec::new();
    };
    let profile = with_good_results(profile);
    let mut subjects = subjects_left(pool, &profile, usize::MAX);
    // What is not held at all does as well as what the plan takes.
    let held = profile.section(*section).unwrap_or_default();
    subjects.retain(|id| {
        let subject = Some(Subject::Listed(*id));
        held.iter().all(|held| held.subject != subject) || {
            let (mut with, mut rest) = (profile.clone(), plan.clone());
            with.add(best_in(pool, Some(*id)));
            for one in rest.steps.iter_mut().filter(|one| *one == step) {
                one.grant = Grant::More(*section, number - 1);
            }
            meets(pathway, &rest.granted(pathway, &with))
        }
    });
    subjects
}

/// Returns the awards of which one, in place of several A levels of a plan, meets what the plan asks for at level 3. Where the plan
/// asks for a subject they are courses in science as a whole.
pub fn in_place_of_a_levels(plan: &Plan, pathway: &Pathway, profile: &Profile) -> Vec<Award> {
    let of = |step: &Gap| &pathway.requirements[step.requirement];
    let steps: Vec<&Gap> = plan.steps.iter().filter(|step| step.grant.is_at_level_3()).collect();
    let number = |step: &&Gap| match step.grant {
        Grant::Size { number, .. } => number.into(),
        Grant::More(_, number) => number,
        Grant::Gcses { .. } | Grant::Class { .. } => 0,
    };
    if steps.iter().map(number).sum::<usize>() < 2 {
        return Vec::new();
    }
    let in_subject = steps.iter().find_map(|step| course_subject(of(step)));
    let subject = in_subject.unwrap_or(Subject::Own("other".into()));
    let profile = &with_good_results(profile);
    let meets = |award: &Award| {
        let mut with = profile.clone();
        with.add(passed(*award, Some(subject.clone())));
        steps.iter().all(|step| is_met(of(step), &with))
    };
    Award::all(Section::Level3).filter(meets).collect()
}

/// The first subject that stands for science as a whole, where a requirement takes courses in it.
fn course_subject(requirement: &Requirement) -> Option<Subject> {
    let Rule::Holds { pools, .. } = &requirement.rule else { return None };
    let test = pools
        .iter()
        .filter_map(|pool| pool.subject.as_ref())
        .find(|test| test.outcomes[Standing::Course as usize] == Outcome::Met)?;
    let course = test.standings.iter().position(|standing| *standing == Standing::Course)?;
    Some(Subject::Listed(SubjectId(course as u16)))
}
