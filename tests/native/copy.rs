//! The sentences: plain, complete, and each of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use entry_checker::catalogue::Catalogue;
use entry_checker::copy::{ENGLISH, fill, find};
use entry_checker::editor::reading::{MOST_WORDS, school_year, sentences, words};
use entry_checker::rules::{Award, Class, Rule, Section};

/// The sentences that only the plain pages say.
const PLAIN: &str = include_str!("../../src/copy/plain.json");

fn deck() -> BTreeMap<String, String> {
    serde_json::from_str(ENGLISH).expect("the deck is JSON")
}

fn plain() -> BTreeMap<String, String> {
    serde_json::from_str(PLAIN).expect("the deck of the plain pages is JSON")
}

/// Every sentence of both decks.
fn sayings() -> impl Iterator<Item = String> {
    deck().into_values().chain(plain().into_values())
}

/// Everything of a role that a person reads.
fn role_texts() -> Vec<String> {
    let mut texts = Vec::new();
    for pack in &Catalogue::built_in().roles {
        texts.extend(pack.values_asked.iter().map(|asked| asked.text.to_string()));
        texts.extend(pack.rules.routes.iter().flat_map(|route| &route.cautions).map(|one| one.text.to_string()));
        for route in &pack.routes {
            texts.push(route.about.to_string());
            texts.extend(route.next.iter().chain(&route.instead).chain(&route.figures).map(|one| one.text.to_string()));
        }
        for requirement in pack.rules.routes.iter().flat_map(|route| &route.pathways).flat_map(|way| &way.requirements)
        {
            texts.extend(requirement.source.reading.map(ToString::to_string));
            if let Rule::Judged { because } = requirement.rule {
                texts.push(because.to_string());
            }
        }
        texts.extend(pack.skills.iter().flat_map(|group| &group.claims).map(|claim| claim.text.to_string()));
    }
    let common = &Catalogue::built_in().common;
    texts.push(common.asked.to_string());
    texts.extend(common.values.iter().map(|value| value.ask.to_string()));
    texts.extend(common.not_checked.iter().map(ToString::to_string));
    texts
}

#[test]
fn sentences_are_short() {
    for text in sayings().chain(role_texts()) {
        for sentence in sentences(&text) {
            assert!(words(sentence) <= MOST_WORDS, "{} words: {sentence}", words(sentence));
        }
    }
}

/// An estimate of the school year a text asks for (Flesch-Kincaid), over all sentences that stand alone.
#[test]
fn the_reading_age_is_nine_to_eleven() {
    let texts: Vec<String> = deck()
        .into_iter()
        .chain(plain())
        .filter(|(key, text)| !key.starts_with("award.") && !key.starts_with("month.") && words(text) > 3)
        .map(|(_, text)| text)
        .chain(role_texts())
        .collect();
    let grade = school_year(texts.iter().map(String::as_str));
    println!("{} texts: school year {grade:.1}", texts.len());
    // Ages 9 to 11 are the US grades 4 to 6.
    assert!(grade < 6.5, "school year {grade:.1}");
}

#[test]
fn no_praise_no_scare_no_jargon() {
    let banned = [
        "congratulations",
        "great",
        "well done",
        "unfortunately",
        "sorry",
        "fail",
        "invalid",
        "illegal",
        "eligible",
        "eligibility",
        "ineligible",
        "please",
        "utilise",
        "prior to",
        "in order to",
        "candidate",
        "applicant",
        "applicable",
        "criteria",
        "dream",
        "amazing",
        "warning",
        "must not",
        "click",
    ];
    for text in sayings().chain(role_texts()) {
        let lower = text.to_lowercase();
        for word in banned {
            let found = lower.split(|letter: char| !letter.is_alphabetic() && letter != ' ').any(|part| {
                part == word
                    || part.starts_with(&format!("{word} "))
                    || part.ends_with(&format!(" {word}"))
                    || part.contains(&format!(" {word} "))
            });
            assert!(!found, "\"{word}\" in: {text}");
        }
    }
}

/// Every award and class has its words, and every place of a sentence is one that is filled.
#[test]
fn nothing_is_missing() {
    let mut keys = Vec::new();
    for award in Section::ALL.into_iter().filter(|section| *section != Section::Gcse).flat_map(Award::all) {
        keys.push(format!("award.{}", award.id()));
        keys.push(format!("award.{}.short", award.id()));
    }
    for class in Class::ALL {
        keys.push(format!("class.{}", class.id()));
        keys.push(format!("class.{}.short", class.id()));
    }
    for group in Catalogue::built_in().subjects.gcse_groups() {
        keys.push(format!("gcse.{}", group.id));
        keys.push(format!("option.gcse.{}", group.id));
    }
    for key in keys {
        assert!(find(&key).is_some(), "no words for {key}");
    }
    let places = [
        "about",
        "all",
        "award",
        "awards",
        "date",
        "division",
        "done",
        "first",
        "floor",
        "from",
        "heading",
        "including",
        "job",
        "jobs",
        "last",
        "missing",
        "needs",
        "number",
        "predicted",
        "programme",
        "result",
        "role",
        "service",
        "size",
        "subject",
        "subjects",
        "title",
        "to",
        "total",
        "value",
        "version",
        "versions",
        "way",
        "your",
    ];
    for (key, text) in deck().into_iter().chain(plain()) {
        for place in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            assert!(places.contains(&place), "{key} has an unknown place {{{place}}}");
        }
    }
}

/// The sources under a folder, as one text.
fn sources(folder: &str) -> String {
    let mut code = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources are here").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                code.push_str(&fs::read_to_string(path).expect("a source is text"));
            }
        }
    }
    code
}

/// Every key of a deck is asked for somewhere, in full or by the parts it is put together from.
fn left_over(deck: BTreeMap<String, String>, code: &str, families: &[&str]) -> BTreeSet<String> {
    let used =
        |key: &String| code.contains(&format!("\"{key}\"")) || families.iter().any(|family| key.starts_with(family));
    deck.into_keys().filter(|key| !used(key)).collect()
}

#[test]
fn nothing_is_left_over() {
    // Families whose last parts come from the rules.
    let families = [
        "award.",
        "class.",
        "month.",
        "size.",
        "gcse.",
        "option.",
        "question.",
        "because.",
        "gain.",
        "label.",
        "check.",
        "state.",
        "outcome.",
        "result.lead.",
        "so-far.",
    ];
    assert_eq!(left_over(deck(), &sources("src"), &families), BTreeSet::new());
    let families = ["pool.", "subject.", "subjects."];
    assert_eq!(left_over(plain(), &sources("xtask/src"), &families), BTreeSet::new());
}

#[test]
fn a_value_that_looks_like_a_place_stays_as_it_is() {
    assert_eq!(fill("check.own-words", &[("subject", "{award} & <b>")]), "{award} & <b> (your own words)");
}
