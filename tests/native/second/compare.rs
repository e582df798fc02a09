//! The engine beside the second reading.

use std::collections::BTreeMap;

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::{Report, encode_profile, evaluate_json};
use entry_checker::editor::kinds::Said;
use serde_json::{Value, json};

use super::super::proofs::space;
use super::open::Reader;
use super::people::{Dice, anybody};
use super::role::{Role, Subjects, roles, subjects};

/// How many people at random; a long run (`cargo xtask soak`) says another number.
fn people() -> usize {
    std::env::var("PEOPLE").ok().and_then(|number| number.parse().ok()).unwrap_or(4_000)
}

/// Whether each role is walked as a whole: 3 million situations, for a long run. Else each of its routes by itself.
pub fn whole() -> bool {
    std::env::var_os("WHOLE_ROLES").is_some()
}

/// What a report says, by the paths of the second reading.
fn said(report: &Report) -> BTreeMap<String, (&'static str, bool)> {
    let mut said = BTreeMap::new();
    for route in &report.routes {
        said.insert(route.id.to_string(), (route.outcome, route.pending));
        for pathway in &route.pathways {
            let path = format!("{}/{}", route.id, pathway.id);
            for requirement in &pathway.requirements {
                // A report gives no requirement's `pending`.
                said.insert(format!("{path}/{}", requirement.id), (requirement.outcome, false));
            }
            said.insert(path, (pathway.outcome, pathway.pending));
        }
    }
    said
}

fn readers<'a>(role: &'a Role, subjects: &'a Subjects) -> Vec<Reader<'a>> {
    role.routes.iter().map(|route| Reader::new(role, route, subjects)).collect()
}

/// Holds the report of a profile against the second reading of some routes; gives back the outcomes that it went over.
fn compare(readers: &mut [Reader], role: &str, profile: &Value) -> Vec<&'static str> {
    let text = profile.to_string();
    let report = evaluate_json(Catalogue::built_in(), &text, role).unwrap_or_else(|error| panic!("{text}: {error}"));
    let mut engine = said(&report);
    engine.retain(|path, _| readers.iter().any(|reader| path.split('/').next() == Some(&reader.route.id)));
    let mut outcomes = Vec::new();
    for (path, mut second) in readers.iter_mut().flat_map(|reader| reader.read(profile)) {
        second.1 &= path.matches('/').count() < 2;
        let first = engine.remove(&path);
        assert_eq!(first, Some(second), "{role} {path}: the engine, then the second reading: {text}");
        outcomes.push(second.0);
    }
    assert!(engine.is_empty(), "{role}: only the report has {engine:?}");
    in_order(&report, &text);
    outcomes
}

/// Best first, the first recommended unless nothing is left, and something asked exactly while something is open.
fn in_order(report: &Report, profile: &str) {
    let outcomes: Vec<&str> = report.routes.iter().map(|route| route.outcome).collect();
    let rank = |outcome: &&&str| ["met", "judgement", "not-met"].iter().position(|known| known == *outcome);
    let best_first = outcomes.iter().filter(|one| **one != "unanswered").is_sorted_by_key(|one| rank(&one));
    assert!(best_first, "{outcomes:?}: {profile}");
    let nothing = outcomes.iter().all(|outcome| *outcome == "not-met");
    let first = report.routes.first().map(|route| route.id);
    assert_eq!(report.recommended, first.filter(|_| !nothing), "{outcomes:?}: {profile}");
    assert_eq!(report.next.is_some(), outcomes.contains(&"unanswered"), "{outcomes:?}: {profile}");
}

#[test]
fn anybody_reads_the_same() {
    let (roles, subjects) = (roles(), subjects());
    let mut readers: Vec<Vec<Reader>> = roles.iter().map(|role| readers(role, &subjects)).collect();
    let mut dice = Dice(0x5EC0_4D12_EAD1_4600);
    let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
    let number = people();
    for person in 0..number {
        let place = person % roles.len();
        for outcome in compare(&mut readers[place], &roles[place].id, &anybody(&mut dice)) {
            *outcomes.entry(outcome).or_default() += 1;
        }
        // In a long run what was kept would fill the memory.
        if person % 20_000 == 0 {
            readers.iter_mut().flatten().for_each(Reader::forget);
        }
    }
    println!("{number} people at random read the same twice: {outcomes:?}");
    assert_eq!(outcomes.len(), 4, "{outcomes:?}");
}

/// Every situation that the rules of a role can tell apart: with all said, with predictions, and with open questions.
#[test]
fn every_situation_reads_the_same() {
    let (all, tables) = (roles(), subjects());
    let catalogue = Catalogue::built_in();
    assert_eq!(all.len(), catalogue.roles.len(), "every role is read");
    let mut number = 0;
    for role in &all {
        let pack = catalogue.role(&role.id).expect("the engine has the role");
        let rules = &pack.rules;
        for said in [Said::Some, Said::AllPredicted] {
            let space = space(pack, said);
            let mut walk = |readers: &mut [Reader], to: &[&_]| {
                for situation in space.profiles(to) {
                    compare(readers, &role.id, &json!(encode_profile(&catalogue.subjects, &situation.profile)));
                    number += 1;
                }
            };
            if whole() {
                walk(&mut readers(role, &tables), &rules.requirements().collect::<Vec<_>>());
            }
            for (route, rules) in role.routes.iter().zip(&rules.routes) {
                let to: Vec<_> = rules.requirements().collect();
                walk(&mut [Reader::new(role, route, &tables)], &to);
            }
        }
    }
    println!("{number} situations of {} roles read the same twice", all.len());
}
