//! What some qualifications add up to for each rule: two lists that add up to the same are one situation.
//!
//! Numbers are capped where a rule no longer looks, so there are only so many.

use std::collections::BTreeMap;

use crate::rules::award::AWARD_COUNT;
use crate::rules::evaluate::entry;
use crate::rules::role::{Pool, SubjectGroup, Worth};
use crate::rules::{
    Award, Bounds, Outcome, Qualification, Range, Requirement, Role, Rule, Section, Subject, SubjectId,
};

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
    for requirement in role.requirements() {
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
                    _ if !held.award.is_known() => 3,
                    _ if held.passes() == Some(false) => 0,
                    Worth::Nothing => 0,
                    Worth::Tenths(tenths) => 4 + tenths,
                    Worth::Unknown => 1,
                });
                signature
                    .push(u32::from(held.award.holds().is_some()) + 2 * u32::from(is_held_by_a_diploma(held.award)));
                signature.push(if held.award.counts_by_itself() { 0 } else { subject_code(held, any_subject) });
            }
            Rule::Range(range) if section == Section::Gcse => {
                signature.push(passes(held));
                if held.passes() != Some(false) {
                    let is_double = |id: &SubjectId| range.doubles.contains(id);
                    let double = matches!(&held.subject, Some(Subject::Listed(id)) if is_double(id));
                    signature.push(if double { held.halves().map_or(3, u32::from) } else { 0 });
                    signature.push(subject_code(held, any_subject));
                    signature.extend(range.including.iter().map(|group| u32::from(has(group, held))));
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
    held: &[&Qualification],
    predicted: bool,
    grain: Grain,
) -> Vec<u32> {
    let seen = || held.iter().copied().filter(move |held| predicted || !held.is_predicted());
    match &requirement.rule {
        Rule::Holds { needs, pools, .. } => {
            let pools: Vec<&Pool> = pools.iter().filter(|pool| pool.section == section).collect();
            if pools.is_empty() { Vec::new() } else { holds(*needs, &pools, seen()) }
        }
        Rule::Size { needs, worth } if section == Section::Level3 => {
            extremes(grain, |well| sizes(*needs, worth, seen(), well))
        }
        Rule::Range(range) if section == Section::Gcse => extremes(grain, |well| gcses(range, seen(), well)),
        _ => Vec::new(),
    }
}

/// The outcome at one extreme, and what could be added to where that is not met yet.
type Extreme = (Outcome, Vec<u32>);

/// What both extremes add up to. One that is met stays met, whatever is added.
fn extremes(grain: Grain, extreme: impl Fn(bool) -> Extreme) -> Vec<u32> {
    let state = |well: bool| {
        let (outcome, details) = extreme(well);
        let details = if grain == Grain::Coarse || outcome == Outcome::Met { Vec::new() } else { details };
        [vec![outcome as u32], details, vec![u32::MAX]].concat()
    };
    [state(false), state(true)].concat()
}

/// The size at one extreme, and what is added later could add to: each subject, those without one, and the rest together.
fn sizes<'a>(
    needs: u32,
    worth: &[Worth; AWARD_COUNT],
    held: impl Iterator<Item = &'a Qualification>,
    well: bool,
) -> Extreme {
    // What is inside a diploma is kept apart: [beside, inside].
    let (mut alone, mut open, mut diploma, mut any) = ([0; 2], [vec![], vec![]], 0, false);
    let mut subjects: BTreeMap<(SubjectId, bool), u32> = BTreeMap::new();
    let mut unknown: Vec<Option<SubjectId>> = Vec::new();
    let mut together = 0;
    for one in held.filter(|held| held.passes().unwrap_or(well)) {
        let worth = worth[one.award.index()];
        any |= worth != Worth::Nothing;
        if !one.award.is_known() {
            any = true;
            unknown.push(if let Some(Subject::Listed(id)) = one.subject { Some(id) } else { None });
        }
        let Worth::Tenths(tenths) = worth else { continue };
        let inside = is_held_by_a_diploma(one.award);
        if one.subject.is_some() && one.award.holds().is_none() {
            together += tenths;
        }
        match &one.subject {
            _ if one.award.holds().is_some() => diploma = tenths.max(diploma),
            Some(Subject::Listed(id)) if !one.award.counts_by_itself() => {
                let size = subjects.entry((*id, inside)).or_default();
                *size = tenths.max(*size);
            }
            None if !one.award.counts_by_itself() => open[usize::from(inside)].push(tenths),
            _ => alone[usize::from(inside)] += tenths,
        }
    }
    let total = |with_inside: bool| {
        let mut largest: BTreeMap<SubjectId, u32> = BTreeMap::new();
        for ((id, _), size) in subjects.iter().filter(|((_, inside), _)| with_inside || !inside) {
            let known = largest.entry(*id).or_default();
            *known = (*size).max(*known);
        }
        let kinds = if with_inside { 0..2 } else { 0..1 };
        let without: Vec<u32> = kinds.clone().flat_map(|kind| open[kind].iter().copied()).collect();
        let beyond = match (well, without.iter().max()) {
            (true, _) => without.iter().sum(),
            (false, Some(most)) => most.saturating_sub(largest.values().copied().max().unwrap_or(0)),
            (false, None) => 0,
        };
        let mut sum = kinds.map(|kind| alone[kind]).sum::<u32>() + beyond;
        // One of a kind that is not known is the largest that it can be: in its subject, or by itself.
        for subject in &unknown {
            let [by_itself, in_a_subject] = [true, false].map(|by_itself| most_of(worth, by_itself));
            let held = subject.map(|id| largest.entry(id).or_default());
            match held {
                Some(held) if in_a_subject > by_itself + *held => *held = in_a_subject,
                Some(_) => sum += by_itself,
                None => sum += by_itself.max(in_a_subject),
            }
        }
        sum + largest.values().sum::<u32>()
    };
    let total = total(true).max(if diploma > 0 { diploma + total(false) } else { 0 });
    let outcome = match any {
        _ if total >= needs => Outcome::Met,
        true => Outcome::Judgement,
        false => Outcome::NotMet,
    };
    // Which subject has which size is not told apart: there would be tens of thousands of lists. What is told apart beside
    // the sum is whether something counted once, whether a diploma holds something, and whether a subject or a kind is open.
    let by_itself = together > alone[0] + alone[1] + subjects.values().sum::<u32>();
    let flags = [
        by_itself,
        diploma > 0,
        subjects.keys().any(|(_, inside)| *inside),
        !open.concat().is_empty(),
        !unknown.is_empty(),
    ];
    let bits = flags.into_iter().fold(0, |bits, flag| bits * 2 + u32::from(flag));
    (outcome, vec![u32::from(any), total, bits])
}

/// The largest known size of the awards that count by themselves, or of the others.
fn most_of(worth: &[Worth; AWARD_COUNT], by_itself: bool) -> u32 {
    let tenths = |award: Award| if let Worth::Tenths(tenths) = worth[award.index()] { tenths } else { 0 };
    Award::all(Section::Level3).filter(|award| award.counts_by_itself() == by_itself).map(tenths).max().unwrap_or(0)
}

/// The GCSEs at one extreme, and what is added later could add to: each subject, the others, and those without a subject.
fn gcses<'a>(range: &Range, held: impl Iterator<Item = &'a Qualification>, well: bool) -> Extreme {
    let (mut others, mut open, mut most_open) = (0, 0, 0);
    let mut subjects: BTreeMap<SubjectId, u32> = BTreeMap::new();
    for one in held.filter(|held| held.passes().unwrap_or(well)) {
        match &one.subject {
            Some(Subject::Listed(id)) => {
                let halves = if range.doubles.contains(id) { one.halves().map_or(2, u32::from) } else { 1 };
                let known = subjects.entry(*id).or_default();
                *known = halves.max(*known);
            }
            Some(Subject::Own(_)) => others += u32::from(one.count),
            None => {
                open += u32::from(one.count);
                most_open = u32::from(one.count).max(most_open);
            }
        }
    }
    let number = u32::from(range.number);
    let has_double = subjects.keys().any(|id| range.doubles.contains(id));
    let missing: Vec<&SubjectGroup> =
        range.including.iter().filter(|group| !group.subjects.iter().any(|id| subjects.contains_key(id))).collect();
    let known: u32 = others + subjects.values().sum::<u32>();
    let (total, without) = if well {
        // One of them may be worth two, in the place of a missing group or beside all of them.
        let in_a_group = missing.iter().any(|group| group.subjects.iter().any(|id| range.doubles.contains(id)));
        let room = open as usize > missing.len() || in_a_group;
        let second = u32::from(open > 0 && !has_double && !range.doubles.is_empty() && room);
        (known + open + second, missing.len().saturating_sub(open as usize))
    } else {
        (known + most_open.saturating_sub(subjects.len() as u32), missing.len())
    };
    let outcome = match total {
        0 => Outcome::NotMet,
        total if total >= number && without == 0 => Outcome::Met,
        _ => Outcome::Judgement,
    };
    let open = if well { open } else { most_open };
    let by_subject = subjects.into_iter().flat_map(|(id, halves)| [u32::from(id.0), halves]);
    (outcome, [others.min(number), open.min(number)].into_iter().chain(by_subject).collect())
}

fn is_held_by_a_diploma(award: Award) -> bool {
    Award::all(Section::Level3).any(|diploma| diploma.holds() == Some(award))
}

/// Which subject it is, where that matters: 0 without one, 1 for a person's own words.
fn subject_code(held: &Qualification, any_subject: bool) -> u32 {
    match &held.subject {
        None => 0,
        Some(Subject::Listed(id)) if !any_subject => 2 + u32::from(id.0),
        Some(_) => 1,
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
