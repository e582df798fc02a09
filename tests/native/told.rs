//! What answers say: those that a later one made meaningless are passed over, and nothing is made of them.

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::encode_profile;
use entry_checker::journey::{
    Answer, Answers, Choice, Edit, GcsePart, Input, Move, Part, QuestionId, Screen, Stage, Walk, update, walk,
};
use entry_checker::rules::{Award, Class, Mark, Section, Status, Subject, evaluate};
use serde_json::{Value, json};

use crate::journey::{at, give};

fn told(stage: Stage, answers: &[(QuestionId, Answer)]) -> Walk {
    let catalogue = Catalogue::built_in();
    let mut all = Answers::default();
    all.set(QuestionId::Stage, Answer::Stage(stage));
    answers.iter().for_each(|(id, answer)| all.set(*id, answer.clone()));
    walk(catalogue, &catalogue.everything, &all)
}

fn said(walk: &Walk, section: &str) -> Value {
    json!(encode_profile(&Catalogue::built_in().subjects, &walk.profile))[section].clone()
}

fn award(section: Section, id: &str) -> Answer {
    Answer::Award(Choice::One(Award::find(section, id).expect("an award")))
}

fn subject(id: &str) -> Answer {
    Answer::Subject(Some(Catalogue::built_in().subjects.find(id).map(Subject::Listed).expect("a subject")))
}

fn held(section: Section, index: u8, part: Part) -> QuestionId {
    QuestionId::Held(section, index, part)
}

#[test]
fn an_award_of_another_section_says_nothing() {
    let id = held(Section::Level3, 0, Part::Award);
    let told = told(Stage::Level3, &[(id, award(Section::Degree, "bachelor-honours"))]);
    assert!(!told.path.contains(&id));
    assert_eq!(said(&told, "level3"), Value::Null);
}

#[test]
fn an_award_in_one_subject_alone_has_that_one() {
    let answers = [
        (held(Section::Level3, 0, Part::Award), award(Section::Level3, "core-maths")),
        (held(Section::Level3, 0, Part::Subject), subject("physics")),
    ];
    assert_eq!(
        said(&told(Stage::Level3, &answers), "level3"),
        json!([{ "award": "core-maths", "subject": "mathematics" }])
    );
}

/// Who does not know a subject yet is neither told that it counts nor that it does not, and is not asked again.
#[test]
fn a_subject_that_is_not_known_stays_open() {
    let begun = update(&at("clinical-or-medical-technology"), Move::Begin);
    let asked =
        ["degree", "bachelor-honours", "awarded", "2:1"].iter().fold(begun, |state, answer| give(&state, answer));
    let put_in = |typed: &str, chosen: &[&str]| Input {
        typed: typed.to_string(),
        chosen: chosen.iter().map(ToString::to_string).collect(),
    };
    let id = held(Section::Degree, 0, Part::Subject);
    assert_eq!(asked.screen(), Screen::Question(id));
    let answered = update(&asked, Move::Answer(put_in("", &["not-sure"])));
    let walk = answered.walk();
    assert_eq!(said(walk, "degree"), json!([{ "award": "bachelor-honours", "class": "2:1" }]));
    assert_ne!(answered.screen(), Screen::Question(id), "it is not asked again");
    let role = answered.role().expect("one role");
    let verdicts = evaluate(&role.rules, &walk.profile).routes;
    let stp = role.rules.routes.iter().position(|route| route.id == "stp").expect("a route");
    assert_eq!(verdicts[stp].verdict.outcome(), None, "not met, a judgement and met are all possible");
    // What was put in is there again, and nothing is lost where both are said.
    let again = update(&answered, Move::Change(id));
    assert_eq!(again.input(&again.question(id)), put_in("", &["not-sure"]));
    let both = update(&again, Move::Answer(put_in("physics", &["not-sure"])));
    assert_eq!(both.error(), Some("question.degree.subject.error"));
    assert_eq!(both.input(&both.question(id)), put_in("physics", &["not-sure"]));
}

#[test]
fn a_result_of_another_scale_says_nothing() {
    let grade =
        |text: &str| Award::find(Section::Level3, "a-level").and_then(|award| award.grade(text)).map(Mark::Grade);
    let told = |award_id: &str, mark: Option<Mark>| {
        let id = held(Section::Level3, 0, Part::Result);
        let awarded = (held(Section::Level3, 0, Part::Award), award(Section::Level3, award_id));
        let told = told(Stage::Level3, &[awarded, (id, Answer::Result(mark))]);
        (told.path.contains(&id), said(&told, "level3")[0]["grade"].clone())
    };
    assert_eq!(told("a-level", grade("A*")), (true, json!("A*")));
    assert_eq!(told("a-level", None), (true, Value::Null), "not sure");
    assert_eq!(told("btec-diploma", grade("A*")), (false, Value::Null));
    assert_eq!(told("a-level", Some(Mark::Class(Class::First))), (false, Value::Null));
}

#[test]
fn gcses_wait_for_results_of_those_alone_who_still_do() {
    let answers = |number: u16| {
        [
            (QuestionId::Gcse(GcsePart::Number), Answer::Number(Choice::One(number))),
            (QuestionId::Gcse(GcsePart::Status), Answer::Status(Status::Predicted)),
            (QuestionId::Gcse(GcsePart::Including), Answer::Groups(Choice::None)),
        ]
    };
    let status = |stage, number| said(&told(stage, &answers(number)), "gcse")[0]["status"].clone();
    for stage in [Stage::Gcse, Stage::Level3, Stage::Other] {
        assert_eq!(status(stage, 5), json!("predicted"), "{stage:?}");
    }
    assert_eq!(status(Stage::Degree, 5), Value::Null);
    // Of none at all there is nothing else to say.
    let none = told(Stage::Other, &answers(0));
    assert_eq!(none.path, [QuestionId::Stage, QuestionId::Gcse(GcsePart::Number)]);
    let many = [
        (QuestionId::Gcse(GcsePart::Number), Answer::Number(Choice::One(2))),
        (QuestionId::Gcse(GcsePart::Including), Answer::Groups(Choice::One(vec![0, 1, 2]))),
    ];
    assert_eq!(told(Stage::Level3, &many).path.len(), 2, "more groups than GCSEs");
    let all = [many[0].clone(), (many[1].0, Answer::Groups(Choice::One(vec![0, 1])))];
    assert_eq!(said(&told(Stage::Level3, &all), "gcse").as_array().map(Vec::len), Some(2), "no others");
}

/// Of one section twenty are asked for at most.
#[test]
fn no_more_than_twenty_are_asked_for() {
    let fail = Award::find(Section::Level3, "a-level").and_then(|award| award.grade("U")).map(Mark::Grade);
    let next = |number: u8| {
        let answers: Vec<(QuestionId, Answer)> = (0..number)
            .flat_map(|index| {
                let id = |part| held(Section::Level3, index, part);
                let more =
                    (index + 1 < number).then_some((QuestionId::More(Section::Level3, index), Answer::More(true)));
                [
                    (id(Part::Award), award(Section::Level3, "a-level")),
                    (id(Part::Subject), subject("history")),
                    (id(Part::Status), Answer::Status(Status::Awarded)),
                    (id(Part::Result), Answer::Result(fail.clone())),
                ]
                .into_iter()
                .chain(more)
            })
            .collect();
        told(Stage::Level3, &answers).next
    };
    assert_eq!(next(19), Some(QuestionId::More(Section::Level3, 18)));
    assert_ne!(next(20), Some(QuestionId::More(Section::Level3, 19)));
}

/// What was refused stands where it was put in, and nowhere else; what is typed stands there as it is typed.
#[test]
fn what_was_put_in_stands_in_its_own_question() {
    let answer = |state, value: &str| give(&state, value);
    let asked =
        ["degree", "bachelor-honours", "awarded", "first"].into_iter().fold(update(&at("all"), Move::Begin), answer);
    let Screen::Question(id) = asked.screen() else { panic!("a subject is asked for") };
    assert_eq!(id, held(Section::Degree, 0, Part::Subject));
    let refused = answer(asked.clone(), &"x".repeat(81));
    assert_eq!(refused.input(&refused.question(id)).typed.len(), 81);
    assert_eq!(refused.input(&refused.question(QuestionId::Stage)).chosen, ["degree"]);
    let typing = update(&asked, Edit::TypeSubject("phys".to_string()));
    assert_eq!(typing.input(&typing.question(id)).typed, "phys");
}
