//! Reasons and gains in plain words about this person.

use super::plural::OTHER;
use super::{Words, count, either, fill, fill_with, find, list, text};
use crate::letters::capital;
use crate::rules::role::Pool;
use crate::rules::{
    Award, Class, Grant, Mark, Outcome, Profile, Qualification, Reason, Requirement, Rule, Section, Standing, Test,
};

/// Why a requirement came out as it did.
pub fn because(words: &Words, requirement: &Requirement, reason: &Reason) -> String {
    // A sentence may begin with the name of an award, which has a small letter elsewhere.
    capital(sentence(words, requirement, reason))
}

fn sentence(words: &Words, requirement: &Requirement, reason: &Reason) -> String {
    match reason {
        Reason::Unasked(section) => text(&format!("because.unasked.{}", section.key())).to_string(),
        Reason::Nothing(section) => text(&format!("because.nothing.{}", section.key())).to_string(),
        Reason::Open { held, test } => {
            let key = format!("because.open.{}.{}", held.award.section().key(), test.id());
            fill_with(&key, &|place| if place == "award" { award(held.award) } else { words.subject(held) })
        }
        Reason::Adds { tenths, passed, given } => adds(requirement, *tenths, *passed, *given),
        Reason::Counts { total, missing } => {
            let groups: Vec<&str> = missing.iter().map(|group| text(&format!("gcse.{}", group.id))).collect();
            counts(requirement, *total, &groups)
        }
        Reason::Fewer { number, held } => {
            let needs = if let Rule::Holds { needs, .. } = requirement.rule { needs } else { 1 };
            let key = format!("because.{}.fewer.{}", held.award.section().key(), about(requirement));
            count(&key, *number, &[("needs", &needs.to_string()), ("subject", words.subject(held))])
        }
        Reason::Judged(because) => because.to_string(),
        Reason::Decides { held, limit, outcome, standing, floor, instead_of } => {
            let standing = standing.map_or("", |standing| standing.id());
            let key = match (limit, instead_of) {
                (None, _) => met_key(held, standing),
                (Some(Test::Award), Some(usual)) => format!("because.{}.borrowed", usual.key()),
                (Some(Test::Award), None) => award_key(held, *outcome),
                (Some(Test::Result), _) => result_key(held, *outcome),
                (Some(Test::Subject), _) => format!("because.{}.subject.{standing}", held.award.section().key()),
            };
            fill_with(&key, &|place| match place {
                "your" => words.your(held),
                "award" => award(held.award),
                "subject" => words.subject(held),
                "result" => result(held),
                "floor" => floor.map_or("", class),
                _ => "",
            })
        }
    }
}

fn met_key(held: &Qualification, standing: &str) -> String {
    let section = held.award.section().key();
    // A test without a subject says so: "the subject does not matter".
    let about = if standing.is_empty() { "any-subject" } else { "subject" };
    format!("because.{section}.met.{about}")
}

fn award_key(held: &Qualification, outcome: Outcome) -> String {
    let own = format!("because.{}.award.{}", held.award.section().key(), held.award.id());
    let general = match outcome {
        Outcome::Judgement => "judgement",
        _ => "not-met",
    };
    if find(&own).is_some() { own } else { format!("because.{}.award.{general}", held.award.section().key()) }
}

fn result_key(held: &Qualification, outcome: Outcome) -> String {
    match held.mark {
        Some(Mark::Class(class)) if outcome == Outcome::Judgement => {
            format!("because.degree.result.{}", class.id())
        }
        Some(Mark::Class(Class::Pass)) => "because.degree.result.pass".to_string(),
        Some(Mark::Class(_)) => "because.degree.result.below".to_string(),
        // A fail decides whatever it is in, so its subject may be unanswered.
        _ if held.subject.is_none() => format!("because.{}.result.fail.any-subject", held.award.section().key()),
        _ => format!("because.{}.result.fail", held.award.section().key()),
    }
}

/// An award as it stands in a sentence.
pub fn award(award: Award) -> &'static str {
    text(&format!("award.{}.short", award.id()))
}

/// A class as it stands in a sentence.
fn class(class: Class) -> &'static str {
    text(&format!("class.{}.short", class.id()))
}

fn result(held: &Qualification) -> &str {
    match &held.mark {
        Some(Mark::Class(held)) => class(*held),
        Some(Mark::Grade(grade)) => &grade.text,
        None => "",
    }
}

fn adds(requirement: &Requirement, tenths: u32, passed: usize, given: usize) -> String {
    let Rule::Size { needs, .. } = requirement.rule else {
        return String::new();
    };
    let key = match (given, passed, tenths) {
        (0, ..) => return text("because.nothing.level3").to_string(),
        (_, 0, _) => "because.size.no-pass",
        (_, _, 0) => "because.size.unknown",
        (.., tenths) if tenths >= needs => "because.size.met",
        _ => "because.size.short",
    };
    fill(key, &[("size", &size(tenths)), ("needs", &size(needs))])
}

/// A size in A levels: "one A level", "2 A levels", "2.4 A levels".
pub fn size(tenths: u32) -> String {
    let (whole, rest) = (tenths / 10, tenths % 10);
    match rest {
        0 => count("size", whole as usize, &[]),
        // Only whole numbers have forms of their own.
        _ => fill(&format!("size.{OTHER}"), &[("number", &format!("{whole}.{rest}"))]),
    }
}

fn counts(requirement: &Requirement, total: u16, missing: &[&str]) -> String {
    let Rule::Range { number, including } = &requirement.rule else {
        return String::new();
    };
    let all: Vec<&str> = including.iter().map(|group| text(&format!("gcse.{}", group.id))).collect();
    let key = match total {
        0 => return text("because.gcse.none").to_string(),
        total if total < *number => "because.gcse.few",
        _ if including.is_empty() => "because.gcse.met.any",
        _ if missing.is_empty() => "because.gcse.met",
        _ => "because.gcse.without",
    };
    count(key, usize::from(total), &[("including", &list(&all)), ("missing", &list(missing))])
}

/// What would close a gap.
pub fn gain(words: &Words, requirement: &Requirement, profile: &Profile, grant: &Grant) -> String {
    let accepted = words.pack.accepted.text;
    match grant {
        Grant::Gcses { groups, .. } => gcse_gain(requirement, profile, groups),
        Grant::Size(number) => count("gain.size", usize::from(*number), &[]),
        Grant::Class { index, to } => {
            let held = profile.section(Section::Degree).and_then(|held| held.get(*index));
            let predicted = held.map_or("", result);
            let open = held.is_some_and(|held| held.subject.is_none()) && !any_subject(requirement);
            let key = if open { "gain.class.subject" } else { "gain.class" };
            fill(key, &[("predicted", predicted), ("to", class(*to)), ("subjects", accepted)])
        }
        Grant::More(Section::Level3, number) if !any_subject(requirement) => level_3_gain(words, requirement, *number),
        Grant::More(section, _) => {
            let key = format!("gain.{}.{}", section.key(), about(requirement));
            let floor = requirement.floor().map_or("", class);
            let wanted = usual(requirement)
                .and_then(|pool| Award::all(pool.section).find(|award| pool.award(*award) == Outcome::Met).map(award));
            // The sentence may begin with the name of the award.
            capital(fill(&key, &[("subjects", accepted), ("floor", floor), ("award", wanted.unwrap_or_default())]))
        }
    }
}

/// More passes at level 3, in the subjects that are sure to count.
fn level_3_gain(words: &Words, requirement: &Requirement, number: usize) -> String {
    let Rule::Holds { pools, .. } = &requirement.rule else { return String::new() };
    let counts = |standing: Standing| {
        pools
            .iter()
            .filter_map(|pool| pool.subject.as_ref())
            .any(|test| test.outcomes[standing as usize] == Outcome::Met)
    };
    let apart = usual(requirement).and_then(|pool| pool.subject.as_ref()).map_or(&[][..], |test| &test.apart);
    let names: Vec<&str> = apart
        .iter()
        .filter(|(_, outcome)| *outcome == Outcome::Met)
        .map(|(subject, _)| words.catalogue.subjects.name_of(*subject))
        .collect();
    let subjects = if names.is_empty() { text("gain.level3.sciences").to_string() } else { either(&names) };
    let gain = count("gain.level3.subject", number, &[("subjects", &subjects)]);
    if number == 1 && counts(Standing::Course) { format!("{gain} {}", text("gain.level3.course")) } else { gain }
}

/// The usual pool of a requirement.
fn usual(requirement: &Requirement) -> Option<&Pool> {
    let Rule::Holds { pools, .. } = &requirement.rule else { return None };
    pools.first()
}

/// Which of two sentences a requirement takes.
fn about(requirement: &Requirement) -> &'static str {
    if any_subject(requirement) { "any-subject" } else { "subject" }
}

/// Whether a requirement takes a qualification in any subject.
fn any_subject(requirement: &Requirement) -> bool {
    usual(requirement).is_some_and(|pool| pool.subject.is_none())
}

fn gcse_gain(requirement: &Requirement, profile: &Profile, groups: &[usize]) -> String {
    let Rule::Range { number, including } = &requirement.rule else {
        return String::new();
    };
    let names = |places: &mut dyn Iterator<Item = usize>| -> Vec<&str> {
        places.map(|place| text(&format!("gcse.{}", including[place].id))).collect()
    };
    let all = names(&mut (0..including.len()));
    let key = if including.is_empty() { "gain.gcse.any" } else { "gain.gcse" };
    let target = count(key, usize::from(*number), &[("including", &list(&all))]);
    // Where a subject was not asked for, we cannot say that it is missing.
    let known = profile.section(Section::Gcse).unwrap_or_default().iter().all(|held| held.subject.is_some());
    if !known || groups.is_empty() {
        return target;
    }
    let missing = fill("gain.gcse.missing", &[("missing", &list(&names(&mut groups.iter().copied())))]);
    format!("{target} {missing}")
}
