//! The engine beside the second reading.

use std::collections::BTreeMap;

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::{InFull, Report, encode_profile, evaluate_json};
use entry_checker::editor::kinds::Said;
use entry_checker::editor::space::Space;
use serde_json::{Value, json};

use super::open::Reader;
use super::people::{Dice, anybody};
use super::role::{Role, roles, subjects};

/// How many people at random; `PEOPLE` says another number for a long run.
fn people() -> usize {
    std::env::var("PEOPLE").ok().and_then(|number| number.parse().ok()).unwrap_or(4_000)
}

/// What a report says, by the paths of the second reading.
fn said(report: &Report<InFull>) -> BTreeMap<String, (&'static str, bool)> {
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

/// Holds the report of a profile against the second reading.
fn compare(reader: &mut Reader, role: &str, profile: &Value) -> Result<(), String> {
    let text = profile.to_string();
    let report = evaluate_json(Catalogue::built_in(), &text, role).map_err(|error| format!("{text}: {error}"))?;
    let mut engine = said(&report);
    // The reader may have been given some of the routes alone.
    engine.retain(|path, _| reader.routes().any(|route| path.split('/').next() == Some(route)));
    for (path, second) in reader.read(profile) {
        let is_requirement = path.matches('/').count() == 2;
        let second = if is_requirement { (second.0, false) } else { second };
        let first = engine.remove(&path).ok_or_else(|| format!("the report has no {path}"))?;
        if first != second {
            return Err(format!("{role} {path}: the engine says {first:?}, the second reading {second:?}: {text}"));
        }
    }
    if let Some(path) = engine.keys().next() {
        return Err(format!("only the report has {path}"));
    }
    in_order(&report).map_err(|what| format!("{role}: {what}: {text}"))
}

/// Best first, the first recommended unless nothing is left, and something asked exactly while something is open.
fn in_order(report: &Report<InFull>) -> Result<(), String> {
    let outcomes: Vec<&str> = report.routes.iter().map(|route| route.outcome).collect();
    let rank = |outcome: &&&str| ["met", "judgement", "not-met"].iter().position(|known| known == *outcome);
    if !outcomes.iter().filter(|one| **one != "unanswered").is_sorted_by_key(|one| rank(&one)) {
        return Err(format!("not best first: {outcomes:?}"));
    }
    let nothing = outcomes.iter().all(|outcome| *outcome == "not-met");
    if report.recommended != report.routes.first().map(|route| route.id).filter(|_| !nothing) {
        return Err(format!("{outcomes:?} and {:?} is recommended", report.recommended));
    }
    if report.next.is_some() != outcomes.contains(&"unanswered") {
        return Err(format!("{outcomes:?} and next is {:?}", report.next));
    }
    Ok(())
}

#[test]
fn anybody_reads_the_same() {
    let (roles, subjects) = (roles(), subjects());
    let mut readers: Vec<Reader> = roles.iter().map(|role| Reader::new(role, &subjects)).collect();
    let mut dice = Dice(0x5EC0_4D12_EAD1_4600);
    let mut outcomes: BTreeMap<&str, usize> = BTreeMap::new();
    let number = people();
    for person in 0..number {
        let profile = anybody(&mut dice);
        let place = person % roles.len();
        if let Err(difference) = compare(&mut readers[place], &roles[place].id, &profile) {
            panic!("person {person}: {difference}");
        }
        for (_, (outcome, _)) in readers[place].read(&profile) {
            *outcomes.entry(outcome).or_default() += 1;
        }
    }
    println!("{number} people at random read the same twice: {outcomes:?}");
    assert!(outcomes.len() == 4, "{outcomes:?}");
}

/// Every situation that the rules of a role can tell apart: with all said, with predictions, and with open questions.
#[test]
fn every_situation_reads_the_same() {
    let (all, tables) = (roles(), subjects());
    let catalogue = Catalogue::built_in();
    assert_eq!(all.len(), catalogue.roles.len(), "every role is read");
    let mut number = 0;
    for role in &all {
        let rules = &catalogue.role(&role.id).expect("the engine has the role").rules;
        for route in &role.routes {
            let alone = Role { id: role.id.clone(), division: role.division.clone(), routes: vec![route.clone()] };
            let of_route = rules.routes.iter().filter(|known| known.id == route.id);
            let to: Vec<_> = of_route.flat_map(|one| &one.pathways).flat_map(|one| &one.requirements).collect();
            let mut reader = Reader::new(&alone, &tables);
            for said in [Said::Some, Said::AllPredicted] {
                for situation in Space::new(rules, &catalogue.subjects, said).profiles(&to) {
                    let profile = json!(encode_profile(&catalogue.subjects, &situation.profile));
                    if let Err(difference) = compare(&mut reader, &role.id, &profile) {
                        panic!("{difference}");
                    }
                    number += 1;
                }
            }
        }
    }
    println!("{number} situations of {} roles read the same twice", all.len());
}
