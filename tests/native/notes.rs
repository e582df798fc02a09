//! What a person writes of their examples stays with them: it survives going about, and is in no link.

use entry_checker::journey::notes::{LONGEST, Note, PARTS, count};
use entry_checker::journey::{Action, Screen, State, update};

use crate::journey::{Dice, any_role, at, put_in};

/// Words that try to be something else on a line of their own.
const WORDS: [&str; 6] =
    ["a b", "one\ntick x y", "back\\nslash\\", "\n\nday 2026-01-01\n", " <b>ʘ</b> 🦉 ", "answers v1.AAAA.AAAA"];

fn write(state: &State, claim: &'static str, part: &'static str, words: &str) -> State {
    update(state, Action::Write(claim, part, words.to_string()))
}

#[test]
fn a_note_changes_no_link_and_no_address_and_stays() {
    let mut dice = Dice(0x0DD5_EED5_0DD5_EED1);
    for _ in 0..500 {
        let mut state = update(&at(any_role(&mut dice)), Action::Begin);
        for _ in 0..dice.below(20) {
            if matches!(state.screen(), Screen::Question(_)) {
                state = update(&state, Action::Answer(put_in(&state, &mut dice)));
            }
        }
        let Some(claim) = state.role().and_then(|pack| pack.skills.first()).map(|group| group.claims[0].id) else {
            continue;
        };
        let state = update(&state, Action::Show(Screen::Skills));
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
            .fold(written, |state, screen| update(&state, Action::Show(screen)));
        assert_eq!(back.note(claim, part), words);
        assert_eq!(write(&back, claim, part, "").note(claim, part), "");
        assert_eq!(update(&back, Action::Clear).note(claim, part), "", "starting again clears it");
    }
}

#[test]
fn a_note_belongs_to_its_role_and_part() {
    let state = write(&at("audiology"), "K1", "task", "mine");
    let other = update(&state, Action::Enter("clinical-or-medical-technology"));
    assert_eq!((state.note("K1", "task"), state.note("K1", "action"), other.note("K1", "task")), ("mine", "", ""));
    assert_eq!(update(&other, Action::Enter("audiology")).note("K1", "task"), "mine");
    assert!(state.has_begun());
}

#[test]
fn a_note_is_as_long_as_a_browser_lets_it_be() {
    let long = |letter: &str| Note::new("audiology", "K1", "task", &letter.repeat(1_000)).words;
    assert_eq!(long("a").len(), LONGEST);
    assert_eq!(long("🦉").encode_utf16().count(), LONGEST);
    assert_eq!(long("a🦉").encode_utf16().count(), LONGEST);
    assert_eq!([count(""), count(" \n"), count("one"), count(" one\ntwo  three ")], [0, 0, 1, 3]);
}
