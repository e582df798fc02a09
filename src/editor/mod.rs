//! For those who write the rules: the schema of the packs, the space of answers of a role, what is odd about its rules,
//! the rules as a page to sign off, and what a change does to people.
//!
//! It runs where editors work, and never in a browser.

pub mod kinds;
pub mod schema;
pub mod space;
pub mod tally;
