//! The text of a part of a page whose words of the field are explained at its foot.

use std::cell::RefCell;

use yew::prelude::*;

use super::fragments;
use crate::copy::{self, Term, terms};

/// Looks up text as `copy` does, and keeps what is shown, so that a [`glossary`](super::components::glossary) can explain it.
///
/// Yew renders a component after the one that names it, so nobody can read a page before it is there. An effect could, but
/// what an effect adds would move the page, and the first screens are rendered where no effect runs. So a page takes all its
/// text from here, and its glossary comes last. A component within the page is given its text by the page; the sentences that
/// it looks up by itself hold no word of the field, which `tests/native/glossary.rs` checks.
#[derive(Default)]
pub struct PageText {
    shown: RefCell<String>,
}

impl PageText {
    /// Shows the sentence of a key.
    pub fn get(&self, key: &str) -> Html {
        self.note(copy::text(key)).into()
    }

    /// Shows the sentence of a key with its `{places}` filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Html {
        self.show(copy::fill(key, values))
    }

    /// Shows the sentence of a key in the form that goes with a number.
    pub fn count(&self, stem: &str, number: usize) -> Html {
        self.show(copy::count(stem, number, &[]))
    }

    /// Shows text of the packs, marked as English where another language is spoken.
    pub fn english(&self, words: impl Into<AttrValue>) -> Html {
        fragments::english(self.note(words.into()))
    }

    /// Quotes somebody else's words.
    pub fn quote(&self, words: &str) -> Html {
        fragments::quote(self.note(words))
    }

    /// Shows any other text.
    pub fn show(&self, words: String) -> Html {
        self.note(words).into()
    }

    /// Returns text as it is, to be put where no HTML can stand or together with other text.
    pub fn note<T: AsRef<str>>(&self, words: T) -> T {
        let mut shown = self.shown.borrow_mut();
        shown.push_str(words.as_ref());
        // No word of the field goes on from one text to the next.
        shown.push('\n');
        words
    }

    /// Returns the words of the field in all that was shown so far.
    pub fn terms(&self) -> Vec<Term> {
        terms(&self.shown.borrow())
    }
}
