//! Rounds of the worked cases, for counting what they cost the processor: `instructions rules 10`, `instructions report 10`.

use std::hint::black_box;
use std::process::ExitCode;

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::{decode_profile, evaluate_json};
use entry_checker::rules::evaluate;
use serde_json::Value;

const ROLE: &str = "clinical-or-medical-technology";
const CASES: &str = include_str!("../../tests/cases.jsonl");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, rounds] = arguments.as_slice() else { return ExitCode::FAILURE };
    let Ok(rounds) = rounds.parse::<usize>() else { return ExitCode::FAILURE };
    let catalogue = Catalogue::built_in();
    let pack = catalogue.role(ROLE).expect("the first role is built in");
    let cases = CASES.lines().map(|line| serde_json::from_str::<Value>(line).expect("a case is JSON"));
    let texts: Vec<String> = cases.map(|case| case["profile"].to_string()).collect();
    let profile = |text: &String| decode_profile(&catalogue.subjects, text).expect("a case is a good profile");
    let profiles: Vec<_> = texts.iter().map(profile).collect();
    for _ in 0..rounds {
        match what.as_str() {
            "rules" => profiles.iter().for_each(|profile| {
                black_box(evaluate(&pack.rules, black_box(profile)));
            }),
            "report" => texts.iter().for_each(|text| {
                black_box(evaluate_json(catalogue, black_box(text), ROLE)).expect("a good profile");
            }),
            _ => return ExitCode::FAILURE,
        }
    }
    ExitCode::SUCCESS
}
