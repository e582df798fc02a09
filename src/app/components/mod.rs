//! The parts that pages are made of. Each has a CSS file of the same name under `styles/components/`.

mod button;
mod checkbox;
mod combobox;
mod details;
mod error_summary;
mod options;
mod outcome;

pub use button::{Button, Look};
pub use checkbox::Checkbox;
pub use combobox::Combobox;
pub use details::Details;
pub use error_summary::ErrorSummary;
pub use options::Options;
pub use outcome::{OutcomeTag, outcome_word};
