//! What holds for every role, tried in every situation that its rules can tell apart.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, OnceLock};

use entry_checker::catalogue::{Catalogue, RolePack, decode_role};
use entry_checker::contract::{InFull, report};
use entry_checker::copy::reason_code;
use entry_checker::editor::kinds::{Said, at_least, awards, requirements, sections, versions};
use entry_checker::editor::space::{SectionSpace, Space, key};
use entry_checker::editor::tally::Grain;
use entry_checker::rules::advise::{Fact, fact_open, with_good_results};
use entry_checker::rules::{
    Award, Bounds, Gap, Grant, Outcome, Pathway, Plan, Profile, Qualification, Requirement, Route, Rule, Section,
    Subject, Verdict, evaluate, explain, gaps, next, plan,
};

use crate::contract::not_a_sentence;
use crate::second::compare::whole;

fn roles() -> &'static [RolePack] {
    &Catalogue::built_in().roles
}

/// The space of answers of a role, explored once for all tests.
pub fn space(role: &'static RolePack, said: Said) -> &'static Space<'static> {
    type Explored = Mutex<Vec<((&'static str, Said), &'static OnceLock<Space<'static>>)>>;
    static EXPLORED: Explored = Mutex::new(Vec::new());
    let cell = {
        let mut explored = EXPLORED.lock().expect("no test fails while it looks for a space");
        let key = (role.rules.id, said);
        match explored.iter().find(|(known, _)| *known == key) {
            Some((_, cell)) => *cell,
            None => {
                let cell: &'static OnceLock<Space<'static>> = Box::leak(Box::default());
                explored.push((key, cell));
                cell
            }
        }
    };
    cell.get_or_init(|| Space::new(&role.rules, &Catalogue::built_in().subjects, said))
}

fn requirements_of(route: &Route) -> Vec<&Requirement> {
    route.pathways.iter().flat_map(|pathway| &pathway.requirements).collect()
}

/// A profile of one section alone.
fn only(section: Section, held: &[Qualification]) -> Profile {
    let mut profile = Profile::default();
    profile.set(section, held.to_vec());
    profile
}

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
        for section in sections(requirements(&role.rules)) {
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
        Grant::Size(number) => number.checked_sub(1).map(Grant::Size).into_iter().collect(),
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
            vec![requirements(&role.rules).collect()]
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

/// Nothing panics and nothing contradicts itself, with predictions too: what is said is decided, a decided outcome is
/// pending exactly when it would be lower without what is predicted, and every reason and gain is a sentence.
#[test]
fn nothing_contradicts() {
    let (mut situations, mut reports) = (0, 0);
    for role in roles() {
        let all: Vec<&Requirement> = requirements(&role.rules).collect();
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
                let report =
                    report(Catalogue::built_in(), role, &situation.profile.clone().into(), &evaluation, &InFull);
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

/// The codes of reasons are a closed list: those of `docs/api.md`, each of which some answers reach, and no other.
#[test]
fn the_codes_of_reasons_are_those_that_are_documented() {
    let mut reached = BTreeSet::new();
    let made_up = decode_role(Catalogue::built_in(), OTHER_RULES).expect("is a good pack");
    for role in roles().iter().chain([&*Box::leak(Box::new(made_up))]) {
        let profiles = one_section_at_a_time(role);
        for requirement in requirements(&role.rules) {
            reached.extend(profiles.iter().map(|profile| {
                let verdict = requirement_verdict(role, requirement, profile);
                reason_code(requirement, &explain(requirement, profile, verdict))
            }));
        }
    }
    let documents = std::fs::read_to_string("docs/api.md").expect("the documents are here");
    let documented: BTreeSet<String> = documents
        .lines()
        .skip_while(|line| *line != "## Reason codes")
        .skip(1)
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_string()))
        .collect();
    assert_eq!(reached, documented);
}

/// A role with rules that no built-in one has.
const OTHER_RULES: &str = r#"{
  "id": "other-rules", "name": "Other rules", "division": "life-sciences", "rulesVersion": "2026.11",
  "page": { "title": "A page", "url": "https://example.org/", "checked": "2026-11" },
  "routes": [{
    "programme": {
      "id": "course", "name": "a course", "job": "learner", "about": "A course.",
      "pathways": [{ "id": "way", "name": "The way", "requirements": [
        { "id": "degree", "name": "A degree", "holds": [{ "section": "degree", "awards": { "bachelor-honours": "met", "hnd": "judgement" } }] },
        { "id": "higher", "name": "A higher degree", "holds": [{ "section": "higherDegree", "awards": { "msc": "met", "ma": "judgement" } }] },
        { "id": "passes", "name": "Passes", "needs": 2, "judgedFrom": 1, "holds": [{ "section": "level3", "awards": { "a-level": "met" }, "passed": true }] }
      ] }]
    },
    "clauses": { "degree": { "quote": "a degree" }, "higher": { "quote": "a higher degree" }, "passes": { "quote": "passes" } }
  }]
}"#;

/// Everything that can be said of one section, with the others unanswered and with nothing in them. The kinds of the space are
/// alike to the rules, but their reasons name the award, so each award and each subject
/// stands here by itself too.
fn one_section_at_a_time(role: &'static RolePack) -> Vec<Profile> {
    let subjects = &Catalogue::built_in().subjects;
    let mut profiles = vec![Profile::default()];
    for SectionSpace { section, lists, .. } in &space(role, Said::Some).sections {
        let by_award = awards(*section).into_iter().chain(Award::unknown(*section)).map(Qualification::new);
        let in_each_subject = awards(*section).into_iter().take(1).flat_map(|award| {
            let subjects = subjects.of(*section).map(|id| Some(Subject::Listed(id)));
            subjects.map(move |subject| Qualification { subject, ..Qualification::new(award) })
        });
        let alone = by_award.chain(in_each_subject).collect::<Vec<_>>();
        let alone = alone.iter().flat_map(|one| versions(one, &role.rules, subjects, Said::Some));
        for held in lists.iter().cloned().chain(alone.map(|one| vec![one])) {
            let mut others_empty = Profile::default();
            Section::ALL.into_iter().for_each(|other| others_empty.set(other, Vec::new()));
            others_empty.set(*section, held.clone());
            profiles.extend([only(*section, &held), others_empty]);
        }
    }
    profiles
}

fn requirement_verdict(role: &RolePack, requirement: &Requirement, profile: &Profile) -> Verdict {
    let evaluation = evaluate(&role.rules, profile);
    let found = role.rules.routes.iter().zip(&evaluation.routes).find_map(|(route, verdicts)| {
        route.pathways.iter().zip(&verdicts.pathways).find_map(|(pathway, verdicts)| {
            let place = pathway.requirements.iter().position(|one| std::ptr::eq(one, requirement))?;
            Some(verdicts.requirements[place])
        })
    });
    found.expect("the requirement is one of the role")
}
