//! The qualifications that a role's rules can tell apart: of all that are alike to them, one.

use std::collections::BTreeMap;

use super::tally::signature;
use crate::catalogue::Subjects;
use crate::rules::profile::SubjectId;
use crate::rules::role::{Pool, SubjectGroup};
use crate::rules::{Award, Class, Mark, Outcome, Qualification, Requirement, Role, Rule, Section, Status, Subject};

/// The sections that some requirements look at, the lowest first.
pub fn sections<'a>(requirements: impl Iterator<Item = &'a Requirement>) -> Vec<Section> {
    let mut found = Vec::new();
    for requirement in requirements {
        match &requirement.rule {
            Rule::Holds { pools, .. } => found.extend(pools.iter().map(|pool| pool.section)),
            Rule::Size { .. } => found.push(Section::Level3),
            Rule::Range(_) => found.push(Section::Gcse),
            Rule::Judged { .. } => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What may be said of a qualification, beside which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Everything; the result is in.
    All,
    /// Everything; the result is in or predicted.
    AllPredicted,
    /// Its subject and its result may be left open; the result is in.
    Some,
}

/// The kinds of qualification in a section.
pub fn kinds(role: &Role, subjects: &Subjects, section: Section, said: Said) -> Vec<Qualification> {
    let mut found: BTreeMap<Vec<u32>, Qualification> = BTreeMap::new();
    let statuses = if said == Said::AllPredicted { &Status::ALL[..] } else { &[Status::Awarded] };
    let unknown = Award::unknown(section).filter(|_| said == Said::Some);
    for award in awards(section).into_iter().chain(unknown) {
        for held in versions(&Qualification::new(award), role, subjects, said) {
            for &status in statuses {
                let held = Qualification { status, ..held.clone() };
                found.entry(signature(role, &held, false)).or_insert(held);
            }
        }
    }
    found.into_values().collect()
}

/// The awards of a section.
pub fn awards(section: Section) -> Vec<Award> {
    Award::all(section).collect()
}

/// A qualification with its open facts answered in every way that a rule could tell apart; with `Said::Some`, also left
/// open.
pub fn versions(held: &Qualification, role: &Role, subjects: &Subjects, said: Said) -> Vec<Qualification> {
    let open = said == Said::Some;
    let section = held.award.section();
    if !held.award.is_known() {
        let as_award = |award| versions(&Qualification { award, ..held.clone() }, role, subjects, said);
        let unknown = open.then(|| held.clone());
        return Award::all(section).flat_map(as_award).chain(unknown).collect();
    }
    let in_subjects = match &held.subject {
        Some(subject) => vec![Some(subject.clone())],
        None => subjects_apart(role, subjects, section, open),
    };
    let marks = if held.mark.is_some() { vec![held.mark.clone()] } else { marks(held.award, open) };
    let mut all = Vec::new();
    for subject in &in_subjects {
        for mark in &marks {
            all.push(Qualification { subject: subject.clone(), mark: mark.clone(), ..held.clone() });
        }
        // One half of the two in the range.
        let is_double = matches!(subject, Some(Subject::Listed(id)) if subjects.doubles().contains(id));
        if let Some(pair) = held.award.double_grade("4-3").filter(|_| is_double && held.mark.is_none()) {
            all.push(Qualification { subject: subject.clone(), mark: Some(Mark::Grade(pair)), ..held.clone() });
        }
    }
    all
}

/// A pass and a fail, or every class.
fn marks(award: Award, open: bool) -> Vec<Option<Mark>> {
    let grade = |text: &str| award.grade(text).map(Mark::Grade);
    let mut marks: Vec<Option<Mark>> = match award.section() {
        Section::Degree => Class::ALL.map(|class| Some(Mark::Class(class))).to_vec(),
        Section::HigherDegree | Section::Professional => return vec![None],
        Section::Gcse | Section::Level3 => {
            // The lowest that passes and the highest that does not.
            let scale: Vec<&str> = match award.grades() {
                [] if award.id() == "ib-diploma" => vec!["24", "23"],
                [] => vec!["P", "U"],
                grades => grades.to_vec(),
            };
            let passes = |text: &&&str| award.grade(text).is_some_and(|grade| grade.passes);
            let pass = scale.iter().rfind(passes).and_then(|text| grade(text));
            let fail = scale.iter().find(|text| !passes(text)).and_then(|text| grade(text));
            vec![pass, fail]
        }
    };
    if open {
        marks.push(None);
    }
    marks
}

/// A subject for each way in which the role's rules take subjects; as many as count once each, where some do.
fn subjects_apart(role: &Role, subjects: &Subjects, section: Section, open: bool) -> Vec<Option<Subject>> {
    let mut found: BTreeMap<Vec<u8>, Vec<SubjectId>> = BTreeMap::new();
    let most = distinct(role, section);
    for id in subjects.of(section) {
        let alike = found.entry(takes(role, section, id)).or_default();
        if alike.len() < most {
            alike.push(id);
        }
    }
    let asked = role.requirements().any(|requirement| asks_subject(requirement, section));
    if !asked {
        return vec![None];
    }
    let mut all: Vec<Option<Subject>> = found.into_values().flatten().map(|id| Some(Subject::Listed(id))).collect();
    all.push(Some(Subject::Own("other".into())));
    if open {
        all.push(None);
    }
    all
}

/// How many different subjects of a kind can matter.
fn distinct(role: &Role, section: Section) -> usize {
    let needs = |requirement: &Requirement| match &requirement.rule {
        Rule::Holds { needs, pools, .. } if pools.iter().any(|pool| pool.section == section) => *needs,
        _ => 1,
    };
    role.requirements().map(needs).max().unwrap_or(1)
}

fn asks_subject(requirement: &Requirement, section: Section) -> bool {
    match &requirement.rule {
        Rule::Holds { pools, .. } => pools.iter().any(|pool| pool.section == section && pool.subject.is_some()),
        Rule::Range(_) => section == Section::Gcse,
        Rule::Size { .. } => section == Section::Level3,
        Rule::Judged { .. } => false,
    }
}

/// How the role's rules take a subject.
fn takes(role: &Role, section: Section, id: SubjectId) -> Vec<u8> {
    let subject = Subject::Listed(id);
    let of_pool = |pool: &Pool| pool.subject.as_ref().map_or(0, |test| test.outcome(&subject) as u8);
    let of_group = |group: &SubjectGroup| u8::from(group.has(&subject));
    let mut takes = Vec::new();
    for requirement in role.requirements() {
        match &requirement.rule {
            Rule::Holds { pools, .. } => takes.extend(pools.iter().filter(|pool| pool.section == section).map(of_pool)),
            Rule::Range(range) if section == Section::Gcse => {
                takes.extend(range.including.iter().map(of_group));
                takes.push(u8::from(range.doubles.contains(&id)));
            }
            _ => {}
        }
    }
    takes
}

/// Whether one qualification is at least as good as another to every rule, whatever else is held.
pub fn at_least(role: &Role, better: &Qualification, worse: &Qualification) -> bool {
    let (better_is_in, worse_is_in) = (!better.is_predicted(), !worse.is_predicted());
    let pool = |pool: &Pool| {
        let [mine, theirs] = [better, worse].map(|held| crate::rules::evaluate::entry(pool, held));
        mine.low >= theirs.low && mine.high >= theirs.high
    };
    let passes = |held: &Qualification| match held.passes() {
        Some(false) => Outcome::NotMet,
        None => Outcome::Judgement,
        Some(true) => Outcome::Met,
    };
    let rule = |requirement: &Requirement| match &requirement.rule {
        Rule::Holds { needs, pools, .. } => {
            // Where each subject counts once, another subject may be one that is held already.
            let same = *needs == 1 || better.subject == worse.subject;
            let mut here = pools.iter().filter(|pool| pool.section == better.award.section()).peekable();
            here.peek().is_none() || (same && here.all(pool))
        }
        // Each subject counts once, so another subject may be one that is held already.
        Rule::Size { worth, .. } => {
            better.subject == worse.subject
                && worth[better.award.index()] == worth[worse.award.index()]
                && better.award.holds() == worse.award.holds()
                && better.award.counts_by_itself() == worse.award.counts_by_itself()
                && passes(better) >= passes(worse)
        }
        Rule::Range(_) => {
            let ([low, high], [worse_low, worse_high]) = (halves(better), halves(worse));
            better.subject == worse.subject && low >= worse_low && high >= worse_high
        }
        Rule::Judged { .. } => true,
    };
    better.award.section() == worse.award.section() && better_is_in >= worse_is_in && role.requirements().all(rule)
}

/// The fewest and the most halves of a subject that is worth two GCSEs which can be in the range.
fn halves(held: &Qualification) -> [u16; 2] {
    held.halves().map_or([0, 2], |halves| [halves; 2])
}
