//! What holds for every role, tried in every situation that its rules can tell apart.

mod advice;
mod codes;
mod plan_sentences;
mod spaces;

use std::collections::{BTreeSet, HashMap};

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::contract::report;
use entry_checker::editor::kinds::{Said, at_least, sections};
use entry_checker::editor::space::{SectionSpace, key};
use entry_checker::editor::tally::Grain;
use entry_checker::rules::{Bounds, Outcome, Profile, Requirement, Route, Rule, Section, evaluate};

pub use spaces::space;
use spaces::{only, requirements_of, roles};

use crate::contract::not_a_sentence;

fn bounds(role: &RolePack, profile: &Profile) -> Vec<Bounds> {
    let evaluation = evaluate(&role.rules, profile);
    let pathways = evaluation.routes.iter().flat_map(|route| &route.pathways);
    pathways.flat_map(|pathway| &pathway.requirements).map(|verdict| verdict.bounds).collect()
}

fn not_lower(now: &[Bounds], then: &[Bounds]) -> bool {
    now.iter().zip(then).all(|(now, then)| then.low >= now.low && then.high >= now.high)
}

/// A further qualification never lowers an outcome, and neither does a better one: a better class or grade, a better
/// subject, a result that is in.
#[test]
fn monotone() {
    let mut tried = 0;
    for role in roles() {
        for said in [Said::Some, Said::AllPredicted] {
            for SectionSpace { section, kinds, lists } in &space(role, said).sections {
                let better: Vec<Vec<usize>> = kinds
                    .iter()
                    .map(|worse| {
                        (0..kinds.len()).filter(|&better| at_least(&role.rules, &kinds[better], worse)).collect()
                    })
                    .collect();
                for list in lists {
                    let now = bounds(role, &only(*section, list));
                    for kind in kinds {
                        let longer = [list.as_slice(), std::slice::from_ref(kind)].concat();
                        let then = bounds(role, &only(*section, &longer));
                        assert!(not_lower(&now, &then), "{}: {list:?} and {kind:?}", role.rules.id);
                        tried += 1;
                    }
                    for place in 0..list.len() {
                        let Some(kind) = kinds.iter().position(|kind| *kind == list[place]) else { continue };
                        for &better in &better[kind] {
                            let mut improved = list.clone();
                            improved[place] = kinds[better].clone();
                            let then = bounds(role, &only(*section, &improved));
                            assert!(not_lower(&now, &then), "{}: {list:?} became {improved:?}", role.rules.id);
                            tried += 1;
                        }
                    }
                }
            }
        }
    }
    println!("monotone: {tried} steps");
}

/// Every route's outcome in every situation in which all is said, by what each section adds up to.
type Table = HashMap<Vec<(Section, Vec<u32>)>, Outcome>;

fn table(role: &'static RolePack, place: usize, to: &[&Requirement]) -> Table {
    let mut table = Table::new();
    for situation in space(role, Said::All).profiles(to) {
        let verdict = evaluate(&role.rules, &situation.profile).routes[place].verdict;
        let of = |(section, _): &(Section, usize)| {
            let held = situation.profile.section(*section).unwrap_or_default();
            (*section, key(to, *section, &held.iter().collect::<Vec<_>>(), Said::All, Grain::Coarse))
        };
        let outcome = verdict.outcome().expect("everything is said, so everything is decided");
        table.insert(situation.answers.iter().map(of).collect(), outcome);
    }
    table
}

/// Decided exactly when every way to answer what is open agrees; and every outcome that a route can have is reached.
#[test]
fn decided_when_every_completion_agrees_and_every_outcome_is_reached() {
    let (mut open, mut completions) = (0, 0);
    for role in roles() {
        let space = space(role, Said::Some);
        for (place, route) in role.rules.routes.iter().enumerate() {
            let to = requirements_of(route);
            let table = table(role, place, &to);
            let looked_at = sections(to.iter().copied());
            let everything = |section: Section| -> BTreeSet<Vec<u32>> {
                let at = looked_at.iter().position(|one| *one == section).expect("it is looked at");
                table.keys().map(|answers| answers[at].1.clone()).collect()
            };
            let mut reached = BTreeSet::new();
            for situation in space.profiles(&to) {
                let verdict = evaluate(&role.rules, &situation.profile).routes[place].verdict;
                let ways = |section: &Section| -> Vec<(Section, Vec<u32>)> {
                    let keys: BTreeSet<Vec<u32>> = match situation.profile.section(*section) {
                        None => everything(*section),
                        Some(_) => space
                            .completions(*section, &situation.profile, &to)
                            .iter()
                            .map(|list| key(&to, *section, &list.iter().collect::<Vec<_>>(), Said::All, Grain::Coarse))
                            .collect(),
                    };
                    keys.into_iter().map(|key| (*section, key)).collect()
                };
                let mut all: Vec<Vec<(Section, Vec<u32>)>> = vec![Vec::new()];
                for section in &looked_at {
                    let ways = ways(section);
                    all = all
                        .iter()
                        .flat_map(|so_far| {
                            ways.iter().map(|way| [so_far.as_slice(), std::slice::from_ref(way)].concat())
                        })
                        .collect();
                }
                open += 1;
                completions += all.len();
                let outcomes: BTreeSet<Outcome> = all.iter().map(|answers| table[answers]).collect();
                let agreed = if outcomes.len() == 1 { outcomes.first().copied() } else { None };
                assert_eq!(verdict.outcome(), agreed, "{} {}: {:?}", role.rules.id, route.id, situation.profile);
                reached.insert(verdict.id());
            }
            assert_eq!(reached, possible(route), "{} {}", role.rules.id, route.id);
        }
    }
    println!("decided: {open} situations, {completions} completions");
}

/// The outcomes that a route can have by its rules: every route can be unanswered and not met; it can be met unless
/// something in every pathway is always judged; it can be judged where something in its tables is.
fn possible(route: &Route) -> BTreeSet<&'static str> {
    let mut possible = BTreeSet::from(["not-met", "unanswered"]);
    let is_judged = |requirement: &&Requirement| matches!(requirement.rule, Rule::Judged { .. });
    if route.pathways.iter().any(|pathway| !pathway.requirements.iter().any(|one| is_judged(&one))) {
        possible.insert("met");
    }
    let can_be_judged = |requirement: &&Requirement| match &requirement.rule {
        Rule::Holds { pools, judged_from, .. } => {
            let award = pools.iter().any(|pool| pool.awards.contains(&Some(Outcome::Judgement)));
            award || *judged_from > 0 || pools.iter().any(|pool| pool.subject.is_some())
        }
        Rule::Size { .. } | Rule::Range(_) | Rule::Judged { .. } => true,
    };
    if requirements_of(route).iter().any(can_be_judged) {
        possible.insert("judgement");
    }
    possible
}

/// Every section that a role looks at can decide an outcome, so every question can matter.
#[test]
fn every_question_can_matter() {
    for role in roles() {
        for section in sections(role.rules.requirements()) {
            let decides = role.rules.routes.iter().enumerate().any(|(place, route)| {
                let to = requirements_of(route);
                let table = table(role, place, &to);
                let mut others: HashMap<Vec<&(Section, Vec<u32>)>, BTreeSet<Outcome>> = HashMap::new();
                for (answers, outcome) in &table {
                    let rest = answers.iter().filter(|(of, _)| *of != section).collect();
                    others.entry(rest).or_default().insert(*outcome);
                }
                others.values().any(|outcomes| outcomes.len() > 1)
            });
            assert!(decides, "{}: what is held in {section:?} never matters", role.rules.id);
        }
    }
}

/// Nothing panics and nothing contradicts itself, with predictions too: what is said is decided, a decided outcome is
/// pending exactly when it would be lower without what is predicted, and every reason and gain is a sentence.
#[test]
fn nothing_contradicts() {
    let (mut situations, mut reports) = (0, 0);
    for role in roles() {
        let all: Vec<&Requirement> = role.rules.requirements().collect();
        for situation in space(role, Said::AllPredicted).profiles(&all) {
            situations += 1;
            let evaluation = evaluate(&role.rules, &situation.profile);
            let without = evaluate(&role.rules, &without_predicted(&situation.profile));
            for (route, without) in evaluation.routes.iter().zip(&without.routes) {
                let (with, without) = (route.verdict.outcome(), without.verdict.outcome());
                assert!(with.is_some() && without <= with, "{}: {:?}", role.rules.id, situation.profile);
                assert_eq!(route.verdict.pending, without < with, "{}: {:?}", role.rules.id, situation.profile);
            }
            let some_way = evaluation.routes.iter().any(|route| route.verdict.outcome() > Some(Outcome::NotMet));
            assert_eq!(evaluation.recommended().is_some(), some_way);
        }
        for (said, route) in [Said::Some, Said::AllPredicted]
            .into_iter()
            .flat_map(|said| role.rules.routes.iter().map(move |route| (said, route)))
        {
            for situation in space(role, said).profiles(&requirements_of(route)) {
                reports += 1;
                let evaluation = evaluate(&role.rules, &situation.profile);
                let report = report(Catalogue::built_in(), role, &situation.profile.clone().into(), &evaluation);
                assert_eq!(not_a_sentence(&report), None, "{}: {:?}", role.rules.id, situation.profile);
            }
        }
    }
    println!("no contradiction: {situations} situations, {reports} reports");
}

fn without_predicted(profile: &Profile) -> Profile {
    let mut without = Profile::default();
    for section in Section::ALL {
        if let Some(held) = profile.section(section) {
            without.set(section, held.iter().filter(|held| !held.is_predicted()).cloned().collect());
        }
    }
    without
}

/// How many situations were covered, by role.
#[test]
fn situations_are_counted() {
    for role in roles() {
        let counts = [Said::All, Said::AllPredicted, Said::Some].map(|said| space(role, said).len());
        println!("{}: {counts:?} situations with all said, with predictions, with open questions", role.rules.id);
        assert!(counts.iter().all(|count| *count > 10));
    }
}
