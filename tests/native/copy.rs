//! The sentences: plain, complete, and each of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use entry_checker::catalogue::Catalogue;
use entry_checker::copy::{ENGLISH, fill, find};
use entry_checker::editor::reading::{
    HIGHEST, HIGHEST_OF_QUESTIONS, MOST_WORDS, school_year, sentences, too_hard, words,
};
use entry_checker::rules::{Award, Class, Rule, Section};

/// The sentences that only the plain pages say.
const PLAIN: &str = include_str!("../../src/copy/plain.json");

fn deck() -> BTreeMap<String, String> {
    serde_json::from_str(ENGLISH).expect("the deck is JSON")
}

fn plain() -> BTreeMap<String, String> {
    serde_json::from_str(PLAIN).expect("the deck of the plain pages is JSON")
}

/// Every sentence of both decks, by key: what is read, and not what is looked for or led to.
fn said() -> impl Iterator<Item = (String, String)> {
    let read = |key: &str| !key.ends_with(".forms") && !key.ends_with(".url") && key != "language";
    deck().into_iter().filter(move |(key, _)| read(key)).chain(plain())
}

/// Every sentence of both decks.
pub fn sayings() -> impl Iterator<Item = String> {
    said().map(|(_, text)| text)
}

/// Everything of a role that a person reads.
pub fn role_texts() -> Vec<String> {
    let mut texts = Vec::new();
    for pack in &Catalogue::built_in().roles {
        texts.extend(pack.values_asked.iter().map(|asked| asked.text.to_string()));
        texts.extend(pack.rules.routes.iter().flat_map(|route| &route.cautions).map(|one| one.text.to_string()));
        for route in &pack.routes {
            texts.extend([route.about, route.name, route.job].map(ToString::to_string));
            let names = route.pathways.iter().flat_map(|way| way.requirements.iter().chain([&way.name]));
            texts.extend(names.map(ToString::to_string));
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
    texts.extend(common.ways.iter().map(|way| way.text.to_string()));
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

/// Where the keys begin of what is asked: the rest is told.
const ASKED: [&str; 3] = ["question.", "option.", "start."];

/// An estimate of the school year (Flesch-Kincaid): of every text by itself, and of all questions and all answers together.
#[test]
fn the_reading_age_is_nine_to_eleven() {
    let is_asked = |key: &str| ASKED.iter().any(|start| key.starts_with(start));
    let (asked, told): (Vec<_>, Vec<_>) = said().partition(|(key, _)| is_asked(key));
    let asked: Vec<String> = asked.into_iter().map(|(_, text)| text).collect();
    let told: Vec<String> = told.into_iter().map(|(_, text)| text).chain(role_texts()).collect();
    let mut hard = Vec::new();
    for (texts, highest) in [(&asked, HIGHEST_OF_QUESTIONS), (&told, HIGHEST)] {
        hard.extend(texts.iter().filter_map(|text| Some(format!("{}: {text}", too_hard(text, highest)?))));
        let sentences = texts.iter().map(String::as_str).filter(|text| words(text) > 3);
        let year = school_year(sentences);
        println!("{} texts: school year {year:.1}", texts.len());
        // Ages 9 to 11 are the US grades 4 to 6.
        assert!(year < 6.0, "school year {year:.1}");
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
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
        "should",
        "required",
        "guaranteed",
        "simply",
        "just",
        "obviously",
        "kindly",
        "regarding",
        "commence",
        "obtain",
        // Latin, and short for Latin.
        "eg",
        "ie",
        "etc",
        "e g",
        "i e",
        "via",
        "versus",
        "vs",
        "viz",
        "per annum",
    ];
    for text in sayings().chain(role_texts()) {
        // "e.g." is "e g" here.
        let lower = text.to_lowercase().replace("e.g.", "e g ").replace("i.e.", "i e ");
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
        "Decider",
        "about",
        "all",
        "award",
        "awards",
        "date",
        "decider",
        "division",
        "done",
        "first",
        "floor",
        "from",
        "grade",
        "have",
        "heading",
        "including",
        "job",
        "jobs",
        "last",
        "missing",
        "most",
        "needs",
        "number",
        "passes",
        "predicted",
        "programme",
        "result",
        "role",
        "service",
        "size",
        "step",
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

/// The key by which the code asks for a sentence: that of one that counts ends before its form.
fn stem(key: &str) -> &str {
    key.strip_suffix(".one").or_else(|| key.strip_suffix(".other")).unwrap_or(key)
}

/// Every key of a deck is asked for somewhere, in full or by the parts it is put together from.
fn left_over(deck: BTreeMap<String, String>, code: &str, families: &[&str]) -> BTreeSet<String> {
    let used = |key: &String| {
        [key, stem(key)].iter().any(|key| code.contains(&format!("\"{key}\"")))
            || families.iter().any(|family| key.starts_with(family))
    };
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
        "plan.",
        "label.",
        "check.",
        "state.",
        "outcome.",
        "result.lead.",
        // On the page itself, where another test looks for them.
        "page.",
        // Found by their words.
        "term.",
        "language",
        "so-far.",
    ];
    // The builder renders the first screens.
    let code = sources("src") + &sources("builder/src");
    assert_eq!(left_over(deck(), &code, &families), BTreeSet::new());
    let families = ["pool.", "subject.", "subjects."];
    assert_eq!(left_over(plain(), &sources("builder/src"), &families), BTreeSet::new());
}

#[test]
fn a_value_that_looks_like_a_place_stays_as_it_is() {
    assert_eq!(fill("check.own-words", &[("subject", "{award} & <b>")]), "{award} & <b> (your own words)");
}
