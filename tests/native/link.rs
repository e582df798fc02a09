//! Links that hold answers: they read back as they were written, the old ones too, and nothing bad gets in by them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::contract::encode_profile;
use entry_checker::journey::link::{Broken, LONGEST, read};
use entry_checker::journey::{HostEvent, Move, RestoreNotice, Screen, State, update};
use entry_checker::rules::Section;
use serde_json::{Value, json};

use crate::journey::{Dice, any_role, at, put_in};

/// Answers as a person would at random, until there is nothing left to ask or they stop.
fn walked(dice: &mut Dice) -> State {
    let mut state = update(&at(any_role(dice)), Move::Begin);
    let steps = dice.below(40);
    for _ in 0..steps {
        if matches!(state.screen(), Screen::Question(_)) {
            state = update(&state, Move::Answer(put_in(&state, dice)));
        }
    }
    state
}

fn opened(link: &str) -> State {
    update(&at(""), HostEvent::LinkOpened(link.to_string()))
}

#[test]
fn a_link_reads_back_as_it_was_written() {
    let mut dice = Dice(0x1234_5678_9ABC_DEF1);
    let (mut written, mut too_long, mut longest) = (0, 0, 0);
    for _ in 0..5_000 {
        let state = walked(&mut dice);
        let Some(link) = state.link() else {
            too_long += 1;
            continue;
        };
        written += 1;
        longest = longest.max(link.len());
        assert!(
            link.len() <= LONGEST && link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        );
        let back = opened(&link);
        // The questions stand in the order of the link, not in that in which they were answered.
        let asked = |state: &State| state.walk().path.iter().copied().collect::<BTreeSet<_>>();
        assert_eq!((asked(&back), back.walk().next), (asked(&state), state.walk().next), "{link}");
        assert_eq!(back.walk().profile, state.walk().profile, "{link}");
        assert_eq!(back.role().map(|role| role.rules.id), state.role().map(|role| role.rules.id));
        assert_eq!(back.link(), Some(link));
        if !back.walk().path.is_empty() {
            assert_eq!(back.screen(), Screen::Check, "never at the result");
            assert_eq!(back.restore_notice(), Some(RestoreNotice::FromLink { changed: false, lost: false }));
        }
    }
    println!("{written} links, the longest of {longest} characters; {too_long} were too long");
    assert!(written > 4_500);
}

#[test]
fn every_subject_has_bytes_of_its_own() {
    let subjects = &Catalogue::built_in().subjects;
    let mut seen = HashSet::new();
    for id in subjects.ids() {
        assert!(seen.insert(stamp(id) >> 40), "{id} shares its bytes with another; give one of them another id");
    }
    assert!(subjects.of(Section::Degree).count() > 300);
}

/// Links of every version that was ever written, each with the answers it was made from.
#[test]
fn links_of_old_stay_readable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut versions: BTreeMap<String, usize> = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the links are here").flatten() {
        let lines = fs::read_to_string(entry.path()).expect("it is text");
        for line in lines.lines() {
            let fixture: Value = serde_json::from_str(line).expect("a line is JSON");
            let link = fixture["link"].as_str().expect("it has a link");
            let state = opened(link);
            let profile = encode_profile(&Catalogue::built_in().subjects, &state.walk().profile);
            assert_eq!(json!(profile), fixture["profile"], "{}", fixture["name"]);
            assert_eq!(
                state.role().map_or(EVERYTHING, |role| role.rules.id),
                fixture["role"].as_str().unwrap_or_default()
            );
            *versions.entry(link.split('.').next().unwrap_or_default().to_string()).or_default() += 1;
        }
    }
    for version in ["v1", "v2"] {
        assert!(versions.get(version).is_some_and(|count| *count >= 6), "{versions:?}");
    }
}

#[test]
fn rules_that_changed_and_answers_that_are_gone_are_told() {
    let came = |link: &str| opened(link).restore_notice();
    assert_eq!(
        came(&link_of("audiology", "2026.11", &[0, 1, 2])),
        Some(RestoreNotice::FromLink { changed: false, lost: false })
    );
    assert_eq!(
        came(&link_of("audiology", "2025.01", &[0, 1, 2])),
        Some(RestoreNotice::FromLink { changed: true, lost: false })
    );
    // A question, an award and a subject that nobody knows; a role that is gone.
    for rest in [[0, 1, 2, 200, 1, 7].as_slice(), &[0, 1, 2, 12, 1, 99], &[0, 1, 2, 12, 1, 15, 13, 4, 1, 0, 0, 0]] {
        assert_eq!(
            came(&link_of("audiology", "2026.11", rest)),
            Some(RestoreNotice::FromLink { changed: false, lost: true }),
            "{rest:?}"
        );
    }
    // A class is no result of an A level, and a grade none of a degree.
    for rest in [[0, 1, 4, 4, 1, 1, 7, 2, 0, 0].as_slice(), &[0, 1, 4, 12, 1, 17, 15, 2, 1, b'A']] {
        let state = opened(&link_of("audiology", "2026.11", rest));
        assert_eq!(state.restore_notice(), Some(RestoreNotice::FromLink { changed: false, lost: true }), "{rest:?}");
        let held = |section| state.walk().profile.section(section).is_some_and(|held| held[0].mark.is_none());
        assert!(held(Section::Level3) || held(Section::Degree), "{rest:?}");
    }
    // A person's own words are what they could have typed; and there are three groups of GCSEs, seven ways to have some.
    let own = |words: &str| [&[0, 1, 2, 12, 1, 17, 13, words.len() as u8 + 1, 0], words.as_bytes()].concat();
    for words in ["", " ", "a\u{7}b", "x".repeat(81).as_str()] {
        let lost = Some(RestoreNotice::FromLink { changed: false, lost: true });
        assert_eq!(came(&link_of("audiology", "2026.11", &own(words))), lost, "{words:?}");
    }
    let whole = Some(RestoreNotice::FromLink { changed: false, lost: false });
    assert_eq!(came(&link_of("audiology", "2026.11", &own(&"é".repeat(80)))), whole);
    for (bits, lost) in [(0, false), (7, false), (8, true), (9, true), (255, true)] {
        let link = link_of("audiology", "2026.11", &[0, 1, 0, 1, 1, 5, 2, 1, bits]);
        assert_eq!(came(&link), Some(RestoreNotice::FromLink { changed: false, lost }), "{bits}");
    }
    let empty = opened(&link_of("audiology", "2026.11", &[]));
    assert_eq!(empty.screen(), Screen::Roles, "nothing is said, so there is nothing to check");
    let gone = opened(&link_of("alchemy", "1", &[0, 1, 2]));
    assert_eq!(
        (gone.screen(), gone.restore_notice()),
        (Screen::Roles, Some(RestoreNotice::FromLink { changed: false, lost: true }))
    );
}

/// A newer program may know an award that this one does not. What it says about that qualification is not taken for the
/// qualification before it.
#[test]
fn an_award_that_is_not_known_takes_its_answers_with_it() {
    let degrees = |rest: &[u8]| {
        let first = [0, 1, 2, 12, 1, 17, 14, 1, 0, 15, 2, 0, 2, 16, 1, 1];
        let state = opened(&link_of("audiology", "2026.11", &[&first, rest].concat()));
        let held = state.walk().profile.section(Section::Degree).expect("there is a degree").to_vec();
        (held, state.restore_notice())
    };
    let (one, _) = degrees(&[]);
    // A second degree whose award has no code, with a class; and then a third that is known.
    let (first, notice) = degrees(&[12, 1, 200, 15, 2, 0, 6]);
    assert_eq!((first, notice), (one.clone(), Some(RestoreNotice::FromLink { changed: false, lost: true })));
    let (with_third, _) = degrees(&[12, 1, 200, 15, 2, 0, 6, 16, 1, 1, 12, 1, 18]);
    assert_eq!((with_third.len(), &with_third[0]), (2, &one[0]));
}

/// A link with answers as they stand in it.
pub fn link_of(role: &str, version: &str, answers: &[u8]) -> String {
    let mut bytes = vec![role.len() as u8];
    bytes.extend(role.bytes());
    bytes.push(version.len() as u8);
    bytes.extend(version.bytes());
    bytes.extend(answers);
    sealed(&bytes)
}

#[test]
fn a_link_may_be_as_long_as_it_may_be_written() {
    // 376 bytes are 502 letters; the version and the checksum are ten more.
    let [longest, longer] = [374, 375].map(|number| link_of("", "", &vec![0; number]));
    assert_eq!([longest.len(), longer.len()], [LONGEST, LONGEST + 1]);
    assert_eq!(read(Catalogue::built_in(), &longest).map(|link| link.lost > 0), Ok(true));
    assert_eq!(read(Catalogue::built_in(), &longer), Err(Broken::TooLong));
}

/// The checksum of links (FNV-1a), written a second time.
fn stamp(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A link around any bytes, with a good checksum.
fn sealed(bytes: &[u8]) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding};
    let payload = Base64UrlUnpadded::encode_string(bytes);
    format!("v2.{payload}.{}", checksum(&payload))
}

/// The letters that a link and what is saved are held against.
pub fn checksum(text: &str) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding};
    Base64UrlUnpadded::encode_string(&stamp(text).to_be_bytes()[..4])
}

/// Ten thousand hostile fragments: refused, or read as answers that a person could have given; never anything else.
#[test]
fn hostile_links_get_nothing_in() {
    let mut dice = Dice(0xDEAD_BEEF_CAFE_F00D);
    let catalogue = Catalogue::built_in();
    let good = walked(&mut dice).link().unwrap_or_default();
    let fixed = [
        "",
        "v1",
        "v1.",
        "v1..",
        "v1.AAAA",
        "v2.AAAA.AAAA",
        "v1.%00.AAAA",
        "javascript:alert(1)",
        "<script>alert(1)</script>",
        "v1.<img src=x onerror=alert(1)>.AAAA",
        "__proto__",
        "v1.__proto__.constructor",
        "\u{0}",
        "v1.\u{1F600}.x",
        "V1.AAAA.AAAA",
    ];
    for link in fixed {
        assert!(read(catalogue, link).is_err(), "{link}");
        assert_eq!(opened(link).screen(), Screen::Roles);
        assert_eq!(opened(link).restore_notice(), Some(RestoreNotice::BrokenLink));
    }
    assert_eq!(read(catalogue, &"v1.".repeat(300_000)), Err(Broken::TooLong));
    assert_eq!(read(catalogue, "v9.AAAA.AAAA"), Err(Broken::Version));
    let mut answered = 0;
    for round in 0..10_000 {
        let link = match round % 3 {
            // A good link with letters changed, dropped or doubled.
            0 => {
                let mut letters: Vec<char> = good.chars().collect();
                for _ in 0..=dice.below(3) {
                    let place = dice.below(letters.len());
                    match dice.below(3) {
                        0 => letters[place] = char::from(b'!' + dice.below(94) as u8),
                        1 => drop(letters.remove(place)),
                        _ => letters.insert(place, letters[place]),
                    }
                }
                letters.into_iter().collect()
            }
            // Any bytes, with a good checksum.
            1 => sealed(&(0..dice.below(120)).map(|_| dice.below(256) as u8).collect::<Vec<u8>>()),
            // A good beginning, and then anything.
            _ => {
                let mut bytes = vec![9];
                bytes.extend(b"audiology\x00");
                for _ in 0..dice.below(12) {
                    let length = dice.below(5);
                    bytes.extend([dice.below(40) as u8, length as u8]);
                    bytes.extend((0..length).map(|_| dice.below(60) as u8));
                }
                sealed(&bytes)
            }
        };
        if link == good {
            continue;
        }
        let state = opened(&link);
        match read(catalogue, &link) {
            Err(_) => assert_eq!(
                (state.screen(), state.restore_notice()),
                (Screen::Roles, Some(RestoreNotice::BrokenLink)),
                "{link}"
            ),
            Ok(_) => {
                answered += 1;
                assert!(matches!(state.screen(), Screen::Check | Screen::Roles), "{link}");
                // What was read is something that can be written again.
                assert!(state.link().is_some_and(|link| read(catalogue, &link).is_ok()), "{link}");
            }
        }
    }
    println!("{answered} of 10000 hostile links were answers");
    assert!(answered > 1_000);
}

#[test]
fn a_broken_link_is_said_once() {
    let state = update(&State::new(Catalogue::built_in(), ""), HostEvent::LinkOpened("v1.x.y".into()));
    assert_eq!((state.screen(), state.restore_notice()), (Screen::Roles, Some(RestoreNotice::BrokenLink)));
    let state = update(&state, Move::ChooseRole("audiology"));
    assert_eq!(state.restore_notice(), None, "it is said once");
}
