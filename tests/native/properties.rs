//! What holds for every profile, tried over the whole space of answers.

use std::collections::BTreeSet;

use crate::oracle;
use crate::profiles::{marks, pack, profile, qualification, qualifications, subject, subjects};
use entry_checker::catalogue::Catalogue;
use entry_checker::contract::decode_profile;
use entry_checker::rules::advise::gaps;
use entry_checker::rules::{
    Award, Bounds, Class, Evaluation, Mark, Outcome, Profile, Qualification, Route, Rule, Section, Status, Verdict,
    evaluate, next,
};
use proptest::prelude::*;
use proptest::sample::Index;

fn routes(profile: &Profile) -> Evaluation {
    evaluate(&pack().rules, profile)
}

/// Every verdict of an evaluation, those on routes, pathways and requirements alike.
fn verdicts(evaluation: &Evaluation) -> Vec<Verdict> {
    let mut all = Vec::new();
    for route in &evaluation.routes {
        all.push(route.verdict);
        for pathway in &route.pathways {
            all.push(pathway.verdict);
            all.extend(&pathway.requirements);
        }
    }
    all
}

fn held(profile: &Profile, section: Section) -> Vec<Qualification> {
    profile.section(section).unwrap_or_default().to_vec()
}

/// The sections that a route looks at, as its rules say.
fn looked_at(route: &Route) -> Vec<Section> {
    let mut sections = Vec::new();
    for requirement in route.requirements() {
        match &requirement.rule {
            Rule::Holds { pools, .. } => sections.extend(pools.iter().map(|pool| pool.section)),
            Rule::Size { .. } => sections.push(Section::Level3),
            Rule::Range(_) => sections.push(Section::Gcse),
            Rule::Judged { .. } => {}
        }
    }
    sections.sort_unstable();
    sections.dedup();
    sections
}

/// Every way to complete one qualification, by representatives.
fn completions_of(held: &Qualification) -> Vec<Qualification> {
    let section = held.award.section();
    let subjects = if held.subject.is_some() || section == Section::Professional {
        vec![held.subject.clone()]
    } else {
        let mut all: Vec<_> = subjects(section).into_iter().map(Some).collect();
        // Of two qualifications in the same subject one counts, so a second science has to be there: one that A levels are in,
        // and one that courses are in.
        let seconds = ["chemistry", "healthcare-science"].map(|id| Some(subject(id)));
        all.extend(seconds.into_iter().filter(|_| section == Section::Level3));
        all
    };
    let marks = if held.mark.is_some() { vec![held.mark.clone()] } else { marks(held.award) };
    let mut all = Vec::new();
    for subject in &subjects {
        for mark in &marks {
            all.push(Qualification { subject: subject.clone(), mark: mark.clone(), ..held.clone() });
        }
    }
    all
}

/// Every way to complete a section, by representatives: an unanswered one with nothing, with one of each kind, and with
/// what is best in it.
fn completions_of_section(profile: &Profile, section: Section) -> Vec<Vec<Qualification>> {
    match profile.section(section) {
        None => {
            let mut all = vec![Vec::new()];
            all.extend(qualifications(section).into_iter().map(|one| vec![one]));
            all.push(best(section));
            all
        }
        Some(held) => {
            let mut all = vec![Vec::new()];
            for one in held {
                let completed = if one.subject.is_none() && one.count > 1 {
                    in_different_subjects(one)
                } else {
                    completions_of(one).into_iter().map(|one| vec![one]).collect()
                };
                let longer = |rest: &Vec<Qualification>| {
                    completed.iter().map(|more| [&rest[..], more].concat()).collect::<Vec<_>>()
                };
                all = all.iter().flat_map(longer).collect();
            }
            all
        }
    }
}

/// Every way to complete several GCSEs of which no subject is known: each listed subject may be one of them.
fn in_different_subjects(held: &Qualification) -> Vec<Vec<Qualification>> {
    let of = |id: &str, count: u16| Qualification { subject: Some(subject(id)), count, ..held.clone() };
    let listed = ["english-language", "mathematics", "biology", "combined-science"];
    let mut all = Vec::new();
    for chosen in 0..1_u8 << listed.len() {
        let some = listed.iter().enumerate().filter(|(place, _)| chosen & 1 << place != 0);
        let mut list: Vec<Qualification> = some.map(|(_, id)| of(id, 1)).collect();
        let Some(others) = usize::from(held.count).checked_sub(list.len()) else { continue };
        if others > 0 {
            list.push(of("other", others as u16));
        }
        let marks = if held.mark.is_some() { vec![held.mark.clone()] } else { marks(held.award) };
        all.extend(marks.into_iter().map(|mark| {
            list.iter().map(|one| Qualification { mark: mark.clone(), ..one.clone() }).collect::<Vec<_>>()
        }));
    }
    all
}

fn best(section: Section) -> Vec<Qualification> {
    let one = |award: &str, id: &str| {
        let award = Award::find(section, award).unwrap_or(Award::GCSE);
        let mark = marks(award).into_iter().next().flatten();
        Qualification { subject: Some(subject(id)), mark, ..Qualification::new(award) }
    };
    match section {
        Section::Gcse => {
            ["english-language", "mathematics", "biology", "other", "other"].map(|id| one("", id)).to_vec()
        }
        Section::Level3 => vec![one("a-level", "physics"), one("a-level", "other")],
        Section::Degree => vec![one("bachelor-honours", "physics")],
        Section::HigherDegree => vec![one("msc", "physics")],
        Section::Professional => Vec::new(),
    }
}

/// The outcomes of a route over every completion of a profile.
fn outcomes(index: usize, profile: &Profile) -> BTreeSet<Option<Outcome>> {
    let mut completed = vec![profile.clone()];
    for section in looked_at(&pack().rules.routes[index]) {
        let ways = completions_of_section(profile, section);
        completed = completed
            .iter()
            .flat_map(|profile| {
                ways.iter().map(|held| {
                    let mut profile = profile.clone();
                    profile.set(section, held.clone());
                    profile
                })
            })
            .collect();
    }
    completed.iter().map(|profile| routes(profile).routes[index].verdict.outcome()).collect()
}

/// How many completions a profile has, to keep the brute force within a test's time.
fn size(profile: &Profile) -> usize {
    let ways = |section| match profile.section(section) {
        None => 400,
        Some(held) => held.iter().map(|held| completions_of(held).len()).product(),
    };
    Section::ALL.map(ways).iter().product()
}

/// A qualification that is as good or better: a better class or grade, a better subject, a result that is in.
fn improved(held: &Qualification, how: &Index) -> Qualification {
    let mut better = held.clone();
    let order = [Class::Third, Class::LowerSecond, Class::UpperSecond, Class::First];
    match how.index(3) {
        0 => {
            better.mark = match &held.mark {
                Some(Mark::Class(class)) => {
                    let place = order.iter().position(|known| known == class).unwrap_or(2);
                    Some(Mark::Class(order[(place + 1).min(3)]))
                }
                Some(Mark::Grade(_)) => marks(held.award).into_iter().next().flatten(),
                None => None,
            }
        }
        1 if held.subject.is_some() && held.award.section() > Section::Gcse => {
            // A course at level 3 is in science as a whole; everything else is best in physics.
            let id = held.award.id();
            let course = ["t-level", "access-to-he-diploma"].contains(&id) || id.starts_with("btec");
            better.subject = Some(subject(if course { "applied-science" } else { "physics" }));
        }
        _ => better.status = Status::Awarded,
    }
    better
}

fn at_least(now: Bounds, then: Bounds) -> bool {
    then.low >= now.low && then.high >= now.high
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, max_global_rejects: 1_000_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A further qualification never lowers an outcome.
    #[test]
    fn monotone_in_number(profile in profile(true), further in prop::sample::select(Section::ALL.to_vec()).prop_flat_map(|section| qualification(section, true))) {
        // In an unanswered section it would not be a further one: it would say that there is no other.
        prop_assume!(profile.section(further.award.section()).is_some());
        let mut more = profile.clone();
        more.add(further);
        for (now, then) in verdicts(&routes(&profile)).iter().zip(verdicts(&routes(&more))) {
            prop_assert!(at_least(now.bounds, then.bounds), "{now:?} became {then:?}");
        }
    }

    /// A better qualification never lowers an outcome.
    #[test]
    fn monotone_in_quality(profile in profile(true), section in prop::sample::select(Section::ALL.to_vec()), which: Index, how: Index) {
        let mut held = held(&profile, section);
        prop_assume!(!held.is_empty());
        let place = which.index(held.len());
        let better = improved(&held[place], &how);
        // Each subject counts once, so a better subject that is held already, or could be, would be no other qualification.
        let is_held = held.iter().any(|other| other.subject == better.subject || other.subject.is_none());
        prop_assume!(better.subject == held[place].subject || !is_held);
        held[place] = better;
        let mut better = profile.clone();
        better.set(section, held);
        for (now, then) in verdicts(&routes(&profile)).iter().zip(verdicts(&routes(&better))) {
            prop_assert!(at_least(now.bounds, then.bounds), "{now:?} became {then:?}");
        }
    }

    /// Pending exactly when dropping what is predicted lowers a decided outcome.
    #[test]
    fn pending_when_dropping_predictions_lowers_it(profile in profile(true)) {
        let mut without = profile.clone();
        for section in Section::ALL {
            if profile.section(section).is_some() {
                let in_already = held(&profile, section).into_iter().filter(|held| !held.is_predicted());
                without.set(section, in_already.collect());
            }
        }
        for (now, then) in verdicts(&routes(&profile)).iter().zip(verdicts(&routes(&without))) {
            let lower = now.outcome().is_some_and(|outcome| then.bounds.low < outcome);
            prop_assert_eq!(now.pending, lower);
        }
    }

    /// Grant what a gap says, and its requirement is met.
    #[test]
    fn every_gap_is_sound(profile in profile(true)) {
        for (route, verdict) in pack().rules.routes.iter().zip(&routes(&profile).routes) {
            for gap in gaps(route, &profile, &verdict.pathways) {
                let requirement = &route.pathways[gap.pathway].requirements[gap.requirement];
                let granted = routes(&gap.granted(requirement, &profile));
                let place = pack().rules.routes.iter().position(|other| other.id == route.id).expect("it is one of them");
                let after = &granted.routes[place].pathways[gap.pathway].requirements[gap.requirement];
                prop_assert_eq!(after.outcome(), Some(Outcome::Met), "{:?} does not meet {}", gap.grant, requirement.id);
            }
        }
    }

    /// A route that is decided and not met always names something that would change it, or the other route does not
    /// stand in its way: every unmet requirement that can be met by something new is named.
    #[test]
    fn a_route_that_is_not_met_names_a_gap(profile in profile(false)) {
        for (route, verdict) in pack().rules.routes.iter().zip(&routes(&profile).routes) {
            if verdict.verdict.outcome() == Some(Outcome::NotMet) {
                prop_assert!(!gaps(route, &profile, &verdict.pathways).is_empty(), "{} names no way", route.id);
            }
        }
    }

    /// With nothing open everything is decided, and nothing is asked.
    #[test]
    fn a_full_profile_is_decided(profile in profile(false)) {
        prop_assert!(routes(&profile).routes.iter().all(|route| route.verdict.outcome().is_some()));
        prop_assert_eq!(next(&pack().rules, &profile, &routes(&profile)), None);
    }

    /// The contract's own words about the first role, written out a second time, agree.
    #[test]
    fn agrees_with_the_oracle(profile in profile(false)) {
        let evaluation = routes(&profile);
        for (route, verdict) in pack().rules.routes.iter().zip(&evaluation.routes) {
            let expected = if route.id == "ptp" { oracle::ptp(&profile) } else { oracle::stp(&profile) };
            prop_assert_eq!(verdict.verdict.outcome(), Some(expected), "{}", route.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_global_rejects: 100_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// One fact at a time, in any way a person may answer, `next` ends within its own bound and counts down.
    #[test]
    fn next_ends_within_its_bound(profile in profile(true), answers in prop::collection::vec(any::<Index>(), 64)) {
        let mut profile = profile;
        let mut answers = answers.into_iter().cycle();
        let mut bound = usize::MAX;
        while let Some(asked) = next(&pack().rules, &profile, &routes(&profile)) {
            prop_assert!(asked.at_most < bound, "{} facts were left, now {}", bound, asked.at_most);
            bound = asked.at_most;
            answer_one(&mut profile, asked.section, &mut answers);
        }
    }

    /// Decided exactly when every completion of the open questions agrees.
    #[test]
    fn decided_when_every_completion_agrees(profile in profile(true)) {
        prop_assume!(size(&profile) < 1_000_000_000);
        assert_decided_when_completions_agree(&profile);
    }
}

fn assert_decided_when_completions_agree(profile: &Profile) {
    for (index, verdict) in routes(profile).routes.iter().enumerate() {
        let sections = looked_at(&pack().rules.routes[index]);
        let many: usize = sections.iter().map(|&section| completions_of_section(profile, section).len()).product();
        if many > 60_000 {
            continue;
        }
        let all = outcomes(index, profile);
        assert!(all.iter().all(Option::is_some));
        match verdict.verdict.outcome() {
            Some(outcome) => assert_eq!(all, BTreeSet::from([Some(outcome)])),
            None => assert!(all.len() > 1, "open, but every completion gives {all:?}"),
        }
    }
}

/// Of two qualifications in the same subject one counts. What is not known can be in another science, and then both do.
#[test]
fn a_subject_that_is_not_known_is_open_beside_a_science() {
    let pairs = [
        r#"{"award":"btec-foundation-diploma","grade":"P"},{"award":"a-level","subject":"applied-science","grade":"E"}"#,
        r#"{"award":"btec-extended-certificate","subject":"physics","grade":"P"},{"award":"a-level","grade":"E"}"#,
    ];
    for pair in pairs {
        let json = format!(r#"{{"gcse":[{{"grade":"4","count":5}}],"level3":[{pair}],"degree":[],"higherDegree":[]}}"#);
        let profile = decode_profile(&Catalogue::built_in().subjects, &json).expect("a good profile");
        assert_decided_when_completions_agree(&profile);
    }
}

/// Answers one open fact of a section: that there is none, which award, or a part of a qualification.
fn answer_one(profile: &mut Profile, section: Section, answers: &mut impl Iterator<Item = Index>) {
    let mut pick = |count: usize| answers.next().map_or(0, |index| index.index(count));
    let Some(held) = profile.section(section).map(<[_]>::to_vec) else {
        let all = qualifications(section);
        let one = &all[pick(all.len())];
        // The first fact about a GCSE is its grade or its subject, about anything else which award it is.
        let begun = match section {
            Section::Gcse if pick(2) == 0 => Qualification { mark: None, ..one.clone() },
            Section::Gcse => Qualification { subject: None, ..one.clone() },
            _ => Qualification::new(one.award),
        };
        return profile.set(section, if pick(4) == 0 { Vec::new() } else { vec![begun] });
    };
    let mut held = held;
    let rules = &pack().rules;
    let evaluation = evaluate(rules, profile);
    use entry_checker::rules::advise::{Fact, fact_open};
    for one in &mut held {
        for fact in [Fact::Award, Fact::Result, Fact::Subject] {
            if fact_open(rules, &evaluation, one, fact) {
                let ways = completions_of(one);
                let way = &ways[pick(ways.len())];
                match fact {
                    Fact::Award => one.award = way.award,
                    Fact::Result => one.mark = way.mark.clone(),
                    Fact::Subject => one.subject = way.subject.clone(),
                }
                return profile.set(section, held);
            }
        }
    }
}
