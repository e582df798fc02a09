//! A profile that a page hands over, told as answers: it says the same, and a person can go on from it.

use entry_checker::catalogue::{Catalogue, EVERYTHING, decode_role};
use entry_checker::contract::{decode_profile, encode_profile};
use entry_checker::journey::{HostEvent, Move, QuestionId, Screen, State, update};
use entry_checker::rules::{Profile, Section, evaluate};
use proptest::prelude::*;
use serde_json::Value;

use crate::journey::{Dice, at, put_in};
use crate::profiles::{ROLE, profile, subject};

fn take(address: &str, profile: &Profile) -> State {
    update(&at(address), HostEvent::SetProfile(profile.clone().into()))
}

/// As JSON, which is easier to compare by eye.
fn text(profile: &Profile) -> String {
    serde_json::to_string(&encode_profile(&Catalogue::built_in().subjects, profile)).expect("a profile is JSON")
}

#[test]
fn what_a_person_said_comes_back_as_it_was() {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    for round in 0..3_000 {
        let address = [ROLE, EVERYTHING][round % 2];
        let mut state = update(&at(address), Move::Begin);
        for _ in 0..dice.below(40) {
            state = update(&state, Move::Answer(put_in(&state, &mut dice)));
        }
        let said = &state.walk().profile;
        let again = take(address, said);
        assert_eq!(text(&again.walk().profile), text(said));
        let nothing = text(said) == "{}";
        assert_eq!(again.screen(), if nothing { Screen::Start } else { Screen::Check });
        assert_eq!(again.moves(), at(address).moves(), "the focus stays");
    }
}

#[test]
fn the_worked_cases_come_out_as_they_are_to() {
    for case in include_str!("../cases.jsonl").lines() {
        let case: Value = serde_json::from_str(case).expect("a case is JSON");
        let role = case["role"].as_str().expect("a case names its role");
        let profile = decode_profile(&Catalogue::built_in().subjects, &case["profile"].to_string()).expect("is good");
        let state = take(role, &profile);
        let evaluation = evaluate(state.rules(), &state.walk().profile);
        for (route, came) in state.rules().routes.iter().zip(evaluation.routes) {
            let expected = &case["expected"][route.id]["outcome"];
            assert_eq!(came.verdict.id(), expected.as_str().unwrap_or_default(), "{}: {}", case["name"], route.id);
        }
    }
}

proptest! {
    /// GCSEs are told in less detail, so they are left as they were told.
    #[test]
    fn any_profile_comes_to_the_same(given in profile(true)) {
        let told = take(EVERYTHING, &given).walk().profile.clone();
        let mut given = given;
        if let Some(gcses) = told.section(Section::Gcse) {
            given.set(Section::Gcse, gcses.to_vec());
        } else if given.section(Section::Gcse).is_some() {
            return Ok(());
        }
        // What an award is always in is known.
        for index in 0.. {
            let Some(held) = given.get_mut(Section::Level3, index) else { break };
            held.subject = held.award.only_subject().map(subject).or(held.subject.take());
        }
        let rules = &Catalogue::built_in().everything;
        let came = |profile: &Profile| {
            evaluate(rules, profile).routes.iter().map(|route| (route.verdict.id(), route.verdict.pending)).collect::<Vec<_>>()
        };
        prop_assert_eq!(came(&told), came(&given));
    }
}

const PACK: &str = include_str!("../../roles/audiology.json");

#[test]
fn a_role_of_the_pages_own_stays_when_it_begins_again() {
    let text = PACK.replacen("\"audiology\"", "\"our-own\"", 1);
    let pack = decode_role(Catalogue::built_in(), Box::leak(text.into_boxed_str())).expect("is a good pack");
    let pack: &'static _ = Box::leak(Box::new(pack));
    let state = update(&at(""), HostEvent::SetCustomRole(pack, ""));
    assert_eq!((state.role().map(|role| role.rules.id), state.screen()), (Some("our-own"), Screen::Start));
    assert!(state.is_own());
    let state = update(&state, HostEvent::SetCustomRole(pack, "q/stage"));
    assert_eq!(state.screen(), Screen::Question(QuestionId::Stage));
    let state = update(&state, Move::Clear);
    assert_eq!(state.role().map(|role| role.rules.id), Some("our-own"));
    assert!(!update(&state, Move::ChooseRole("audiology")).is_own());
}
