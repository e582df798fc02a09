//! What roles are made from, beside the subjects: divisions and programmes, which many roles share.

use std::borrow::Cow;

use super::division::Division;
use crate::catalogue::packs::{Pack, PackAt};
use crate::catalogue::subjects::Subjects;
use crate::json::{At, Mistakes};

/// What roles are made from, beside the subjects.
#[derive(Debug, Default)]
pub(in crate::catalogue) struct Parts {
    pub divisions: Vec<Division>,
    /// Kept as they are written: a programme is decoded with the words of each role's page.
    pub programmes: Vec<Pack>,
}

impl Parts {
    /// Returns the division of a role: its own, or the shared one whose id stands here. `None`, which is noted, where
    /// there is none of that id.
    pub fn division(&self, at: &PackAt, subjects: &Subjects) -> Option<Cow<'_, Division>> {
        if at.is_object() {
            return Some(Cow::Owned(Division::read(at, subjects)));
        }
        let ids: Vec<&str> = self.divisions.iter().map(|division| division.id).collect();
        at.find("division", &ids).map(|place| Cow::Borrowed(&self.divisions[place]))
    }

    /// Returns the shared programme whose id stands here. `None`, which is noted, where there is none of that id.
    pub fn programme<'p>(&self, at: &PackAt, mistakes: &'p Mistakes) -> Option<PackAt<'p>> {
        let all = || self.programmes.iter().map(|(name, value)| At::new(name, value, mistakes));
        let ids: Vec<&str> = all().map(|at| at.text("id")).collect();
        let (name, value) = self.programmes[at.find("programme", &ids)?];
        Some(At::new(name, value, mistakes))
    }
}
