//! Reads what a source is, where a pack may leave it to the usual.

use super::packs::PackAt;
use crate::rules::Basis;

/// Returns whose words stand at a place: what the pack says, or the usual basis where it says nothing.
pub(super) fn basis(at: &PackAt, usual: Basis) -> Basis {
    at.need("basis").place(&Basis::ALL.map(Basis::id)).map_or(usual, |place| Basis::ALL[place])
}
