//! Why it came out so, and on which words that rests.

use entry_checker::rules::role::Worth;
use entry_checker::rules::{Mark, Qualification, Reason, Requirement, Rule, Section, Test, evaluate, explain};

use super::made_up::{AWARDS, award, held, holds, made_up, pool, source, three_gcses};

use entry_checker::rules::Outcome::Judgement;

/// Why it came out so: what decides or is open, by its grade, and the test.
fn why(rule: Rule, section: Section, held: &[Qualification]) -> String {
    let (role, profile) = made_up(rule, section, held);
    let verdict = evaluate(&role, &profile).routes[0].pathways[0].requirements[0];
    let grade = |held: &Qualification| match &held.mark {
        Some(Mark::Grade(grade)) => grade.text.to_string(),
        _ => "?".to_string(),
    };
    match explain(&role.routes[0].pathways[0].requirements[0], &profile, verdict) {
        Reason::Open { held, test } => format!("{} of {} {} is open", test.id(), held.award.id(), grade(held)),
        Reason::Decides { held, limit, outcome, .. } => {
            format!("{} {} {}: {}", held.award.id(), grade(held), limit.map_or("all", |test| test.id()), outcome.id())
        }
        Reason::Fewer { number, held } => format!("{number} alone, best {} {}", held.award.id(), grade(held)),
        Reason::Adds { tenths, passed, given, .. } => format!("{tenths} tenths, {passed} of {given}"),
        Reason::Counts { total, missing, .. } => {
            format!("{total} without {:?}", missing.iter().map(|group| group.id).collect::<Vec<_>>())
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn the_one_that_decides_is_named() {
    let why = |needs: usize, judged_from: usize, held: &[Qualification]| {
        why(holds(needs, judged_from, true), Section::Level3, held)
    };
    let (science, other) = (Some(1), Some(5));
    let one = held;
    assert_eq!(why(1, 0, &[]), "Nothing(Level3)");
    assert_eq!(why(1, 0, &[one("a-level", science, "A")]), "a-level A all: met");
    assert_eq!(why(1, 0, &[one("as-level", science, "A")]), "as-level A award: judgement");
    assert_eq!(why(1, 0, &[one("a-level", other, "A")]), "a-level A subject: not-met");
    assert_eq!(why(1, 0, &[one("a-level", science, "U")]), "a-level U result: not-met");
    // Of two the better; of two that fail the one that fails less; of equals the first.
    assert_eq!(why(1, 0, &[one("as-level", science, "A"), one("a-level", science, "B")]), "a-level B all: met");
    assert_eq!(
        why(1, 0, &[one("a-level", science, "U"), one("as-level", science, "A")]),
        "as-level A award: judgement"
    );
    assert_eq!(why(1, 0, &[one("a-level", other, "U"), one("a-level", other, "A")]), "a-level A subject: not-met");
    assert_eq!(why(1, 0, &[one("a-level", other, "B"), one("a-level", science, "U")]), "a-level B subject: not-met");
    // Where several are asked for, the last that is needed decides, or the first that does not count.
    let three = [one("a-level", Some(1), "A"), one("a-level", Some(2), "B"), one("as-level", Some(3), "C")];
    assert_eq!(why(2, 0, &three), "a-level B all: met");
    assert_eq!(why(3, 0, &three), "as-level C award: judgement");
    assert_eq!(why(3, 0, &[three[0].clone(), one("a-level", Some(2), "U")]), "a-level U result: not-met");
    assert_eq!(why(3, 0, &three[..2]), "a-level A all: met", "nothing else is there to be named");
    // Fewer than are asked for, and enough to judge: each subject once.
    assert_eq!(why(3, 1, &three[..2]), "2 alone, best a-level A");
    assert_eq!(why(3, 1, &[one("as-level", Some(1), "C"), three[0].clone()]), "1 alone, best a-level A");
    assert_eq!(why(3, 1, &three), "as-level C award: judgement", "there are enough, one of them to judge");
    let many = Rule::Holds { needs: 5, judged_from: 1, pools: vec![pool(Section::Gcse, false)] };
    let gcses = [Qualification { count: 3, ..one("gcse", Some(1), "5") }];
    assert_eq!(self::why(many, Section::Gcse, &gcses), "3 alone, best gcse 5");
}

/// An answer rests on the words for the test that decides, where they are to be had apart.
#[test]
fn the_words_are_those_of_the_test_that_decides() {
    let clauses = vec![(Test::Award, source("kind")), (Test::Result, source("grade"))];
    let requirement =
        Requirement { id: "it", rule: holds(1, 0, true), source: source("all"), clauses, named: None, decider: "" };
    let held = held("a-level", Some(1), "A");
    let decides = |limit| {
        let (outcome, standing, floor, instead_of) = (Judgement, None, None, None);
        Reason::Decides { held: &held, limit, outcome, standing, floor, instead_of }
    };
    let quote = |reason: &Reason| requirement.source_of(reason).quote;
    assert_eq!(quote(&decides(Some(Test::Award))), "kind");
    assert_eq!(quote(&decides(Some(Test::Result))), "grade");
    assert_eq!(quote(&decides(Some(Test::Subject))), "all", "there are no words for it alone");
    assert_eq!(quote(&decides(None)), "all");
    assert_eq!(quote(&Reason::Open { held: &held, test: Test::Result }), "grade");
    assert_eq!(quote(&Reason::Nothing(Section::Level3)), "all");
}

#[test]
fn what_is_open_is_named() {
    let why = |held: &[Qualification]| why(holds(1, 0, true), Section::Level3, held);
    let open = |id: &str, subject: Option<u16>| Qualification { mark: None, ..held(id, subject, "A") };
    assert_eq!(why(&[open("a-level", Some(1))]), "result of a-level ? is open");
    assert_eq!(why(&[held("a-level", None, "A")]), "subject of a-level A is open");
    assert_eq!(why(&[held("a-level", None, "U")]), "a-level U result: not-met", "its subject changes nothing");
    assert_eq!(why(&[open("epq", Some(1)), open("a-level", Some(1))]), "result of a-level ? is open");
    let mut worth = Box::new([Worth::Nothing; AWARDS]);
    worth[award("a-level").index()] = Worth::Tenths(10);
    let size =
        |held: &[Qualification]| self::why(Rule::Size { needs: 20, worth: worth.clone() }, Section::Level3, held);
    assert_eq!(size(&[held("a-level", None, "A"), open("a-level", None)]), "result of a-level ? is open");
    assert_eq!(size(&[held("a-level", None, "A"), held("a-level", None, "U")]), "10 tenths, 1 of 2");
    let range = |held: &[Qualification]| self::why(three_gcses(), Section::Gcse, held);
    let gcse = |subject: Option<u16>, grade: &str| held("gcse", subject, grade);
    assert_eq!(range(&[gcse(Some(1), "4"), gcse(Some(2), "3")]), "1 without [\"mathematics\"]");
    assert_eq!(range(&[gcse(Some(1), "4"), gcse(Some(3), "4"), gcse(None, "4")]), "subject of gcse 4 is open");
    let unmarked = [gcse(Some(1), "4"), gcse(Some(2), "4"), Qualification { mark: None, ..gcse(Some(3), "4") }];
    assert_eq!(range(&unmarked), "result of gcse ? is open");
}
