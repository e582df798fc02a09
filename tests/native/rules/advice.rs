//! What would change an outcome, and what is still worth asking.

use entry_checker::rules::advise::{Fact, fact_open, open_sections};
use entry_checker::rules::role::{Pool, ResultTest, Worth};
use entry_checker::rules::{
    Class, Gap, Grade, Grant, Mark, Outcome, Profile, Qualification, Rule, Section, Subject, SubjectId, evaluate, gaps,
};

use super::made_up::{AWARDS, award, made_up, pool, role, three_gcses};

use Outcome::{Judgement, Met, NotMet};

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
    let two_more = Grant::Size { number: 2, in_new: false };
    let hnd = Qualification::new(award("hnd"));
    let first_degree = told_of(&hnd, vec![good_degree(), two_a_levels()]);
    assert_eq!(first_degree, [(0, again.clone()), (1, two_more.clone())], "who has none yet takes none again");
    assert_eq!(told(vec![good_degree()]), [(0, again.clone())]);
    assert_eq!(told(vec![good_degree(), good_degree()]), [(0, again.clone()), (1, again)]);
    assert_eq!(told(vec![good_degree(), two_a_levels()]), [(1, two_more.clone())]);
    assert_eq!(told(vec![good_degree(), two_a_levels(), good_degree()]), [(1, two_more.clone())]);
}

#[test]
fn what_a_gap_gives_is_what_it_says() {
    let (role, profile) = made_up(three_gcses(), Section::Gcse, &[]);
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
            mark: Some(Mark::Grade(Grade { text: "P".into(), passes: true, halves: 2 })),
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
