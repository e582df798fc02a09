//! Every word of the field is explained on the screen where it stands, one tap away.

use std::collections::BTreeSet;

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::copy::terms;
use entry_checker::journey::{Input, Kind, Move, Screen, State, update};
use scraper::{ElementRef, Html, Node, Selector};

use crate::copy::{role_texts, sayings};
use crate::decks::english;
use crate::markup::page;

/// Words of the field, and under which name each is explained. Not from the deck, so that it can be wrong.
const WORDS: [(&str, &str); 30] = [
    ("honours", "Honours degree"),
    ("Honours", "Honours degree"),
    ("rdinary degree", "Ordinary degree"),
    ("integrated master’s", "Integrated master’s"),
    ("PGDip", "PGDip"),
    ("postgraduate diploma", "PGDip"),
    ("PGCert", "PGCert"),
    ("PGCE", "PGCE"),
    ("redicted", "Predicted"),
    ("not divided", "Undivided second"),
    ("2:1", "Class of a degree"),
    ("2:2", "Class of a degree"),
    ("(1st)", "Class of a degree"),
    ("oundation degree", "Foundation degree"),
    ("HND", "HND"),
    ("T Level", "T Level"),
    ("BTEC", "BTEC"),
    ("Access to", "Access course"),
    ("Advanced Higher", "Higher and Advanced Higher"),
    ("IB ", "IB"),
    ("EPQ", "EPQ"),
    ("Core Maths", "Core Maths"),
    ("igher degree", "Higher degree"),
    ("STP", "STP"),
    ("PTP", "PTP"),
    ("ccredited", "Accredited"),
    ("egistration", "Registration"),
    ("HCPC", "HCPC"),
    ("evel 3", "Level 3"),
    ("GCSE", "GCSE"),
];

/// The words of a page, without what explains them, and without what goes on paper, where nothing is one tap away.
fn said(element: ElementRef, into: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => into.push_str(text),
            Node::Element(inner)
                if ["ec-glossary", "ec-paper"]
                    .iter()
                    .any(|class| inner.has_class(class, scraper::CaseSensitivity::CaseSensitive)) => {}
            Node::Element(_) => ElementRef::wrap(child).into_iter().for_each(|child| said(child, into)),
            _ => {}
        }
    }
    into.push('\n');
}

fn explained(page: &Html) -> BTreeSet<String> {
    let names = Selector::parse(".ec-glossary dt").expect("a selector");
    page.select(&names).map(|name| name.text().collect()).collect()
}

fn check(state: &State, seen: &mut BTreeSet<&str>) {
    let page = page(state);
    let mut words = String::new();
    said(page.root_element(), &mut words);
    let explained = explained(&page);
    for (word, name) in WORDS.iter().filter(|(word, _)| words.contains(word)) {
        assert!(explained.contains(*name), "{}: \"{word}\" stands there and is not explained", state.screen().slug());
        seen.insert(word);
    }
    // And nothing is explained that does not stand there.
    let needed: BTreeSet<String> = terms(&words).iter().map(|term| term.name.to_string()).collect();
    assert!(explained.is_subset(&needed), "{}: {explained:?}", state.screen().slug());
}

#[test]
fn every_screen_explains_its_words() {
    let mut seen = BTreeSet::new();
    let roles = Catalogue::built_in().roles.iter().map(|role| role.rules.id);
    let roles: Vec<&str> = roles.chain([EVERYTHING]).collect();
    for n in 0..40 {
        let mut state = update(&State::new(Catalogue::built_in(), roles[n % roles.len()]), Move::Begin);
        let mut steps = 0;
        while let Screen::Question(id) = state.screen() {
            check(&state, &mut seen);
            let input = match state.question(id).kind {
                Kind::One(offers) | Kind::Many(offers) => {
                    Input { chosen: vec![offers[(n + steps) % offers.len()].value.to_string()], ..Input::default() }
                }
                Kind::Subject(_) => Input { typed: ["physics", "history"][n % 2].into(), ..Input::default() },
            };
            state = update(&state, Move::Answer(input));
            steps += 1;
        }
        for screen in [Screen::Start, Screen::Check, Screen::Result, Screen::Skills] {
            check(&update(&state, Move::Show(screen)), &mut seen);
        }
    }
    let unseen: Vec<&str> = WORDS.iter().map(|(word, _)| *word).filter(|word| !seen.contains(word)).collect();
    assert!(unseen.is_empty(), "no screen says {unseen:?}");
}

/// Short forms that everybody knows, names that are all capitals, and grades.
const KNOWN: [&str; 5] = ["UK", "MA", "NHS", "ID", "CV"];

/// No short form without its explanation, in whatever sentence it stands.
#[test]
fn every_short_form_is_explained() {
    for text in sayings().chain(role_texts()) {
        let explained: String = terms(&text).iter().map(|term| format!("{} {} ", term.name, term.means)).collect();
        let short = |word: &&str| word.chars().filter(char::is_ascii_uppercase).count() > 1;
        for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(short) {
            let shown = english().iter().any(|(key, forms)| {
                key.ends_with(".forms") && forms.split('|').any(|form| [form, &format!("{form}s")].contains(&word))
            });
            assert!(shown || KNOWN.contains(&word) || explained.contains(word), "\"{word}\" is not explained: {text}");
        }
    }
}

/// A word is spelled out where it is explained, found where it stands, and not inside another.
#[test]
fn a_term_is_a_word_by_itself() {
    let names = |said: &str| terms(said).iter().map(|term| term.name).collect::<Vec<_>>();
    assert_eq!(names("Two GCSEs, an HND and some BTECs."), ["BTEC", "GCSE", "HND"]);
    assert_eq!(names("MSc (Hons)"), ["Honours degree", "Master’s"]);
    assert_eq!(names("XHND HNDx unpredicted"), [""; 0]);
    for term in english().keys().filter_map(|key| key.strip_suffix(".forms")) {
        let english = english();
        let others = english.iter().filter(|(key, _)| !key.starts_with("term.")).map(|(_, text)| text.clone());
        let all = others.chain(role_texts()).collect::<Vec<_>>().join("\n");
        assert!(terms(&all).iter().any(|found| found.name == english[term]), "nobody says {term}");
        assert!(english[&format!("{term}.means")].len() < 160, "{term}: keep it small");
        let url = english.get(&format!("{term}.url"));
        assert!(url.is_none_or(|url| url.starts_with("https://")), "{term}: {url:?}");
    }
    // Each is shown by the name of its site.
    let urls: BTreeSet<String> =
        english().into_iter().filter(|(key, _)| key.ends_with(".url")).map(|(_, url)| url).collect();
    let sites: BTreeSet<&str> = urls.iter().filter_map(|url| url.split('/').nth(2)).collect();
    assert_eq!(sites.len(), urls.len(), "two pages of one site: {urls:?}");
}
