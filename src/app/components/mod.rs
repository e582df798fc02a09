//! The parts that pages are made of. Each has a CSS file of the same name under `styles/components/`.
//!
//! Plain functions that give markup, with no state of their own: each Yew component costs the page about 10 kB of wasm.

mod button;
mod checkbox;
mod combobox;
mod details;
mod error_summary;
mod example;
mod glossary;
mod options;
mod outcome;
mod route_map;

pub use button::{Look, button};
pub use checkbox::checkbox;
pub use combobox::{Field, combobox};
pub use details::details;
pub use error_summary::error_summary;
pub use example::written;
pub use glossary::glossary;
pub use options::{offer_words, options};
pub use outcome::outcome_tag;
pub use route_map::route_map;
