//! The questions: walked at random without a dead end, asking only what can still matter.

use std::collections::HashSet;
use std::rc::Rc;

use entry_checker::catalogue::{Catalogue, EVERYTHING, RolePack};
use entry_checker::contract::{decode_profile, encode_profile};
use entry_checker::copy;
use entry_checker::journey::{
    Answer, Choice, Edit, HostEvent, Input, Kind, Move, Part, QuestionId, Screen, Stage, State, UserAction, update,
};
use entry_checker::rules::{Award, Mark, Qualification, Section, evaluate};

const ROLE: &str = "clinical-or-medical-technology";

/// A small generator of random numbers with a fixed seed (xorshift), so that a failure comes back.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % most
    }
}

fn pack() -> &'static RolePack {
    Catalogue::built_in().role(ROLE).expect("the first role is built in")
}

fn start() -> State {
    at(ROLE)
}

/// At an address, with nothing answered.
pub fn at(address: &str) -> State {
    State::new(Catalogue::built_in(), address)
}

pub fn any_role(dice: &mut Dice) -> &'static str {
    let roles = &Catalogue::built_in().roles;
    roles.get(dice.below(roles.len() + 1)).map_or(EVERYTHING, |role| role.rules.id)
}

/// Something a person could put in, good or not.
pub fn put_in(state: &State, dice: &mut Dice) -> Input {
    let Screen::Question(id) = state.screen() else { return Input::default() };
    match state.question(id).kind {
        Kind::One(offers) => {
            Input { chosen: vec![offers[dice.below(offers.len())].value.to_string()], ..Input::default() }
        }
        Kind::Many(offers) => {
            let chosen = offers.iter().filter(|_| dice.below(2) == 0).map(|offer| offer.value.to_string()).collect();
            Input { chosen, ..Input::default() }
        }
        Kind::Subject(_) => {
            let words = [
                "physics",
                "Chemistry",
                "history",
                "Mech Eng",
                "something of my own",
                "biology",
                "Law",
                "applied science",
                "",
            ];
            let not_sure = (dice.below(4) == 0).then(|| "not-sure".to_string());
            Input { typed: words[dice.below(words.len())].to_string(), chosen: not_sure.into_iter().collect() }
        }
    }
}

/// Answers until nothing is left to ask; every question has its words, every screen a way on.
#[test]
fn ten_thousand_walks_without_a_dead_end() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut screens = HashSet::new();
    let (mut longest, mut questions) = (0, 0);
    for round in 0..10_000 {
        // Every other walk is for all roles at once.
        let mut state = update(&at([ROLE, EVERYTHING][round % 2]), Move::Begin);
        let mut steps = 0;
        while let Screen::Question(id) = state.screen() {
            assert!(state.walk().path.iter().filter(|asked| **asked == id).count() <= 1, "{id:?} is asked once");
            let question = state.question(id);
            assert!(copy::find(&format!("{}.title", question.key)).is_some(), "{} has no title", question.key);
            assert!(copy::find(&format!("{}.error", question.key)).is_some(), "{} has no message", question.key);
            if let Kind::One(offers) | Kind::Many(offers) = &question.kind {
                assert!(offers.len() > 1, "{id:?} offers a choice");
            }
            if let Kind::One(offers) = &question.kind
                && screens.insert(id)
            {
                for offer in offers {
                    let one = Input { chosen: vec![offer.value.to_string()], ..Input::default() };
                    assert_eq!(update(&state, Move::Answer(one)).error(), None, "{} answers {id:?}", offer.value);
                }
            }
            let before = state.walk().path.len();
            let next = update(&state, Move::Answer(put_in(&state, &mut dice)));
            match next.error() {
                Some(error) => {
                    assert!(copy::find(error).is_some(), "no message {error}");
                    assert_eq!(next.screen(), state.screen());
                }
                None => assert_eq!(next.walk().path.len(), before + 1, "an answer leads one question on"),
            }
            state = next;
            steps += 1;
            assert!(steps < 2_000, "a walk ends");
        }
        assert_eq!(state.screen(), Screen::Check);
        assert_eq!(state.walk().next, None);
        longest = longest.max(state.walk().path.len());
        questions += state.walk().path.len();
        let json = encode_profile(&Catalogue::built_in().subjects, &state.walk().profile);
        let json = serde_json::to_string(&json).expect("a profile is JSON");
        let read =
            decode_profile(&Catalogue::built_in().subjects, &json).expect("the journey builds the contract's profile");
        assert_eq!(read, state.walk().profile);
    }
    println!(
        "10000 walks, {} questions reached, {:.1} on average, {longest} at most",
        screens.len(),
        questions as f64 / 10_000.0
    );
}

/// Anything a person can do, in any order, leaves a screen that can be shown.
#[test]
fn any_action_in_any_order() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let sections = [Section::Level3, Section::Degree, Section::HigherDegree, Section::Professional];
    for _ in 0..500 {
        let mut state = at("");
        for _ in 0..200 {
            let path = state.walk().path.clone();
            let any = path.get(dice.below(path.len().max(1))).copied();
            let section = sections[dice.below(4)];
            let action: UserAction = match dice.below(18) {
                0 => Move::Back.into(),
                1 => Move::AddAnother(section).into(),
                2 => Move::Remove(section, u8::try_from(dice.below(3)).expect("small")).into(),
                3 => Move::Show(Screen::Result).into(),
                4 => Move::Show(Screen::Check).into(),
                5 => any.map_or(Move::Begin, Move::Change).into(),
                6 => any.map_or(Move::Begin, |id| Move::Show(Screen::Question(id))).into(),
                7 => Edit::Tick("K1", dice.below(2) == 0).into(),
                8 if dice.below(20) == 0 => Move::Clear.into(),
                9 => Move::OpenResult(any_role(&mut dice)).into(),
                10 if dice.below(4) == 0 => Move::ChooseRole(any_role(&mut dice)).into(),
                11 => Edit::FilterRoles("aud".into()).into(),
                12 => Move::Show([Screen::Skills, Screen::Restart, Screen::Roles][dice.below(3)]).into(),
                _ if matches!(state.screen(), Screen::Question(_)) => Move::Answer(put_in(&state, &mut dice)).into(),
                _ => Move::Begin.into(),
            };
            state = update(&state, action.clone());
            if let Screen::Question(id) = state.screen() {
                assert!(
                    state.walk().path.contains(&id) || state.walk().next == Some(id),
                    "{id:?} is live after {action:?}"
                );
            }
            let address = state.address();
            let revisited = update(&state, HostEvent::AddressChanged(address.clone()));
            assert_eq!((revisited.screen(), revisited.address()), (state.screen(), address));
        }
    }
}

/// What a screen asks about is open: there is an answer to it, or to what follows, that changes an outcome, or what the
/// page says of a predicted result.
#[test]
fn nothing_is_asked_once_all_is_decided() {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    for _ in 0..3_000 {
        let role = any_role(&mut dice);
        let mut state = update(&at(role), Move::Begin);
        while let Screen::Question(id) = state.screen() {
            let evaluation = evaluate(state.rules(), &state.walk().profile);
            let decided = evaluation.routes.iter().all(|route| route.verdict.outcome().is_some());
            let begins = id.slug() == "gcse-number" || id.slug().ends_with("-1-award");
            assert!(!(decided && begins), "{id:?} begins a section although every route is decided");
            state = update(&state, Move::Answer(put_in(&state, &mut dice)));
        }
    }
}

/// Answers the question on the screen, whether it is chosen or typed.
pub fn give(state: &State, answer: &str) -> State {
    update(state, Move::Answer(Input { chosen: vec![answer.to_string()], typed: answer.to_string() }))
}

/// Answers a walk with the given values, in order.
fn walk_with(answers: &[&str]) -> State {
    answers.iter().fold(update(&start(), Move::Begin), |state, answer| {
        let Screen::Question(id) = state.screen() else { panic!("nothing left to ask at {answer}") };
        let next = give(&state, answer);
        assert_eq!(next.error(), None, "{answer} answers {id:?}");
        next
    })
}

#[test]
fn a_removed_qualification_is_gone_and_those_after_it_move_up() {
    let json = r#"{"level3":[{"award":"a-level","subject":"physics","grade":"B"},{"award":"a-level","subject":"history","grade":"C"},{"award":"as-level","subject":"biology","grade":"A"}]}"#;
    let profile = decode_profile(&Catalogue::built_in().subjects, json).expect("a good profile");
    let three = update(&start(), HostEvent::SetProfile(Rc::new(profile)));
    let grade = |held: &Qualification| match &held.mark {
        Some(Mark::Grade(grade)) => format!("{} {}", held.award.id(), grade.text),
        _ => held.award.id().to_string(),
    };
    let held = |state: &State| -> Vec<String> {
        state.walk().profile.section(Section::Level3).unwrap_or_default().iter().map(grade).collect()
    };
    assert_eq!(held(&three), ["a-level B", "a-level C", "as-level A"]);
    let without = |index: u8| held(&update(&three, Move::Remove(Section::Level3, index)));
    assert_eq!(without(0), ["a-level C", "as-level A"]);
    assert_eq!(without(1), ["a-level B", "as-level A"]);
    assert_eq!(without(2), ["a-level B", "a-level C"]);
    let last_gone = update(&three, Move::Remove(Section::Level3, 2));
    assert_eq!(last_gone.given(QuestionId::More(Section::Level3, 1)), Some(&Answer::More(false)), "there is no other");
    // What was said of one that is gone is not what is added.
    let more = QuestionId::More(Section::Level3, 0);
    let no = Input { chosen: vec!["no".to_string()], ..Input::default() };
    let one = update(&update(&three, Move::Change(more)), Move::Answer(no));
    assert_eq!(held(&one), ["a-level B"]);
    let adding = update(&one, Move::AddAnother(Section::Level3));
    assert_eq!(held(&adding), ["a-level B"]);
    assert_eq!(adding.screen(), Screen::Question(QuestionId::Held(Section::Level3, 1, Part::Award)));
}

#[test]
fn what_is_put_in_is_read_as_offered() {
    let which =
        walk_with(&["level3", "a-level", "physics", "awarded", "B", "yes", "a-level", "history", "awarded", "C", "5"]);
    let answered = |chosen: &[&str]| {
        let chosen = chosen.iter().map(|one| one.to_string()).collect();
        let next = update(&which, Move::Answer(Input { chosen, ..Input::default() }));
        let Screen::Question(id) = which.screen() else { panic!("GCSEs are asked for") };
        (next.error().map(str::to_string), next.given(id).cloned())
    };
    let groups = |places: &[usize]| (None, Some(Answer::Groups(Choice::One(places.to_vec()))));
    let refused = |key: &str| (Some(key.to_string()), None);
    assert_eq!(answered(&["science", "english-language"]), groups(&[0, 2]));
    assert_eq!(answered(&["nonsense", "mathematics"]), groups(&[1]));
    assert_eq!(answered(&["nonsense"]), refused("question.gcse.including.error"));
    assert_eq!(answered(&[]), refused("question.gcse.including.error"));
    assert_eq!(answered(&["none", "science"]), refused("question.gcse.including.error.both"));
    assert_eq!(answered(&["science", "not-sure"]), refused("question.gcse.including.error.both"));

    let subject = walk_with(&["degree", "bachelor-honours", "awarded", "first"]);
    let typed = |typed: &str| {
        let input = Input { typed: typed.to_string(), ..Input::default() };
        update(&subject, Move::Answer(input)).error().map(str::to_string)
    };
    assert_eq!(typed("").as_deref(), Some("question.degree.subject.error"));
    assert_eq!(typed(" \n ").as_deref(), Some("question.degree.subject.error"));
    assert_eq!(typed(&"x".repeat(80)), None);
    assert_eq!(typed(&"x".repeat(81)).as_deref(), Some("error.subject.long"));
}

/// Where an award has no list of grades, a pass or a fail is asked for, and shown again as it was put in.
#[test]
fn a_pass_or_a_fail_is_told_and_shown_again() {
    for (award, put_in, grade) in [
        ("ib-diploma", "pass", "24"),
        ("ib-diploma", "fail", "23"),
        ("other-level-3", "pass", "pass"),
        ("other-level-3", "fail", "U"),
    ] {
        let state = walk_with(&["level3", award, "physics", "awarded", put_in]);
        let held = &state.walk().profile.section(Section::Level3).expect("it is told")[0];
        let told = Award::find(Section::Level3, award).and_then(|award| award.grade(grade)).map(Mark::Grade);
        assert_eq!((&held.mark, held.passes()), (&told, Some(put_in == "pass")), "{award} {put_in}");
        let id = QuestionId::Held(Section::Level3, 0, Part::Result);
        assert_eq!(state.input(&state.question(id)).chosen, [put_in], "{award}");
    }
}

#[test]
fn a_stage_rules_out_what_is_above_it_and_no_more() {
    let ruled_out = |stage: Stage| Section::ALL.into_iter().filter(|one| stage.rules_out(*one)).collect::<Vec<_>>();
    assert_eq!(ruled_out(Stage::Gcse), Section::ALL[1..]);
    assert_eq!(ruled_out(Stage::Level3), Section::ALL[2..]);
    assert_eq!(ruled_out(Stage::Degree), [Section::HigherDegree], "a registration can come with a degree");
    assert_eq!(ruled_out(Stage::HigherDegree), []);
    assert_eq!(ruled_out(Stage::Other), []);
}

#[test]
fn a_third_ends_the_degree_questions() {
    let state = walk_with(&["degree", "bachelor-honours", "awarded", "third"]);
    assert!(!state.walk().path.iter().any(|id| id.slug() == "degree-1-subject"));
    assert_ne!(state.walk().next.map(QuestionId::slug).as_deref(), Some("degree-1-subject"));
}

#[test]
fn a_school_leaver_is_asked_nothing_about_degrees() {
    let state = walk_with(&["level3", "a-level", "physics", "awarded", "B"]);
    assert_eq!(state.walk().next.map(QuestionId::slug).as_deref(), Some("level-3-1-more"));
    let state = walk_with(&[
        "level3",
        "a-level",
        "physics",
        "awarded",
        "B",
        "yes",
        "a-level",
        "history",
        "awarded",
        "C",
        "5",
        "english-language",
        "awarded",
    ]);
    assert_eq!(state.screen(), Screen::Check);
}

#[test]
fn a_changed_answer_keeps_the_others_and_gives_back_what_it_hid() {
    let done = walk_with(&[
        "degree",
        "bachelor-honours",
        "awarded",
        "2:2",
        "no",
        "a-level",
        "physics",
        "awarded",
        "B",
        "no",
        "3",
    ]);
    let stage = |state: &State, stage: &str| {
        let changing = update(state, Move::Change(QuestionId::Stage));
        update(&changing, Move::Answer(Input { chosen: vec![stage.to_string()], ..Input::default() }))
    };
    let hidden = stage(&done, "level3");
    assert_eq!(hidden.walk().profile.section(Section::Degree), Some(&[][..]));
    let restored = stage(&hidden, "degree");
    assert_eq!(restored.walk(), done.walk());
}

#[test]
fn not_sure_leaves_a_question_open_and_is_not_asked_again() {
    let state = walk_with(&["degree", "bachelor-honours", "awarded", "not-sure", "physics"]);
    let held = state.walk().profile.section(Section::Degree).expect("the degree is known");
    assert_eq!(held[0].mark, None);
    assert!(evaluate(&pack().rules, &state.walk().profile).routes[0].verdict.outcome().is_none());
    assert_eq!(state.walk().path.iter().filter(|id| id.slug() == "degree-1-result").count(), 1);
}

#[test]
fn not_sure_which_gcses_leaves_the_range_open() {
    let answers =
        ["level3", "a-level", "physics", "awarded", "B", "yes", "a-level", "history", "awarded", "C", "5", "not-sure"];
    let state = walk_with(&answers);
    let ptp = evaluate(&pack().rules, &state.walk().profile).routes.into_iter().last().expect("two routes");
    assert_eq!(ptp.verdict.outcome(), None, "the subjects of the GCSEs could still decide");
    let both = update(
        &walk_with(&answers[..11]),
        Move::Answer(Input { chosen: vec!["mathematics".into(), "not-sure".into()], ..Input::default() }),
    );
    assert_eq!(both.error(), Some("question.gcse.including.error.both"));
}
