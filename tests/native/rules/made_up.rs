//! Rules and qualifications that are made up for the tests.

use entry_checker::rules::role::{Pool, ResultTest, SubjectGroup, SubjectTest};
use entry_checker::rules::{
    Award, Basis, Mark, Outcome, Pathway, Profile, Qualification, Range, Requirement, Role, Route, Rule, Section,
    Source, Standing, Subject, SubjectId, evaluate,
};

use Outcome::{Judgement, Met, NotMet};

pub const AWARDS: usize = entry_checker::rules::award::AWARD_COUNT;

pub fn source(quote: &'static str) -> Source {
    Source { quote, url: "", checked: "", basis: Basis::Page, reading: None }
}

/// A role with one route, of which each way asks for one thing.
pub fn role(ways: Vec<Rule>) -> Role {
    let way = |rule| Pathway {
        id: "way",
        requirements: vec![Requirement {
            id: "it",
            rule,
            source: source(""),
            clauses: Vec::new(),
            named: None,
            decider: "",
        }],
    };
    let pathways = ways.into_iter().map(way).collect();
    Role { id: "role", routes: vec![Route { id: "route", pathways, cautions: Vec::new() }] }
}

/// A role with that rule alone, and somebody with that alone.
pub fn made_up(rule: Rule, section: Section, held: &[Qualification]) -> (Role, Profile) {
    let mut profile = Profile::default();
    profile.set(section, held.to_vec());
    (role(vec![rule]), profile)
}

/// The outcome of one requirement, nothing where it is open; and whether it waits for results.
pub fn verdict(rule: Rule, section: Section, held: &[Qualification]) -> (Option<Outcome>, bool) {
    let (role, profile) = made_up(rule, section, held);
    let verdict = evaluate(&role, &profile).routes[0].verdict;
    (verdict.outcome(), verdict.pending)
}

pub fn outcome(rule: Rule, section: Section, held: &[Qualification]) -> Option<Outcome> {
    verdict(rule, section, held).0
}

pub fn award(id: &str) -> Award {
    Section::ALL.into_iter().find_map(|section| Award::find(section, id)).expect("an award")
}

pub fn held(id: &str, subject: Option<u16>, grade: &str) -> Qualification {
    let award = if id == "gcse" { Award::GCSE } else { award(id) };
    Qualification {
        subject: subject.map(|id| Subject::Listed(SubjectId(id))),
        mark: award.grade(grade).map(Mark::Grade),
        ..Qualification::new(award)
    }
}

/// A levels are met, AS levels a person's to judge; subjects 0 to 3 are sciences and 4 to 7 are none, where that is asked.
pub fn pool(section: Section, by_subject: bool) -> Pool {
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

/// Three GCSEs, with English (subject 1) and mathematics (subject 2) among them. Subject 9 is worth two.
pub fn three_gcses() -> Rule {
    range(3, &[("english", 1), ("mathematics", 2)])
}

/// So many GCSEs, with some in each of these subjects. Subject 9 is worth two.
pub fn range(number: u16, including: &[(&'static str, u16)]) -> Rule {
    let group = |(id, subject): &(&'static str, u16)| SubjectGroup { id, subjects: vec![SubjectId(*subject)] };
    let including = including.iter().map(group).collect();
    Rule::Range(Range { number, including, doubles: vec![SubjectId(9)] })
}

pub fn holds(needs: usize, judged_from: usize, by_subject: bool) -> Rule {
    Rule::Holds { needs, judged_from, pools: vec![pool(Section::Level3, by_subject)] }
}
