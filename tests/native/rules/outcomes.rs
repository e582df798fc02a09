//! What comes of a requirement, and whom a further text concerns.

use entry_checker::rules::role::{When, Worth};
use entry_checker::rules::{
    Award, Caution, Class, Mark, Profile, Qualification, Route, Rule, Section, Status, Subject, SubjectId, cautions,
};

use super::made_up::{AWARDS, award, held, holds, outcome, pool, range, source, three_gcses, verdict};

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
    // Each by itself: in which subject does not matter here.
    let other =
        |id: &str, grade: &str| Qualification { subject: Some(Subject::Own("other".into())), ..held(id, None, grade) };
    let a = |grade: &str| other("a-level", grade);
    let small = other("as-level", "A");
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
    let given = |held: &[Qualification]| outcome(three_gcses(), Section::Gcse, held);
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
    assert_eq!(given(&[Qualification { count: 3, ..open.clone() }]), None, "a count is of different subjects");
    assert_eq!(given(&[Qualification { count: 2, ..open }]), Some(Judgement));
}

#[test]
fn a_gcse_subject_counts_once() {
    let given = |held: &[Qualification]| outcome(three_gcses(), Section::Gcse, held);
    let gcse = |subject: u16, grade: &str| held("gcse", Some(subject), grade);
    assert_eq!(given(&[gcse(1, "4"), gcse(2, "4"), gcse(2, "6")]), Some(Judgement), "mathematics was taken again");
    assert_eq!(given(&[gcse(1, "4"), gcse(2, "3"), gcse(2, "4"), gcse(3, "4")]), Some(Met), "failed and then passed");
    let five_times = Qualification { count: 5, ..gcse(2, "4") };
    assert_eq!(given(&[gcse(1, "4"), five_times]), Some(Judgement), "a count says nothing of a subject that is named");
    let other = |count| Qualification { subject: Some(Subject::Own("other".into())), count, ..gcse(3, "4") };
    assert_eq!(given(&[gcse(1, "4"), gcse(2, "4"), other(1)]), Some(Met));
    // A subject that is worth two counts for each half that is in the range.
    let double = |grade: &str| Qualification { mark: Award::GCSE.double_grade(grade).map(Mark::Grade), ..gcse(9, "4") };
    let most = || vec![gcse(1, "4"), double("4")];
    assert_eq!(given(&most()), Some(Judgement), "three, and no mathematics");
    assert_eq!(given(&[gcse(1, "4"), gcse(2, "4"), double("3-3")]), Some(Judgement));
    for grade in ["4", "44", "4-3", "5\u{2013}1", "AA", "C*C", "A*G", "4U"] {
        assert_eq!(given(&[gcse(1, "4"), gcse(2, "4"), double(grade)]), Some(Met), "{grade}");
    }
    assert_eq!(Award::GCSE.double_grade("4A"), None, "a half in numbers and a half in letters");
    // One half is held; a GCSE of an open subject is the other half, or another subject.
    let two = |held: &[Qualification]| outcome(range(2, &[]), Section::Gcse, held);
    let open = held("gcse", None, "4");
    assert_eq!(two(&[double("4-3")]), Some(Judgement));
    assert_eq!(two(&[double("4-3"), open.clone()]), Some(Met));
    assert_eq!(two(&[gcse(2, "4"), open]), None, "it could be mathematics");
}

/// Level 3 awards of which two A levels' worth is asked for: A levels 10, AS levels 4, an EPQ 5, the IB Diploma 30, its
/// higher level subjects 10.
#[test]
fn a_level_3_qualification_counts_once() {
    let sizes = [("a-level", 10), ("as-level", 4), ("epq", 5), ("ib-diploma", 30), ("ib-higher-level", 10)];
    let given_of = |needs: u32, held: &[Qualification]| {
        let mut worth = Box::new([Worth::Nothing; AWARDS]);
        for (id, tenths) in sizes {
            worth[award(id).index()] = Worth::Tenths(tenths);
        }
        outcome(Rule::Size { needs, worth }, Section::Level3, held)
    };
    let given = |held: &[Qualification]| given_of(20, held);
    let a = |subject: u16, grade: &str| held("a-level", Some(subject), grade);
    assert_eq!(given(&[a(1, "C"), a(1, "B")]), Some(Judgement), "a resit");
    assert_eq!(given(&[a(1, "U"), a(1, "B"), a(2, "C")]), Some(Met), "a failed resit takes nothing away");
    let as_levels = |subjects: &[u16]| subjects.iter().map(|one| held("as-level", Some(*one), "A")).collect::<Vec<_>>();
    assert_eq!(
        given_of(18, &[vec![a(1, "C")], as_levels(&[1, 2])].concat()),
        Some(Judgement),
        "an AS beside its A level"
    );
    assert_eq!(given_of(18, &[vec![a(1, "C")], as_levels(&[2, 3])].concat()), Some(Met));
    let epq = held("epq", Some(1), "A");
    assert_eq!(given_of(20, &[a(1, "C"), epq.clone(), epq]), Some(Met), "each EPQ is a project of its own");
    let own = |award: &str| Qualification { subject: Some(Subject::Own("other".into())), ..held(award, None, "A") };
    assert_eq!(given(&[own("a-level"), own("a-level")]), Some(Met), "own words count each by themselves");
    // Without a subject it could be one that is held, or another.
    assert_eq!(given(&[a(1, "C"), held("a-level", None, "B")]), None);
    assert_eq!(given(&[held("a-level", None, "B"), held("a-level", None, "B")]), None);
    assert_eq!(given(&[a(1, "C"), a(2, "C"), held("a-level", None, "B")]), Some(Met));
    // A diploma holds its higher level subjects, and never lowers the size.
    let higher = |subject: u16| held("ib-higher-level", Some(subject), "5");
    let diploma = held("ib-diploma", None, "30");
    let three = [higher(1), higher(2), higher(3)];
    assert_eq!(given_of(31, &[&three[..], std::slice::from_ref(&diploma)].concat()), Some(Judgement), "three A levels");
    assert_eq!(given_of(40, &[&three[..], &[diploma.clone(), a(1, "C")]].concat()), Some(Met), "an A level beside it");
    let four = [&three[..], &[higher(4)]].concat();
    assert_eq!(given_of(40, &four), Some(Met));
    assert_eq!(given_of(40, &[&four[..], &[diploma]].concat()), Some(Met), "no lower than without it");
}

#[test]
fn a_kind_that_is_not_known_stays_open() {
    let mut worth = Box::new([Worth::Nothing; AWARDS]);
    worth[award("a-level").index()] = Worth::Tenths(10);
    worth[award("epq").index()] = Worth::Tenths(5);
    let given =
        |needs: u32, held: &[Qualification]| outcome(Rule::Size { needs, worth: worth.clone() }, Section::Level3, held);
    let unknown = Qualification::new(Award::unknown(Section::Level3).expect("a level 3 award can be unknown"));
    let a = |subject: u16| held("a-level", Some(subject), "C");
    let one_of = |subject: u16| Qualification { subject: Some(Subject::Listed(SubjectId(subject))), ..unknown.clone() };
    assert_eq!(given(20, std::slice::from_ref(&unknown)), None, "it may be a fail, or count for a judgement");
    assert_eq!(given(20, &[a(1), unknown.clone()]), None);
    assert_eq!(given(20, &[a(1), a(2), unknown.clone()]), Some(Met));
    assert_eq!(given(20, &[a(1), one_of(1)]), Some(Judgement), "in the same subject it is no second A level");
    assert_eq!(given(15, &[a(1), one_of(1)]), None, "but it could be an EPQ");
    let by_subject = outcome(holds(1, 0, true), Section::Level3, &[one_of(5)]);
    assert_eq!(by_subject, Some(NotMet), "whatever it is, its subject is no science");
    assert_eq!(outcome(holds(1, 0, true), Section::Level3, &[one_of(1)]), None);
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
