//! The journey: which question to ask, what an answer means, and where a person is.
//!
//! Pure. It knows of `rules` and `catalogue`, and nothing of browsers or of the sentences of the copy deck: where a
//! person reads something, it names the key.

mod answers;
mod came;
mod day;
mod device;
mod inventory;
pub mod link;
mod map;
pub mod notes;
mod outlook;
mod questions;
mod retold;
pub mod saved;
mod saved_state;
mod screen;
mod state;
mod told;
mod travel;
mod typing;
mod update;
mod walk;

pub use answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
pub use came::Came;
pub use day::Day;
pub use device::{CameOf, Device, Tells};
pub use map::{Line, Stop, line};
pub use outlook::Outlook;
pub use questions::{Input, Kind, Offer, Question, input, question, read};
pub use screen::{SCREENS, Screen};
pub use state::State;
pub use typing::Typing;
pub use update::{Action, update};
pub use walk::{Walk, walk};

pub use crate::catalogue::CONDITION;
