//! What a change of the rules does to people: whose outcome changes, complete over the space of answers.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::{Said, sections};
use super::space::{Situation, Space};
use super::words::{held, outcome};
use crate::catalogue::{Catalogue, RolePack};
use crate::rules::{Outcome, Requirement, Role, Route, evaluate};

/// The changes between two catalogues, a line each; none where nobody's outcome changes. What is the same in several
/// roles is said once.
///
/// Both have to be decoded with the same tables of subjects.
pub fn diff(old: &Catalogue, new: &Catalogue) -> Vec<String> {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for role in &new.roles {
        let changes = match old.role(role.rules.id) {
            Some(before) => role_diff(new, before, role),
            None => vec!["a new role".to_string()],
        };
        for change in changes {
            match found.iter_mut().find(|(known, _)| *known == change) {
                Some((_, roles)) => roles.push(role.rules.id),
                None => found.push((change, vec![role.rules.id])),
            }
        }
    }
    let gone = old.roles.iter().filter(|role| new.role(role.rules.id).is_none());
    found.extend(gone.map(|role| ("the role is gone".to_string(), vec![role.rules.id])));
    found.into_iter().map(|(change, roles)| format!("{}: {change}", roles.join(", "))).collect()
}

fn role_diff(catalogue: &Catalogue, old: &RolePack, new: &RolePack) -> Vec<String> {
    let (before, after) = (&old.rules.routes, &new.rules.routes);
    let gone = before.iter().filter(|route| after.iter().all(|other| other.id != route.id));
    let mut lines: Vec<String> = gone.map(|route| format!("the route \"{}\" is gone", route.id)).collect();
    for route in after {
        match before.iter().find(|other| other.id == route.id) {
            Some(before) => lines.extend(route_diff(catalogue, before, route)),
            None => lines.push(format!("a new route \"{}\"", route.id)),
        }
    }
    lines
}

/// Both versions of a route as one role: its situations are those that either can tell apart.
fn route_diff(catalogue: &Catalogue, old: &Route, new: &Route) -> Vec<String> {
    let both = Role { id: "both", routes: vec![old.clone(), new.clone()] };
    let all: Vec<&Requirement> = both.requirements().collect();
    let situations = Space::new(&both, &catalogue.subjects, Said::All).profiles(&all);
    let mut changes: BTreeMap<(Outcome, Outcome), BTreeSet<Answers>> = BTreeMap::new();
    for situation in &situations {
        let evaluation = evaluate(&both, &situation.profile);
        let [before, after] = [0, 1].map(|at| evaluation.routes[at].verdict.outcome().unwrap_or(Outcome::NotMet));
        if before != after {
            changes.entry((before, after)).or_default().insert(answers(situation));
        }
    }
    let looked_at = sections(all.iter().copied());
    let counts: Vec<usize> = (0..looked_at.len())
        .map(|at| situations.iter().map(|situation| situation.answers[at].1 + 1).max().unwrap_or(0))
        .collect();
    let name = |at: usize, answer: usize| {
        let with = situations.iter().find(|situation| situation.answers[at].1 == answer);
        let list = with.and_then(|situation| situation.profile.section(looked_at[at])).unwrap_or_default();
        held(looked_at[at], list, &both, &catalogue.subjects)
    };
    let mut lines = Vec::new();
    for ((before, after), changed) in changes {
        for who in who(changed, &counts) {
            let parts = who
                .iter()
                .enumerate()
                .filter_map(|(at, answers)| said(answers, counts[at], &|answer| name(at, answer)));
            let parts: Vec<String> = parts.collect();
            let who = if parts.is_empty() { "everybody".to_string() } else { parts.join(" / with: ") };
            lines.push(format!("{}: from {} to {}: {who}", new.id, outcome(before), outcome(after)));
        }
    }
    lines
}

/// The place of each section's answer among its answers.
type Answers = Vec<usize>;

fn answers(situation: &Situation) -> Answers {
    situation.answers.iter().map(|(_, place)| *place).collect()
}

/// Who is meant by some situations: for each section a set of answers, in as few and as wide combinations as are found.
fn who(changed: BTreeSet<Answers>, counts: &[usize]) -> Vec<Vec<BTreeSet<usize>>> {
    let mut left = changed.clone();
    let mut found = Vec::new();
    while let Some(first) = left.first() {
        let mut sets: Vec<BTreeSet<usize>> = first.iter().map(|answer| BTreeSet::from([*answer])).collect();
        // Widen one section after the other, as long as everybody who is then meant changes in this way.
        for (at, count) in counts.iter().enumerate() {
            for answer in 0..*count {
                let mut wider = sets.clone();
                wider[at] = BTreeSet::from([answer]);
                if combinations(&wider).iter().all(|one| changed.contains(one)) {
                    sets[at].insert(answer);
                }
            }
        }
        combinations(&sets).iter().for_each(|one| {
            left.remove(one);
        });
        found.push(sets);
    }
    found
}

fn combinations(sets: &[BTreeSet<usize>]) -> Vec<Answers> {
    sets.iter().fold(vec![Vec::new()], |all, set| {
        all.iter().flat_map(|so_far| set.iter().map(|answer| [so_far.as_slice(), &[*answer]].concat())).collect()
    })
}

/// A set of answers in words; nothing where it is all of them.
fn said(answers: &BTreeSet<usize>, count: usize, name: &dyn Fn(usize) -> String) -> Option<String> {
    if answers.len() == count {
        return None;
    }
    let others: Vec<String> = (0..count).filter(|answer| !answers.contains(answer)).map(name).collect();
    if others.len() < answers.len() {
        return Some(format!("anything but [{}]", others.join("] or [")));
    }
    let these: Vec<String> = answers.iter().map(|answer| name(*answer)).collect();
    Some(if these.len() > 1 { format!("[{}]", these.join("] or [")) } else { these.concat() })
}
