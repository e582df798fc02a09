//! What some qualifications add up to for each rule: two lists that add up to the same are one situation.
//!
//! Numbers are capped where a rule no longer looks, so there are only so many.

use crate::rules::evaluate::entry;
use crate::rules::role::{Pool, SubjectGroup, Worth};
use crate::rules::{Bounds, Outcome, Qualification, Requirement, Role, Rule, Section, Subject};

use super::kinds::requirements;

/// How finely to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// So that what is added later makes no difference.
    Fine,
    /// So that what is held in other sections makes no difference.
    Coarse,
}

/// What one qualification is to every rule: those with the same signature are of one kind. Where each subject counts
/// once it matters which subject it is, unless `any_subject` leaves that out.
pub fn signature(role: &Role, held: &Qualification, any_subject: bool) -> Vec<u32> {
    let section = held.award.section();
    let mut signature = vec![u32::from(held.is_predicted())];
    for requirement in requirements(role) {
        match &requirement.rule {
            Rule::Holds { needs, pools, .. } => {
                let best = pools.iter().filter(|pool| pool.section == section).map(|pool| entry(pool, held));
                signature.push(code(best.fold(Bounds::NONE, Bounds::or)));
                let here = !any_subject && pools.iter().any(|pool| pool.section == section && pool.subject.is_some());
                if let (true, 2.., Some(Subject::Listed(id))) = (here, needs, &held.subject) {
                    signature.push(1 + u32::from(id.0));
                }
            }
            Rule::Size { worth, .. } if section == Section::Level3 => {
                signature.push(passes(held));
                signature.push(match worth[held.award.index()] {
                    _ if held.passes() == Some(false) => 0,
                    Worth::Nothing => 0,
                    Worth::Tenths(tenths) => 2 + tenths,
                    Worth::Unknown => 1,
                });
            }
            Rule::Range { including, .. } if section == Section::Gcse => {
                signature.push(passes(held));
                if held.passes() != Some(false) {
                    signature.push(u32::from(held.subject.is_none()));
                    signature.extend(including.iter().map(|group| u32::from(has(group, held))));
                }
            }
            _ => {}
        }
    }
    signature
}

/// What a list of qualifications of one section adds up to for a requirement; with `predicted`, also those whose result
/// is only predicted.
pub fn tally(
    requirement: &Requirement,
    section: Section,
    held: &[Qualification],
    predicted: bool,
    grain: Grain,
) -> Vec<u32> {
    let seen = || held.iter().filter(move |held| predicted || !held.is_predicted());
    match &requirement.rule {
        Rule::Holds { needs, pools, .. } => {
            let pools: Vec<&Pool> = pools.iter().filter(|pool| pool.section == section).collect();
            if pools.is_empty() { Vec::new() } else { holds(*needs, &pools, seen()) }
        }
        Rule::Size { needs, worth } if section == Section::Level3 => {
            let sums = [false, true].map(|well| {
                let counted = seen().filter(|held| held.passes().unwrap_or(well));
                counted.fold((0, 0), |(sum, any), held| match worth[held.award.index()] {
                    Worth::Nothing => (sum, any),
                    Worth::Tenths(tenths) => ((sum + tenths).min(*needs), 1),
                    Worth::Unknown => (sum, 1),
                })
            });
            let outcome = |(sum, any): (u32, u32)| if sum >= *needs { 2 } else { any };
            match grain {
                Grain::Fine => sums.into_iter().flat_map(|(sum, any)| [sum, any]).collect(),
                Grain::Coarse => sums.into_iter().map(outcome).collect(),
            }
        }
        Rule::Range { number, including } if section == Section::Gcse => {
            let sums = [false, true].map(|well| {
                let counted = || seen().filter(move |held| held.passes().unwrap_or(well));
                let total = counted().count().min(usize::from(*number));
                let covered: Vec<bool> = including.iter().map(|group| counted().any(|held| has(group, held))).collect();
                let missing = covered.iter().filter(|covered| !**covered).count();
                let open = counted().filter(|held| held.subject.is_none()).count().min(missing);
                (total, covered, missing, open)
            });
            let outcome = |(total, missing): (usize, usize)| match total {
                0 => 0,
                total if total >= usize::from(*number) && missing == 0 => 2,
                _ => 1,
            };
            let [(low, low_covered, low_missing, _), (high, high_covered, high_missing, open)] = sums;
            match grain {
                Grain::Fine => {
                    let bits = |covered: Vec<bool>| covered.into_iter().fold(0, |bits, one| bits * 2 + u32::from(one));
                    vec![low as u32, bits(low_covered), high as u32, bits(high_covered), open as u32]
                }
                Grain::Coarse => vec![outcome((low, low_missing)), outcome((high, high_missing - open))],
            }
        }
        _ => Vec::new(),
    }
}

/// How many count for how much at worst and at best, each up to the number asked for.
fn holds<'a>(needs: usize, pools: &[&Pool], held: impl Iterator<Item = &'a Qualification>) -> Vec<u32> {
    let once = needs > 1 && pools.iter().any(|pool| pool.subject.is_some());
    let mut subjects: Vec<(&Subject, Bounds)> = Vec::new();
    let mut all: Vec<Bounds> = Vec::new();
    for held in held {
        let best = pools.iter().map(|pool| entry(pool, held)).fold(Bounds::NONE, Bounds::or);
        match &held.subject {
            Some(subject @ Subject::Listed(_)) if once => {
                match subjects.iter_mut().find(|(known, _)| *known == subject) {
                    Some((_, known)) => *known = known.or(best),
                    None => subjects.push((subject, best)),
                }
            }
            _ => all.push(best),
        }
    }
    all.extend(subjects.into_iter().map(|(_, bounds)| bounds));
    let at_least = |outcome: Outcome, of: fn(&Bounds) -> Outcome| {
        all.iter().filter(|bounds| of(bounds) >= outcome).count().min(needs) as u32
    };
    let ends: [fn(&Bounds) -> Outcome; 2] = [|bounds| bounds.low, |bounds| bounds.high];
    ends.into_iter().flat_map(|end| [at_least(Outcome::Judgement, end), at_least(Outcome::Met, end)]).collect()
}

fn has(group: &SubjectGroup, held: &Qualification) -> bool {
    held.subject.as_ref().is_some_and(|subject| group.has(subject))
}

fn passes(held: &Qualification) -> u32 {
    held.passes().map_or(2, u32::from)
}

fn code(bounds: Bounds) -> u32 {
    bounds.low as u32 * 3 + bounds.high as u32
}
