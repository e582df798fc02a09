//! What would change an outcome: what closes a gap, and which question is worth asking.

mod gaps;
mod grants;
mod next;
mod plan;

pub use gaps::{Gap, Grant, gaps};
pub use grants::subjects_left;
pub use next::{Fact, Next, OpenFact, counts, fact_open, more_could_help, next, open_sections};
pub use plan::{Plan, in_place_of_a_levels, plan, rests_on_open_results, subjects_of, with_good_results};
