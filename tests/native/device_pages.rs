//! The pages on a device that has a clock, a network and something saved, or has not.

use std::rc::Rc;

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::journey::saved::Shelf;
use entry_checker::journey::{Day, DeviceEvent, HostEvent, Move, SaveResult, Screen, State, update};

use crate::markup::{all, answered, check, page, words};
use crate::profiles::ROLE;

/// A state on a device on a day, with something saved there or nothing.
fn on_a_device(state: &State, today: &str, kept: Option<&str>) -> State {
    let state = update(state, HostEvent::Device(DeviceEvent::Now(Day::read(today), false)));
    let shelf = Shelf::read(kept, state.device().today);
    update(&state, HostEvent::Device(DeviceEvent::Shelf(Rc::new(shelf))))
}

#[test]
fn pages_on_a_device() {
    let state = answered(&["degree", "bachelor-honours", "awarded", "first", "physics"]);
    let saves = "[data-shelf=save]";
    for screen in [Screen::Check, Screen::Result, Screen::Skills] {
        let state = update(&state, Move::Show(screen));
        assert_eq!(all(&page(&state), saves).len(), 0, "a host's page saves nothing");
        let state = on_a_device(&state, "2026-11-25", None);
        check(&state);
        assert_eq!(all(&page(&state), saves).len(), 1);
        assert_eq!(all(&page(&on_a_device(&state, "", None)), saves).len(), 0, "without a clock nothing would expire");
        let kept = state.record().expect("it can be saved").text();
        for kept in [Some(kept.as_str()), Some("entry-checker saved 2\n"), Some("")] {
            let state = on_a_device(&state, "2026-11-25", kept);
            for save_result in [None, Some(SaveResult::Saved), Some(SaveResult::Full), Some(SaveResult::Refused)] {
                check(&update(&state, HostEvent::Device(DeviceEvent::SaveResult(save_result))));
                check(&update(
                    &update(&state, Move::Show(Screen::Forget)),
                    HostEvent::Device(DeviceEvent::SaveResult(save_result)),
                ));
            }
            let gone = on_a_device(&update(&state, Move::Show(Screen::Forget)), "2026-11-25", None);
            check(&gone);
            assert_eq!(all(&page(&gone), "[data-shelf]").len(), 0);
            for address in ["", "all", ROLE] {
                let came = on_a_device(&State::new(Catalogue::built_in(), address), "2026-11-25", kept);
                check(&came);
                assert_eq!(all(&page(&came), ".ec-note").len(), 1);
                let over = on_a_device(&State::new(Catalogue::built_in(), address), "2027-11-25", kept);
                check(&over);
            }
        }
    }
}

/// After the day of review each result says so, with a link to its page, and never before; and no clock stops it.
#[test]
fn rules_that_may_have_changed() {
    let answers = ["degree", "bachelor-honours", "awarded", "first", "physics"];
    let result = update(&answered(&answers), Move::Show(Screen::Result));
    let of_all = update(&result, Move::OpenResult(EVERYTHING));
    for (today, is_due) in [
        ("", false),
        ("1970-01-01", false),
        ("2026-11-25", false),
        ("2027-11-30", false),
        ("2027-12-01", true),
        ("2028-02-29", true),
        ("9999-12-31", true),
    ] {
        for state in [&result, &of_all] {
            let state = on_a_device(state, today, None);
            check(&state);
            let page = page(&state);
            let notes: Vec<String> = all(&page, ".ec-note").into_iter().map(words).collect();
            assert_eq!(notes.iter().any(|note| note.contains("They may have changed.")), is_due, "{today}: {notes:?}");
            assert_eq!(all(&page, ".ec-note a").len(), usize::from(is_due && state.role().is_some()));
            assert!(!all(&page, ".ec-outcome").is_empty(), "the result is there");
        }
    }
}

#[test]
fn offline_is_said_with_the_age_of_the_rules() {
    for (address, date) in
        [("", ""), ("audiology", "checked in November 2026."), (ROLE, "checked on 23 November 2026.")]
    {
        let state = State::new(Catalogue::built_in(), address);
        let said = |state: &State| words(all(&page(state), ".ec-offline")[0]);
        assert!(all(&page(&state), ".ec-offline").is_empty());
        let state = update(&state, HostEvent::Device(DeviceEvent::Now(None, true)));
        assert!(
            said(&state).starts_with("You are offline.")
                && said(&state).ends_with(if date.is_empty() { "need the internet." } else { date })
        );
        check(&state);
    }
}
