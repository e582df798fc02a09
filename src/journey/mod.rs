//! The journey: which question to ask, what an answer means, and where a person is.
//!
//! Pure. It knows of `rules` and `catalogue`, and nothing of browsers or of the sentences of the copy deck: where a
//! person reads something, it names the key.

mod action;
mod answers;
mod day;
mod device;
mod inventory;
pub mod link;
mod map;
pub mod notes;
mod outlook;
mod questions;
mod restore_notice;
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

pub use action::{Edit, Event, HostEvent, Move, UserAction};
pub use answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
pub use day::Day;
pub use device::{Device, DeviceEvent, SaveResult};
pub use map::{Line, Stop, line};
pub use outlook::Outlook;
pub use questions::{Input, Kind, Offer, Question, input, not_sure, question, read};
pub use restore_notice::RestoreNotice;
pub use screen::{SCREENS, Screen};
pub use state::State;
pub use typing::Typing;
pub use update::update;
pub use walk::{Walk, walk};

pub use crate::catalogue::CONDITION;
