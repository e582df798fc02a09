//! The catalogue: packs from `roles/`, decoded and checked once.
//!
//! Pure. It knows of JSON and of `rules`, and nothing of people's answers, of sentences in the copy deck, or of
//! browsers.

mod decode;
mod error;
mod raw;
mod subjects;

use std::sync::OnceLock;

use crate::rules::Role;

pub use decode::decode;
pub use error::{PackError, did_you_mean};
pub use raw::{Claim, ConditionalSkills, Duty, Page, Quoted, SkillGroup, Value, Values};
pub use subjects::Subjects;

/// The packs that are built in, as the build script lists them.
mod built_in {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

/// The text of packs, each file with its name.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// One file a role.
    pub roles: &'a [(&'a str, &'a str)],
    /// One file a programme, which many roles share.
    pub programmes: &'a [(&'a str, &'a str)],
    /// One file a division: what each degree subject is to it.
    pub divisions: &'a [(&'a str, &'a str)],
    /// The subject tables.
    pub subjects: &'a [(&'a str, &'a str)],
    /// What all roles share.
    pub shared: &'a [(&'a str, &'a str)],
}

impl Files<'static> {
    /// The packs under `roles/`.
    pub const BUILT_IN: Files<'static> = Files {
        roles: built_in::ROLES,
        programmes: built_in::PROGRAMMES,
        divisions: built_in::DIVISIONS,
        subjects: built_in::SUBJECTS,
        shared: built_in::SHARED,
    };
}

/// Every role, and what they share.
#[derive(Debug)]
pub struct Catalogue {
    /// The roles.
    pub roles: Vec<RolePack>,
    /// The six values.
    pub values: Values,
    /// The subject tables.
    pub subjects: Subjects,
}

impl Catalogue {
    /// The built-in catalogue, decoded at first use.
    pub fn built_in() -> &'static Catalogue {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| match decode(&Files::BUILT_IN) {
            Ok(catalogue) => catalogue,
            // The tests decode the built-in packs, so a build that passes them never comes here.
            #[expect(clippy::panic, reason = "a pack that is built in and wrong is a mistake of the build")]
            Err(error) => panic!("{error}"),
        })
    }

    /// The role of that id.
    pub fn role(&self, id: &str) -> Option<&RolePack> {
        self.roles.iter().find(|role| role.rules.id == id)
    }
}

/// A role: its rules, and everything a person reads about it.
#[derive(Debug)]
pub struct RolePack {
    /// The rules.
    pub rules: Role,
    /// Its name.
    pub name: String,
    /// The name of its division.
    pub division: String,
    /// The version of its rules, by calendar: `2026.11`.
    pub rules_version: String,
    /// The page that is the source of its rules.
    pub page: Page,
    /// What a person reads about each route, in the order of the rules.
    pub routes: Vec<RouteText>,
    /// The degrees most often accepted.
    pub common_degrees: Quoted,
    /// The skills the page asks for.
    pub skills: Vec<SkillGroup>,
    /// Skills that only some jobs ask for.
    pub conditional_skills: ConditionalSkills,
    /// What the page tells a person to be sure of.
    pub duties: Vec<Duty>,
    /// When a person will be asked about the values.
    pub values_asked: Quoted,
    /// The page's links.
    pub links: Vec<Link>,
    /// What is not checked here.
    pub not_checked: Vec<String>,
}

/// What a person reads about a route.
#[derive(Debug)]
pub struct RouteText {
    /// Its name.
    pub name: String,
    /// The job at the end of it.
    pub job: String,
    /// What it is, in a sentence.
    pub about: String,
    /// What a person reads about each pathway, in the order of the rules.
    pub pathways: Vec<PathwayText>,
    /// What to do next.
    pub next: Vec<Link>,
    /// Other ways in.
    pub instead: Vec<Link>,
    /// Figures with a source.
    pub figures: Vec<Link>,
}

/// What a person reads about a pathway.
#[derive(Debug)]
pub struct PathwayText {
    /// Its name.
    pub name: String,
    /// The name of each requirement, in the order of the rules.
    pub requirements: Vec<String>,
}

/// A sentence or a title with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Plain words.
    pub text: String,
    /// Where it leads.
    pub url: String,
    /// What is odd about the address.
    pub note: Option<String>,
}

impl From<raw::Link> for Link {
    fn from(raw: raw::Link) -> Link {
        Link { text: raw.text, url: raw.url, note: raw.note }
    }
}
