//! What would change an outcome, in every situation: gaps, plans, and the questions worth an answer.

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::editor::kinds::{Said, versions};
use entry_checker::editor::space::SectionSpace;
use entry_checker::rules::advise::{Fact, fact_open, with_good_results};
use entry_checker::rules::{
    Gap, Grant, Outcome, Pathway, Plan, Profile, Qualification, Requirement, Rule, Section, Verdict, evaluate, gaps,
    next, plan,
};

use super::spaces::{requirements_of, roles, space};
use crate::second::compare::whole;

/// What a gap says meets its requirement, and nothing less does.
#[test]
fn gaps_are_sound_and_minimal() {
    let mut tried = 0;
    for role in roles() {
        for (place, route) in role.rules.routes.iter().enumerate() {
            for situation in space(role, Said::AllPredicted).profiles(&requirements_of(route)) {
                let verdict = &evaluate(&role.rules, &situation.profile).routes[place];
                for gap in gaps(route, &situation.profile, &verdict.pathways) {
                    let requirement = &route.pathways[gap.pathway].requirements[gap.requirement];
                    let met = |gap: &Gap| {
                        let granted = evaluate(&role.rules, &gap.granted(requirement, &situation.profile));
                        granted.routes[place].pathways[gap.pathway].requirements[gap.requirement].outcome()
                            == Some(Outcome::Met)
                    };
                    assert!(met(&gap), "{} {}: {:?} is not enough", role.rules.id, requirement.id, gap.grant);
                    for less in less(&gap.grant) {
                        let smaller = Gap { grant: less, ..gap.clone() };
                        assert!(!met(&smaller), "{} {}: {:?} is enough", role.rules.id, requirement.id, smaller.grant);
                    }
                    tried += 1;
                }
            }
        }
    }
    println!("gaps: {tried}");
}

/// A plan meets its whole pathway at once, and no proper part of it does; and there is one wherever something new would meet
/// the pathway. A part is smaller by one step, or by one qualification of a step: nothing here ever lowers an outcome, so if
/// none of these is enough, no smaller part is.
#[test]
fn plans_are_sound_and_minimal() {
    let (mut tried, mut parts, mut without) = (0, 0, 0);
    for role in roles() {
        for (place, route) in role.rules.routes.iter().enumerate() {
            for (said, situation) in [Said::AllPredicted, Said::Some].into_iter().flat_map(|said| {
                space(role, said).profiles(&requirements_of(route)).into_iter().map(move |situation| (said, situation))
            }) {
                let before = &evaluate(&role.rules, &situation.profile).routes[place];
                // A result that is not known is taken to be a good one.
                let profile = &with_good_results(&situation.profile);
                for (index, pathway) in route.pathways.iter().enumerate() {
                    if before.pathways[index].verdict.outcome().is_none_or(|outcome| outcome == Outcome::Met) {
                        continue;
                    }
                    let meets = |plan: &Plan| {
                        let granted = evaluate(&role.rules, &plan.granted(pathway, profile));
                        granted.routes[place].pathways[index].verdict.outcome() == Some(Outcome::Met)
                    };
                    let Some(plan) = plan(index, pathway, profile) else {
                        without += 1;
                        assert!(
                            is_closed(pathway, profile),
                            "{} {}: no plan for {profile:?}",
                            role.rules.id,
                            pathway.id
                        );
                        continue;
                    };
                    tried += 1;
                    assert!(meets(&plan), "{} {said:?}: {plan:?} is not enough for {profile:?}", pathway.id);
                    for part in parts_of(&plan) {
                        parts += 1;
                        assert!(
                            !meets(&part),
                            "{} {said:?}: of {plan:?}, {part:?} is enough for {profile:?}",
                            pathway.id
                        );
                    }
                }
            }
        }
    }
    println!("plans: {tried}, with {parts} parts; {without} situations without one");
}

/// Every plan that is one qualification smaller.
fn parts_of(plan: &Plan) -> Vec<Plan> {
    let with = |place: usize, grants: Vec<Grant>| {
        let mut parts = Vec::new();
        for grant in grants {
            let mut part = plan.clone();
            part.steps[place].grant = grant;
            parts.push(part);
        }
        let mut without = plan.clone();
        without.steps.remove(place);
        parts.push(without);
        parts
    };
    plan.steps.iter().enumerate().flat_map(|(place, step)| with(place, less(&step.grant))).collect()
}

/// Whether a person decides part of a pathway whatever is held, or a degree that is held would have to be taken again.
fn is_closed(pathway: &Pathway, profile: &Profile) -> bool {
    pathway.requirements.iter().any(|requirement| match &requirement.rule {
        Rule::Judged { .. } => true,
        Rule::Holds { pools, .. } => pools.first().is_some_and(|usual| {
            let held = profile.section(usual.section).unwrap_or_default();
            usual.section > Section::Level3 && held.iter().any(|held| usual.award(held.award) > Outcome::NotMet)
        }),
        Rule::Size { .. } | Rule::Range(_) => false,
    })
}

/// Everything that is one step less.
fn less(grant: &Grant) -> Vec<Grant> {
    match grant {
        Grant::Gcses { groups, others } => {
            let fewer = others.checked_sub(1).map(|others| Grant::Gcses { groups: groups.clone(), others });
            let without = |place: usize| {
                let mut groups = groups.clone();
                groups.remove(place);
                Grant::Gcses { groups, others: *others }
            };
            fewer.into_iter().chain((0..groups.len()).map(without)).collect()
        }
        Grant::Size { number, in_new } => {
            let fewer = number.checked_sub(1).map(|number| Grant::Size { number, in_new: *in_new });
            fewer.into_iter().collect()
        }
        Grant::More(section, number) => {
            number.checked_sub(1).map(|number| Grant::More(*section, number)).into_iter().collect()
        }
        // The classes are in order, and the class given is the lowest that is met.
        Grant::Class { .. } => Vec::new(),
    }
}

/// Whatever is answered next, one fact at a time, the number of facts that can still matter goes down; and nothing is
/// asked exactly when nothing is open.
#[test]
fn further_questions_stay_within_the_bound() {
    let (mut situations, mut answers) = (0, 0);
    for role in roles() {
        let space = space(role, Said::Some);
        let walked: Vec<Vec<&Requirement>> = if whole() {
            vec![role.rules.requirements().collect()]
        } else {
            role.rules.routes.iter().map(requirements_of).collect()
        };
        for situation in walked.iter().flat_map(|to| space.profiles(to)) {
            situations += 1;
            let evaluation = evaluate(&role.rules, &situation.profile);
            let Some(asked) = next(&role.rules, &situation.profile, &evaluation) else {
                let decided = |verdict: Verdict| verdict.outcome().is_some();
                assert!(evaluation.routes.iter().all(|route| decided(route.verdict)), "{:?}", situation.profile);
                continue;
            };
            let of = space.sections.iter().find(|of| of.section == asked.section).expect("it is looked at");
            for answered in answers_to(role, of, &situation.profile) {
                answers += 1;
                let then = next(&role.rules, &answered, &evaluate(&role.rules, &answered));
                let left = then.map_or(0, |next| next.at_most);
                assert!(left < asked.at_most, "{}: {} then {left}: {answered:?}", role.rules.id, asked.at_most);
            }
        }
    }
    println!("next: {situations} situations, {answers} answers");
}

/// Every answer to one open fact of a section.
fn answers_to(role: &RolePack, of: &SectionSpace, profile: &Profile) -> Vec<Profile> {
    let with = |held: Vec<Qualification>| {
        let mut new = profile.clone();
        new.set(of.section, held);
        new
    };
    let Some(held) = profile.section(of.section) else {
        // That there is none, or one of which one thing is known: which award it is, or of a GCSE its grade or subject.
        let first_fact = |kind: &&Qualification| match of.section {
            Section::Gcse => kind.mark.is_none() != kind.subject.is_none(),
            _ => kind.award.is_known() && kind.mark.is_none() && kind.subject.is_none(),
        };
        let begun = of.kinds.iter().filter(first_fact).map(|kind| vec![kind.clone()]);
        return std::iter::once(Vec::new()).chain(begun).map(with).collect();
    };
    let evaluation = evaluate(&role.rules, profile);
    for (place, one) in held.iter().enumerate() {
        for fact in [Fact::Award, Fact::Result, Fact::Subject] {
            if fact_open(&role.rules, &evaluation, one, fact) {
                let keep_open = |version: &Qualification| match fact {
                    Fact::Award => Qualification { award: version.award, ..one.clone() },
                    Fact::Result => Qualification { subject: one.subject.clone(), ..version.clone() },
                    Fact::Subject => Qualification { mark: one.mark.clone(), ..version.clone() },
                };
                let all = versions(one, &role.rules, &Catalogue::built_in().subjects, Said::All);
                let mut answered: Vec<Qualification> = all.iter().map(keep_open).collect();
                answered.dedup();
                let put = |version: Qualification| {
                    let mut held = held.to_vec();
                    held[place] = version;
                    with(held)
                };
                return answered.into_iter().map(put).collect();
            }
        }
    }
    unreachable!("the section that is asked about has nothing open");
}
