//! For those who write the rules: the schema of the packs, the space of answers of a role, what is odd about its rules,
//! the rules as a page to sign off, and what a change does to people.
//!
//! It runs where editors work, and never in a browser.

mod check;
pub mod deck;
mod diff;
mod explain;
pub mod kinds;
pub mod pseudo;
pub mod reading;
mod schema;
pub mod space;
pub mod tally;
mod walk;
mod words;

pub use check::{Against, check, plain};
pub use diff::diff;
pub use explain::explain;
pub use schema::schema;
