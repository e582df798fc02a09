//! A language that nobody speaks, made from the English deck, to prove that a page says nothing but what its deck says:
//! each sentence stands in brackets, with accents, and is about a third longer. It counts as Welsh does, which has every
//! form there is.

use super::deck::Deck;
use crate::copy::plural::{OTHER, own_forms};

/// The language: a private one, so that no browser or reader takes it for another.
pub const LANGUAGE: &str = "cy-x-pseudo";

/// The brackets of a sentence.
pub const BRACKETS: [char; 2] = ['⟦', '⟧'];

/// The deck.
pub fn deck(english: &Deck) -> Deck {
    let mut deck = Deck::new();
    for (key, said) in english {
        let said = match key.rsplit('.').next() {
            Some("url") => said.clone(),
            // To be found in what is said.
            Some("forms") => said.chars().map(accented).collect(),
            _ => pseudo(said),
        };
        // Each form of a sentence that counts is as it is for any number.
        if let Some(stem) = key.strip_suffix(OTHER).filter(|stem| english.contains_key(&format!("{stem}one"))) {
            let forms = own_forms(LANGUAGE).unwrap_or_default().iter();
            deck.extend(forms.map(|(_, form)| (format!("{stem}{form}"), said.clone())));
        }
        deck.entry(key.clone()).or_insert(said);
    }
    deck.insert("language".to_string(), LANGUAGE.to_string());
    deck.insert("language.name".to_string(), "Pseudo".to_string());
    deck
}

/// One sentence. Its places stay as they are, and so does white space around it.
fn pseudo(said: &str) -> String {
    let inner = said.trim();
    let mut in_place = false;
    let accented: String = inner
        .chars()
        .map(|letter| {
            in_place = (in_place || letter == '{') && letter != '}';
            if in_place { letter } else { accented(letter) }
        })
        .collect();
    let longer = "~".repeat(inner.chars().count().div_ceil(3));
    let [open, close] = BRACKETS;
    said.replacen(inner, &format!("{open}{accented} {longer}{close}"), 1)
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "aeiouyAEIOUY";
    const ACCENTED: &str = "âêîôûŷÂÊÎÔÛŶ";
    let place = PLAIN.chars().position(|plain| plain == letter);
    place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter)
}
