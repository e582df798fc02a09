//! The words of the field: which of them stand in some text, and what they mean.

use super::deck::{family, find};
use super::sentences::text;

/// Between the forms under which a word is found.
const OR: char = '|';

/// A word of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is called.
    pub name: &'static str,
    /// What it means.
    pub means: &'static str,
    /// Where that is from, where it is a fact.
    pub url: Option<&'static str>,
}

/// The words of the field that stand in some text, in the order of their keys. They are looked for in the language that
/// is spoken and in English, which the packs speak.
pub fn terms(said: &str) -> Vec<Term> {
    let said = said.as_bytes();
    let forms = || family("term.").filter_map(|(key, forms)| Some((key.strip_suffix(".forms")?, forms.split(OR))));
    // Only places where a form can begin are compared: a person may paste a million characters that are not ASCII, and each
    // byte of them would be a place.
    let mut first_bytes = [false; 256];
    for first in forms().flat_map(|(_, forms)| forms).filter_map(|form| form.bytes().next()) {
        first_bytes[usize::from(first)] = true;
    }
    let begins =
        |at: &usize| first_bytes[usize::from(said[*at])] && (*at == 0 || !said[at - 1].is_ascii_alphanumeric());
    let words: Vec<&[u8]> = (0..said.len()).filter(begins).map(|at| &said[at..]).collect();
    let mut stems: Vec<&str> = Vec::new();
    for (stem, mut forms) in forms() {
        // Another deck may have found it before.
        if !stems.contains(&stem) && forms.any(|form| words.iter().any(|word| is(form.as_bytes(), word))) {
            stems.push(stem);
        }
    }
    let term = |stem: &str| Term {
        name: text(stem),
        means: text(&format!("{stem}.means")),
        url: find(&format!("{stem}.url")),
    };
    stems.into_iter().map(term).collect()
}

/// Whether a text begins with a word, by itself or with an "s". By bytes: what Rust knows of all the letters of the world,
/// and its search for text in text, would cost the page some kilobytes.
fn is(form: &[u8], text: &[u8]) -> bool {
    let ends = |rest: &[u8]| !rest.first().is_some_and(u8::is_ascii_alphanumeric);
    text.strip_prefix(form).is_some_and(|rest| ends(rest) || rest.strip_prefix(b"s").is_some_and(ends))
}
