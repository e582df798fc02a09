//! What a requirement sees in a section, and what it decides from what it sees in all of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::role::{Role, SECTIONS, Subjects, list};
use super::scales::{halves, passes};

/// `not-met < judgement < met`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    NotMet,
    Judgement,
    Met,
}

impl Outcome {
    pub fn id(self) -> &'static str {
        ["not-met", "judgement", "met"][self as usize]
    }

    /// What a table says of a key; not met where it does not name it.
    fn of(table: &Value, key: &str) -> Outcome {
        match table.get(key).and_then(Value::as_str) {
            Some("met") => Outcome::Met,
            Some("judgement") => Outcome::Judgement,
            _ => Outcome::NotMet,
        }
    }
}

/// What a requirement sees in one section, or in several taken together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Seen {
    /// Each qualification: how it comes out, and its subject where that is a known one.
    held: Vec<(Outcome, Option<String>)>,
    /// How large the passed awards are together, in hundredths of an A level, and whether there is any.
    size: u64,
    any: bool,
    /// How many GCSEs are passed, and of which groups.
    number: u64,
    groups: BTreeSet<String>,
}

fn hundredths(size: &Value) -> u64 {
    (size.as_f64().expect("a size is a number") * 100.0).round() as u64
}

/// Looks at a section in which nothing is left open.
pub fn look(requirement: &Value, role: &Role, subjects: &Subjects, section: &str, entries: &[Value]) -> Seen {
    let mut seen = Seen::default();
    for entry in entries {
        if requirement.get("holds").is_some() {
            let pools = list(&requirement["holds"]).iter().filter(|pool| pool["section"] == section);
            let Some(best) = pools.map(|pool| qualification(pool, role, subjects, section, entry)).max() else {
                continue;
            };
            seen.held.push((best, known(role, subjects, section, entry).map(|(id, _)| id)));
        } else if requirement.get("range").is_some() && section == "gcse" && passes(section, entry) {
            seen.groups.extend(subject_of(subjects, section, entry).and_then(|id| subjects.groups.get(&id).cloned()));
        }
    }
    if let Some(size) = requirement.get("size").filter(|_| section == "level3") {
        let passed: Vec<&Value> = entries.iter().filter(|entry| passes(section, entry)).collect();
        let is_of_size = |entry: &&&Value| size["worth"].get(entry["award"].as_str().unwrap_or_default()).is_some();
        seen.any = passed.iter().any(|entry| is_of_size(&entry) || list(&size["unknown"]).contains(&entry["award"]));
        let sized: Vec<&Value> = passed.iter().filter(is_of_size).copied().collect();
        seen.size = total_size(size, subjects, &sized);
    }
    if requirement.get("range").is_some() && section == "gcse" {
        seen.number = number_of_gcses(subjects, entries);
    }
    seen.held.sort();
    seen
}

/// The listed subject of an entry.
pub fn subject_of(subjects: &Subjects, section: &str, entry: &Value) -> Option<String> {
    subjects.named(section, entry.get("subject")?.as_str()?)
}

/// The size of passed awards. In each subject the largest counts. A diploma holds its higher level subjects; whichever is
/// larger counts, the diploma or what it holds.
fn total_size(size: &Value, subjects: &Subjects, passed: &[&Value]) -> u64 {
    let (diplomas, others): (Vec<&Value>, Vec<&Value>) =
        passed.iter().partition(|entry| entry["award"] == "ib-diploma");
    let worth = |entry: &Value| hundredths(&size["worth"][entry["award"].as_str().unwrap_or_default()]);
    let sum = |entries: &[&Value]| {
        let mut alone = 0;
        let mut by_subject: BTreeMap<String, u64> = BTreeMap::new();
        for entry in entries {
            match subject_of(subjects, "level3", entry).filter(|_| entry["award"] != "epq") {
                Some(id) => {
                    let largest = by_subject.entry(id).or_default();
                    *largest = (*largest).max(worth(entry));
                }
                None => alone += worth(entry),
            }
        }
        alone + by_subject.values().sum::<u64>()
    };
    let without = sum(&others);
    let Some(diploma) = diplomas.first() else { return without };
    let beside: Vec<&Value> = others.iter().filter(|entry| entry["award"] != "ib-higher-level").copied().collect();
    without.max(worth(diploma) + sum(&beside))
}

/// How many GCSEs are in the range: each listed subject once, combined science for each half, others by their number.
fn number_of_gcses(subjects: &Subjects, entries: &[Value]) -> u64 {
    let mut once: BTreeMap<String, u64> = BTreeMap::new();
    let mut others = 0;
    for entry in entries {
        let halves = halves(entry);
        if halves == 0 {
            continue;
        }
        match subject_of(subjects, "gcse", entry) {
            Some(id) => {
                let worth = if id == "combined-science" { halves } else { 1 };
                let known = once.entry(id).or_default();
                *known = (*known).max(worth);
            }
            None => others += entry.get("count").map_or(1, |count| count.as_u64().expect("a count is a whole number")),
        }
    }
    others + once.values().sum::<u64>()
}

/// A subject that the tables know, and what it is to the role.
fn known(role: &Role, subjects: &Subjects, section: &str, entry: &Value) -> Option<(String, String)> {
    let id = subject_of(subjects, section, entry)?;
    let table = if section == "level3" { &subjects.level3 } else { &role.division };
    table.get(&id).map(|standing| (id.clone(), standing.clone()))
}

/// One qualification's outcome: the least of its tests.
fn qualification(pool: &Value, role: &Role, subjects: &Subjects, section: &str, entry: &Value) -> Outcome {
    let award = entry["award"].as_str().unwrap_or_default();
    let mut outcome = Outcome::of(&pool["awards"], award);
    if pool["passed"] == true && !passes(section, entry) {
        outcome = Outcome::NotMet;
    }
    if let Some(classes) = pool.get("class") {
        let class = if list(&pool["classJudged"]).contains(&entry["award"]) {
            Outcome::Judgement
        } else {
            Outcome::of(classes, entry["class"].as_str().unwrap_or_default())
        };
        outcome = outcome.min(class);
    }
    if let Some(standings) = pool.get("subject") {
        let subject = match known(role, subjects, section, entry) {
            // What nobody has classed is a judgement.
            None => Outcome::Judgement,
            Some((id, _)) if pool["subjectsApart"].get(&id).is_some() => Outcome::of(&pool["subjectsApart"], &id),
            Some((_, standing)) => Outcome::of(standings, &standing),
        };
        outcome = outcome.min(subject);
    }
    outcome
}

/// A requirement's outcome, from what it sees in each section.
pub fn decide(requirement: &Value, seen: &[&Seen; SECTIONS.len()]) -> Outcome {
    let some = |any: bool| if any { Outcome::Judgement } else { Outcome::NotMet };
    if requirement.get("judged").is_some() {
        return Outcome::Judgement;
    }
    if let Some(size) = requirement.get("size") {
        let enough = seen.iter().map(|seen| seen.size).sum::<u64>() >= hundredths(&size["aLevels"]);
        return if enough { Outcome::Met } else { some(seen.iter().any(|seen| seen.any)) };
    }
    if let Some(range) = requirement.get("range") {
        let number: u64 = seen.iter().map(|seen| seen.number).sum();
        let has = |group: &Value| seen.iter().any(|seen| seen.groups.contains(group.as_str().unwrap_or_default()));
        let enough =
            number >= range["number"].as_u64().unwrap_or_default() && list(&range["including"]).iter().all(has);
        return if enough { Outcome::Met } else { some(number > 0) };
    }
    let needs = |key: &str| requirement.get(key).and_then(Value::as_u64).map(|number| number as usize);
    let n = needs("needs").unwrap_or(1);
    let best = best_first(n, seen);
    let nth = |n: usize| best.get(n - 1).copied().unwrap_or(Outcome::NotMet);
    nth(n).max(needs("judgedFrom").map_or(Outcome::NotMet, |fewer| nth(fewer).min(Outcome::Judgement)))
}

/// How the qualifications come out. Where more than one is asked for it is "subjects": the same one counts once.
fn best_first(n: usize, seen: &[&Seen]) -> Vec<Outcome> {
    let all = seen.iter().flat_map(|seen| &seen.held);
    let mut once: BTreeMap<&str, Outcome> = BTreeMap::new();
    let mut outcomes = Vec::new();
    for (outcome, subject) in all {
        match subject {
            Some(subject) if n > 1 => {
                let best = once.entry(subject).or_insert(*outcome);
                *best = (*best).max(*outcome);
            }
            _ => outcomes.push(*outcome),
        }
    }
    outcomes.extend(once.into_values());
    outcomes.sort_unstable_by(|one, other| other.cmp(one));
    outcomes
}
