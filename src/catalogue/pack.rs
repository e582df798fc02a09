//! What a person reads about a role, as the packs give it.

use crate::json::At;
use crate::rules::Role;

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
    /// Skills that only some jobs ask for; `group` says which jobs.
    pub conditional_skills: SkillGroup,
    /// What the page tells a person to be sure of.
    pub duties: Vec<Claim>,
    /// When a person will be asked about the values.
    pub values_asked: Quoted,
    /// The page's links.
    pub links: Vec<Link>,
    /// What is not checked here.
    pub not_checked: Vec<String>,
}

/// The page that is the source of a role's rules.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// When its words were last compared, `2026-11-23`.
    pub checked: String,
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

/// Our words and the page's.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Plain words.
    pub text: String,
    /// The page's words.
    pub quote: String,
}

/// The claims in one bullet of the page.
#[derive(Clone, Debug)]
pub struct SkillGroup {
    /// A short name for the bullet.
    pub group: String,
    /// The bullet.
    pub quote: String,
    /// What it claims, one thing at a time.
    pub claims: Vec<Claim>,
}

/// One thing a person can say of themselves.
#[derive(Clone, Debug)]
pub struct Claim {
    /// `K1` to `K17`, `D1` to `D4`.
    pub id: String,
    /// In the first person.
    pub text: String,
    /// The page's words, where they are not those of the group.
    pub quote: Option<String>,
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

/// The values, which all roles share.
#[derive(Clone, Debug)]
pub struct Values {
    /// Where they stand.
    pub url: String,
    /// When that was last checked.
    pub checked: String,
    /// The values.
    pub values: Vec<Value>,
}

/// One of the values.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A question that helps to find an example.
    pub ask: String,
}

impl Page {
    pub(super) fn read(at: &At) -> Page {
        at.only(&["title", "url", "checked"]);
        Page { title: at.text("title"), url: at.https("url"), checked: at.date("checked") }
    }
}

impl RouteText {
    pub(super) fn read(programme: &At) -> RouteText {
        let requirement = |at: &At| at.text("name");
        let pathway =
            |at: &At| PathwayText { name: at.text("name"), requirements: at.list("requirements", requirement) };
        RouteText {
            name: programme.text("name"),
            job: programme.text("job"),
            about: programme.text("about"),
            pathways: programme.list("pathways", pathway),
            next: programme.list("next", Link::read),
            instead: programme.list("instead", Link::read),
            figures: programme.list("figures", Link::read),
        }
    }
}

impl Quoted {
    pub(super) fn read(at: &At) -> Quoted {
        at.only(&["text", "quote"]);
        Quoted { text: at.text("text"), quote: at.text("quote") }
    }
}

impl SkillGroup {
    pub(super) fn read(at: &At) -> SkillGroup {
        at.only(&["group", "quote", "claims"]);
        SkillGroup { group: at.text("group"), quote: at.text("quote"), claims: at.list("claims", Claim::read) }
    }
}

impl Claim {
    pub(super) fn read(at: &At) -> Claim {
        at.only(&["id", "text", "quote"]);
        Claim { id: at.text("id"), text: at.text("text"), quote: at.text_if("quote") }
    }
}

impl Link {
    pub(super) fn read(at: &At) -> Link {
        at.only(&["text", "url", "note", "checked"]);
        // The page's own links are kept as they are, old addresses too.
        Link { text: at.text("text"), url: at.text("url"), note: at.text_if("note") }
    }
}

impl Values {
    pub(super) fn read(at: &At) -> Values {
        at.only(&["note", "url", "checked", "values"]);
        let value = |at: &At| {
            at.only(&["id", "name", "ask"]);
            Value { id: at.text("id"), name: at.text("name"), ask: at.text("ask") }
        };
        Values { url: at.https("url"), checked: at.date("checked"), values: at.list("values", value) }
    }
}
