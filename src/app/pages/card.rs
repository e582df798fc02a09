//! What the parts of the card of a route have in common.

use crate::app::PageText;
use crate::copy::Words;
use crate::rules::{Profile, RouteVerdict};

/// What the parts of a card are made from.
pub struct Card<'a> {
    /// The text of the card.
    pub text: &'a PageText,
    /// The role, and the names of the subjects.
    pub words: Words<'a>,
    /// The place of the route in the role.
    pub route: usize,
    /// What the person holds.
    pub profile: &'a Profile,
    /// How the route came out.
    pub verdict: &'a RouteVerdict,
}
