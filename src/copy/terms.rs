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

/// The words of the field that stand in some text, in the order of their keys. They are looked for in the language that
/// is spoken and in English, which the packs speak.
pub fn terms(said: &str) -> Vec<Term> {
    let mut stems: Vec<&str> = Vec::new();
    for (key, forms) in family("term.") {
        // Another deck may have found it before.
        if let Some(stem) = key.strip_suffix(".forms").filter(|stem| !stems.contains(stem))
            && forms.split(OR).any(|form| stands(form.as_bytes(), said.as_bytes()))
        {
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

/// Whether a word stands in a text by itself, or with an "s". By bytes: what Rust knows of all the letters of the world,
/// and its search for text in text, would cost the page some kilobytes.
fn stands(form: &[u8], said: &[u8]) -> bool {
    let ends = |rest: &[u8]| !rest.first().is_some_and(u8::is_ascii_alphanumeric);
    let begins = |at: usize| at == 0 || !said[at - 1].is_ascii_alphanumeric();
    (0..said.len()).any(|at| {
        let after = said[at..].strip_prefix(form);
        begins(at) && after.is_some_and(|after| ends(after) || after.strip_prefix(b"s").is_some_and(ends))
    })
}
