//! How a profile is looked at: as it is, without what is predicted, or with a section at an extreme.

use super::award::Section;
use super::outcome::Bounds;
use super::profile::Qualification;

/// How a profile is looked at.
#[derive(Clone, Copy)]
pub(super) struct Lens {
    /// Whether predicted results count.
    predicted: bool,
    /// A section whose open questions are all taken as badly (`false`) or as well (`true`) as they could be answered.
    forced: Option<(Section, bool)>,
}

impl Lens {
    /// As it is.
    pub(super) const PLAIN: Lens = Lens { predicted: true, forced: None };
    /// Without what is predicted.
    pub(super) const WITHOUT_PREDICTED: Lens = Lens { predicted: false, forced: None };

    /// With a section's open questions taken at an extreme.
    pub(super) fn forcing(section: Section, well: bool) -> Lens {
        Lens { predicted: true, forced: Some((section, well)) }
    }

    /// Whether a qualification counts.
    pub(super) fn sees(self, held: &Qualification) -> bool {
        self.predicted || !held.is_predicted()
    }

    /// The bounds of a section, at the extreme where it is forced to one.
    pub(super) fn settle(self, section: Section, bounds: Bounds) -> Bounds {
        match self.forced {
            Some((forced, well)) if forced == section => Bounds::exactly(if well { bounds.high } else { bounds.low }),
            _ => bounds,
        }
    }
}
