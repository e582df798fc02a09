//! The packs as they are written: the shapes of the JSON under `roles/`, nothing checked yet.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `roles/<role>.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    pub id: String,
    pub name: String,
    pub division: String,
    pub rules_version: String,
    pub page: Page,
    pub routes: Vec<RouteOfRole>,
    pub common_degrees: Quoted,
    pub skills: Vec<SkillGroup>,
    pub conditional_skills: ConditionalSkills,
    pub duties: Vec<Duty>,
    pub values_asked: Quoted,
    pub links: Vec<Link>,
    pub not_checked: Vec<String>,
}

/// The page that is the source of a role's rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// When its words were last compared, `2026-11-23`.
    pub checked: String,
}

/// A programme that leads to the role, and the role page's words for each clause of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteOfRole {
    pub programme: String,
    pub clauses: BTreeMap<String, Clause>,
}

/// The words of one clause.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    pub quote: String,
    pub reading: Option<String>,
}

/// Our words and the page's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quoted {
    /// Plain words.
    pub text: String,
    /// The page's words.
    pub quote: String,
}

/// The claims in one bullet of the page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkillGroup {
    /// A short name for the bullet.
    pub group: String,
    /// The bullet.
    pub quote: String,
    /// What it claims, one thing at a time.
    pub claims: Vec<Claim>,
}

/// One thing a person can say of themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// `K1` to `K17`.
    pub id: String,
    /// In the first person.
    pub text: String,
}

/// Skills that only some jobs ask for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionalSkills {
    /// When they are asked for.
    pub condition: String,
    /// The page's words.
    pub quote: String,
    /// The claims.
    pub claims: Vec<Claim>,
}

/// Something the page tells a person to be sure of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// `D1` to `D4`.
    pub id: String,
    /// In the first person.
    pub text: String,
    /// The page's words.
    pub quote: String,
}

/// A sentence or a title with an address.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Plain words.
    pub text: String,
    /// Where it leads.
    pub url: String,
    /// What is odd about the address.
    pub note: Option<String>,
    /// When it was last checked.
    pub checked: Option<String>,
}

/// `roles/programmes/<programme>.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    pub id: String,
    pub name: String,
    pub job: String,
    pub about: String,
    pub pathways: Vec<Pathway>,
    pub next: Vec<Link>,
    pub instead: Vec<Link>,
    pub figures: Vec<Link>,
    pub cautions: Vec<Caution>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    pub id: String,
    pub name: String,
    pub requirements: Vec<Requirement>,
}

/// A requirement: exactly one of `holds`, `size` and `range`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub id: String,
    pub name: String,
    #[serde(default = "one")]
    pub needs: usize,
    pub holds: Option<Vec<Pool>>,
    pub size: Option<Size>,
    pub range: Option<Range>,
}

fn one() -> usize {
    1
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pool {
    pub section: String,
    pub awards: BTreeMap<String, Outcome>,
    pub class: Option<BTreeMap<String, Outcome>>,
    #[serde(default)]
    pub class_judged: Vec<String>,
    #[serde(default)]
    pub passed: bool,
    pub subject: Option<BTreeMap<String, Outcome>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Met,
    Judgement,
    NotMet,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Size {
    pub a_levels: f64,
    pub worth: BTreeMap<String, f64>,
    #[serde(default)]
    pub unknown: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    pub number: u16,
    pub including: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    pub text: String,
    #[serde(default)]
    pub when: When,
    pub url: String,
    pub checked: String,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct When {
    pub awards: Vec<String>,
    pub subjects: Vec<String>,
    pub classes: Vec<String>,
    pub status: Option<Status>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Awarded,
    Predicted,
}

/// `roles/divisions/<division>.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Division {
    pub id: String,
    pub name: String,
    pub subjects: BTreeMap<String, Vec<String>>,
}

/// `roles/subjects/degree.json` and `level-3.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectTable {
    pub subjects: Vec<Subject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    pub id: String,
    pub name: Option<String>,
    pub hecos: Option<String>,
    pub science: Option<String>,
    #[serde(default)]
    pub aka: Vec<String>,
}

/// `roles/subjects/gcse.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GcseGroups {
    pub groups: Vec<GcseGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GcseGroup {
    pub id: String,
    pub subjects: Vec<String>,
}

/// `roles/shared/values.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Values {
    /// Where they stand.
    pub url: String,
    /// When that was last checked.
    pub checked: String,
    /// The values.
    pub values: Vec<Value>,
}

/// One of the values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A question that helps to find an example.
    pub ask: String,
}
