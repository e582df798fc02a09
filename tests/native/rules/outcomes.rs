//! What comes of a requirement, and whom a further text concerns.

use entry_checker::rules::role::{SubjectGroup, When, Worth};
use entry_checker::rules::{
    Caution, Class, Mark, Profile, Qualification, Route, Rule, Section, Status, Subject, SubjectId, cautions,
};

use super::{AWARDS, award, held, holds, outcome, pool, source, verdict};

use entry_checker::rules::Outcome::{Judgement, Met, NotMet};

#[test]
fn so_many_are_asked_for_and_fewer_may_be_judged() {
    let given = |needs: usize, judged_from: usize, met: usize, judged: usize| {
        let held = [vec![held("a-level", None, "A"); met], vec![held("as-level", None, "A"); judged]].concat();
        outcome(holds(needs, judged_from, false), Section::Level3, &held)
    };
    for (needs, judged_from, met, judged, comes_to) in [
        (1, 0, 0, 0, NotMet),
        (1, 0, 0, 1, Judgement),
        (1, 0, 1, 0, Met),
        (3, 0, 3, 0, Met),
        (3, 0, 2, 0, NotMet),
        (3, 0, 2, 1, Judgement),
        (3, 0, 0, 3, Judgement),
        (3, 2, 2, 0, Judgement),
        (3, 2, 1, 1, Judgement),
        (3, 2, 1, 0, NotMet),
        (3, 2, 0, 1, NotMet),
        (3, 1, 0, 0, NotMet),
    ] {
        assert_eq!(given(needs, judged_from, met, judged), Some(comes_to), "{needs} {judged_from}: {met} and {judged}");
    }
}

#[test]
fn a_subject_counts_once_where_subjects_are_asked_for() {
    let two = |first: Option<u16>, second: Option<u16>| [held("a-level", first, "A"), held("a-level", second, "B")];
    let given = |needs: usize, by_subject: bool, held: &[Qualification]| {
        outcome(holds(needs, 0, by_subject), Section::Level3, held)
    };
    assert_eq!(given(2, true, &two(Some(1), Some(2))), Some(Met));
    assert_eq!(given(2, true, &two(Some(1), Some(1))), Some(NotMet));
    assert_eq!(given(2, false, &two(Some(1), Some(1))), Some(Met), "no subject is asked for");
    assert_eq!(given(1, true, &two(Some(1), Some(1))), Some(Met));
    assert_eq!(given(2, true, &two(Some(1), None)), None, "it may be the same, or none that counts");
    let own = |words: &str| Qualification { subject: Some(Subject::Own(words.into())), ..held("a-level", None, "A") };
    assert_eq!(given(2, true, &[own("a"), own("a")]), Some(Met), "words of one's own are not compared");
    // Of the same subject the better counts.
    let better = [held("a-level", Some(1), "U"), held("a-level", Some(1), "A"), held("a-level", Some(2), "A")];
    assert_eq!(given(2, true, &better), Some(Met));
}

#[test]
fn qualifications_given_as_a_number_count_as_many() {
    let gcses = |subject: Option<u16>, count: u16| [Qualification { count, ..held("gcse", subject, "5") }];
    let rule =
        |by_subject: bool| Rule::Holds { needs: 5, judged_from: 0, pools: vec![pool(Section::Gcse, by_subject)] };
    assert_eq!(outcome(rule(false), Section::Gcse, &gcses(Some(1), 5)), Some(Met));
    assert_eq!(outcome(rule(false), Section::Gcse, &gcses(None, 4)), Some(NotMet));
    assert_eq!(outcome(rule(true), Section::Gcse, &gcses(Some(1), 5)), Some(NotMet), "they are all in one subject");
}

#[test]
fn sizes_add_up() {
    let mut worth = Box::new([Worth::Nothing; AWARDS]);
    worth[award("a-level").index()] = Worth::Tenths(10);
    worth[award("as-level").index()] = Worth::Tenths(4);
    worth[award("other-level-3").index()] = Worth::Unknown;
    let given = |held: &[Qualification]| verdict(Rule::Size { needs: 20, worth: worth.clone() }, Section::Level3, held);
    let a = |grade: &str| held("a-level", None, grade);
    let small = held("as-level", None, "A");
    assert_eq!(given(&[]), (Some(NotMet), false));
    assert_eq!(given(&[a("A"), a("E")]), (Some(Met), false));
    assert_eq!(given(&[a("A"), small.clone(), small.clone()]), (Some(Judgement), false), "18 of 20");
    assert_eq!(given(&[a("A"), small.clone(), small.clone(), small.clone()]), (Some(Met), false), "22 of 20");
    assert_eq!(given(&[a("A"), a("U")]), (Some(Judgement), false), "a fail adds nothing");
    assert_eq!(given(&[a("U"), a("U")]), (Some(NotMet), false));
    assert_eq!(
        given(&[held("other-level-3", None, "pass")]),
        (Some(Judgement), false),
        "a person says how large it is"
    );
    assert_eq!(given(&[held("epq", None, "A")]), (Some(NotMet), false), "it is worth nothing here");
    assert_eq!(given(&[a("A"), Qualification { mark: None, ..a("A") }]), (None, false), "it may be two or one");
    let predicted = Qualification { status: Status::Predicted, ..a("A") };
    assert_eq!(given(&[a("A"), predicted.clone()]), (Some(Met), true));
    assert_eq!(given(&[a("A"), a("A"), predicted]), (Some(Met), false), "it would be met without");
}

#[test]
fn a_range_of_gcses_has_a_number_and_groups() {
    let group = |id, subject: u16| SubjectGroup { id, subjects: vec![SubjectId(subject)] };
    let given = |held: &[Qualification]| {
        let including = vec![group("english", 1), group("mathematics", 2)];
        outcome(Rule::Range { number: 3, including }, Section::Gcse, held)
    };
    let gcse = |subject: u16| held("gcse", Some(subject), "4");
    let open = held("gcse", None, "4");
    assert_eq!(given(&[]), Some(NotMet));
    assert_eq!(given(&[gcse(1), gcse(2), gcse(3)]), Some(Met));
    assert_eq!(given(&[gcse(1), gcse(2)]), Some(Judgement), "one too few");
    assert_eq!(given(&[gcse(1), gcse(3), gcse(3)]), Some(Judgement), "no mathematics");
    assert_eq!(given(&[gcse(1), gcse(2), held("gcse", Some(3), "3")]), Some(Judgement), "one is not in the range");
    assert_eq!(given(&[held("gcse", Some(1), "3")]), Some(NotMet));
    assert_eq!(given(&[gcse(1), gcse(3), open.clone()]), None, "it could be mathematics");
    assert_eq!(given(&[gcse(3), gcse(3), open.clone()]), Some(Judgement), "it cannot be both");
    assert_eq!(given(&[gcse(3), open.clone(), open.clone()]), None);
    assert_eq!(given(&[gcse(1), gcse(2), Qualification { mark: None, ..gcse(3) }]), None, "its grade is open");
    assert_eq!(given(&[Qualification { count: 3, ..open }]), Some(Judgement), "in one subject, whichever");
}

/// A further text concerns a person with one qualification that fits every part of it.
#[test]
fn a_caution_concerns_those_whom_it_fits() {
    let concerns = |when: When, all: &[&Qualification]| {
        let caution = Caution { text: "", when, source: source("") };
        let route = Route { id: "route", pathways: Vec::new(), cautions: vec![caution] };
        let mut profile = Profile::default();
        all.iter().for_each(|one| profile.add((*one).clone()));
        cautions(&route, &profile).len() == 1
    };
    let physics = held("a-level", Some(1), "A");
    let degree =
        Qualification { mark: Some(Mark::Class(Class::Third)), ..Qualification::new(award("bachelor-honours")) };
    let whom = When::default;
    assert!(concerns(whom(), &[]), "everybody");
    let awards = || When { awards: vec![award("a-level"), award("hnd")], ..whom() };
    assert!(concerns(awards(), &[&physics]) && !concerns(awards(), &[&degree]) && !concerns(awards(), &[]));
    let subjects = || When { subjects: vec![SubjectId(1)], ..whom() };
    assert!(concerns(subjects(), &[&degree, &physics]));
    assert!(!concerns(subjects(), &[&degree, &held("a-level", Some(2), "A"), &held("a-level", None, "A")]));
    let classes = || When { classes: vec![Class::Third, Class::Pass], ..whom() };
    assert!(concerns(classes(), &[&degree]) && !concerns(classes(), &[&physics]));
    let first = Qualification { mark: Some(Mark::Class(Class::First)), ..degree.clone() };
    assert!(!concerns(classes(), &[&first]));
    let predicted = || When { status: Some(Status::Predicted), ..whom() };
    assert!(!concerns(predicted(), &[&physics]));
    assert!(concerns(predicted(), &[&Qualification { status: Status::Predicted, ..physics.clone() }]));
    // All parts have to fit the same one.
    let both = || When { awards: vec![award("bachelor-honours")], subjects: vec![SubjectId(1)], ..whom() };
    assert!(!concerns(both(), &[&physics, &degree]));
    assert!(concerns(both(), &[&Qualification { subject: Some(Subject::Listed(SubjectId(1))), ..degree.clone() }]));
}
