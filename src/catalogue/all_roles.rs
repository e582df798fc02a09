//! Every role, and what they share.

use super::decode::Parts;
use super::pack::{Common, RolePack};
use super::search::{Folded, Typed};
use super::subjects::Subjects;
use crate::rules::Role;
use crate::rules::profile::MAX_SUBJECT;

/// The id of the role that has the routes of all roles; no role of the catalogue has it.
pub const EVERYTHING: &str = "all";

/// Every role, and what they share.
#[derive(Debug)]
pub struct Catalogue {
    /// The roles.
    pub roles: Vec<RolePack>,
    /// The routes of all of them, to ask about every role at once.
    pub everything: Role,
    /// What all roles share.
    pub common: Common,
    /// The subject tables.
    pub subjects: Subjects,
    /// What a further role can be made from.
    pub(super) parts: Parts,
}

impl Catalogue {
    /// The role of that id.
    pub fn role(&self, id: &str) -> Option<&RolePack> {
        self.roles.iter().find(|role| role.rules.id == id)
    }

    /// The roles that a person may mean, by their names and those of their divisions; all of them where nothing is
    /// typed that could name one.
    pub fn roles_like(&self, typed: &str) -> Vec<&RolePack> {
        // As with subjects, no more is looked at than a name could be.
        let typed = Typed::new(&typed.chars().take(MAX_SUBJECT).collect::<String>());
        let like = |with_errors: bool| {
            let fits = |name: &str| typed.is_empty() || typed.rank(&Folded::new(name), false, with_errors).is_some();
            self.roles.iter().filter(|role| fits(role.name) || fits(role.division)).collect::<Vec<_>>()
        };
        let found = like(false);
        // As with subjects, typing errors are only looked for where nothing fits as it stands.
        if found.is_empty() { like(true) } else { found }
    }
}
