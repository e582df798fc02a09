//! The same profile for many roles: the best outcome in each.

use serde::Serialize;

use crate::catalogue::RolePack;
use crate::rules::{Profile, evaluate};

/// How a profile stands to a role.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// The id of the role.
    pub role: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The name of its division.
    pub division: &'static str,
    /// The id of its best route.
    pub route: &'static str,
    /// The outcome of that route: `met`, `judgement`, `not-met` or `unanswered`.
    pub outcome: &'static str,
    /// Decided, but it would be lower without the predicted results.
    pub pending: bool,
}

/// How a profile stands to some roles, best first; of equals, in the order given.
pub fn compare<'a>(roles: impl Iterator<Item = &'a RolePack>, profile: &Profile) -> Vec<Standing> {
    let mut ranked: Vec<(u8, Standing)> = roles.filter_map(|role| one(role, profile)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, standing)| standing).collect()
}

fn one(role: &RolePack, profile: &Profile) -> Option<(u8, Standing)> {
    let evaluation = evaluate(&role.rules, profile);
    let best = evaluation.best_first().into_iter().next()?;
    let verdict = evaluation.routes[best].verdict;
    let standing = Standing {
        role: role.rules.id,
        name: role.name,
        division: role.division,
        route: role.rules.routes[best].id,
        outcome: verdict.id(),
        pending: verdict.pending,
    };
    Some((verdict.rank(), standing))
}
