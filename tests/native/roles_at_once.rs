//! Many roles: answers kept from one to another, all of them at once, and a page that has no rules yet.

use entry_checker::catalogue::{BUNDLE, Catalogue, EVERYTHING};
use entry_checker::copy;
use entry_checker::journey::{Edit, Input, Kind, Move, Offer, QuestionId, Screen, State, update};
use entry_checker::rules::{Outcome, Section, evaluate};

use crate::journey::give;
use crate::profiles::ROLE;

/// A school leaver with five GCSEs, of which nothing more is told yet.
const SCHOOL: [&str; 11] =
    ["level3", "a-level", "physics", "awarded", "B", "yes", "a-level", "history", "awarded", "C", "5"];

fn catalogue() -> &'static Catalogue {
    Catalogue::built_in()
}

fn at(address: &str) -> State {
    State::new(catalogue(), address)
}

/// Goes on through the questions with these values, in order.
fn answer(state: &State, values: &[&str]) -> State {
    values.iter().fold(update(state, Move::Begin), |state, value| {
        let next = give(&state, value);
        assert_eq!(next.error(), None, "{value} answers {:?}", state.screen());
        next
    })
}

/// A small generator of random numbers with a fixed seed, so that a failure comes back.
fn dice(seed: &mut u64, most: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).expect("31 bits fit") % most
}

/// Answers at random until nothing is left to ask.
fn wander(mut state: State, seed: &mut u64) -> State {
    let words =
        ["physics", "Chemistry", "history", "Mech Eng", "something of my own", "biology", "applied science", ""];
    state = update(&state, Move::Begin);
    for _ in 0..2_000 {
        let Screen::Question(id) = state.screen() else { return state };
        let put_in = match state.question(id).kind {
            Kind::One(offers) => {
                Input { chosen: vec![offers[dice(seed, offers.len())].value.to_string()], ..Input::default() }
            }
            Kind::Many(offers) => {
                let chosen = offers.iter().filter(|_| dice(seed, 2) == 0).map(|offer| offer.value.to_string());
                Input { chosen: chosen.collect(), ..Input::default() }
            }
            Kind::Subject(_) => {
                let typed = words[dice(seed, words.len())];
                let not_sure = typed.is_empty().then(|| "not-sure".to_string());
                Input { typed: typed.into(), chosen: not_sure.into_iter().collect() }
            }
        };
        let asked = state.walk().path.clone();
        state = update(&state, Move::Answer(put_in));
        assert!(!asked.contains(&id), "{id:?} is asked once");
    }
    unreachable!("a walk ends")
}

/// The best outcome of a role for the profile that the answers make, and what the list of roles says of it.
fn compare(state: &State) {
    let profile = &state.walk().profile;
    for outlook in state.outlooks() {
        let evaluation = evaluate(&outlook.pack.rules, profile);
        let best = evaluation.routes[evaluation.best_first()[0]].verdict;
        let at = outlook.pack.rules.id;
        match outlook.verdict.outcome() {
            Some(outcome) => {
                assert_eq!((Some(outcome), outlook.verdict.pending), (best.outcome(), best.pending), "{at}")
            }
            None => assert_ne!(best.outcome(), Some(Outcome::Met), "{at}: what is met stays met"),
        }
        assert!(
            !(outlook.open && outlook.verdict.outcome() == Some(Outcome::NotMet)),
            "{at} is not told it is not met"
        );
        let opened = update(state, Move::OpenResult(at));
        assert_eq!(opened.walk().profile, *profile, "{at}: the answers mean the same");
        assert_eq!((opened.screen(), opened.address()), (Screen::Result, format!("{at}/result")));
        if outlook.verdict.outcome() != Some(Outcome::Met) {
            assert_eq!(opened.walk().next.is_some(), outlook.open, "{at}");
        }
        // What is said of it holds once its own questions are answered: a yes stays, and a "not met" is sure.
        let ranks: Vec<u8> = state.outlooks().iter().map(|outlook| outlook.verdict.rank()).collect();
        assert!(ranks.is_sorted(), "best first");
    }
}

#[test]
fn two_thousand_walks_show_no_role_untruly() {
    let mut seed = 7;
    for round in 0..2_000 {
        let roles = &catalogue().roles;
        let role = if round % 2 == 0 { EVERYTHING } else { roles[dice(&mut seed, roles.len())].rules.id };
        let done = wander(at(role), &mut seed);
        compare(&done);
        if role == EVERYTHING {
            let open = |outlook: &entry_checker::journey::Outlook| outlook.open;
            assert!(!done.outlooks().iter().any(open), "who was asked for all roles was asked for each");
            continue;
        }
        // From a role to another and on to the end: nothing is asked twice, and what was met or decided keeps its answer.
        let before = done.outlooks();
        let other = &before[dice(&mut seed, before.len())];
        let after = wander(update(&done, Move::OpenResult(other.pack.rules.id)), &mut seed);
        assert!(after.walk().path.starts_with(&done.walk().path), "the answers stay");
        let evaluation = evaluate(&other.pack.rules, &after.walk().profile);
        let best = evaluation.routes[evaluation.best_first()[0]].verdict.outcome();
        match other.verdict.outcome() {
            Some(Outcome::Met) => assert_eq!(best, Some(Outcome::Met)),
            Some(Outcome::NotMet) => assert_eq!(best, Some(Outcome::NotMet)),
            Some(Outcome::Judgement) => {
                let low = evaluation.routes.iter().map(|route| route.verdict.bounds.low).max();
                assert!(low >= Some(Outcome::Judgement), "more answers lower nothing");
            }
            None => {}
        }
    }
}

fn offered(role: &str, question: QuestionId) -> Vec<Offer> {
    match at(role).question(question).kind {
        Kind::One(offers) | Kind::Many(offers) => offers,
        Kind::Subject(_) => Vec::new(),
    }
}

#[test]
fn a_question_offers_the_same_for_every_role() {
    for question in ["gcse-number", "gcse-including", "professional-1-award", "degree-1-award", "stage"] {
        let question = QuestionId::from_slug(question).expect("a question");
        let all = offered(EVERYTHING, question);
        assert!(all.len() > 3, "{question:?}");
        for role in &catalogue().roles {
            assert_eq!(offered(role.rules.id, question), all, "{question:?} of {}", role.rules.id);
        }
    }
    // The words of the last number are "5 or more".
    let numbers = offered(EVERYTHING, QuestionId::from_slug("gcse-number").expect("a question"));
    let most = numbers.iter().find(|offer| offer.label() == "option.gcse.most").expect("a last number");
    assert!(copy::text("option.gcse.most").starts_with(most.value));
}

#[test]
fn answers_are_kept_from_role_to_role_and_cleared_together() {
    let school = ["level3", "a-level", "biology", "awarded", "B"];
    let done = answer(&at(ROLE), &school);
    let other = update(&update(&done, Move::Show(Screen::Roles)), Move::ChooseRole("audiology"));
    assert_eq!((other.screen(), other.address().as_str()), (Screen::Start, "audiology"));
    assert_eq!(other.walk().path, done.walk().path);
    let cleared = update(&other, Move::Clear);
    assert_eq!(cleared.address(), "audiology", "the role stays");
    assert!(cleared.walk().path.is_empty());
    let of_all = update(&answer(&at(EVERYTHING), &school), Move::Clear);
    assert_eq!(of_all.address(), EVERYTHING);
}

#[test]
fn ticks_belong_to_a_role() {
    let ticked = update(&at(ROLE), Edit::Tick("K1", true));
    let other = update(&ticked, Move::ChooseRole("audiology"));
    assert!(ticked.is_ticked("K1") && !other.is_ticked("K1"));
    assert!(update(&other, Move::ChooseRole(ROLE)).is_ticked("K1"));
}

/// A role that asks for three GCSEs and one that asks for five with subjects hear the same answer.
#[test]
fn gcses_told_for_one_role_mean_the_same_for_another() {
    let three = answer(&at("audiology"), &["gcse", "3", "awarded"]);
    let held = three.walk().profile.section(Section::Gcse).expect("they are told");
    let number: u16 = held.iter().map(|one| one.count).sum();
    assert!(number == 3 && held.iter().all(|one| one.subject.is_none()), "each could be in any subject: {held:?}");
    let five = answer(&at(ROLE), &SCHOOL);
    assert_eq!(five.walk().next.map(QuestionId::slug).as_deref(), Some("gcse-including"));
    let none = answer(&five, &["none"]);
    let held = none.walk().profile.section(Section::Gcse).expect("they are told");
    assert!(held.iter().all(|one| one.subject.is_some()), "none of the subjects of any role: {held:?}");
}

#[test]
fn more_subjects_than_gcses_are_refused() {
    let five = answer(&at(ROLE), &[&SCHOOL[..], &["science"]].concat());
    let asked =
        |state: &State, slug: &str| update(state, Move::Change(QuestionId::from_slug(slug).expect("a question")));
    let all =
        Input { chosen: ["english-language", "mathematics", "science"].map(String::from).to_vec(), ..Input::default() };
    let three = update(&asked(&five, "gcse-including"), Move::Answer(all.clone()));
    assert_eq!(three.error(), None);
    let fewer =
        update(&asked(&three, "gcse-number"), Move::Answer(Input { chosen: vec!["1".into()], ..Input::default() }));
    assert!(!fewer.walk().path.iter().any(|id| id.slug() == "gcse-including"), "what no longer fits is passed over");
    let one = Input { chosen: vec!["5".into()], ..Input::default() };
    let again = update(&asked(&fewer, "gcse-number"), Move::Answer(one));
    assert_eq!(again.walk().profile, three.walk().profile, "and comes back with what it fitted");
}

#[test]
fn an_award_that_was_changed_keeps_no_grade_of_another_scale() {
    let state = answer(&at(ROLE), &["level3", "a-level", "physics", "awarded", "B"]);
    let award = QuestionId::from_slug("level-3-1-award").expect("a question");
    let state = update(&state, Move::Change(award));
    let state = update(&state, Move::Answer(Input { chosen: vec!["ib-diploma".into()], ..Input::default() }));
    assert_eq!(state.walk().profile.section(Section::Level3).expect("it is held")[0].mark, None);
}

#[test]
fn a_change_that_makes_a_question_needed_leads_to_it() {
    let done = answer(&at(ROLE), &["degree", "bachelor-honours", "awarded", "third", "no"]);
    let result = QuestionId::from_slug("degree-1-result").expect("a question");
    let state = update(&done, Move::Show(Screen::Question(result)));
    let state = update(&state, Move::Answer(Input { chosen: vec!["2:1".into()], ..Input::default() }));
    assert_eq!(state.address(), "clinical-or-medical-technology/q/degree-1-subject");
}

#[test]
fn no_role_has_the_id_of_all_of_them() {
    assert!(catalogue().role(EVERYTHING).is_none());
}

#[test]
fn only_the_catalogue_that_was_built_with_the_page_is_taken() {
    let delivered = Catalogue::from_fetched(BUNDLE).expect("it is that catalogue");
    assert_eq!(format!("{delivered:?}"), format!("{:?}", catalogue()), "read unchecked it is the same");
    let cut: &'static str = &BUNDLE[..BUNDLE.len() - 1];
    for other in ["", "{}", cut] {
        assert!(Catalogue::from_fetched(other).is_none());
    }
    assert!(!copy::take_english("{}") && copy::take_english(copy::ENGLISH));
}

#[test]
fn an_address_leads_as_far_as_it_is_open() {
    for (address, leads_to) in [
        ("", ""),
        ("nonsense", ""),
        ("nonsense/result", ""),
        ("clinical-or-medical-technology/result", ROLE),
        ("clinical-or-medical-technology/q/degree-7-result", ROLE),
        ("clinical-or-medical-technology/nonsense", ROLE),
        ("all/skills", EVERYTHING),
    ] {
        assert_eq!(at(address).address(), leads_to, "{address}");
    }
}

#[test]
fn the_search_finds_roles_by_their_names_and_divisions() {
    let found = |typed: &str| catalogue().roles_like(typed).iter().map(|role| role.rules.id).collect::<Vec<_>>();
    assert_eq!(found("").len(), catalogue().roles.len());
    assert_eq!(found("a").len(), catalogue().roles.len(), "a word that names nothing hides nothing");
    assert_eq!(found("audio"), ["audiology"]);
    assert_eq!(found("audoilogy"), ["audiology"]);
    assert_eq!(found("technology medical"), [ROLE]);
    let physiological = catalogue().roles.iter().filter(|role| role.division == "Physiological sciences");
    assert_eq!(found("physiological"), physiological.map(|role| role.rules.id).collect::<Vec<_>>());
    assert_eq!(found("astronaut"), [""; 0]);
}
