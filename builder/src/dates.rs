//! What has a day on which to look at it again: the exceptions of `deny.toml`, and the advisories themselves. A day that has
//! come breaks no build; whoever tests is told of it, at the end where it is seen.

use std::fs;
use std::path::Path;

use entry_checker::journey::Day;

use crate::run::{Result, root};

/// How old the newest advisory may be, in days.
const OLDEST: i32 = 60;

/// Today, by the clock of this machine.
fn today() -> Option<Day> {
    Day::read(&time::OffsetDateTime::now_utc().date().to_string())
}

/// Each exception of a `deny.toml` and the day that it names; nothing where it names none.
fn exceptions(deny: &str) -> Vec<(&str, Option<Day>)> {
    let lines = deny.lines().filter(|line| line.trim_start().starts_with("{ id = "));
    lines.map(|line| (line.split('"').nth(1).unwrap_or(line), after(line, "look again by "))).collect()
}

/// The day that stands behind some words.
fn after(text: &str, words: &str) -> Option<Day> {
    Day::read(text.split_once(words)?.1.get(..10)?)
}

/// What there is to say of the exceptions on a day.
fn of_exceptions(deny: &str, today: Day) -> Vec<String> {
    let over = |(id, by): (&str, Option<Day>)| match by {
        Some(by) if by >= today => None,
        Some(by) => Some(format!("WARNING: the exception for {id} in deny.toml was to be looked at by {}", by.text())),
        None => Some(format!("WARNING: the exception for {id} in deny.toml names no day to look again")),
    };
    exceptions(deny).into_iter().filter_map(over).collect()
}

/// What there is to say of advisories, given their texts: how old the newest is, where that is too old.
fn of_advisories<'a>(texts: impl Iterator<Item = &'a str>, today: Day) -> Option<String> {
    let Some(newest) = texts.filter_map(|text| after(text, "\ndate = \"")).max() else {
        return Some("WARNING: no advisory has a date".into());
    };
    let age = today.since(newest);
    (age > OLDEST).then(|| format!("WARNING: the newest advisory is of {}, {age} days ago", newest.text()))
}

/// Prints what there is to say of the exceptions in `deny.toml` today.
pub fn report_exceptions() -> Result {
    let deny = fs::read_to_string(root().join("deny.toml")).map_err(|error| format!("deny.toml: {error}"))?;
    of_exceptions(&deny, today().ok_or(NO_DAY)?).iter().for_each(|warning| println!("{warning}"));
    Ok(())
}

/// Prints what there is to say of the advisories in a folder of folders today.
pub fn report_advisories(folder: &Path) -> Result {
    let inside = |path: &Path| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let texts: Vec<String> =
        inside(folder).flat_map(|path| inside(&path)).filter_map(|path| fs::read_to_string(path).ok()).collect();
    of_advisories(texts.iter().map(String::as_str), today().ok_or(NO_DAY)?)
        .iter()
        .for_each(|warning| println!("{warning}"));
    Ok(())
}

const NO_DAY: &str = "the clock of this machine gives no day";

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap_or_else(|| unreachable!("{text} is a day"))
    }

    #[test]
    fn each_exception_names_a_day() {
        let deny = std::fs::read_to_string(crate::run::root().join("deny.toml")).unwrap_or_default();
        let all = exceptions(&deny);
        assert_eq!(all.len(), deny.matches("RUSTSEC-").count());
        assert!(!all.is_empty() && all.iter().all(|(_, by)| by.is_some()), "{all:?}");
        assert!(today().is_some());
    }

    #[test]
    fn a_day_that_has_passed_is_told_of() {
        let deny = "ignore = [\n    { id = \"A\", reason = \"Since 2026-01-01, look again by 2026-07-01\" },\n    { id = \"B\" },\n]";
        let said = |today| of_exceptions(deny, day(today));
        assert_eq!(said("2026-07-01"), ["WARNING: the exception for B in deny.toml names no day to look again"]);
        assert!(said("2026-07-02")[0].ends_with("A in deny.toml was to be looked at by 2026-07-01"));
    }

    #[test]
    fn old_advisories_are_told_of() {
        let texts = ["[advisory]\ndate = \"2026-05-01\"", "[advisory]\ndate = \"2026-04-30\"", "none"];
        let said = |today| of_advisories(texts.into_iter(), day(today));
        assert_eq!(said("2026-06-30"), None);
        assert!(said("2026-07-01").is_some_and(|said| said.contains("2026-05-01, 61 days ago")));
        assert!(of_advisories([].into_iter(), day("2026-07-01")).is_some());
    }
}
