//! The copy deck: every sentence a person reads, by key, and the words for a reason or a gain.
//!
//! Pure. The sentences are in `en.json`, where an editor changes them; the packs hold what belongs to a role.

mod deck;
mod plan;
pub mod plural;
mod reasons;
mod terms;

use crate::catalogue::{Catalogue, RolePack};
use crate::letters::capital;
use crate::rules::{Qualification, Status};

pub use deck::{BUILT_IN, ENGLISH, ENGLISH_STAMP, VERSION, family, find, language, learn, speak, take_english};
pub use plan::{plan_steps, plan_text};
pub use reasons::{award, because, gain, reason_code, size};
pub use terms::{Term, terms};

/// The sentence of a key; nothing where the deck has none, which the tests find.
pub fn text(key: &str) -> &'static str {
    find(key).unwrap_or_default()
}

/// The words of a key, or the key itself where it is no key: grades and numbers stand for themselves.
pub fn label(key: &str) -> &str {
    find(key).unwrap_or(key)
}

/// The sentence of a key with its `{places}` filled.
pub fn fill(key: &str, values: &[(&str, &str)]) -> String {
    fill_with(key, &|place| values.iter().find(|(known, _)| *known == place).map_or("", |(_, value)| value))
}

/// The sentence of a key in the form that goes with a number, which fills `{number}`, with its other places filled.
pub fn count(stem: &str, number: usize, values: &[(&str, &str)]) -> String {
    let key = counted(stem, number);
    fill(&key, &[&[("number", &*number.to_string())], values].concat())
}

/// The key of that form.
pub fn counted(stem: &str, number: usize) -> String {
    format!("{stem}.{}", plural::form(language(), number))
}

/// The same, with values that are looked up only where the sentence has a place for them.
pub fn fill_with<'a>(key: &str, value: &dyn Fn(&str) -> &'a str) -> String {
    filled(text(key), value)
}

/// A sentence with its `{places}` filled.
pub fn filled<'a>(template: &str, value: &dyn Fn(&str) -> &'a str) -> String {
    let mut filled = String::with_capacity(template.len() + 40);
    let mut rest = template;
    // One pass, so that a value that holds a place is left as it is.
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(value(name));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Who decides, as a pack says it, or in general where it does not; and the same at the beginning of a sentence.
pub fn decider(of_pack: &'static str) -> (&'static str, String) {
    let decider = if of_pack.is_empty() { text("decider") } else { of_pack };
    (decider, capital(decider.to_string()))
}

/// "English language, maths and a science".
pub fn list(items: &[&str]) -> String {
    join("list.and", items)
}

/// "biology or human biology".
pub fn either(items: &[&str]) -> String {
    join("list.or", items)
}

fn join(key: &str, items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => one.to_string(),
        [first @ .., last] => fill(key, &[("first", &first.join(", ")), ("last", last)]),
    }
}

/// Whether a date has a day: "checked on 23 November 2026", but "checked in November 2026".
pub fn has_day(date: &str) -> bool {
    date.len() > "2026-11".len()
}

/// A date as people write it: `2026-11-23` is "23 November 2026".
pub fn date(date: &str) -> String {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next());
    let month = text(&format!("month.{month}"));
    day.map_or_else(|| format!("{month} {year}"), |day| format!("{} {month} {year}", day.trim_start_matches('0')))
}

/// What sentences are made from beside the deck: the names of a role and of the subjects.
pub struct Words<'a> {
    /// For the names of subjects.
    pub catalogue: &'a Catalogue,
    /// For what belongs to the role.
    pub pack: &'a RolePack,
}

impl<'a> Words<'a> {
    /// For a role of a catalogue.
    pub fn new(catalogue: &'a Catalogue, pack: &'a RolePack) -> Words<'a> {
        Words { catalogue, pack }
    }

    /// The name of what a qualification is in.
    pub fn subject<'b>(&'b self, held: &'b Qualification) -> &'b str {
        held.subject.as_ref().map_or("", |subject| self.catalogue.subjects.name(subject))
    }

    /// "Your" or "Your predicted".
    pub fn your(&self, held: &Qualification) -> &'static str {
        text(match held.status {
            Status::Awarded => "your.awarded",
            Status::Predicted => "your.predicted",
        })
    }
}
