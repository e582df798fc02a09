//! No sentence claims more than it knows: what is sure, what is frequent, and whose reading it is.

use std::collections::BTreeMap;

use entry_checker::catalogue::{Catalogue, Link, RolePack};
use entry_checker::copy::ENGLISH;
use entry_checker::rules::{Basis, Requirement, Rule, Section, Standing, Subject, SubjectId};

use crate::copy::{role_texts, sayings};

/// Words that promise what nobody can know from qualifications alone.
const TOO_SURE: [&str; 14] = [
    "always",
    "never",
    "certain",
    "certainly",
    "definitely",
    "without doubt",
    "all universities",
    "every university",
    "no university",
    "entitled",
    "you qualify",
    "you are accepted",
    "you will be accepted",
    "you have a place",
];

/// Words that say how frequent something is, for which somebody has to have counted or said so.
const FREQUENT: [&str; 7] = ["often", "usually", "most", "mostly", "normally", "typically", "rarely"];

/// The sentences of the deck that may say so: they repeat what a division's list of subjects says, which has its source.
const OF_A_LIST: [&str; 5] =
    ["because.degree.", "because.higherDegree.", "accepted.title", "subject.degree.named", "subjects.degree.named"];

fn deck() -> BTreeMap<String, String> {
    serde_json::from_str(ENGLISH).expect("the deck is JSON")
}

/// Whether some words stand in a text as words. The names of its places are no words.
fn says(text: &str, words: &str) -> bool {
    let parts = text.split('{').enumerate();
    let text: String = parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .collect();
    let plain: String = text.to_lowercase().chars().map(|one| if one.is_alphanumeric() { one } else { ' ' }).collect();
    let padded = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    padded.contains(&format!(" {words} "))
}

fn is_frequency(text: &str) -> bool {
    FREQUENT.iter().any(|word| says(text, word))
}

#[test]
fn the_words_are_found_where_they_stand() {
    assert!(says("You qualify, always.", "always") && says("You qualify, always.", "you qualify"));
    assert!(!says("It is almost there, {most}.", "most") && is_frequency("Most people do."));
}

#[test]
fn nothing_is_promised() {
    for text in sayings().chain(role_texts()) {
        for words in TOO_SURE {
            assert!(!says(&text, words), "\"{words}\" in: {text}");
        }
    }
}

#[test]
fn a_frequency_in_the_deck_has_a_source() {
    let deck = deck();
    for (key, text) in deck.iter().filter(|(_, text)| is_frequency(text)) {
        let term = key.strip_prefix("term.").and_then(|rest| rest.strip_suffix(".means"));
        let has_source = term.is_some_and(|term| deck.contains_key(&format!("term.{term}.url")));
        let is_of_list = OF_A_LIST.iter().any(|start| key.starts_with(start));
        assert!(has_source || is_of_list, "{key} has no source for: {text}");
    }
}

/// In a pack what is frequent is quoted, or stands beside an address.
#[test]
fn a_frequency_in_a_pack_has_a_source() {
    let with_address =
        |links: &[Link]| links.iter().all(|link| link.url.starts_with("https://") || !is_frequency(link.text));
    for pack in &Catalogue::built_in().roles {
        for (route, rules) in pack.routes.iter().zip(&pack.rules.routes) {
            let id = rules.id;
            assert!([&route.next, &route.instead, &route.figures].into_iter().all(|links| with_address(links)), "{id}");
            assert!(![route.job, route.name, route.about].into_iter().any(is_frequency), "{id}: {}", route.about);
        }
        for requirement in requirements(pack) {
            assert!(
                !matches!(requirement.rule, Rule::Judged { because } if is_frequency(because)),
                "{}",
                requirement.id
            );
            let source = &requirement.source;
            assert!(source.url.starts_with("https://"), "{} has no source", requirement.id);
            // A reading may repeat how frequent something is where the words that it reads say so.
            for word in FREQUENT {
                let is_read = source.reading.is_some_and(|reading| says(reading, word));
                assert!(!is_read || says(source.quote, word), "{}: \"{word}\" has no source", requirement.id);
            }
        }
        assert!(pack.accepted.source.url.starts_with("http"), "{}: the degrees most often accepted", pack.rules.id);
    }
}

/// A reading is shown with its words, and the sentences about such a rule say that it is ours.
#[test]
fn a_reading_is_said_to_be_one() {
    let deck = deck();
    let mut readings = 0;
    for requirement in Catalogue::built_in().roles.iter().flat_map(requirements) {
        let source = &requirement.source;
        assert_eq!(source.basis == Basis::Reading, source.reading.is_some(), "{}", requirement.id);
        readings += usize::from(source.basis == Basis::Reading);
    }
    assert!(readings > 0);
    let ours = |text: &str| says(text, "we read") || says(text, "we take") || says(text, "as we read them");
    for start in [
        "because.size.short",
        "because.level3.fewer.subject",
        "gain.gcse.any.reading.",
        "gain.gcse.reading.",
        "gcse.enough",
        "result.change.plan.",
    ] {
        let of_page = |key: &str| key.ends_with(".page");
        for (key, text) in deck.iter().filter(|(key, _)| key.starts_with(start) && !of_page(key)) {
            assert!(ours(text), "{key} does not say whose reading it is: {text}");
        }
    }
    // What is met is the rules about qualifications, and not everything that a job asks for.
    for (key, text) in
        deck.iter().filter(|(key, _)| key.starts_with("result.lead.met") || key.starts_with("result.all.met"))
    {
        assert!(says(text, "qualification rules"), "{key}: {text}");
    }
}

fn requirements(pack: &RolePack) -> impl Iterator<Item = &Requirement> {
    pack.rules.routes.iter().flat_map(|route| &route.pathways).flat_map(|way| &way.requirements)
}

/// The sentence for such a subject says that other areas often take it, so one of them has to name it.
#[test]
fn a_subject_that_other_areas_look_for_is_named_by_one_of_them() {
    let catalogue = Catalogue::built_in();
    let standings = |pack: &'static RolePack| {
        let tests = requirements(pack).filter_map(|requirement| match &requirement.rule {
            Rule::Holds { pools, .. } => pools.iter().find(|pool| pool.section == Section::Degree)?.subject.as_ref(),
            _ => None,
        });
        tests.map(|test| test.standings.clone()).next()
    };
    let divisions: BTreeMap<&str, _> =
        catalogue.roles.iter().filter_map(|pack| Some((pack.division, standings(pack)?))).collect();
    assert!(divisions.len() > 1, "an area is compared with others");
    for (division, standings) in &divisions {
        for (place, _) in standings.iter().enumerate().filter(|(_, standing)| **standing == Standing::Elsewhere) {
            let named = divisions.iter().any(|(other, of)| other != division && of[place] == Standing::Named);
            let subject = Subject::Listed(SubjectId(place as u16));
            assert!(named, "{division}: no other area names {}", catalogue.subjects.id(&subject));
        }
    }
}
