//! The doors by which text from outside comes in, each as a function of any bytes that panics where a promise is broken.
//! `hostile.rs` puts changed texts through them, and so do the targets of `fuzz/`.

use std::rc::Rc;

use entry_checker::catalogue::{Catalogue, decode_role};
use entry_checker::contract::{decode_profile, encode_profile, evaluate_json};
use entry_checker::journey::saved::{Saved, Shelf};
use entry_checker::journey::{Day, DeviceEvent, HostEvent, Move, RestoreNotice, Screen, State, Typing, link, update};
use entry_checker::rules::Section;

/// A door: what it is called, and what goes through it.
pub type Door = (&'static str, fn(&str));

/// Every door.
pub const DOORS: [Door; 6] = [
    ("link", by_link),
    ("profile", by_profile),
    ("pack", by_pack),
    ("saved", by_saved),
    ("search", by_search),
    ("address", by_address),
];

/// A link is refused, or holds answers that can be written again; it never opens at a result.
pub fn by_link(text: &str) {
    let catalogue = Catalogue::built_in();
    let state = update(&State::new(catalogue, ""), HostEvent::LinkOpened(text.to_string()));
    match link::read(catalogue, text) {
        Err(_) => {
            assert_eq!((state.screen(), state.restore_notice()), (Screen::Roles, Some(RestoreNotice::BrokenLink)))
        }
        Ok(_) => {
            assert!(matches!(state.screen(), Screen::Check | Screen::Roles));
            let again = state.record().map(|record| record.answers);
            assert!(again.is_none_or(|link| link::read(catalogue, &link).is_ok() || link.len() > link::LONGEST));
        }
    }
}

/// A profile is refused with a place and a reason, or evaluated by every role and written again as the same.
pub fn by_profile(text: &str) {
    let catalogue = Catalogue::built_in();
    match decode_profile(&catalogue.subjects, text) {
        Err(error) => {
            assert_eq!(error.code, "E_PROFILE");
            assert!(error.message.contains(": ") && error.message.len() < 2_000);
        }
        Ok(profile) => {
            let written = serde_json::to_string(&encode_profile(&catalogue.subjects, &profile)).expect("it is JSON");
            assert_eq!(decode_profile(&catalogue.subjects, &written).as_ref(), Ok(&profile));
            for role in &catalogue.roles {
                assert!(evaluate_json(catalogue, text, role.rules.id).is_ok());
            }
        }
    }
}

/// A pack is refused with at least one mistake, or makes a role that evaluates. What is no JSON is not kept for good.
pub fn by_pack(text: &str) {
    if serde_json::from_str::<serde_json::Value>(text).is_err() {
        return;
    }
    match decode_role(Catalogue::built_in(), Box::leak(text.into())) {
        Err(mistakes) => assert!(!mistakes.is_empty()),
        Ok(role) => {
            entry_checker::rules::evaluate(&role.rules, &entry_checker::rules::Profile::default());
        }
    }
}

/// What is kept on a device is refused or read; a person can always go on, or begin.
pub fn by_saved(text: &str) {
    if let Ok(saved) = Saved::read(text) {
        assert_eq!(Saved::read(&saved.text()).map(|again| again.answers), Ok(saved.answers));
    }
    let state = State::new(Catalogue::built_in(), "");
    let state = update(&state, HostEvent::Device(DeviceEvent::Now(Day::read("2026-11-25"), false)));
    let shelf = Shelf::read(Some(text), state.device().today);
    let state = update(&state, HostEvent::Device(DeviceEvent::Shelf(Rc::new(shelf))));
    update(&state, Move::RestoreSaved);
}

/// At most eight subjects are found, whatever is typed and however long.
pub fn by_search(text: &str) {
    let catalogue = Catalogue::built_in();
    for section in [Section::Degree, Section::Level3] {
        let mut typing = Typing::new(&catalogue.subjects, section, text.to_string());
        assert!(typing.found.len() <= 8);
        typing.go(-1);
        typing.choose(&catalogue.subjects, 7);
        catalogue.subjects.named(section, text);
    }
    catalogue.roles_like(text);
}

/// Any address shows a screen, and from it a person can begin.
pub fn by_address(text: &str) {
    update(&State::new(Catalogue::built_in(), text), Move::Begin);
}
