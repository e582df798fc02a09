//! The report of the contract: verdicts with their reasons, in plain words.

use std::fmt::Debug;

use serde::Serialize;

use super::profile::{Decoded, Understood};
use crate::catalogue::{Catalogue, RolePack};
use crate::copy::{Words, because, gain, plan_steps, plan_text, reason_code};
use crate::rules::advise::Fact;
use crate::rules::{
    Caution as RuleCaution, Evaluation, Gap, Outcome, PathwayVerdict, Profile, Reason, Requirement, RouteVerdict,
    Section, Source as RuleSource, Verdict, cautions, explain, gaps, next, plan,
};

/// What comes back from an evaluation. `R` is how what rests on a role alone is referred to: in full, or by its place.
#[derive(Debug, Serialize)]
#[serde(bound = "", rename_all = "camelCase")]
pub struct Report<R: Refer> {
    /// The id of the role.
    pub role: &'static str,
    /// The version of its rules.
    pub rules_version: &'static str,
    /// Its routes, best first.
    pub routes: Vec<Route<R>>,
    /// The id of the best route; `None` when every route is not met.
    pub recommended: Option<&'static str>,
    /// The section to ask about next; `None` when nothing open can change an outcome.
    pub next: Option<Next>,
    /// The texts of the profile that were read as a listed subject.
    pub understood: Vec<UnderstoodText>,
}

/// A way into the role.
#[derive(Debug, Serialize)]
#[serde(bound = "")]
pub struct Route<R: Refer> {
    /// Its id.
    pub id: &'static str,
    /// `met`, `judgement`, `not-met` or `unanswered`.
    pub outcome: &'static str,
    /// Decided, but it would be lower without the predicted results.
    pub pending: bool,
    /// Its pathways, in the order of the rules.
    pub pathways: Vec<Pathway<R>>,
    /// The later texts that concern this person.
    pub cautions: Vec<R::Caution>,
}

/// One way to satisfy a route.
#[derive(Debug, Serialize)]
#[serde(bound = "")]
pub struct Pathway<R: Refer> {
    /// Its id.
    pub id: &'static str,
    /// As for a route.
    pub outcome: &'static str,
    /// As for a route.
    pub pending: bool,
    /// What it asks for.
    pub requirements: Vec<RequirementOutcome<R>>,
    /// What would close what is not met, one requirement at a time.
    pub gaps: Vec<GapGain>,
    /// The smallest set of additions that meets all requirements at once, where it is not met or a judgement. `None` where
    /// nothing that a person can still do would.
    pub plan: Option<Plan>,
}

/// A requirement, how it came out, and why.
#[derive(Debug, Serialize)]
#[serde(bound = "")]
pub struct RequirementOutcome<R: Refer> {
    /// Its id.
    pub id: &'static str,
    /// As for a route.
    pub outcome: &'static str,
    /// Plain words about this person.
    pub because: String,
    /// The same for programs and other languages.
    pub reason: ReasonCode,
    /// The words it rests on.
    pub source: R::Source,
}

/// Why a requirement came out as it did, for programs.
#[derive(Debug, Serialize)]
pub struct ReasonCode {
    /// One of a closed list, which `docs/api.md` has.
    pub code: String,
    /// The entry that decides; `None` where none does.
    pub entry: Option<EntryRef>,
}

/// An entry of the profile.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct EntryRef {
    /// The key of its section.
    pub section: &'static str,
    /// Its place in the section.
    pub index: usize,
}

/// A text that was read as a listed subject.
#[derive(Debug, Serialize)]
pub struct UnderstoodText {
    /// The key of the section.
    pub section: &'static str,
    /// The place of the entry in the section.
    pub index: usize,
    /// The text as it was given.
    pub text: String,
    /// The id of the subject.
    pub subject: String,
}

/// What would close a gap.
#[derive(Debug, Serialize)]
pub struct GapGain {
    /// The id of the requirement.
    pub requirement: &'static str,
    /// Plain words.
    pub gain: String,
}

/// The smallest set of additions that meets a pathway.
#[derive(Debug, Serialize)]
pub struct Plan {
    /// One for each requirement that needs something beside the others.
    pub steps: Vec<PlanStep>,
    /// All of it in plain words.
    pub text: String,
}

/// A step of a plan.
#[derive(Debug, Serialize)]
pub struct PlanStep {
    /// The id of the requirement.
    pub requirement: &'static str,
    /// Plain words.
    pub text: String,
}

/// What to ask next.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Next {
    /// The key of the section.
    pub section: &'static str,
    /// At most so many facts can still matter.
    pub at_most: usize,
    /// The open facts that can still change an outcome.
    pub open: Vec<OpenFact>,
}

/// A fact that is not known and can still change an outcome.
#[derive(Debug, Serialize)]
pub struct OpenFact {
    /// The key of the section.
    pub section: &'static str,
    /// The place of the entry; `None` where the whole section is unanswered.
    pub index: Option<usize>,
    /// The key that the entry lacks: `award`, `subject`, `grade` or `class`; `None` where the section is unanswered.
    pub fact: Option<&'static str>,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Source {
    /// Word for word; empty for what is said in our own words.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub quote: &'static str,
    /// The address.
    pub url: &'static str,
    /// `page`, `guidance` or `reading`.
    pub basis: &'static str,
    /// When it was last checked.
    pub checked: &'static str,
}

/// A later text.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Caution {
    /// In plain words.
    pub text: &'static str,
    /// Where it stands.
    pub source: Source,
}

/// How a report refers to what belongs to the role and is the same in every report.
pub trait Refer {
    /// For the words a requirement rests on.
    type Source: Debug + Serialize;
    /// For a later text.
    type Caution: Debug + Serialize;
    /// Refers to a source of the role.
    fn source(&self, source: &RuleSource) -> Self::Source;
    /// Refers to a caution of the role.
    fn caution(&self, caution: &RuleCaution) -> Self::Caution;
}

/// In full, as the contract says.
#[derive(Debug)]
pub struct InFull;

impl Refer for InFull {
    type Source = Source;
    type Caution = Caution;

    fn source(&self, source: &RuleSource) -> Source {
        Source { quote: source.quote, url: source.url, basis: source.basis.id(), checked: source.checked }
    }

    fn caution(&self, caution: &RuleCaution) -> Caution {
        Caution { text: caution.text, source: self.source(&caution.source) }
    }
}

/// By its place in a list that is handed over once. A report is then a third as long, and is handed over in less than
/// half the time.
#[derive(Debug)]
pub struct ByPlace {
    sources: Vec<&'static RuleSource>,
    cautions: Vec<&'static RuleCaution>,
}

impl ByPlace {
    /// The places in a role.
    pub fn new(pack: &'static RolePack) -> ByPlace {
        let of_one = |one: &'static Requirement| {
            std::iter::once(&one.source).chain(one.clauses.iter().map(|(_, source)| source)).chain(&one.named)
        };
        let cautions = pack.rules.routes.iter().flat_map(|route| &route.cautions);
        ByPlace { sources: pack.rules.requirements().flat_map(of_one).collect(), cautions: cautions.collect() }
    }

    /// What stands at the places.
    pub fn lists(&self) -> Lists {
        Lists {
            sources: self.sources.iter().map(|source| InFull.source(source)).collect(),
            cautions: self.cautions.iter().map(|caution| InFull.caution(caution)).collect(),
        }
    }
}

/// What stands at the places of [`ByPlace`].
#[derive(Debug, Serialize)]
pub struct Lists {
    sources: Vec<Source>,
    cautions: Vec<Caution>,
}

impl Refer for ByPlace {
    type Source = usize;
    type Caution = usize;

    fn source(&self, source: &RuleSource) -> usize {
        self.sources.iter().position(|known| std::ptr::eq(*known, source)).unwrap_or_default()
    }

    fn caution(&self, caution: &RuleCaution) -> usize {
        self.cautions.iter().position(|known| std::ptr::eq(*known, caution)).unwrap_or_default()
    }
}

/// A built-in role, as `roles()` lists it.
#[derive(Debug, Serialize)]
pub struct RoleInfo {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The name of its division.
    pub division: &'static str,
    /// The address of the page that is the source of its rules.
    pub source: &'static str,
}

/// The roles of a catalogue.
pub fn roles(catalogue: &Catalogue) -> Vec<RoleInfo> {
    let roles = catalogue.roles.iter();
    roles
        .map(|RolePack { rules, name, division, page, .. }| RoleInfo { id: rules.id, name, division, source: page.url })
        .collect()
}

/// Writes the report of an evaluation.
pub fn report<R: Refer>(
    catalogue: &Catalogue,
    pack: &RolePack,
    decoded: &Decoded,
    evaluation: &Evaluation,
    refer: &R,
) -> Report<R> {
    let profile = &decoded.profile;
    let writer = Writer { words: Words::new(catalogue, pack), profile, refer };
    let routes = &pack.rules.routes;
    let route = |index: usize| writer.route(&routes[index], &evaluation.routes[index]);
    Report {
        role: pack.rules.id,
        rules_version: pack.rules_version,
        routes: evaluation.best_first().into_iter().map(route).collect(),
        recommended: evaluation.recommended().map(|index| routes[index].id),
        next: next(&pack.rules, profile, evaluation).map(|next| Next {
            section: next.section.key(),
            at_most: next.at_most,
            open: next.open.iter().map(open_fact).collect(),
        }),
        understood: decoded.understood.iter().map(|one| understood(catalogue, one)).collect(),
    }
}

fn open_fact(open: &crate::rules::advise::OpenFact) -> OpenFact {
    let key = |fact: Fact| match fact {
        Fact::Award => "award",
        Fact::Subject => "subject",
        Fact::Result if open.section == Section::Degree => "class",
        Fact::Result => "grade",
    };
    OpenFact {
        section: open.section.key(),
        index: open.of_entry.map(|(index, _)| index),
        fact: open.of_entry.map(|(_, fact)| key(fact)),
    }
}

fn understood(catalogue: &Catalogue, one: &Understood) -> UnderstoodText {
    UnderstoodText {
        section: one.section.key(),
        index: one.index,
        text: one.text.clone(),
        subject: catalogue.subjects.id(&one.subject).to_string(),
    }
}

/// What every part of a report is written from.
struct Writer<'a, R> {
    words: Words<'a>,
    profile: &'a Profile,
    refer: &'a R,
}

impl<R: Refer> Writer<'_, R> {
    fn route(&self, rules: &crate::rules::Route, verdict: &RouteVerdict) -> Route<R> {
        let gaps = gaps(rules, self.profile, &verdict.pathways);
        let pathway = |(index, verdict): (usize, &PathwayVerdict)| {
            let pathway = &rules.pathways[index];
            let of_pathway = |gap: &&Gap| gap.pathway == index;
            let gap = |gap: &Gap| {
                let requirement = &pathway.requirements[gap.requirement];
                let gain = gain(&self.words, requirement, self.profile, &gap.grant);
                GapGain { requirement: requirement.id, gain }
            };
            let requirements = pathway.requirements.iter().zip(&verdict.requirements);
            Pathway {
                id: pathway.id,
                outcome: verdict.verdict.id(),
                pending: verdict.verdict.pending,
                requirements: requirements.map(|(one, verdict)| self.requirement(one, *verdict)).collect(),
                gaps: gaps.iter().filter(of_pathway).map(gap).collect(),
                plan: self.plan(index, pathway, verdict.verdict),
            }
        };
        let cautions = cautions(rules, self.profile);
        Route {
            id: rules.id,
            outcome: verdict.verdict.id(),
            pending: verdict.verdict.pending,
            pathways: verdict.pathways.iter().enumerate().map(pathway).collect(),
            cautions: cautions.into_iter().map(|caution| self.refer.caution(caution)).collect(),
        }
    }

    fn plan(&self, index: usize, pathway: &crate::rules::Pathway, verdict: Verdict) -> Option<Plan> {
        let found = verdict
            .outcome()
            .filter(|outcome| *outcome < Outcome::Met)
            .and_then(|_| plan(index, pathway, self.profile))?;
        let step = |(place, text): (usize, String)| PlanStep { requirement: pathway.requirements[place].id, text };
        Some(Plan {
            steps: plan_steps(&self.words, pathway, self.profile, &found).into_iter().map(step).collect(),
            text: plan_text(&self.words, pathway, self.profile, &found),
        })
    }

    fn requirement(&self, requirement: &Requirement, verdict: Verdict) -> RequirementOutcome<R> {
        let reason = explain(requirement, self.profile, verdict);
        RequirementOutcome {
            id: requirement.id,
            outcome: verdict.id(),
            because: because(&self.words, requirement, &reason),
            reason: ReasonCode { code: reason_code(requirement, &reason), entry: self.entry(&reason) },
            source: self.refer.source(requirement.source_of(&reason)),
        }
    }

    /// The entry that a reason is about.
    fn entry(&self, reason: &Reason) -> Option<EntryRef> {
        let held = reason.held()?;
        let section = held.award.section();
        let index = self.profile.section(section)?.iter().position(|one| std::ptr::eq(one, held))?;
        Some(EntryRef { section: section.key(), index })
    }
}
