//! These tests hold that a sentence says no more than is known: it names whose number it is, it does not speak of a predicted
//! result as held, and it does not blame a person for what was never asked.

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::evaluate_json;
use serde_json::{Value, json};

use crate::profiles::ROLE;

fn report(role: &str, profile: &Value) -> Value {
    let report = evaluate_json(Catalogue::built_in(), &profile.to_string(), role).expect("is a good profile");
    serde_json::to_value(&report).expect("a report is JSON")
}

/// A requirement of a report, by its id.
fn requirement<'a>(report: &'a Value, id: &str) -> &'a Value {
    let routes = report["routes"].as_array().expect("there are routes").iter();
    let pathways = routes.flat_map(|route| route["pathways"].as_array().expect("there are pathways"));
    let mut all = pathways.flat_map(|pathway| pathway["requirements"].as_array().expect("there are requirements"));
    all.find(|one| one["id"] == id).unwrap_or_else(|| panic!("no requirement {id}"))
}

fn because(role: &str, id: &str, profile: &Value) -> String {
    requirement(&report(role, profile), id)["because"].as_str().expect("is a sentence").to_string()
}

/// The plan of the pathway with that id.
fn plan(role: &str, id: &str, profile: &Value) -> Option<String> {
    let report = report(role, profile);
    let routes = report["routes"].as_array().expect("there are routes").iter();
    let mut pathways = routes.flat_map(|route| route["pathways"].as_array().expect("there are pathways"));
    let pathway = pathways.find(|pathway| pathway["id"] == id).expect("there is the pathway");
    pathway["plan"]["text"].as_str().map(str::to_string)
}

fn a_level(subject: &str, grade: &str, status: &str) -> Value {
    json!({ "award": "a-level", "subject": subject, "grade": grade, "status": status })
}

/// Roles whose page gives the least number of A levels.
const WITH_A_MINIMUM: [&str; 5] = [
    "audiology",
    "cardiac-sciences",
    "clinical-immunology",
    "ophthalmic-and-vision-sciences",
    "respiratory-and-sleep-sciences",
];

#[test]
fn a_number_that_the_page_gives_is_the_pages() {
    let one = json!({ "level3": [a_level("biology", "B", "awarded")] });
    for role in WITH_A_MINIMUM {
        let size = requirement(&report(role, &one), "size").clone();
        assert_eq!(size["source"]["basis"], "page", "{role}");
        let because = size["because"].as_str().expect("is a sentence");
        assert!(
            because.contains("The page asks for at least 2 A levels.") && !because.contains("We take"),
            "{because}"
        );
    }
    let of_first = because(ROLE, "size", &one);
    assert!(of_first.contains("We take it to mean 2 A levels."), "{of_first}");
}

#[test]
fn an_award_that_the_page_gives_no_size_for_is_named() {
    let btec = json!({ "award": "btec-extended-diploma", "subject": "applied-science", "grade": "MMM" });
    let alone = because("audiology", "size", &json!({ "level3": [btec] }));
    assert_eq!(
        alone,
        "The page gives no size for your BTEC Extended Diploma. Ask the university’s course team if it is worth 2 A levels."
    );
    let beside = because("audiology", "size", &json!({ "level3": [a_level("biology", "B", "awarded"), btec] }));
    assert_eq!(
        beside,
        "Your other passes at level 3 add up to one A level. The page gives no size for your BTEC Extended Diploma. \
         Ask the university’s course team if it is worth one A level."
    );
}

#[test]
fn what_is_predicted_is_not_told_as_held_and_has_its_floor() {
    let predicted = json!({
        "gcse": [{ "subject": "other", "grade": "5", "count": 5, "status": "predicted" }],
        "level3": [a_level("physics", "A", "predicted"), a_level("history", "C", "predicted")],
        "degree": [{ "award": "bachelor-honours", "subject": "physics", "class": "first", "status": "predicted" }],
    });
    let told = |id: &str| because(ROLE, id, &predicted);
    assert!(told("science").ends_with(" A pass is enough, at E or above."), "{}", told("science"));
    assert!(
        told("size").starts_with("Your passes at level 3, with those you expect, add up to 2 A levels.")
            && told("size").ends_with(" A pass is enough for those you expect."),
        "{}",
        told("size")
    );
    assert!(told("gcse-range").starts_with("You have or expect "), "{}", told("gcse-range"));
    assert!(told("degree").ends_with(" A 2:1 or better is enough."), "{}", told("degree"));
    assert!(told("class").ends_with(" A 2:2 or better is enough."), "{}", told("class"));
    let awarded = json!({
        "gcse": [{ "subject": "other", "grade": "5", "count": 5 }],
        "level3": [a_level("physics", "A", "awarded"), a_level("history", "C", "awarded")],
        "degree": [{ "award": "bachelor-honours", "subject": "physics", "class": "first" }],
    });
    for id in ["science", "size", "gcse-range", "degree", "class"] {
        let told = because(ROLE, id, &awarded);
        assert!(!told.contains("expect") && !told.contains("enough.") || id == "gcse-range", "{told}");
    }
    assert!(because(ROLE, "gcse-range", &awarded).starts_with("You have at least 5 "));
}

/// A higher degree can be followed by another, in a subject that counts.
#[test]
fn a_further_higher_degree_is_a_plan() {
    let profile = json!({
        "degree": [{ "award": "bachelor-honours", "subject": "history", "class": "2:2" }],
        "higherDegree": [{ "award": "mba", "subject": "business-and-management" }],
    });
    let told = plan(ROLE, "stp-higher-degree", &profile).expect("something would do");
    assert!(told.starts_with("One more higher degree, in physics"), "{told}");
    assert_eq!(plan(ROLE, "stp-degree", &profile), None, "an awarded class stays as it is");
}

/// A plan says that it rests on results that are not known only where it does.
#[test]
fn a_plan_rests_on_open_results_only_where_it_uses_them() {
    let words = "We take it that the results we do not know are good enough.";
    let graduate = |subject: &str| {
        json!({
            "level3": [{ "award": "a-level", "subject": subject }],
            "degree": [{ "award": "bachelor-honours", "subject": "history", "class": "2:2" }],
            "higherDegree": [],
        })
    };
    let stp = plan(ROLE, "stp-higher-degree", &graduate("physics")).expect("there is a plan");
    assert!(!stp.contains(words), "{stp}");
    let pupil = json!({
        "gcse": [],
        "level3": [{ "award": "a-level", "subject": "physics" }, { "award": "a-level", "subject": "history" }],
        "degree": [],
        "higherDegree": [],
    });
    let ptp = plan(ROLE, "ptp-level-3", &pupil).expect("there is a plan");
    assert!(ptp.contains(words), "{ptp}");
}

/// A question may not have been asked, or was answered with "I'm not sure".
#[test]
fn nobody_is_told_that_they_did_not_tell_us() {
    let deck: Value = serde_json::from_str(entry_checker::copy::ENGLISH).expect("the deck is JSON");
    for (key, text) in deck.as_object().expect("it is a table") {
        let text = text.as_str().unwrap_or_default();
        assert!(!text.contains("not told us"), "{key}: {text}");
    }
}

#[test]
fn a_degree_may_be_accredited_whatever_was_said_of_a_registration() {
    let profile = json!({
        "degree": [{ "award": "bachelor-honours", "subject": "biology", "class": "2:1" }],
        "higherDegree": [],
        "professional": [],
    });
    let told = because("biomedical-science", "degree", &profile);
    assert_eq!(told, "This asks for an accredited degree. Your university can tell you if yours is one.");
}

/// A program gives "other" for an award that has no subject, such as the IB Diploma.
#[test]
fn an_award_in_no_named_subject_is_named_itself() {
    let ib_diploma = json!({ "award": "ib-diploma", "subject": "other", "grade": "30" });
    let told = because("audiology", "science", &json!({ "level3": [ib_diploma] }));
    assert_eq!(
        told,
        "The page asks for science subjects. We take it to mean 2. You have 1 that counts or may count: your IB Diploma. \
         Ask the university’s course team."
    );
    let told = because("audiology", "science", &json!({ "level3": [a_level("other", "C", "awarded")] }));
    assert!(told.contains("You have 1 that counts or may count: your A level."), "{told}");
}

/// The diploma holds its higher levels, however many there are.
#[test]
fn higher_levels_add_nothing_to_the_diploma_that_holds_them() {
    let higher = |subject: &str| json!({ "award": "ib-higher-level", "subject": subject, "grade": "5" });
    let four = ["physics", "mathematics", "history", "biology"].map(higher).to_vec();
    let diploma = json!({ "award": "ib-diploma", "subject": "other", "grade": "30" });
    let told = |held: Vec<Value>| because(ROLE, "size", &json!({ "level3": held }));
    assert!(told(four.clone()).starts_with("Your passes at level 3 add up to 4 A levels."));
    let with = told([four, vec![diploma.clone()]].concat());
    assert!(with.starts_with("Your passes at level 3 add up to 3 A levels."), "{with}");
    let beside = told(vec![diploma, higher("physics"), a_level("history", "C", "awarded")]);
    assert!(beside.starts_with("Your passes at level 3 add up to 4 A levels."), "{beside}");
}
