//! The words of the field: which of them stand in some text, and what they mean.

use super::{family, find, text};

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

/// The words of the field that stand in some text, by name. They are looked for in the language that is spoken and in
/// English, which the packs speak.
pub fn terms(said: &str) -> Vec<Term> {
    let mut stems: Vec<&str> = family("term.")
        .filter_map(|(key, forms)| Some((key.strip_suffix(".forms")?, forms)))
        .filter(|(_, forms)| forms.split(OR).any(|form| stands(form, said)))
        .map(|(stem, _)| stem)
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let term = |stem: &str| Term {
        name: text(stem),
        means: text(&format!("{stem}.means")),
        url: find(&format!("{stem}.url")),
    };
    let mut terms: Vec<Term> = stems.into_iter().map(term).collect();
    terms.sort_unstable_by_key(|term| term.name.to_ascii_lowercase());
    terms
}

/// Whether a word stands in a text by itself, or with an "s".
fn stands(form: &str, said: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    said.match_indices(form).any(|(at, _)| {
        let (before, after) = (&said[..at], &said[at + form.len()..]);
        !before.ends_with(char::is_alphanumeric) && (ends(after) || after.strip_prefix('s').is_some_and(ends))
    })
}
