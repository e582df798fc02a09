//! What would change an outcome: what closes a gap, and which question is worth asking.

mod gaps;
mod grants;
mod next;

pub use gaps::{Gap, Grant, gaps};
pub use next::{Fact, Next, counts, fact_open, more_could_help, next, open_sections};
