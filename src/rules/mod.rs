//! The rules: what a person holds, what a role asks for, and what follows.
//!
//! Pure. This module does not know of browsers, clocks, JSON, or the sentences a person reads.

pub mod advise;
pub mod award;
pub mod evaluate;
pub mod explain;
mod gcse_range;
mod lens;
pub mod outcome;
pub mod profile;
pub mod role;
mod size;
pub mod source;

pub use advise::{Gap, Grant, Next, Plan, gaps, next, plan};
pub use award::{Award, Class, Grade, Section};
pub use evaluate::{Evaluation, PathwayVerdict, RouteVerdict, evaluate};
pub use explain::{Reason, cautions, explain};
pub use gcse_range::gcses_in_range;
pub use outcome::{Bounds, Outcome, Verdict};
pub use profile::{Mark, Profile, Qualification, Status, Subject, SubjectId};
pub use role::{Caution, Pathway, Range, Requirement, Role, Route, Rule, Standing, Test};
pub use source::{Basis, Source};
