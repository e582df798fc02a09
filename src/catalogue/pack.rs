//! What a person reads about a role, as the packs give it.

use super::packs::PackAt;
use super::programme::RouteAt;
use super::source::basis;
use crate::rules::{Basis, Role, Source};

/// The id under which a person ticks that the [`RolePack::conditional_skills`] concern them. It stands beside the ids of
/// claims, duties and values, none of which it equals. **Append-only**: saved sessions hold it.
pub const CONDITION: &str = "condition";

/// A role: its rules, and everything a person reads about it.
#[derive(Debug)]
pub struct RolePack {
    /// The rules.
    pub rules: Role,
    /// Its name.
    pub name: &'static str,
    /// The name of its division.
    pub division: &'static str,
    /// The version of its rules, by calendar: `2026.11`.
    pub rules_version: &'static str,
    /// The page that is the source of its rules.
    pub page: Page,
    /// What a person reads about each route, in the order of the rules.
    pub routes: Vec<RouteText>,
    /// The degrees most often accepted: those its page names, else those of its division.
    pub accepted: Accepted,
    /// The skills the page asks for.
    pub skills: Vec<SkillGroup>,
    /// Skills that only some jobs ask for; `group` says which jobs.
    pub conditional_skills: Option<SkillGroup>,
    /// What the page tells a person to be sure of.
    pub duties: Vec<Claim>,
    /// When its page says that a person will be asked about the values.
    pub values_asked: Option<Quoted>,
    /// The sentence that its page opens with.
    pub opening: Option<&'static str>,
    /// Where its page says that the full requirements stand.
    pub specification: Option<Quoted>,
    /// The page's links.
    pub links: Vec<Link>,
}

/// The degrees that are most often accepted, and who says so.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// For a sentence: "physics, engineering or applied maths".
    pub text: &'static str,
    /// Where it stands; the quotation is empty where the words were not kept.
    pub source: Source,
}

/// The page that is the source of a role's rules.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// When its words were last compared, `2026-11-23`.
    pub checked: &'static str,
    /// By when they are to be compared again, if that is planned.
    pub review: Option<&'static str>,
}

/// What a person reads about a route.
#[derive(Debug)]
pub struct RouteText {
    /// Its name.
    pub name: &'static str,
    /// The job at the end of it.
    pub job: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// Who decides where the words leave it open, as it stands in a sentence; empty where the pack does not say.
    pub decider: &'static str,
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
    pub name: &'static str,
    /// The name of each requirement, in the order of the rules.
    pub requirements: Vec<&'static str>,
}

/// Our words and the page's.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Plain words.
    pub text: &'static str,
    /// The page's words.
    pub quote: &'static str,
    /// The address of what they point to.
    pub link: Option<&'static str>,
}

/// The claims in one bullet of the page.
#[derive(Clone, Debug)]
pub struct SkillGroup {
    /// A short name for the bullet.
    pub group: &'static str,
    /// The bullet.
    pub quote: &'static str,
    /// What it claims, one thing at a time.
    pub claims: Vec<Claim>,
}

/// One thing a person can say of themselves.
#[derive(Clone, Debug)]
pub struct Claim {
    /// `K1` to `K17`, `D1` to `D4`.
    pub id: &'static str,
    /// In the first person.
    pub text: &'static str,
    /// The page's words, where they are not those of the group.
    pub quote: Option<&'static str>,
}

/// A sentence or a title with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Plain words.
    pub text: &'static str,
    /// Where it leads.
    pub url: &'static str,
    /// What is odd about the address.
    pub note: Option<&'static str>,
    /// The address that takes its place now.
    pub now: Option<&'static str>,
}

/// What all roles share.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// Where the values stand.
    pub url: &'static str,
    /// When that was last checked.
    pub checked: &'static str,
    /// When a person will be asked about them.
    pub asked: &'static str,
    /// The values.
    pub values: Vec<Value>,
    /// Ways to get an example at little or no cost.
    pub ways: Vec<Way>,
    /// What is not checked here.
    pub not_checked: Vec<&'static str>,
}

/// One of the values.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// A question that helps to find an example.
    pub ask: &'static str,
}

/// A way to get an example.
#[derive(Clone, Debug)]
pub struct Way {
    /// Plain words.
    pub text: &'static str,
    /// Where it comes from; ours where there is none.
    pub source: Option<Page>,
}

impl Page {
    pub(super) fn read(at: &PackAt) -> Page {
        Page { title: at.text("title"), url: at.text("url"), checked: at.text("checked"), review: at.text_if("review") }
    }
}

impl Accepted {
    pub(super) fn read(at: &PackAt) -> Accepted {
        Accepted {
            text: at.text("text"),
            source: Source {
                quote: at.text("quote"),
                url: at.text("url"),
                checked: at.text("checked"),
                basis: basis(at, Basis::Guidance),
                reading: None,
            },
        }
    }
}

impl RouteText {
    pub(super) fn read(route: &RouteAt) -> RouteText {
        let programme = route.programme;
        let mut instead = programme.list("instead", Link::read);
        instead.extend(route.at.list("instead", Link::read));
        RouteText {
            name: programme.text("name"),
            job: programme.text("job"),
            about: programme.text("about"),
            decider: programme.text_if("decider").unwrap_or_default(),
            pathways: programme.list("pathways", |at| {
                let mut requirements = Vec::new();
                route.requirements(at, &mut |at| requirements.push(at.name()));
                PathwayText { name: at.text("name"), requirements }
            }),
            next: programme.list("next", Link::read),
            instead,
            figures: programme.list("figures", Link::read),
        }
    }
}

impl Quoted {
    pub(super) fn read(at: &PackAt) -> Quoted {
        Quoted { text: at.text("text"), quote: at.text("quote"), link: at.text_if("link") }
    }
}

impl SkillGroup {
    pub(super) fn read(at: &PackAt) -> SkillGroup {
        SkillGroup { group: at.text("group"), quote: at.text("quote"), claims: at.list("claims", Claim::read) }
    }
}

impl Claim {
    pub(super) fn read(at: &PackAt) -> Claim {
        Claim { id: at.text("id"), text: at.text("text"), quote: at.text_if("quote") }
    }
}

impl Link {
    pub(super) fn read(at: &PackAt) -> Link {
        // The page's own links are kept as they are, old addresses too.
        Link { text: at.text("text"), url: at.text("url"), note: at.text_if("note"), now: at.text_if("now") }
    }
}

impl Common {
    pub(super) fn read(at: &PackAt) -> Common {
        let value = |at: &PackAt| Value { id: at.text("id"), name: at.text("name"), ask: at.text("ask") };
        Common {
            url: at.text("url"),
            checked: at.text("checked"),
            asked: at.text("asked"),
            values: at.list("values", value),
            ways: at
                .list("ways", |at| Way { text: at.text("text"), source: at.get("source").map(|at| Page::read(&at)) }),
            not_checked: at.list("notChecked", |at| at.as_text()),
        }
    }
}
