//! The decks of sentences: what is wrong with that of another language beside the English one, and how it is delivered.

use std::collections::{BTreeMap, BTreeSet};

use crate::copy::plural::{OTHER, own_forms};
use crate::copy::{BUILT_IN, ENGLISH_STAMP, VERSION};

/// Sentences by key.
pub type Deck = BTreeMap<String, String>;

/// Every form that some language has.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

/// The start of the keys whose sentences do not change with the language: addresses.
const SAME: &str = ".url";

/// What is wrong with a deck: each mistake with its key and the mend. `english` is held against itself too.
pub fn mistakes(deck: &Deck, english: &Deck) -> Vec<String> {
    let language = deck.get("language").map_or("", String::as_str);
    let Some(forms) = own_forms(language) else {
        return vec![format!("\"language\" is \"{language}\", which has no rule; add one to src/copy/plural.rs")];
    };
    let forms: Vec<&str> = forms.iter().map(|(_, form)| *form).chain([OTHER]).collect();
    let wanted = wanted(english, &forms);
    let mut told = Vec::new();
    for (key, model) in &wanted {
        match deck.get(key) {
            None => told.push(format!("\"{key}\" is missing; {BUILT_IN} says \"{model}\"")),
            Some(said) if said.trim().is_empty() => told.push(format!("\"{key}\" is empty; write the sentence")),
            Some(said) if key.ends_with(SAME) && said != model => {
                told.push(format!("\"{key}\" is another address; leave it as {BUILT_IN} has it"));
            }
            Some(said) => told.extend(wrong_places(key, said, model)),
        }
    }
    for key in deck.keys().filter(|key| !wanted.contains_key(*key)) {
        let mend = match stem(key, english) {
            Some(_) => format!("is a form that {language} does not have ({}); take it out", forms.join(", ")),
            None => format!("is no key of {BUILT_IN}; take it out, or add it there"),
        };
        told.push(format!("\"{key}\" {mend}"));
    }
    told
}

/// The stem of a key that is one form of a sentence that counts.
fn stem<'a>(key: &'a str, english: &Deck) -> Option<&'a str> {
    let (stem, form) = key.rsplit_once('.')?;
    // English has both of its forms of a sentence that counts; what ends like a form by itself is a name like any.
    let counts = english.contains_key(&format!("{stem}.one"));
    (FORMS.contains(&form) && counts).then_some(stem)
}

/// The keys that a deck with these forms has, each with the English sentence to go by.
fn wanted<'a>(english: &'a Deck, forms: &[&str]) -> BTreeMap<String, &'a str> {
    let mut wanted = BTreeMap::new();
    for (key, said) in english {
        match stem(key, english) {
            None => {
                wanted.insert(key.clone(), said.as_str());
            }
            Some(stem) => {
                let model = english.get(&format!("{stem}.{OTHER}")).unwrap_or(said);
                wanted.extend(forms.iter().map(|form| (format!("{stem}.{form}"), model.as_str())));
            }
        }
    }
    wanted
}

/// Places that are too many or too few. A form for one number may leave the number out.
fn wrong_places(key: &str, said: &str, model: &str) -> Vec<String> {
    let (said, model) = (places(said), places(model));
    let may_lack = FORMS.iter().any(|form| *form != OTHER && key.ends_with(&format!(".{form}")));
    let lacking = model.difference(&said).filter(|place| !(may_lack && **place == "number"));
    let lacking = lacking.map(|place| format!("\"{key}\" has no {{{place}}}; say where it stands in the sentence"));
    let unknown =
        said.difference(&model).map(|place| format!("\"{key}\" has {{{place}}}, which nothing fills; take it out"));
    lacking.chain(unknown).collect()
}

/// The places of a sentence that are filled.
pub fn places(said: &str) -> BTreeSet<&str> {
    said.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// A deck as the page fetches it, with the stamp of the English deck that it goes with.
pub fn delivered(mut deck: Deck) -> String {
    deck.insert(VERSION.to_string(), ENGLISH_STAMP.to_string());
    serde_json::Value::from_iter(deck).to_string()
}
