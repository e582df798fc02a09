//! What a person writes of their examples stays with them: it survives going about, and is in no link.

use entry_checker::journey::notes::{ENOUGH, PARTS, count, over};
use entry_checker::journey::{Edit, Move, Screen, State, update};

use crate::journey::{Dice, any_role, at, put_in};

/// Words that try to be something else on a line of their own.
const WORDS: [&str; 6] =
    ["a b", "one\ntick x y", "back\\nslash\\", "\n\nday 2026-01-01\n", " <b>ʘ</b> 🦉 ", "answers v1.AAAA.AAAA"];

fn write(state: &State, claim: &'static str, part: &'static str, words: &str) -> State {
    update(state, Edit::WriteNote { claim, part, words: words.to_string() })
}

#[test]
fn a_note_changes_no_link_and_no_address_and_stays() {
    let mut dice = Dice(0x0DD5_EED5_0DD5_EED1);
    for _ in 0..500 {
        let mut state = update(&at(any_role(&mut dice)), Move::Begin);
        for _ in 0..dice.below(20) {
            if matches!(state.screen(), Screen::Question(_)) {
                state = update(&state, Move::Answer(put_in(&state, &mut dice)));
            }
        }
        let Some(claim) = state.role().and_then(|pack| pack.skills.first()).map(|group| group.claims[0].id) else {
            continue;
        };
        let state = update(&state, Move::Show(Screen::Skills));
        let (part, words) = (PARTS[dice.below(4)], WORDS[dice.below(6)]);
        let written = write(&state, claim, part, words);
        assert_eq!((written.link(), written.address()), (state.link(), state.address()));
        assert_eq!(
            (written.screen(), written.moves()),
            (Screen::Skills, state.moves()),
            "writing leaves a person there"
        );
        let back = [Screen::Result, Screen::Start, Screen::Skills]
            .into_iter()
            .fold(written, |state, screen| update(&state, Move::Show(screen)));
        assert_eq!(back.note(claim, part), words);
        assert_eq!(write(&back, claim, part, "").note(claim, part), "");
        assert_eq!(update(&back, Move::Clear).note(claim, part), "", "starting again clears it");
    }
}

/// Who begins to write an example has one; whose tick is taken away keeps it away; and a value without its tick is shown
/// by no example of that role.
#[test]
fn ticks_follow_what_is_written_and_shown() {
    let tick = |state: &State, id: &'static str, ticked: bool| update(state, Edit::Tick(id, ticked));
    let begun = write(&at("audiology"), "K1", "task", "mine");
    assert!(begun.is_ticked("K1") && !begun.is_ticked("K2"));
    let without = tick(&begun, "K1", false);
    assert!(!without.is_ticked("K1"));
    assert!(!write(&without, "K1", "task", "mine too").is_ticked("K1"), "going on is not beginning");
    assert!(!write(&without, "K1", "action", "").is_ticked("K1"), "nothing is written");
    assert!(write(&without, "K1", "action", "x").is_ticked("K1"));

    let shows = |state: &State, value| update(state, Edit::ShowValue { claim: "K1", value, is_shown: true });
    let shown = shows(&shows(&tick(&begun, "compassion", true), "compassion"), "everyone-counts");
    assert!(shown.shows("K1", "compassion") && shown.shows("K1", "everyone-counts"));
    let ticked = tick(&shown, "compassion", true);
    assert!(ticked.shows("K1", "compassion") && ticked.shows("K1", "everyone-counts"));
    let unticked = tick(&shown, "compassion", false);
    assert!(!unticked.shows("K1", "compassion") && unticked.shows("K1", "everyone-counts"));
    let other = tick(&update(&shown, Move::ChooseRole("cardiac-sciences")), "compassion", false);
    assert!(update(&other, Move::ChooseRole("audiology")).shows("K1", "compassion"), "of another role it stays");
}

#[test]
fn a_note_belongs_to_its_role_and_part() {
    let state = write(&at("audiology"), "K1", "task", "mine");
    let other = update(&state, Move::ChooseRole("clinical-or-medical-technology"));
    assert_eq!((state.note("K1", "task"), state.note("K1", "action"), other.note("K1", "task")), ("mine", "", ""));
    assert_eq!(update(&other, Move::ChooseRole("audiology")).note("K1", "task"), "mine");
    assert!(state.has_begun());
}

#[test]
fn a_long_note_is_kept_whole_and_told() {
    let long = "a🦉\n".repeat(ENOUGH);
    let state = write(&at("audiology"), "K1", "task", &long);
    assert_eq!(state.note("K1", "task"), long);
    assert_eq!(over(&long), 2 * ENOUGH);
    assert_eq!([over(""), over(&"🦉".repeat(ENOUGH)), over(&"a".repeat(ENOUGH + 1))], [0, 0, 1]);
    assert_eq!([count(""), count(" \n"), count("one"), count(" one\ntwo  three ")], [0, 0, 1, 3]);
}

#[test]
fn writing_ticks_once_and_the_tick_can_be_taken_away() {
    let state = write(&at("audiology"), "K1", "task", "I");
    assert!(state.is_ticked("K1"));
    let state = update(&state, Edit::Tick("K1", false));
    let state = write(&state, "K1", "task", "I did");
    assert!(!state.is_ticked("K1"), "it is the person's to say");
}

#[test]
fn an_example_shows_values_of_its_own_role() {
    let state = at("audiology");
    let shown = update(&state, Edit::ShowValue { claim: "K1", value: "compassion", is_shown: true });
    assert!(shown.shows("K1", "compassion") && shown.has_value("compassion") && !shown.is_ticked("compassion"));
    assert!(!shown.shows("K2", "compassion") && !shown.has_value("improving-lives"));
    assert_eq!((shown.link(), shown.address()), (state.link(), state.address()));
    let other = update(&shown, Move::ChooseRole("clinical-or-medical-technology"));
    assert!(!other.shows("K1", "compassion") && !other.has_value("compassion"));
    assert!(
        !update(&shown, Edit::ShowValue { claim: "K1", value: "compassion", is_shown: false }).has_value("compassion")
    );
    assert!(!update(&shown, Move::Clear).has_value("compassion"), "starting again clears it");
}

#[test]
fn an_example_is_open_until_the_person_goes_on() {
    let state = update(&at("audiology"), Edit::ToggleExample("K1"));
    assert!(state.is_open("K1") && !state.is_open("K2"));
    assert_eq!((state.screen(), state.moves()), (Screen::Start, at("audiology").moves()), "it leaves a person there");
    assert!(update(&state, Edit::Tick("K2", true)).is_open("K1"));
    assert!(!update(&state, Edit::ToggleExample("K1")).is_open("K1"));
    assert!(!update(&state, Move::Show(Screen::Skills)).is_open("K1"));
}
