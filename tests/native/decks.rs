//! The decks of other languages: the same keys, places and addresses as the English one, and the forms their language has.

use std::fs;
use std::path::Path;

use entry_checker::copy::plural::form;
use entry_checker::copy::{ENGLISH, VERSION, count, find, language, learn, speak, take_english};
use entry_checker::editor::deck::{Deck, delivered, mistakes};
use entry_checker::editor::pseudo;

pub fn english() -> Deck {
    serde_json::from_str(ENGLISH).expect("the deck is JSON")
}

/// Speaks the pseudo-locale for as long as it is kept: a test may share its thread with another.
pub struct Pseudo;

impl Pseudo {
    pub fn speak() -> Pseudo {
        assert!(speak(pseudo::LANGUAGE) || learn(delivered(pseudo::deck(&english())).leak()), "the deck fits");
        assert!(speak(pseudo::LANGUAGE));
        Pseudo
    }
}

impl Drop for Pseudo {
    fn drop(&mut self) {
        speak("en-GB");
    }
}

#[test]
fn every_deck_says_all_that_the_english_one_says() {
    let english = english();
    assert_eq!(mistakes(&english, &english), Vec::<String>::new(), "src/copy/en.json");
    assert_eq!(mistakes(&pseudo::deck(&english), &english), Vec::<String>::new(), "the pseudo-locale");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/copy");
    for file in fs::read_dir(folder).expect("the decks are here").flatten().map(|entry| entry.path()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".json") && !["en.json", "plain.json"].contains(&&*name) {
            let deck: Deck = serde_json::from_str(&fs::read_to_string(&file).expect("a deck is text")).expect("JSON");
            assert_eq!(format!("{}.json", deck["language"]), name, "a deck has the name of its language");
            assert_eq!(mistakes(&deck, &english), Vec::<String>::new(), "src/copy/{name}");
        }
    }
}

#[test]
fn a_mistake_in_a_deck_is_told_with_its_key_and_the_mend() {
    let english = english();
    let pseudo = pseudo::deck(&english);
    let cases = [
        (&pseudo, "back", None, "\"back\" is missing; en-GB says \"Back\""),
        (&pseudo, "roles.found.few", None, "\"roles.found.few\" is missing; en-GB says \"{number} roles found.\""),
        (&pseudo, "back", Some(" "), "\"back\" is empty; write the sentence"),
        (&pseudo, "bakc", Some("x"), "\"bakc\" is no key of en-GB; take it out, or add it there"),
        (&pseudo, "rules.checked", Some("x"), "\"rules.checked\" has no {date}; say where it stands in the sentence"),
        (&pseudo, "back", Some("{date}"), "\"back\" has {date}, which nothing fills; take it out"),
        (&pseudo, "language", Some("xx"), "\"language\" is \"xx\", which has no rule; add one to src/copy/plural.rs"),
        (
            &english,
            "roles.found.few",
            Some("x"),
            "\"roles.found.few\" is a form that en-GB does not have (one, other); take it out",
        ),
    ];
    for (deck, key, said, expected) in cases {
        let mut deck = deck.clone();
        match said {
            None => deck.remove(key),
            Some(said) => deck.insert(key.to_string(), said.to_string()),
        };
        assert_eq!(mistakes(&deck, &english), [expected]);
    }
}

/// The samples that CLDR gives for its rules.
#[test]
fn a_number_has_the_form_of_its_language() {
    let forms = |language: &str| [0, 1, 2, 3, 4, 5, 6, 7, 10, 16, 23].map(|number| form(language, number));
    assert_eq!(forms("en-GB")[..3], ["other", "one", "other"]);
    assert!(forms("en-GB")[2..].iter().all(|form| *form == "other"));
    assert_eq!(forms("cy")[..8], ["zero", "one", "two", "few", "other", "other", "many", "other"]);
    assert!(forms("cy")[8..].iter().all(|form| *form == "other"));
}

#[test]
fn another_language_is_spoken_and_english_again() {
    let before = find("back");
    {
        let _pseudo = Pseudo::speak();
        assert_eq!((language(), find("back")), (pseudo::LANGUAGE, Some("⟦Bâck ~~⟧")));
        assert!(count("roles.found", 6, &[]).starts_with("⟦6 rôlês fôûnd."));
        assert!(!speak("fr") && language() == pseudo::LANGUAGE, "a language that is not known changes nothing");
    }
    assert_eq!((language(), find("back")), ("en-GB", before));
    let mut old: Deck = serde_json::from_str(&delivered(pseudo::deck(&english()))).expect("JSON");
    old.insert(VERSION.to_string(), "1".to_string());
    for broken in ["", "{}", serde_json::to_string(&old).expect("a deck").leak()] {
        assert!(!learn(broken) && !take_english(broken), "a deck of another version, or none");
    }
}

/// The page's own words, which stand there before a script runs, are those of the deck.
#[test]
fn the_page_says_what_its_deck_says() {
    let page = scraper::Html::parse_document(include_str!("../../web/page/index.html"));
    let selector = scraper::Selector::parse("[data-say]").expect("a selector");
    let mut said: Vec<&str> = Vec::new();
    for element in page.select(&selector) {
        let key = element.attr("data-say").unwrap_or_default();
        assert_eq!(Some(element.text().collect::<String>().as_str()), find(key), "{key}");
        said.push(key);
    }
    let english = english();
    // The choice of a language is put in where there is one.
    let wanted = english.keys().filter(|key| key.starts_with("page.") && !key.contains("language"));
    for key in wanted {
        assert!(said.contains(&key.as_str()), "{key} is not on the page");
    }
    // What stands in `noscript` is for browsers without a script, where no language can be chosen.
    let body = scraper::Selector::parse(":is(p, button, a, h1):not([data-say], noscript *, :has([data-say]))")
        .expect("a selector");
    assert_eq!(page.select(&body).count(), 0, "words that no deck has");
}
