//! The tools of editors: the schema is current, a role's page says everything, and a difference misses nobody.

use std::fs;
use std::path::Path;

use entry_checker::catalogue::{Catalogue, File};
use entry_checker::editor::kinds::Said;
use entry_checker::editor::space::Space;
use entry_checker::editor::{Against, check, diff, explain, schema};
use entry_checker::rules::{Outcome, Profile, Requirement, evaluate};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::mistakes::{TODAY, files, kept, with_edits};
use crate::profiles::profile;

fn catalogue(files: &[File]) -> Catalogue {
    Catalogue::from_files(files).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

#[test]
fn the_schema_is_current() {
    let written =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("roles/schema.json")).unwrap_or_default();
    assert!(written == schema(), "roles/schema.json is not current; run cargo xtask roles schema");
}

#[test]
fn a_roles_page_says_everything() {
    let catalogue = Catalogue::built_in();
    for role in &catalogue.roles {
        let page = explain(catalogue, role);
        let space = Space::new(&role.rules, &catalogue.subjects, Said::All);
        let mut rows = 0;
        for route in &role.rules.routes {
            let all: Vec<&Requirement> = route.requirements().collect();
            for requirement in &all {
                let sources =
                    std::iter::once(&requirement.source).chain(requirement.clauses.iter().map(|(_, one)| one));
                for source in sources {
                    assert!(
                        page.contains(source.quote) && page.contains(source.url),
                        "{}: {}",
                        role.rules.id,
                        source.quote
                    );
                    assert!(source.reading.is_none_or(|reading| page.contains(reading)));
                }
            }
            assert!(route.pathways.iter().all(|pathway| page.contains(&format!("(`{}`)", pathway.id))));
            assert!(route.cautions.iter().all(|caution| page.contains(caution.text)));
            rows += space.profiles(&all).len();
        }
        // An expert signs off who decides, and not that somebody does.
        assert!(!page.contains("a person decides") && !page.contains("a person always"), "{}", role.rules.id);
        let by_route = role.routes.iter().filter(|route| !route.decider.is_empty());
        by_route.for_each(|route| assert!(page.contains(&format!("for {} to decide", route.decider)), "{page}"));
        // A table has a head and a line below it.
        let lines = page.lines().filter(|line| line.starts_with("| ")).count();
        assert_eq!(lines, rows + 2 * role.rules.routes.len(), "{}: a row for each situation", role.rules.id);
    }
}

/// Texts of a file, each with what takes its place.
type Edits<'a> = &'a [(&'a str, &'a str)];

/// Changes of the rules, and what they do to people.
#[test]
fn a_difference_is_told_in_peoples_terms() {
    let stp = "roles/programmes/stp.json";
    let physical = "roles/divisions/physical-sciences-and-biomedical-engineering.json";
    let role = "roles/clinical-or-medical-technology.json";
    let old = catalogue(&files());
    let cases: [(&str, Edits, &[&str]); 5] = [
        (stp, &[], &[]),
        // Words alone change nobody's outcome.
        (stp, &[("Three years of paid training", "Three paid years of training")], &[]),
        (
            physical,
            &[("\"chemistry\",\n", ""), ("\"chemical-physics\",", "\"chemical-physics\", \"chemistry\",")],
            &[
                "clinical-or-medical-technology, imaging-non-ionising: stp: from a person decides to met: ",
                "Honours degree or Scottish MA (Hons), First (1st) or Upper second (2:1), in chemistry",
            ],
        ),
        (
            stp,
            &[("\"overseas-higher-degree\": \"judgement\"", "\"overseas-higher-degree\": \"met\"")],
            &[
                "stp: from a person decides to met: ",
                "Higher degree from outside the UK, in acoustics or one of 57 alike",
            ],
        ),
        (
            role,
            &[
                (
                    "\"programme\": \"ptp\"",
                    "\"programme\": { \"id\": \"x\", \"name\": \"x\", \"job\": \"x\", \"about\": \"x\", \"pathways\": [{ \"id\": \"x\", \"name\": \"x\", \"requirements\": [{ \"id\": \"science\", \"name\": \"x\", \"judged\": \"x\" }] }] }",
                ),
                ("\"size\": {", "\"science.award\": {"),
                ("\"gcse-range\": {", "\"science.result\": {"),
            ],
            &[
                "clinical-or-medical-technology: the route \"ptp\" is gone",
                "clinical-or-medical-technology: a new route \"x\"",
            ],
        ),
    ];
    for (file, edits, expected) in cases {
        let lines = diff(&old, &catalogue(&with_edits(file, edits)));
        assert_eq!(lines.is_empty(), expected.is_empty(), "{lines:#?}");
        for words in expected {
            assert!(lines.iter().any(|line| line.contains(words)), "{words}\n{lines:#?}");
        }
    }
    let without: Vec<File> = files().into_iter().filter(|(name, _)| *name != "roles/audiology.json").collect();
    assert_eq!(diff(&old, &catalogue(&without)), ["audiology: the role is gone"]);
    assert_eq!(diff(&catalogue(&without), &old), ["audiology: a new role"]);
}

/// Whoever's outcome changes is told of: for random people, each change is one that a line names.
#[test]
fn a_difference_misses_nobody() {
    let with = |edit| catalogue(&with_edits("roles/programmes/stp.json", &[edit]));
    let old = catalogue(&files());
    let stricter = with(("\"2:2\": \"met\"", "\"2:2\": \"judgement\""));
    let wider = with(("\"mba\": \"met\"", "\"mba\": \"judgement\", \"pgdip\": \"judgement\""));
    for new in [stricter, wider] {
        let lines = diff(&old, &new);
        let word = |outcome: Outcome| match outcome {
            Outcome::Met => "met",
            Outcome::Judgement => "a person decides",
            Outcome::NotMet => "not met",
        };
        let mut runner =
            TestRunner::new(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() });
        let seen = std::cell::Cell::new(0);
        let each = |profile: Profile| {
            for role in &new.roles {
                let before = old.role(role.rules.id).map(|role| evaluate(&role.rules, &profile));
                let after = evaluate(&role.rules, &profile);
                for (place, route) in role.rules.routes.iter().enumerate() {
                    let of = |evaluation: &entry_checker::rules::Evaluation| evaluation.routes[place].verdict.outcome();
                    let (Some(before), Some(after)) = (before.as_ref().and_then(of), of(&after)) else { continue };
                    if before != after {
                        let told = format!("{}: from {} to {}: ", route.id, word(before), word(after));
                        let told = lines.iter().any(|line| line.contains(role.rules.id) && line.contains(&told));
                        prop_assert!(told, "{} {}: {profile:?}", role.rules.id, route.id);
                        seen.set(seen.get() + 1);
                    }
                }
            }
            Ok(())
        };
        runner.run(&profile(false), each).unwrap_or_else(|error| panic!("{error}"));
        assert!(seen.get() > 50, "{} people had another outcome", seen.get());
    }
}

/// `docs/adding-a-role.md`, followed to the letter.
#[test]
fn the_guide_for_a_new_role_can_be_followed() {
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/adding-a-role.md"))
        .expect("the guide is here");
    let block = |kind: &str, number: usize| {
        let fence = format!("```{kind}\n");
        let rest = guide.split(&fence).nth(number + 1).unwrap_or_else(|| panic!("no {kind} block {number}"));
        rest.split("```").next().unwrap_or_default()
    };
    let name = "roles/sleep-laboratory.json";
    let with = |text: &str| -> Vec<File> { files().into_iter().chain([(name, kept(text.to_string()))]).collect() };
    let told = |text: &str| -> String {
        let mistakes = check(&with(text), &Against { today: TODAY.into(), pages: Vec::new() });
        mistakes.iter().map(|mistake| format!("{mistake}\n")).collect()
    };
    let first = block("json", 0);
    // The first draft has mistakes, which are told as the guide shows them; the edits that it gives mend them.
    assert_eq!(told(first), block("text", 0));
    let mut mended = first.to_string();
    for edit in block("diff", 0).split("\n\n") {
        let part = |sign: char| edit.lines().filter_map(|line| line.strip_prefix(sign)).collect::<Vec<_>>().join("\n");
        assert!(mended.contains(&part('-')), "the draft does not hold {}", part('-'));
        mended = mended.replacen(&part('-'), &part('+'), 1);
    }
    assert_eq!(told(&mended), "");
    let catalogue = catalogue(&with(&mended));
    let page = explain(&catalogue, catalogue.role("sleep-laboratory").expect("it was just added"));
    for line in block("markdown", 0).lines().filter(|line| !line.is_empty()) {
        assert!(page.contains(line), "the page does not say: {line}\n{page}");
    }
    assert_eq!(diff(Catalogue::built_in(), &catalogue), ["sleep-laboratory: a new role"]);
}
