//! Hostile text at every door: what is kept under `fuzz/corpus`, and that text changed at random, the same on each run.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::evaluate_json;
use entry_checker::journey::saved::Saved;
use entry_checker::journey::{Typing, link};
use entry_checker::rules::Section;

use crate::doors::{DOORS, Door};
use crate::journey::Dice;
use crate::profiles::ROLE;

/// How many changed texts a door is tried with.
const CHANGED: usize = 3_000;

/// Pieces that have broken other programs.
const PIECES: [&str; 16] = [
    "__proto__",
    "\u{0}",
    "\\ud800",
    "\u{FFFD}",
    "\u{202E}",
    "%00",
    "<script>",
    "null",
    "-0",
    "1e999",
    "[[[[[[[[",
    "{\"",
    "\":",
    "\u{1F469}\u{200D}\u{1F52C}",
    "99999999999999999999",
    "\n",
];

fn corpus(door: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(door);
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("a door has a corpus").flatten().map(|file| file.path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).expect("it can be read")).collect()
}

fn through(door: Door, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let done = catch_unwind(|| door.1(&text));
    assert!(done.is_ok(), "the door {} broke on {text:?}", door.0);
}

/// A text with up to four changes: a byte changed, dropped or doubled, a piece put in, the end of another text put on.
fn changed(all: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = all[dice.below(all.len())].clone();
    for _ in 0..=dice.below(4) {
        let place = dice.below(bytes.len() + 1);
        match dice.below(5) {
            0 if place < bytes.len() => bytes[place] = dice.below(256) as u8,
            1 if place < bytes.len() => drop(bytes.remove(place)),
            2 if place < bytes.len() => bytes.insert(place, bytes[place]),
            3 => drop(bytes.splice(place..place, PIECES[dice.below(PIECES.len())].bytes())),
            _ => {
                let other = &all[dice.below(all.len())];
                bytes.truncate(place);
                bytes.extend(&other[dice.below(other.len() + 1)..]);
            }
        }
    }
    bytes
}

#[test]
fn every_door_holds() {
    let mut dice = Dice(0xF022_F022_F022_F023);
    for door in DOORS {
        let all = corpus(door.0);
        assert!(all.len() > 2, "{} has a corpus", door.0);
        all.iter().for_each(|bytes| through(door, bytes));
        (0..CHANGED).for_each(|_| through(door, &changed(&all, &mut dice)));
        println!("{}: {} kept texts and {CHANGED} changed ones", door.0, all.len());
    }
}

/// T3: two thousand malformed profiles are refused or answered, and after each the next answer is as it always is.
#[test]
fn after_a_malformed_profile_the_next_is_right() {
    let good = r#"{"degree":[{"award":"bachelor-honours","subject":"physics","class":"2:1"}]}"#;
    let answer = |profile: &str| {
        let report = evaluate_json(Catalogue::built_in(), profile, ROLE);
        report.map(|report| serde_json::to_string(&report).expect("a report is JSON"))
    };
    let (golden, all) = (answer(good), corpus("profile"));
    let mut dice = Dice(0x0BAD_0BAD_0BAD_0BAD);
    let mut refused = 0;
    while refused < 2_000 {
        let text = String::from_utf8_lossy(&changed(&all, &mut dice)).into_owned();
        refused += usize::from(answer(&text).is_err_and(|error| error.code == "E_PROFILE"));
        assert_eq!(answer(good), golden, "after {text:?}");
    }
}

/// T19: a megabyte in the field costs no more than 80 characters do.
#[test]
fn a_long_paste_is_cut_before_it_is_looked_at() {
    let subjects = &Catalogue::built_in().subjects;
    let time = |words: String| -> (usize, Duration) {
        let start = Instant::now();
        (Typing::new(subjects, Section::Degree, words).found.len(), start.elapsed())
    };
    let eighty = "physics ".repeat(10);
    let (found, short) = time(eighty.clone());
    let (found_too, long) = time(eighty.repeat(12_500));
    println!("80 characters: {short:?}; a megabyte: {long:?}");
    assert_eq!(found, found_too);
}

/// The same for the field that roles are looked for in: what stands behind 80 characters is not looked at.
#[test]
fn a_long_paste_among_the_roles_is_cut_too() {
    let roles = |typed: &str| Catalogue::built_in().roles_like(typed).len();
    let eighty = format!("audiology{}", " ".repeat(71));
    assert_eq!(roles(&eighty), 1);
    assert_eq!(roles(&format!("{eighty}{}", "zebra ".repeat(200_000))), 1);
    assert_eq!(roles("zebra"), 0);
}

/// A changed text tells something only where the text it was made from is a good one.
#[test]
fn the_kept_texts_get_in() {
    let good = |door: &str, gets_in: fn(&str) -> bool| {
        assert!(corpus(door).iter().all(|bytes| gets_in(&String::from_utf8_lossy(bytes))), "{door}");
    };
    good("saved", |text| Saved::read(text).is_ok());
    good("link", |text| link::read(Catalogue::built_in(), text).is_ok());
    good("profile", |text| evaluate_json(Catalogue::built_in(), text, ROLE).is_ok());
}
