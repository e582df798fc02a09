//! The copy deck: every sentence a person reads, by key, and the words for a reason or a gain.
//!
//! Pure. The sentences are in `en.json`, where an editor changes them; the packs hold what belongs to a role.

mod deck;
mod plan;
pub mod plural;
mod reasons;
mod sentences;
mod terms;
mod words;

pub use deck::{BUILT_IN, ENGLISH, ENGLISH_STAMP, VERSION, family, find, language, learn, speak, take_english};
pub use plan::{plan_steps, plan_text};
pub use reasons::{award, because, gain, reason_code, size};
pub use sentences::{count, counted, date, decider, either, fill, fill_with, filled, has_day, label, list, text};
pub use terms::{Term, terms};
pub use words::Words;
