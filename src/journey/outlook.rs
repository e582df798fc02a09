//! The same answers, role by role: what each role can be said to come to.

use super::state::State;
use super::walk::walk;
use crate::catalogue::RolePack;
use crate::order::places_by;
use crate::rules::{Bounds, Outcome, Verdict, evaluate};

/// What a role comes to, for the answers as they are.
#[derive(Debug)]
pub struct Outlook {
    /// The role.
    pub pack: &'static RolePack,
    /// The place of its best route.
    pub route: usize,
    /// The verdict on that route. While the role has questions of its own, only what they cannot lower is said.
    pub verdict: Verdict,
    /// Whether more answers could change it.
    pub open: bool,
}

impl State {
    /// Every role beside the one that is checked, best first.
    pub fn outlooks(&self) -> Vec<Outlook> {
        let roles = self.catalogue.roles.iter();
        let others = roles.filter(|pack| self.role.is_none_or(|role| role.rules.id != pack.rules.id));
        let mut outlooks: Vec<Option<Outlook>> = others.map(|pack| self.outlook(pack)).collect();
        let rank = |place: usize| outlooks[place].as_ref().map_or(u32::MAX, Outlook::rank);
        let order = places_by(outlooks.len(), &rank);
        order.into_iter().filter_map(|place| outlooks[place].take()).collect()
    }

    fn outlook(&self, pack: &'static RolePack) -> Option<Outlook> {
        let walk = walk(self.catalogue, &pack.rules, &self.answers);
        let evaluation = evaluate(&pack.rules, &walk.profile);
        let route = evaluation.best_first().first().copied()?;
        let found = evaluation.routes[route].verdict;
        let open = walk.next.is_some();
        let verdict = match found.outcome() {
            // Nothing that is still to be asked can lower these: a further qualification never does.
            Some(Outcome::Met) => return Some(Outlook { pack, route, verdict: found, open: false }),
            Some(Outcome::Judgement) => found,
            // "Is there another?" was asked for another role's sake, if at all.
            _ if open => Verdict { bounds: Bounds::OPEN, pending: false },
            _ => found,
        };
        Some(Outlook { pack, route, verdict, open })
    }
}

impl Outlook {
    /// Best first, and of equals first what is sure.
    fn rank(&self) -> u32 {
        u32::from(self.verdict.rank()) * 4 + u32::from(self.verdict.pending) * 2 + u32::from(self.open)
    }
}
