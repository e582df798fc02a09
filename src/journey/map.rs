//! The map of a role: a line for each route, from where a person is, through what the route asks for, to the job.

use crate::catalogue::RolePack;
use crate::rules::{Evaluation, Verdict};

/// A route as a line.
#[derive(Debug)]
pub struct Line {
    /// The name of the route.
    pub name: &'static str,
    /// The name of the pathway that is shown, the best; empty where the route has no other.
    pub way: &'static str,
    /// What that pathway asks for, in the order of the rules.
    pub stops: Vec<Stop>,
    /// The other pathways, best first.
    pub others: Vec<Stop>,
    /// The job at the end.
    pub job: &'static str,
    /// How the route stands.
    pub verdict: Verdict,
}

/// Something that a line comes by.
#[derive(Debug)]
pub struct Stop {
    /// Its name.
    pub name: &'static str,
    /// How it stands.
    pub verdict: Verdict,
}

/// The line of the route at a place in the role.
pub fn line(pack: &RolePack, evaluation: &Evaluation, route: usize) -> Line {
    let (about, found) = (&pack.routes[route], &evaluation.routes[route]);
    let mut ways = found.best_first().into_iter();
    // Every route has a pathway: a pack without one is refused.
    let shown = ways.next().unwrap_or_default();
    let others: Vec<Stop> =
        ways.map(|way| Stop { name: about.pathways[way].name, verdict: found.pathways[way].verdict }).collect();
    let pathway = &about.pathways[shown];
    let stops = pathway.requirements.iter().zip(&found.pathways[shown].requirements);
    Line {
        name: about.name,
        way: if others.is_empty() { "" } else { pathway.name },
        stops: stops.map(|(&name, &verdict)| Stop { name, verdict }).collect(),
        others,
        job: about.job,
        verdict: found.verdict,
    }
}
