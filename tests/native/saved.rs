//! What is saved on a device: it reads back as it was, for 28 days, and nothing bad gets in by it.

use std::rc::Rc;

use entry_checker::journey::link::Broken;
use entry_checker::journey::notes::PARTS;
use entry_checker::journey::saved::{DAYS, LONGEST, Saved, Shelf};
use entry_checker::journey::{
    CONDITION, Day, DeviceEvent, Edit, HostEvent, Input, Move, QuestionId, RestoreNotice, SaveResult, Screen, State,
    update,
};
use entry_checker::rules::Section;

use crate::journey::{Dice, any_role, at, put_in};
use crate::link::{checksum, link_of};

const TODAY: &str = "2026-11-25";
const ROLE: &str = "clinical-or-medical-technology";

pub fn day(text: &str) -> Day {
    Day::read(text).expect("it is a day")
}

/// At an address on a device that knows the day and has this saved.
fn on_a_device(address: &str, kept: Option<&str>, today: &str) -> State {
    let state = update(&at(address), HostEvent::Device(DeviceEvent::Now(Some(day(today)), false)));
    update(&state, HostEvent::Device(DeviceEvent::Shelf(Rc::new(Shelf::read(kept, state.device().today)))))
}

/// Somebody who answers at random, ticks something, and saves wherever they are.
fn saved_at_random(dice: &mut Dice) -> (State, String) {
    let mut state = on_a_device(any_role(dice), None, TODAY);
    state = update(&state, Move::Begin);
    for _ in 0..dice.below(40) {
        if matches!(state.screen(), Screen::Question(_)) {
            state = update(&state, Move::Answer(put_in(&state, dice)));
        }
    }
    if let Some(pack) = state.role() {
        for claim in pack.skills.iter().flat_map(|group| &group.claims) {
            if dice.below(2) == 0 {
                continue;
            }
            state = update(&state, Edit::Tick(claim.id, true));
            let words = ["a b ", "one\ntick x y\n", "back\\nslash\\", "🦉"][dice.below(4)];
            state = update(
                &state,
                Edit::WriteNote { claim: claim.id, part: PARTS[dice.below(4)], words: words.to_string() },
            );
            if dice.below(2) == 0 {
                state = update(&state, Edit::ShowValue { claim: claim.id, value: "compassion", is_shown: true });
            }
        }
    }
    // Where nothing was done there is nothing to save.
    if !state.has_begun() {
        assert_eq!(state.record(), None);
        return saved_at_random(dice);
    }
    let there = [state.screen(), Screen::Check, Screen::Result, Screen::Skills][dice.below(4)];
    state = update(&state, Move::Show(there));
    let text = state.record().expect("it can be saved").text();
    (state, text)
}

fn go_on(kept: &str, today: &str) -> State {
    update(&on_a_device("", Some(kept), today), Move::RestoreSaved)
}

#[test]
fn a_person_goes_on_where_they_were() {
    let mut dice = Dice(0x0DD5_EED5_0DD5_EED1);
    for _ in 0..3_000 {
        let (state, text) = saved_at_random(&mut dice);
        let back = go_on(&text, "2026-12-22");
        assert_eq!(back.walk().profile, state.walk().profile, "{text}");
        assert_eq!(back.walk().next, state.walk().next, "{text}");
        assert_eq!(
            (back.screen(), back.address(), back.restore_notice()),
            (state.screen(), state.address(), None),
            "{text}"
        );
        if let Some(pack) = state.role() {
            for claim in pack.skills.iter().flat_map(|group| &group.claims) {
                assert_eq!(back.is_ticked(claim.id), state.is_ticked(claim.id), "{}", claim.id);
                assert_eq!(back.shows(claim.id, "compassion"), state.shows(claim.id, "compassion"), "{}", claim.id);
                for part in PARTS {
                    assert_eq!(back.note(claim.id, part), state.note(claim.id, part), "{} {part}", claim.id);
                }
            }
        }
        // Saved again the same day it is the same text.
        let again = update(&back, HostEvent::Device(DeviceEvent::Now(Some(day(TODAY)), false)));
        assert_eq!(again.record().map(|record| record.text()), Some(text));
    }
}

#[test]
fn answers_too_long_for_a_link_are_saved_all_the_same() {
    let state = update(&on_a_device("all", None, TODAY), Move::Begin);
    let give = |state: State, answer: &str| crate::journey::give(&state, answer);
    let words = |n: usize| format!("{n}{}", "ʘ".repeat(79));
    let mut state = ["degree", "bachelor-honours", "awarded", "first", &words(9)].into_iter().fold(state, give);
    for _ in 0..2 {
        state = update(&state, Move::AddAnother(Section::Degree));
        state = ["bachelor-honours", "awarded", "first", &words(9)].into_iter().fold(state, give);
    }
    assert_eq!(state.link(), None);
    let text = state.record().expect("it can be saved").text();
    let state = update(&state, Move::Show(Screen::Check));
    assert_eq!(go_on(&text, TODAY).walk().profile, state.walk().profile);
}

/// What was saved before examples had values, and skills a condition, reads as it was. A skill that was ticked keeps its
/// place: its condition is ticked with it.
#[test]
fn records_of_old_read_as_they_were() {
    let role = ROLE;
    let state = update(&on_a_device(role, None, TODAY), Edit::Tick("K1", true));
    let mut saved = state.record().expect("it can be saved");
    let ticks = ["K1", "K16", "compassion"].map(|id| format!("{role} {id}"));
    saved.ticks = ticks.to_vec();
    saved.notes = vec![format!("{role} K1 task {}", "a".repeat(600))];
    assert!(!saved.text().contains("\nvalue "), "as it was written then");
    let back = go_on(&saved.text(), TODAY);
    assert_eq!((back.restore_notice(), back.note("K1", "task").len()), (None, 600));
    for id in ["K1", "K16", "compassion", CONDITION] {
        assert!(back.is_ticked(id), "{id}");
    }
    assert!(back.has_value("compassion") && !back.shows("K1", "compassion"));
    saved.ticks.remove(1);
    assert!(!go_on(&saved.text(), TODAY).is_ticked(CONDITION));
    for value in ["audiology K1", "audiology K1 no-such-value", "audiology no-such-claim compassion", ""] {
        let saved = Saved { values: vec![value.to_string()], ..saved.clone() };
        assert_eq!(
            go_on(&saved.text(), TODAY).restore_notice(),
            Some(RestoreNotice::FromSaved { changed: false, lost: true }),
            "{value}"
        );
    }
}

/// Who starts again has the day, and what is saved, as before.
#[test]
fn to_start_again_forgets_nothing_of_the_device() {
    let text =
        update(&on_a_device(ROLE, None, TODAY), Edit::Tick("K1", true)).record().expect("it can be saved").text();
    let state = on_a_device(ROLE, Some(&text), TODAY);
    let cleared = update(&state, Move::Clear);
    assert_eq!((cleared.device().today, cleared.device().shelf.has_something()), (Some(day(TODAY)), true));
}

/// What is gone since is told, and where the role itself is gone a person chooses another.
#[test]
fn what_is_gone_since_is_told() {
    let state = update(&on_a_device(ROLE, None, TODAY), Edit::Tick("K1", true));
    let saved = state.record().expect("it can be saved");
    let came = |answers: &str| {
        let back = go_on(&Saved { answers: answers.to_string(), ..saved.clone() }.text(), TODAY);
        (back.screen(), back.restore_notice())
    };
    let (whole, lost) = (None, Some(RestoreNotice::FromSaved { changed: false, lost: true }));
    assert_eq!(came(&link_of(ROLE, "2026.11", &[0, 1, 2])), (state.screen(), whole));
    assert_eq!(came(&link_of(ROLE, "2026.11", &[0, 1, 2, 200, 1, 7])), (Screen::Check, lost));
    assert_eq!(came(&link_of(ROLE, "2026.11", &[200, 1, 7])), (Screen::Roles, lost), "nothing is left of it");
    assert_eq!(came(&link_of("alchemy", "1", &[0, 1, 2])), (Screen::Roles, lost));
}

#[test]
fn what_is_too_long_to_be_read_again_is_not_saved() {
    let state = update(
        &on_a_device("audiology", None, TODAY),
        Edit::ShowValue { claim: "K1", value: "compassion", is_shown: true },
    );
    let long = update(&state, Edit::WriteNote { claim: "K1", part: "task", words: "a".repeat(LONGEST) });
    assert!(state.record().is_some() && long.record().is_none());
    let saved = |words: usize| {
        update(&long, Edit::WriteNote { claim: "K1", part: "task", words: "a".repeat(words) })
            .record()
            .map(|record| record.text())
    };
    let around = saved(1).expect("it can be saved").len() - 1;
    let longest = saved(LONGEST - around).expect("there is room for it");
    assert_eq!(longest.len(), LONGEST);
    assert!(Saved::read(&longest).is_ok());
    assert_eq!(saved(LONGEST - around + 1), None);
    assert_eq!(Saved::read(&format!("{longest}a")), Err(Broken::TooLong));
}

/// A line of a kind that a later version may write is passed over, and counted.
#[test]
fn lines_of_no_known_kind_are_counted() {
    let state = update(&on_a_device(ROLE, None, TODAY), Edit::Tick("K1", true));
    let text = state.record().expect("it can be saved").text();
    let lines: Vec<&str> = text.splitn(3, '\n').collect();
    let more = format!("{}\ncolour blue\nunspoken", lines[2]);
    let text = [lines[0], &checksum(&more), &more].join("\n");
    let saved = Saved::read(&text).expect("it is whole");
    assert_eq!((saved.lost, saved.ticks.len()), (2, 1));
    assert_eq!(go_on(&text, TODAY).restore_notice(), Some(RestoreNotice::FromSaved { changed: false, lost: true }));
}

#[test]
fn nothing_is_saved_or_opened_by_itself() {
    let mut dice = Dice(77);
    let (_, text) = saved_at_random(&mut dice);
    let came = on_a_device("", Some(&text), TODAY);
    assert_eq!((came.screen(), came.has_begun()), (Screen::Roles, false));
    // Where there is no device, or no clock, there is nothing to save.
    assert_eq!(at("audiology").record(), None);
    assert_eq!(update(&at("audiology"), Move::RestoreSaved).screen(), Screen::Start);
    // Who clears their answers keeps what is saved.
    let cleared = update(&came, Move::Clear);
    assert!(cleared.device().shelf.has_something());
}

#[test]
fn it_is_over_after_28_days_by_any_clock() {
    let saved = |written: &str| {
        let begun = update(&on_a_device("audiology", None, written), Edit::Tick("communication", true));
        begun.record().expect("it can be saved").text()
    };
    for (written, today, over) in [
        ("2026-11-25", "2026-11-25", false),
        ("2026-11-25", "2026-12-22", false),
        ("2026-11-25", "2026-12-23", true),
        ("2028-02-01", "2028-02-28", false),
        ("2028-02-01", "2028-02-29", true),
        ("2026-12-04", "2026-12-31", false),
        ("2026-12-04", "2027-01-01", true),
        ("2026-11-25", "9999-12-31", true),
        // The clock was put back, or has lost its time: nothing is deleted for it.
        ("2026-11-25", "2026-11-24", false),
        ("2026-11-25", "1970-01-01", false),
    ] {
        let shelf = Shelf::read(Some(&saved(written)), Some(day(today)));
        assert_eq!(shelf == Shelf::Over(day(written)), over, "{written} {today}: {shelf:?}");
    }
    assert!(matches!(Shelf::read(Some(&saved(TODAY)), None), Shelf::Holds(_)), "without a clock nothing is over");
    assert_eq!(DAYS, 28, "as the sentences say");
}

#[test]
fn what_is_of_another_version_or_damaged_is_told_and_left() {
    let (_, text) = saved_at_random(&mut Dice(5));
    let newer = text.replacen("saved 1\n", "saved 2\n", 1);
    assert_eq!(Saved::read(&newer), Err(Broken::Version));
    for broken in ["", " ", "{}", "null", "{\"version\":1}", "entry-checker saved 1", "\u{0}\u{ffff}", "v1.AAAA.AAAA"] {
        assert_eq!(Saved::read(broken), Err(Broken::Damaged), "{broken}");
    }
    assert_eq!(Saved::read(&"x".repeat(LONGEST + 1)), Err(Broken::TooLong));
    for kept in [newer.as_str(), "{}"] {
        let state = on_a_device("", Some(kept), TODAY);
        assert!(matches!(*state.device().shelf, Shelf::Unreadable(_)));
        // There is nothing to go on from; it can be deleted, on a page of its own.
        assert_eq!(update(&state, Move::RestoreSaved).screen(), Screen::Roles);
        let asked = update(&state, Move::Show(Screen::Forget));
        assert_eq!(asked.screen(), Screen::Forget);
        let gone = update(&asked, HostEvent::Device(DeviceEvent::Shelf(Rc::new(Shelf::Empty))));
        assert_eq!(
            (gone.screen(), gone.moves()),
            (Screen::Forget, asked.moves() + 1),
            "the focus goes to what is said"
        );
        assert_eq!(update(&gone, Move::Show(Screen::Forget)).screen(), Screen::Start, "and then there is no such page");
    }
}

/// Any byte changed, cut off or put in is found; what has a right checksum and a wrong content does no harm.
#[test]
fn hostile_texts() {
    let mut dice = Dice(0xBAD_5EED);
    let (_, text) = saved_at_random(&mut dice);
    for place in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[place] = if bytes[place] == b'x' { b'y' } else { b'x' };
        let changed = String::from_utf8(bytes).expect("it is text");
        assert!(Saved::read(&changed).is_err(), "{place}");
        assert!(Saved::read(&text[..place]).is_err(), "cut off at {place}");
    }
    let good = Saved::read(&text).expect("it reads");
    let long = "a".repeat(5_000);
    for (answers, screen, tick) in [
        ("", "result", ("", "")),
        ("v1..", "result", ("audiology", "no-such-claim")),
        ("v9.AAAA.AAAA", "", ("no-such-role", "x")),
        ("<img src=x onerror=alert(1)>", "q/stage", ("<b>", "</b>")),
        (good.answers.as_str(), "q/degree-9-result", ("audiology", long.as_str())),
        (good.answers.as_str(), "delete-saved", ("__proto__", "constructor")),
        (good.answers.as_str(), long.as_str(), ("audiology", "communication and more")),
    ] {
        let saved = Saved {
            answers: answers.to_string(),
            screen: screen.to_string(),
            ticks: vec![format!("{} {}", tick.0, tick.1)],
            ..good.clone()
        };
        let state = go_on(&saved.text(), TODAY);
        let opened = state.restore_notice() == Some(RestoreNotice::FromSaved { changed: false, lost: true });
        assert!(opened || matches!(*state.device().shelf, Shelf::Unreadable(_)), "{answers} {screen}: it is told");
        assert!(matches!(state.screen(), Screen::Check | Screen::Roles), "{:?}", state.screen());
    }
}

#[test]
fn what_has_changed_since_is_told_at_the_answers() {
    let state = ["degree", "bachelor-honours", "awarded", "first"]
        .iter()
        .fold(update(&on_a_device("audiology", None, TODAY), Move::Begin), |state, answer| {
            update(&state, Move::Answer(Input { chosen: vec![answer.to_string()], ..Input::default() }))
        });
    let state = update(&state, Move::Show(Screen::Result));
    let text = state.record().expect("it can be saved").text();
    assert_eq!(go_on(&text, TODAY).screen(), Screen::Result);
    // As a later version might write it, with a line more.
    let mut later = Saved::read(&text).expect("it reads");
    later.ticks.push("audiology a-claim-that-is-gone".into());
    let back = go_on(&later.text(), TODAY);
    assert_eq!(
        (back.screen(), back.restore_notice()),
        (Screen::Check, Some(RestoreNotice::FromSaved { changed: false, lost: true }))
    );
    assert_eq!(back.walk().profile, state.walk().profile);
}

/// Storage that fails takes nothing from the person.
#[test]
fn what_the_device_says_changes_no_answer() {
    let (state, text) = saved_at_random(&mut Dice(9));
    for tells in [
        DeviceEvent::Now(None, true),
        DeviceEvent::SaveResult(Some(SaveResult::Full)),
        DeviceEvent::SaveResult(Some(SaveResult::Refused)),
        DeviceEvent::Shelf(Rc::new(Shelf::Closed)),
        DeviceEvent::Shelf(Rc::new(Shelf::read(Some("broken"), None))),
        DeviceEvent::Shelf(Rc::new(Shelf::read(Some(&text), None))),
    ] {
        let after = update(&state, HostEvent::Device(tells));
        assert_eq!((after.screen(), after.link(), after.moves()), (state.screen(), state.link(), state.moves()));
        let asked: Vec<QuestionId> = after.walk().path.clone();
        assert_eq!(asked, state.walk().path);
    }
}
