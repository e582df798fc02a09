//! The rules by hand: requirements made up for the purpose, at the edges where one outcome becomes another.

use entry_checker::rules::advise::{Fact, fact_open, open_sections};
use entry_checker::rules::role::{Pool, ResultTest, SubjectGroup, SubjectTest, When, Worth};
use entry_checker::rules::{
    Award, Basis, Caution, Class, Gap, Grade, Grant, Mark, Outcome, Pathway, Profile, Qualification, Reason,
    Requirement, Role, Route, Rule, Section, Source, Standing, Status, Subject, SubjectId, Test, cautions, evaluate,
    explain, gaps,
};

use Outcome::{Judgement, Met, NotMet};

const AWARDS: usize = entry_checker::rules::award::AWARD_COUNT;

fn source(quote: &'static str) -> Source {
    Source { quote, url: "", checked: "", basis: Basis::Page, reading: None }
}

/// A role with one route, of which each way asks for one thing.
fn role(ways: Vec<Rule>) -> Role {
    let way = |rule| Pathway {
        id: "way",
        requirements: vec![Requirement { id: "it", rule, source: source(""), clauses: Vec::new() }],
    };
    let pathways = ways.into_iter().map(way).collect();
    Role { id: "role", routes: vec![Route { id: "route", pathways, cautions: Vec::new() }] }
}

/// A role with that rule alone, and somebody with that alone.
fn made_up(rule: Rule, section: Section, held: &[Qualification]) -> (Role, Profile) {
    let mut profile = Profile::default();
    profile.set(section, held.to_vec());
    (role(vec![rule]), profile)
}

/// The outcome of one requirement, nothing where it is open; and whether it waits for results.
fn verdict(rule: Rule, section: Section, held: &[Qualification]) -> (Option<Outcome>, bool) {
    let (role, profile) = made_up(rule, section, held);
    let verdict = evaluate(&role, &profile).routes[0].verdict;
    (verdict.outcome(), verdict.pending)
}

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
        Reason::Adds { tenths, passed, given } => format!("{tenths} tenths, {passed} of {given}"),
        Reason::Counts { total, missing } => {
            format!("{total} without {:?}", missing.iter().map(|group| group.id).collect::<Vec<_>>())
        }
        other => format!("{other:?}"),
    }
}

fn outcome(rule: Rule, section: Section, held: &[Qualification]) -> Option<Outcome> {
    verdict(rule, section, held).0
}

fn award(id: &str) -> Award {
    Section::ALL.into_iter().find_map(|section| Award::find(section, id)).expect("an award")
}

fn held(id: &str, subject: Option<u16>, grade: &str) -> Qualification {
    let award = if id == "gcse" { Award::GCSE } else { award(id) };
    Qualification {
        subject: subject.map(|id| Subject::Listed(SubjectId(id))),
        mark: award.grade(grade).map(Mark::Grade),
        ..Qualification::new(award)
    }
}

/// A levels are met, AS levels a person's to judge; subjects 0 to 3 are sciences and 4 to 7 are none, where that is asked.
fn pool(section: Section, by_subject: bool) -> Pool {
    let mut awards = [None; AWARDS];
    awards[Award::GCSE.index()] = Some(Met);
    awards[award("a-level").index()] = Some(Met);
    awards[award("as-level").index()] = Some(Judgement);
    let mut outcomes = [NotMet; Standing::ALL.len()];
    outcomes[Standing::Certain as usize] = Met;
    outcomes[Standing::Unlisted as usize] = Met;
    let subject = SubjectTest {
        standings: [[Standing::Certain; 4], [Standing::Outside; 4]].concat().into(),
        outcomes,
        apart: Vec::new(),
    };
    Pool { section, awards, result: ResultTest::Pass, subject: by_subject.then_some(subject) }
}

fn holds(needs: usize, judged_from: usize, by_subject: bool) -> Rule {
    Rule::Holds { needs, judged_from, pools: vec![pool(Section::Level3, by_subject)] }
}

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
    let requirement = Requirement { id: "it", rule: holds(1, 0, true), source: source("all"), clauses };
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
    let group = |id, subject: u16| SubjectGroup { id, subjects: vec![SubjectId(subject)] };
    let range = |held: &[Qualification]| {
        let including = vec![group("english", 1), group("mathematics", 2)];
        self::why(Rule::Range { number: 3, including }, Section::Gcse, held)
    };
    let gcse = |subject: Option<u16>, grade: &str| held("gcse", subject, grade);
    assert_eq!(range(&[gcse(Some(1), "4"), gcse(Some(2), "3")]), "1 without [\"mathematics\"]");
    assert_eq!(range(&[gcse(Some(1), "4"), gcse(Some(3), "4"), gcse(None, "4")]), "subject of gcse 4 is open");
    let unmarked = [gcse(Some(1), "4"), gcse(Some(2), "4"), Qualification { mark: None, ..gcse(Some(3), "4") }];
    assert_eq!(range(&unmarked), "result of gcse ? is open");
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

/// A degree that would have to be taken again is named only where no way is left without that.
#[test]
fn a_degree_is_not_to_be_taken_again_where_there_is_another_way() {
    let mut awards = [None; AWARDS];
    awards[award("bachelor-honours").index()] = Some(Met);
    let mut outcomes = [NotMet; Class::ALL.len()];
    outcomes[Class::First as usize] = Met;
    let result = ResultTest::Class { outcomes, judged: Vec::new() };
    let degree = Pool { section: Section::Degree, awards, result, subject: None };
    let good_degree = || Rule::Holds { needs: 1, judged_from: 0, pools: vec![degree.clone()] };
    let mut worth = Box::new([Worth::Nothing; AWARDS]);
    worth[award("a-level").index()] = Worth::Tenths(10);
    let two_a_levels = || Rule::Size { needs: 20, worth: worth.clone() };
    let third =
        Qualification { mark: Some(Mark::Class(Class::Third)), ..Qualification::new(award("bachelor-honours")) };
    let told_of = |held: &Qualification, ways: Vec<Rule>| {
        let role = role(ways);
        let mut profile = Profile::default();
        profile.set(Section::Degree, vec![held.clone()]);
        profile.set(Section::Level3, Vec::new());
        let verdicts = &evaluate(&role, &profile).routes[0].pathways;
        gaps(&role.routes[0], &profile, verdicts).iter().map(|gap| (gap.pathway, gap.grant.clone())).collect::<Vec<_>>()
    };
    let told = |ways: Vec<Rule>| told_of(&third, ways);
    let again = Grant::More(Section::Degree, 1);
    let hnd = Qualification::new(award("hnd"));
    let first_degree = told_of(&hnd, vec![good_degree(), two_a_levels()]);
    assert_eq!(first_degree, [(0, again.clone()), (1, Grant::Size(2))], "who has none yet takes none again");
    assert_eq!(told(vec![good_degree()]), [(0, again.clone())]);
    assert_eq!(told(vec![good_degree(), good_degree()]), [(0, again.clone()), (1, again)]);
    assert_eq!(told(vec![good_degree(), two_a_levels()]), [(1, Grant::Size(2))]);
    assert_eq!(told(vec![good_degree(), two_a_levels(), good_degree()]), [(1, Grant::Size(2))]);
}

#[test]
fn what_a_gap_gives_is_what_it_says() {
    let group = |id, subject: u16| SubjectGroup { id, subjects: vec![SubjectId(subject)] };
    let rule = Rule::Range { number: 3, including: vec![group("english", 1), group("mathematics", 2)] };
    let (role, profile) = made_up(rule, Section::Gcse, &[]);
    let requirement = &role.routes[0].pathways[0].requirements[0];
    let given = |groups: &[usize], others: u16| {
        let gap = Gap { pathway: 0, requirement: 0, grant: Grant::Gcses { groups: groups.to_vec(), others } };
        let granted = gap.granted(requirement, &profile);
        granted.section(Section::Gcse).unwrap_or_default().iter().map(|one| one.count).collect::<Vec<_>>()
    };
    assert_eq!(given(&[0, 1], 3), [1, 1, 3]);
    assert_eq!(given(&[1], 0), [1], "none is none");
}

/// A section of which nothing could do better than what is held is not asked about.
#[test]
fn what_could_not_do_better_is_not_asked() {
    let of = |section, awards_of: &[(&str, Outcome)], result| {
        let mut awards = [None; AWARDS];
        awards_of.iter().for_each(|(id, outcome)| awards[award(id).index()] = Some(*outcome));
        Pool { section, awards, result, subject: None }
    };
    let open = |best_at_level_3: Outcome| {
        let degree = of(Section::Degree, &[("hnd", Judgement), ("bachelor-honours", Met)], ResultTest::Pass);
        let level_3 = of(Section::Level3, &[("a-level", best_at_level_3)], ResultTest::None);
        let pools = vec![degree, level_3];
        let pass = |id: &str| Qualification {
            mark: Some(Mark::Grade(Grade { text: "P".into(), passes: true })),
            ..Qualification::new(award(id))
        };
        let held = [pass("hnd"), Qualification::new(award("bachelor-honours"))];
        let (role, profile) = made_up(Rule::Holds { needs: 1, judged_from: 0, pools }, Section::Degree, &held);
        open_sections(&role, &profile, &evaluate(&role, &profile))
    };
    assert_eq!(open(Judgement), [Section::Degree], "a person judges already");
    assert_eq!(open(Met), [Section::Degree, Section::Level3]);
}

/// A fact is asked for only where it could do more than the other facts of the same qualification, and than the others.
#[test]
fn a_fact_that_could_do_no_more_is_not_asked() {
    let mut awards = [None; AWARDS];
    awards[award("hnd").index()] = Some(Judgement);
    awards[award("bachelor-honours").index()] = Some(Met);
    let mut classes = [Judgement; Class::ALL.len()];
    classes[Class::First as usize] = Met;
    let subject = pool(Section::Level3, true).subject;
    let facts = |result: ResultTest, all: &[Qualification], place: usize| {
        let pools = vec![Pool { section: Section::Degree, awards, result, subject: subject.clone() }];
        let (role, profile) = made_up(Rule::Holds { needs: 1, judged_from: 0, pools }, Section::Degree, all);
        let evaluation = evaluate(&role, &profile);
        [Fact::Result, Fact::Subject].map(|fact| fact_open(&role, &evaluation, &all[place], fact))
    };
    let by_class = || ResultTest::Class { outcomes: classes, judged: Vec::new() };
    let open = |id: &str| Qualification::new(award(id));
    assert_eq!(facts(by_class(), &[open("hnd")], 0), [false, true], "whatever its class, a person judges");
    assert_eq!(facts(by_class(), &[open("bachelor-honours")], 0), [true, true]);
    let science = Qualification { subject: Some(Subject::Listed(SubjectId(1))), ..open("hnd") };
    let all = [science, open("hnd"), open("bachelor-honours")];
    assert_eq!(facts(ResultTest::None, &all, 1), [false, false], "a person judges already");
    assert_eq!(facts(ResultTest::None, &all, 2), [false, true]);
}
