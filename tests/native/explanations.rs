//! Every distinct explanation that the worked cases get, in each role, as text to be read: `tests/explanations.txt`.

use std::collections::BTreeSet;

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::evaluate_json;
use serde_json::Value;

use crate::cases;
use crate::kept::same_as_kept;

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn words<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// What is said in a report of a route: of each requirement why, of each gap what would change it, its plan, and what else to know.
fn said(route: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for pathway in list(route, "pathways") {
        let at = words(pathway, "id");
        for one in list(pathway, "requirements") {
            lines.push(format!("{at}.{} {}: {}", words(one, "id"), words(one, "outcome"), words(one, "because")));
        }
        for gap in list(pathway, "gaps") {
            lines.push(format!("{at}.{} would change: {}", words(gap, "requirement"), words(gap, "gain")));
        }
        if let Some(plan) = pathway["plan"].as_object() {
            lines.push(format!("{at} plan: {}", plan["text"].as_str().unwrap_or_default()));
        }
    }
    lines.extend(list(route, "cautions").map(|caution| format!("caution: {}", words(caution, "text"))));
    lines
}

/// Each explanation once, with the case that it was first met in.
fn explanations() -> String {
    let cases: Vec<Value> = cases::all().collect();
    let mut text = String::new();
    for role in &Catalogue::built_in().roles {
        text.push_str(&format!("\n# {}\n", role.rules.id));
        let mut known = BTreeSet::new();
        for case in &cases {
            let report = evaluate_json(Catalogue::built_in(), &case["profile"].to_string(), role.rules.id);
            let report = serde_json::to_value(report.expect("a case is a good profile")).expect("a report is JSON");
            let new: Vec<String> = list(&report, "routes")
                .flat_map(|route| said(route).into_iter().map(|line| format!("{} {line}", words(route, "id"))))
                .filter(|line| known.insert(line.clone()))
                .collect();
            if !new.is_empty() {
                text.push_str(&format!("\n{}\n  {}\n", words(case, "name"), new.join("\n  ")));
            }
        }
    }
    text
}

#[test]
fn every_distinct_explanation_is_as_it_was_read() {
    same_as_kept("tests/explanations.txt", &explanations());
}
