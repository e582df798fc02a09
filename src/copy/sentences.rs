//! Sentences by key: their places filled, in the form that goes with a number, joined to lists, and dates.

use super::deck::{find, language};
use super::plural;
use crate::letters::capital;

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
