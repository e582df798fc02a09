//! The worked cases of the contract, one a line in `cases.jsonl` and `cases-1.1.jsonl`, and our own in `cases-own.jsonl`.

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::evaluate_json;
use serde_json::Value;

const CONTRACT: &str = include_str!("../cases.jsonl");
const CONTRACT_1_1: &str = include_str!("../cases-1.1.jsonl");
const OWN: &str = include_str!("../cases-own.jsonl");

/// The roles that the kept texts are about. By name, so that a new role changes none of them but `explanations.txt`, which
/// is there to be read for a new role.
pub const ROLES: [&str; 9] = [
    "audiology",
    "biomedical-science",
    "cardiac-sciences",
    "clinical-immunology",
    "clinical-or-medical-technology",
    "imaging-non-ionising",
    "ophthalmic-and-vision-sciences",
    "reconstructive-science",
    "respiratory-and-sleep-sciences",
];

fn read(cases: &str) -> impl Iterator<Item = Value> {
    cases.lines().map(|line| serde_json::from_str(line).expect("a case is JSON"))
}

/// The worked cases, the contract's and then our own.
pub fn all() -> impl Iterator<Item = Value> {
    [CONTRACT, CONTRACT_1_1, OWN].into_iter().flat_map(read)
}

fn run(name: &str, cases: &str) {
    let mut failed = Vec::new();
    let cases: Vec<Value> = read(cases).collect();
    assert!(!cases.is_empty(), "{name} has no case");
    for case in &cases {
        let role = case["role"].as_str().expect("a case names its role");
        let report =
            evaluate_json(Catalogue::built_in(), &case["profile"].to_string(), role).expect("a case is a good profile");
        let report = serde_json::to_value(&report).expect("a report is JSON");
        for (route, expected) in case["expected"].as_object().expect("a case expects routes") {
            let routes = report["routes"].as_array().expect("a report has routes");
            let got = routes.iter().find(|one| one["id"] == *route).expect("the report has the route");
            for key in ["outcome", "pending"] {
                if got[key] != expected[key] {
                    failed
                        .push(format!("{}: {route}.{key}: got {}, expected {}", case["name"], got[key], expected[key]));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} of {} cases fail:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn contract() {
    run("cases.jsonl", CONTRACT);
}

#[test]
fn contract_1_1() {
    run("cases-1.1.jsonl", CONTRACT_1_1);
}

#[test]
fn own() {
    run("cases-own.jsonl", OWN);
}
