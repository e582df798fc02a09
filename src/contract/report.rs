//! The report of the contract: verdicts with their reasons, in plain words.

use serde::Serialize;

use crate::catalogue::{Catalogue, RolePack};
use crate::copy::{Words, because, gain};
use crate::rules::{
    Evaluation, Gap, Profile, Requirement, RouteVerdict, Source as RuleSource, Verdict, cautions, explain, gaps, next,
};

/// What comes back from an evaluation.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report<'a> {
    /// The id of the role.
    pub role: &'a str,
    /// The version of its rules.
    pub rules_version: &'a str,
    /// Its routes, best first.
    pub routes: Vec<Route<'a>>,
    /// The id of the best route; `None` when every route is not met.
    pub recommended: Option<&'a str>,
    /// The section to ask about next; `None` when nothing open can change an outcome.
    pub next: Option<Next>,
}

#[derive(Debug, Serialize)]
pub struct Route<'a> {
    pub id: &'a str,
    pub outcome: &'static str,
    pub pending: bool,
    pub pathways: Vec<Pathway<'a>>,
    pub cautions: Vec<Caution<'a>>,
}

#[derive(Debug, Serialize)]
pub struct Pathway<'a> {
    pub id: &'a str,
    pub outcome: &'static str,
    pub pending: bool,
    pub requirements: Vec<RequirementOutcome<'a>>,
    pub gaps: Vec<GapGain<'a>>,
}

#[derive(Debug, Serialize)]
pub struct RequirementOutcome<'a> {
    pub id: &'a str,
    pub outcome: &'static str,
    pub because: String,
    pub source: Source<'a>,
}

#[derive(Debug, Serialize)]
pub struct Source<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub quote: &'a str,
    pub url: &'a str,
    pub basis: &'static str,
    pub checked: &'a str,
}

#[derive(Debug, Serialize)]
pub struct GapGain<'a> {
    pub requirement: &'a str,
    pub gain: String,
}

#[derive(Debug, Serialize)]
pub struct Caution<'a> {
    pub text: &'a str,
    pub source: Source<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Next {
    pub section: &'static str,
    pub at_most: usize,
}

/// A built-in role, as `roles()` lists it.
#[derive(Debug, Serialize)]
pub struct RoleInfo<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The name of its division.
    pub division: &'a str,
    /// The address of the page that is the source of its rules.
    pub source: &'a str,
}

/// The roles of a catalogue.
pub fn roles(catalogue: &Catalogue) -> Vec<RoleInfo<'_>> {
    let roles = catalogue.roles.iter();
    roles
        .map(|RolePack { rules, name, division, page, .. }| RoleInfo { id: rules.id, name, division, source: page.url })
        .collect()
}

/// Writes the report of an evaluation.
pub fn report<'a>(
    catalogue: &'a Catalogue,
    pack: &'a RolePack,
    profile: &Profile,
    evaluation: &Evaluation,
) -> Report<'a> {
    let words = Words::new(catalogue, pack);
    let route_id = |index: usize| pack.rules.routes[index].id;
    Report {
        role: pack.rules.id,
        rules_version: pack.rules_version,
        routes: evaluation
            .best_first()
            .into_iter()
            .map(|index| route(&words, pack, index, profile, &evaluation.routes[index]))
            .collect(),
        recommended: evaluation.recommended().map(route_id),
        next: next(&pack.rules, profile).map(|next| Next { section: next.section.key(), at_most: next.at_most }),
    }
}

fn route<'a>(
    words: &Words<'a>,
    pack: &'a RolePack,
    index: usize,
    profile: &Profile,
    verdict: &RouteVerdict,
) -> Route<'a> {
    let rules = &pack.rules.routes[index];
    let gaps = gaps(rules, profile, &verdict.pathways);
    let pathways = rules.pathways.iter().zip(&verdict.pathways).enumerate().map(|(index, (pathway, verdict))| {
        let of_pathway = |gap: &&Gap| gap.pathway == index;
        let gap = |gap: &Gap| {
            let requirement = &pathway.requirements[gap.requirement];
            GapGain { requirement: requirement.id, gain: gain(words, requirement, profile, &gap.grant) }
        };
        Pathway {
            id: pathway.id,
            outcome: verdict.verdict.id(),
            pending: verdict.verdict.pending,
            requirements: pathway
                .requirements
                .iter()
                .zip(&verdict.requirements)
                .map(|(requirement, verdict)| requirement_outcome(words, requirement, profile, *verdict))
                .collect(),
            gaps: gaps.iter().filter(of_pathway).map(gap).collect(),
        }
    });
    Route {
        id: rules.id,
        outcome: verdict.verdict.id(),
        pending: verdict.verdict.pending,
        pathways: pathways.collect(),
        cautions: cautions(rules, profile)
            .into_iter()
            .map(|caution| Caution { text: caution.text, source: source(&caution.source) })
            .collect(),
    }
}

fn requirement_outcome<'a>(
    words: &Words,
    requirement: &'a Requirement,
    profile: &Profile,
    verdict: Verdict,
) -> RequirementOutcome<'a> {
    let reason = explain(requirement, profile, verdict);
    RequirementOutcome {
        id: requirement.id,
        outcome: verdict.id(),
        because: because(words, requirement, &reason),
        source: source(requirement.source_of(&reason)),
    }
}

fn source(source: &RuleSource) -> Source<'_> {
    Source { quote: source.quote, url: source.url, basis: source.basis.id(), checked: source.checked }
}
