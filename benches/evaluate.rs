//! One evaluation, native, over the profiles of the worked cases, from the rules alone to a report from JSON; the same
//! for every role, and for many; and one keystroke in the search for a subject.

use divan::{Bencher, black_box, counter::ItemsCount};
use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::contract::{decode_profile, evaluate_json};
use entry_checker::rules::{Profile, Role, Section, evaluate};
use serde_json::Value;

const ROLE: &str = "clinical-or-medical-technology";
const CASES: &str = include_str!("../tests/cases.jsonl");

fn main() {
    divan::main();
}

fn pack() -> &'static RolePack {
    Catalogue::built_in().role(ROLE).expect("the first role is built in")
}

fn json() -> Vec<String> {
    let cases = CASES.lines().map(|line| serde_json::from_str::<Value>(line).expect("a case is JSON"));
    cases.map(|case| case["profile"].to_string()).collect()
}

fn profiles() -> Vec<Profile> {
    let subjects = &Catalogue::built_in().subjects;
    json().iter().map(|json| decode_profile(subjects, json).expect("a case is a good profile")).collect()
}

/// The rules alone. To hold: at most 2 microseconds each.
#[divan::bench]
fn rules(bencher: Bencher) {
    let (pack, profiles) = (pack(), profiles());
    bencher.counter(ItemsCount::new(profiles.len())).bench(|| {
        for profile in &profiles {
            black_box(evaluate(&pack.rules, black_box(profile)));
        }
    });
}

/// Every role of the catalogue for one profile, counted by role. To hold: at most 2 microseconds each.
#[divan::bench]
fn every_role(bencher: Bencher) {
    let (roles, profiles) = (&Catalogue::built_in().roles, profiles());
    bencher.counter(ItemsCount::new(profiles.len() * roles.len())).bench(|| {
        for profile in &profiles {
            for role in roles {
                black_box(evaluate(&role.rules, black_box(profile)));
            }
        }
    });
}

/// A catalogue made of copies of the roles, for one profile: it grows as the number of roles does.
#[divan::bench(args = [1, 10, 100, 1_000])]
fn many_roles(bencher: Bencher, number: usize) {
    let built_in = &Catalogue::built_in().roles;
    let roles: Vec<Role> = built_in.iter().cycle().take(number).map(|role| role.rules.clone()).collect();
    let profiles = profiles();
    let mut next = profiles.iter().cycle();
    bencher.counter(ItemsCount::new(number)).with_inputs(|| next.next().cloned().unwrap_or_default()).bench_local_refs(
        |profile| {
            for role in &roles {
                black_box(evaluate(role, black_box(profile)));
            }
        },
    );
}

/// From JSON to a report in plain words.
#[divan::bench]
fn json_to_report(bencher: Bencher) {
    let json = json();
    bencher.counter(ItemsCount::new(json.len())).bench(|| {
        for profile in &json {
            black_box(evaluate_json(Catalogue::built_in(), black_box(profile), ROLE)).expect("a good profile");
        }
    });
}

/// A keystroke: what fits at once, and what fits nothing, so that typing errors are looked for everywhere.
#[divan::bench(args = ["mech", "engineering", "qwertyuiopas"])]
fn keystroke(bencher: Bencher, typed: &str) {
    let subjects = &Catalogue::built_in().subjects;
    bencher.bench(|| black_box(subjects.search(Section::Degree, black_box(typed), 8)));
}
