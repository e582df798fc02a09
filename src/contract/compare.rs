//! The same profile for many roles: the best outcome in each.

use serde::Serialize;

use crate::catalogue::RolePack;
use crate::rules::{Profile, Role, evaluate};

/// A role that can be compared, and its routes: what the places of [`Best`] stand for.
#[derive(Debug, Serialize)]
pub struct Compared {
    role: &'static str,
    name: &'static str,
    division: &'static str,
    routes: Vec<&'static str>,
}

impl Compared {
    /// Of a role.
    pub fn new(role: &RolePack) -> Compared {
        let routes = role.rules.routes.iter().map(|route| route.id).collect();
        Compared { role: role.rules.id, name: role.name, division: role.division, routes }
    }
}

/// How a profile stands to a role: the place of the role, the place of its best route, the outcome of that route, and
/// whether it would be lower without the predicted results. A list of values, since there may be a thousand of them.
#[derive(Debug, Serialize)]
pub struct Best(pub usize, pub usize, pub &'static str, pub bool);

/// How a profile stands to some roles, best first; of equals, in the order given.
pub fn compare(roles: &[Role], profile: &Profile) -> Vec<Best> {
    let mut ranked: Vec<(u8, Best)> = Vec::with_capacity(roles.len());
    for (place, role) in roles.iter().enumerate() {
        let evaluation = evaluate(role, profile);
        if let Some(&route) = evaluation.best_first().first() {
            let verdict = evaluation.routes[route].verdict;
            ranked.push((verdict.rank(), Best(place, route, verdict.id(), verdict.pending)));
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, best)| best).collect()
}
