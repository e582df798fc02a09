//! The same profile for many roles: the best outcome in each.

use serde::Serialize;

use super::static_text::static_text;
use crate::catalogue::RolePack;
use crate::rules::{Profile, Role, evaluate};

/// How a profile stands to a role.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// The id of the role.
    #[serde(serialize_with = "static_text")]
    pub role: &'static str,
    /// Its name.
    #[serde(serialize_with = "static_text")]
    pub name: &'static str,
    /// The name of its division.
    #[serde(serialize_with = "static_text")]
    pub division: &'static str,
    /// The id of its best route.
    #[serde(serialize_with = "static_text")]
    pub route: &'static str,
    /// The outcome of that route.
    #[serde(serialize_with = "static_text")]
    pub outcome: &'static str,
    /// Whether it is decided, but would be lower without the predicted results.
    pub pending: bool,
}

/// Compares a profile with roles, each beside its rules. Gives the best outcome first; of equals, in the order given.
pub fn compare<'a>(roles: impl IntoIterator<Item = (&'a RolePack, &'a Role)>, profile: &Profile) -> Vec<Standing> {
    let standing = |(pack, rules): (&RolePack, &Role)| {
        let evaluation = evaluate(rules, profile);
        let &best = evaluation.best_first().first()?;
        let verdict = evaluation.routes[best].verdict;
        let standing = Standing {
            role: rules.id,
            name: pack.name,
            division: pack.division,
            route: rules.routes[best].id,
            outcome: verdict.id(),
            pending: verdict.pending,
        };
        Some((verdict.rank(), standing))
    };
    let mut ranked: Vec<_> = roles.into_iter().filter_map(standing).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, standing)| standing).collect()
}
