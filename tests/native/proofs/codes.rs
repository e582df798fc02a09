//! The codes of reasons: a closed list, each of which is reached.

use std::collections::BTreeSet;

use entry_checker::catalogue::{Catalogue, RolePack, decode_role};
use entry_checker::copy::reason_code;
use entry_checker::editor::kinds::{Said, awards, versions};
use entry_checker::editor::space::SectionSpace;
use entry_checker::rules::{Award, Profile, Qualification, Requirement, Section, Subject, Verdict, evaluate, explain};

use super::spaces::{only, roles, space};

/// The codes of reasons are a closed list: those of `docs/api.md`, each of which some answers reach, and no other.
#[test]
fn the_codes_of_reasons_are_those_that_are_documented() {
    let mut reached = BTreeSet::new();
    let made_up = decode_role(Catalogue::built_in(), OTHER_RULES).expect("is a good pack");
    for role in roles().iter().chain([&*Box::leak(Box::new(made_up))]) {
        let profiles = one_section_at_a_time(role);
        for requirement in role.rules.requirements() {
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
