//! The codes of links and the words of saved sessions: each is given once, nothing that can be answered goes without, and
//! what is in use never changes.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use entry_checker::catalogue::Catalogue;
use entry_checker::journey::link::codes::{self, Codes};
use entry_checker::journey::notes::PARTS;
use entry_checker::journey::saved::{Saved, keys};
use entry_checker::journey::{CONDITION, Day, GcsePart, Part, QuestionId, SCREENS, Stage};
use entry_checker::rules::{Award, Class, Section, Status};

use crate::kept::same_as_kept;

const KEPT: &str = "tests/wire-formats.txt";

/// Every code and word, a line each.
fn in_use() -> String {
    let mut text = String::from("Append-only: lines are added here, and none is changed or removed.\n");
    table(&mut text, "question", &codes::QUESTIONS, QuestionId::slug);
    table(&mut text, "stage", &codes::STAGES, |stage| stage.id().into());
    table(&mut text, "class", &codes::CLASSES, |class| class.id().into());
    table(&mut text, "status", &codes::STATUSES, |status| status.id().into());
    table(&mut text, "GCSE group", &codes::GCSE_GROUPS, str::to_string);
    table(&mut text, "award", &codes::AWARDS, |award| award.id().into());
    table(&mut text, "another", &codes::MORE, |more| if more { "yes" } else { "no" }.into());
    line(&mut text, "award", codes::NONE, "none");
    line(&mut text, "GCSE group", codes::NONE, "none");
    line(&mut text, "subject", codes::OWN_WORDS, "a person's own words follow");
    line(&mut text, "subject", codes::LISTED, "the stamp of a subject of the tables follows");
    line(&mut text, "result", codes::CLASS, "a class follows");
    line(&mut text, "result", codes::GRADE, "a grade follows");
    let screens = SCREENS.into_iter().map(|(_, slug)| ("screen", slug));
    let keys = [keys::DAY, keys::ANSWERS, keys::SCREEN, keys::TICK, keys::NOTE, keys::VALUE];
    let words = screens.chain(PARTS.map(|part| ("part of a note", part))).chain([("tick", CONDITION)]);
    for (of, word) in words.chain(keys.map(|key| ("saved line", key))) {
        writeln!(text, "{of} \"{word}\"").expect("a text can be written to");
    }
    let saved = Saved {
        day: Day::read("2026-11-25").expect("it is a day"),
        answers: "v2.AAAA.AAAA".into(),
        screen: "result".into(),
        ticks: vec!["audiology K1".into()],
        notes: vec!["audiology K1 situation words".into()],
        values: vec!["audiology K1 compassion".into()],
        lost: 0,
    };
    text.push_str(&saved.text());
    text.push('\n');
    text
}

fn table<T: Copy + PartialEq>(text: &mut String, of: &str, codes: &Codes<T>, name: impl Fn(T) -> String) {
    for (one, code) in codes.entries() {
        line(text, of, *code, &name(*one));
    }
}

fn line(text: &mut String, of: &str, code: u8, name: &str) {
    writeln!(text, "{of} {code}: {name}").expect("a text can be written to");
}

#[test]
fn no_code_of_links_moves() {
    let now = in_use();
    // Also where the text is written anew: what was in use once stays in use.
    let kept = fs::read_to_string(KEPT).unwrap_or_default();
    for line in kept.lines() {
        assert!(now.lines().any(|known| known == line), "\"{line}\" is in old links or saved sessions; give it back");
    }
    same_as_kept(KEPT, &now);
}

#[test]
fn no_code_of_links_is_given_twice() {
    fn each_once<T: Copy + PartialEq>(codes: &Codes<T>, of: &str) {
        let mut seen = BTreeSet::new();
        for (place, (one, code)) in codes.entries().iter().enumerate() {
            assert!(seen.insert(code), "{of}: {code} is given twice");
            assert!(!codes.entries()[..place].iter().any(|(known, _)| known == one), "{of} at {place} stands twice");
        }
    }
    each_once(&codes::QUESTIONS, "question");
    each_once(&codes::STAGES, "stage");
    each_once(&codes::CLASSES, "class");
    each_once(&codes::STATUSES, "status");
    each_once(&codes::GCSE_GROUPS, "GCSE group");
    each_once(&codes::AWARDS, "award");
    each_once(&codes::MORE, "another");
    let none = codes::NONE;
    assert_eq!((codes::AWARDS.find(none), codes::GCSE_GROUPS.find(none)), (None, None), "0 is the answer \"none\"");
    let bits = codes::GCSE_GROUPS.entries().iter().all(|(_, code)| code.is_power_of_two());
    assert!(bits, "an answer names several groups at once, so each has a bit of its own");
}

/// A new one needs a code: without it, an answer that names it has no link and cannot be saved.
#[test]
fn all_that_can_be_answered_has_a_code() {
    for id in questions() {
        assert!(codes::QUESTIONS.code(id).is_some(), "{id:?}");
    }
    for stage in Stage::ALL {
        assert!(codes::STAGES.code(stage).is_some(), "{stage:?}");
    }
    for class in Class::ALL {
        assert!(codes::CLASSES.code(class).is_some(), "{class:?}");
    }
    for status in Status::ALL {
        assert!(codes::STATUSES.code(status).is_some(), "{status:?}");
    }
    for award in Section::ALL.into_iter().flat_map(Award::all) {
        assert!(codes::AWARDS.code(award).is_some(), "{}", award.id());
    }
    for group in Catalogue::built_in().subjects.gcse_groups() {
        assert!(codes::GCSE_GROUPS.code(group.id).is_some(), "{}", group.id);
    }
}

/// Every question, one for each section. The two closures stop a build that has a new part, until it is added here.
fn questions() -> Vec<QuestionId> {
    let _ = |part: GcsePart| match part {
        GcsePart::Number | GcsePart::Including | GcsePart::Status => (),
    };
    let _ = |part: Part| match part {
        Part::Award | Part::Subject | Part::Status | Part::Result => (),
    };
    let parts = [Part::Award, Part::Subject, Part::Status, Part::Result];
    let gcses = [GcsePart::Number, GcsePart::Including, GcsePart::Status].map(QuestionId::Gcse);
    let mut all = vec![QuestionId::Stage];
    all.extend(gcses);
    // GCSEs are not asked for one by one.
    for section in Section::ALL.into_iter().filter(|section| *section != Section::Gcse) {
        all.extend(parts.map(|part| QuestionId::Held(section, 0, part)));
        all.push(QuestionId::More(section, 0));
    }
    all
}
