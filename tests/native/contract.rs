//! The contract's edge: what is refused, with which words, and that a profile reads back as it was written.

use crate::profiles::{ROLE, profile};
use entry_checker::catalogue::Catalogue;
use entry_checker::contract::{Report, decode_profile, encode_profile, evaluate_json, roles};
use entry_checker::rules::{Award, Section};
use proptest::prelude::*;
use serde_json::{Value, json};

fn refused(profile: &str) -> String {
    let error = evaluate_json(Catalogue::built_in(), profile, ROLE).expect_err(profile);
    assert_eq!(error.code, "E_PROFILE");
    error.message
}

#[test]
fn bad_profiles_are_refused_with_a_path() {
    let cases = [
        (
            r#"{"degree":[{"award":"bachelor-honours","class":"2.5"}]}"#,
            r#"degree[0].class: unknown class "2.5"; give one of first, 2:1, 2:2, undivided-second, third, pass, unclassified"#,
        ),
        (
            r#"{"degree":[{"award":"batchelor-honours"}]}"#,
            r#"degree[0].award: unknown award "batchelor-honours"; did you mean "bachelor-honours"?"#,
        ),
        (r#"{"level3":[{"grade":"B"}]}"#, "level3[0].grade: needs an award beside it"),
        (r#"{"degree":[{"award":""}]}"#, "degree[0].award: is empty"),
        (r#"{"gcse":[{"award":"a-level"}]}"#, r#"gcse[0].award: unknown award "a-level""#),
        (r#"{"gcse":[{"subject":"physics","grade":"5-5"}]}"#, "gcse[0].grade: is a pair of grades; give the subject"),
        (r#"{"gcse":[{"subject":"combined-science","grade":"5-X"}]}"#, r#"gcse[0].grade: unknown grade "5-X""#),
        (r#"{"gcse":[{"award":"cse","grade":"C"}]}"#, r#"gcse[0].grade: unknown grade "C""#),
        (r#"{"degree":[{"award":"msc"}]}"#, r#"degree[0].award: unknown award "msc""#),
        (r#"{"degree":[{"award":"bachelor-honours","grade":"A"}]}"#, "degree[0].grade: unknown key"),
        (r#"{"degree":[{"award":7}]}"#, "degree[0].award: must be text"),
        (r#"{"degree":[{"award":null}]}"#, "degree[0].award: must be text"),
        (r#"{"degree":{"award":"hnd"}}"#, "degree: must be a list"),
        (r#"{"degree":null}"#, "degree: must be a list"),
        (r#"{"degree":["hnd"]}"#, "degree[0]: must be an object"),
        (r#"{"degre":[]}"#, r#"degre: unknown key; did you mean "degree"?"#),
        (
            r#"{"level3":[{"award":"a-level","grade":"b"}]}"#,
            r#"level3[0].grade: unknown grade "b"; give one of A*, A, B, C, D, E, U"#,
        ),
        (
            r#"{"level3":[{"award":"access-to-he-diploma","grade":"Merit"}]}"#,
            r#"level3[0].grade: unknown grade "Merit"; give one of D, M, P, U"#,
        ),
        (
            r#"{"level3":[{"award":"ib-diploma","grade":"46"}]}"#,
            r#"level3[0].grade: unknown grade "46"; give one of the points from 0 to 45"#,
        ),
        (
            r#"{"level3":[{"award":"other-level-3","grade":"a grade of many letters"}]}"#,
            "level3[0].grade: is longer than 20 characters",
        ),
        (
            r#"{"level3":[{"award":"a-level"},{"award":"a-level","status":"hoped"}]}"#,
            r#"level3[1].status: unknown status "hoped""#,
        ),
        (r#"{"gcse":[{"grade":"10"}]}"#, r#"gcse[0].grade: unknown grade "10""#),
        (r#"{"gcse":[{"count":0}]}"#, "gcse[0].count: must be a whole number from 1 to 50"),
        (r#"{"gcse":[{"count":-1}]}"#, "gcse[0].count: must be a whole number from 1 to 50"),
        (r#"{"gcse":[{"count":1.5}]}"#, "gcse[0].count: must be a whole number from 1 to 50"),
        (r#"{"gcse":[{"count":"3"}]}"#, "gcse[0].count: must be a whole number from 1 to 50"),
        (r#"{"gcse":[{"subject":""}]}"#, "gcse[0].subject: is empty"),
        (r#"{"gcse":[],"gcse":[]}"#, "gcse: stands here twice"),
        (r#"{"__proto__":{}}"#, "__proto__: unknown key"),
        ("[]", "profile: must be an object"),
        ("null", "profile: must be an object"),
        ("", "profile: is not JSON at line 1, column 1"),
        ("{\"gcse\":\n[}", "profile: is not JSON at line 2, column 2"),
        ("{} {}", "profile: is not JSON"),
    ];
    for (profile, expected) in cases {
        let message = refused(profile);
        assert!(message.starts_with(expected), "{profile}\n     got: {message}\nexpected: {expected}");
    }
}

/// The grade that is nearest to what was typed may be a better one.
#[test]
fn a_grade_is_refused_with_its_scale_and_no_suggestion() {
    let mut refusals = 0;
    for section in [Section::Gcse, Section::Level3] {
        for award in Award::all(section) {
            let near = award
                .grades()
                .iter()
                .flat_map(|grade| [grade.to_lowercase(), format!("{grade}X"), format!("X{grade}")]);
            let others =
                ["a", "b", "E", "F", "10", "1", "6", "A1", "B2", "H9", "Merit", "Distinction", "Pass", "D*D*D*D*"];
            for text in near.chain(others.map(str::to_string)).filter(|text| award.grade(text).is_none()) {
                let entry = json!({ "award": award.id(), "subject": "physics", "grade": text });
                let message = refused(&json!({ (section.key()): [entry] }).to_string());
                if message.contains("is a pair of grades") {
                    continue;
                }
                let scale = award.grades().join(", ");
                assert!(message.contains("; give ") && message.contains(&scale), "{} {text}: {message}", award.id());
                assert!(!message.contains("did you mean"), "{} {text}: {message}", award.id());
                refusals += 1;
            }
        }
    }
    println!("grades: {refusals} refusals");
}

#[test]
fn what_is_too_long_too_many_or_too_deep_is_refused() {
    let long = json!({ "gcse": [{ "subject": "é".repeat(81) }] }).to_string();
    assert_eq!(refused(&long), "gcse[0].subject: is longer than 80 characters");
    let fits = json!({ "gcse": [{ "subject": "é".repeat(80) }] }).to_string();
    assert!(evaluate_json(Catalogue::built_in(), &fits, ROLE).is_ok());
    let many = json!({ "gcse": vec![json!({}); 101] }).to_string();
    assert_eq!(refused(&many), "gcse: has more than 100 entries");
    let deep = "[".repeat(5_000) + &"]".repeat(5_000);
    assert!(refused(&deep).starts_with("profile: is not JSON"), "{}", refused(&deep));
    let huge = json!({ "gcse": [{ "subject": "x".repeat(10_000_000) }] }).to_string();
    assert_eq!(refused(&huge), "profile: is longer than 16384 bytes");
}

/// A message never carries a person's data far, nor control characters.
#[test]
fn a_message_repeats_at_most_forty_characters() {
    let profile = json!({ "degree": [{ "award": "secret\n".repeat(50) }] }).to_string();
    let message = refused(&profile);
    assert!(message.chars().count() < 100 && !message.contains('\n'), "{message}");
    let key = json!({ "secret".repeat(50): [] }).to_string();
    let message = refused(&key);
    assert!(message.starts_with(&"secret".repeat(6)) && !message.contains(&"secret".repeat(7)), "{message}");
}

#[test]
fn an_unknown_role_is_refused() {
    let error = evaluate_json(Catalogue::built_in(), "{}", "clinical-or-medical-technolgy").expect_err("unknown");
    assert_eq!(error.code, "E_ROLE");
    assert_eq!(
        error.message,
        "role: unknown role \"clinical-or-medical-technolgy\"; did you mean \"clinical-or-medical-technology\"?"
    );
}

#[test]
fn roles_are_listed() {
    let roles = serde_json::to_value(roles(Catalogue::built_in())).expect("roles are JSON");
    let roles = roles.as_array().expect("roles are a list");
    let ids: Vec<_> = roles.iter().map(|role| &role["id"]).collect();
    assert_eq!(ids, Catalogue::built_in().roles.iter().map(|role| role.rules.id).collect::<Vec<_>>());
    assert!(ids.iter().any(|id| **id == ROLE));
    for key in ["name", "division", "source"] {
        assert!(roles.iter().all(|role| role[key].as_str().is_some_and(|text| !text.is_empty())), "{key}");
    }
}

/// The report of an empty profile, in the shape of the contract.
#[test]
fn a_report_has_the_contracts_shape() {
    let report = evaluate_json(Catalogue::built_in(), "{}", ROLE).expect("an empty profile is good");
    let report = serde_json::to_value(&report).expect("a report is JSON");
    let keys = |value: &Value| {
        let mut keys: Vec<String> = value.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default();
        keys.sort();
        keys
    };
    assert_eq!(keys(&report), ["next", "recommended", "role", "routes", "rulesVersion", "understood"]);
    assert_eq!(report["role"], ROLE);
    assert_eq!(report["recommended"], "stp");
    assert_eq!(keys(&report["next"]), ["atMost", "open", "section"]);
    for route in report["routes"].as_array().expect("routes are a list") {
        assert_eq!(keys(route), ["cautions", "id", "outcome", "pathways", "pending"]);
        assert_eq!(route["outcome"], "unanswered");
        for pathway in route["pathways"].as_array().expect("pathways are a list") {
            assert_eq!(keys(pathway), ["gaps", "id", "outcome", "pending", "plan", "requirements"]);
            for requirement in pathway["requirements"].as_array().expect("requirements are a list") {
                assert_eq!(keys(requirement), ["because", "id", "outcome", "reason", "source"]);
                assert_eq!(keys(&requirement["reason"]), ["code", "entry"]);
                assert_eq!(keys(&requirement["source"]), ["basis", "checked", "quote", "url"]);
            }
        }
    }
    let nothing = r#"{"gcse":[],"level3":[],"degree":[],"higherDegree":[]}"#;
    let report = evaluate_json(Catalogue::built_in(), nothing, ROLE).expect("nothing is an answer");
    let report = serde_json::to_value(&report).expect("a report is JSON");
    assert_eq!(report["recommended"], Value::Null);
    assert_eq!(report["next"], Value::Null);
    assert_eq!(report["routes"][0]["outcome"], "not-met");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_profile_reads_back_as_it_was_written(profile in profile(true)) {
        let subjects = &Catalogue::built_in().subjects;
        let json = serde_json::to_string(&encode_profile(subjects, &profile)).expect("a profile is JSON");
        prop_assert_eq!(decode_profile(subjects, &json), Ok(profile));
    }

    /// No text makes the decoder panic, and an error always has a place and a reason.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        if let Err(error) = decode_profile(&Catalogue::built_in().subjects, &text) {
            prop_assert!(error.message.contains(": "));
        }
    }

    /// No sentence of a report is empty, has an empty place in it, or begins with a small letter.
    #[test]
    fn reports_speak_in_sentences(profile in profile(true)) {
        let subjects = &Catalogue::built_in().subjects;
        let json = serde_json::to_string(&encode_profile(subjects, &profile)).expect("a profile is JSON");
        let report = evaluate_json(Catalogue::built_in(), &json, ROLE).expect("it was just written");
        prop_assert_eq!(not_a_sentence(&report), None);
    }
}

/// The first sentence of a report that is none.
pub fn not_a_sentence(report: &Report) -> Option<String> {
    const HOLES: [&str; 9] = ["  ", " .", " ,", "{", "“”", " in is ", "Your in ", " a  ", "()"];
    let is_none = |sentence: &&str| {
        !sentence.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit())
            || !sentence.ends_with('.')
            || HOLES.iter().any(|hole| sentence.contains(hole))
    };
    let pathways = report.routes.iter().flat_map(|route| &route.pathways);
    let sentences = pathways.flat_map(|pathway| {
        let reasons = pathway.requirements.iter().map(|requirement| requirement.because.as_str());
        let steps = pathway.plan.iter().flat_map(|plan| plan.steps.iter().map(|step| &step.text).chain([&plan.text]));
        reasons.chain(pathway.gaps.iter().map(|gap| gap.gain.as_str())).chain(steps.map(String::as_str))
    });
    sentences.into_iter().find(is_none).map(str::to_string)
}

/// The gains of a route, in words.
fn gains(profile: &str, route: &str) -> Vec<String> {
    let report = evaluate_json(Catalogue::built_in(), profile, ROLE).expect("a good profile");
    let route = report.routes.into_iter().find(|one| one.id == route).expect("the route is there");
    route.pathways.into_iter().flat_map(|pathway| pathway.gaps).map(|gap| gap.gain).collect()
}

#[test]
fn an_awarded_class_cannot_be_changed_and_a_predicted_one_can() {
    let degree = |status: &str| {
        let degree = json!({ "award": "bachelor-honours", "subject": "physics", "class": "2:2", "status": status });
        json!({ "degree": [degree], "higherDegree": [] }).to_string()
    };
    let higher = "A higher degree in physics, engineering or applied maths would meet this, such as an MSc or a PhD. \
                  A postgraduate diploma or certificate would not.";
    assert_eq!(gains(&degree("awarded"), "stp"), [higher]);
    let raise = "You are predicted a 2:2. If you get a 2:1 or better, this is met.";
    assert_eq!(gains(&degree("predicted"), "stp"), [raise, higher]);
}

#[test]
fn because_speaks_about_this_person() {
    let because = |profile: &str| {
        let report = evaluate_json(Catalogue::built_in(), profile, ROLE).expect("a good profile");
        let stp = report.routes.into_iter().find(|one| one.id == "stp").expect("the route is there");
        stp.pathways.into_iter().flat_map(|pathway| pathway.requirements).map(|one| one.because).collect::<Vec<_>>()
    };
    assert_eq!(
        because(
            r#"{"degree":[{"award":"bachelor-honours","subject":"history","class":"2:2"}],"higherDegree":[{"award":"pgce"}]}"#
        ),
        [
            "Your 2:2 is below the 2:1 this pathway asks for.",
            "Your 2:2 is enough here, in any subject.",
            "A PGCE is the same kind of award as a postgraduate certificate. The page says that does not count.",
        ]
    );
    assert_eq!(
        because(r#"{"degree":[{"award":"hnd","subject":"physics"}],"higherDegree":[]}"#)[0],
        "An HND is not an honours degree or an integrated master’s."
    );
}
