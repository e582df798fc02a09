//! JSON, read strictly: every mistake names its place, and where it can, its mend.
//!
//! Packs and profiles are read through this. It is written by hand over a small parser, because derived code has worse
//! messages and weighs more than the rules do. It knows nothing of qualifications.

mod at;
mod check;
mod mistakes;
pub mod shape;
mod value;

pub use at::At;
pub use mistakes::{Mistake, Mistakes};
pub use value::Value;
