//! How a subject of the tables stands in a link.

use crate::stamp::stamp;

/// Returns three bytes that tell the id of a subject from all others; a test sees to that. They follow from the id, so the
/// id of a subject is append-only too: a subject that gets another id is lost from the links before.
pub fn short_stamp(id: &str) -> [u8; 3] {
    let [a, b, c, ..] = stamp(id).to_be_bytes();
    [a, b, c]
}
