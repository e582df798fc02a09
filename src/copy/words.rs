//! The names that sentences about a role are made with.

use super::sentences::text;
use crate::catalogue::{Catalogue, RolePack};
use crate::rules::{Qualification, Status};

/// What sentences are made from beside the deck: the names of a role and of the subjects.
pub struct Words<'a> {
    /// For the names of subjects.
    pub catalogue: &'a Catalogue,
    /// For what belongs to the role.
    pub pack: &'a RolePack,
}

impl<'a> Words<'a> {
    /// For a role of a catalogue.
    pub fn new(catalogue: &'a Catalogue, pack: &'a RolePack) -> Words<'a> {
        Words { catalogue, pack }
    }

    /// The name of what a qualification is in.
    pub fn subject<'b>(&'b self, held: &'b Qualification) -> &'b str {
        held.subject.as_ref().map_or("", |subject| self.catalogue.subjects.name(subject))
    }

    /// "Your" or "Your predicted".
    pub fn your(&self, held: &Qualification) -> &'static str {
        text(match held.status {
            Status::Awarded => "your.awarded",
            Status::Predicted => "your.predicted",
        })
    }
}
