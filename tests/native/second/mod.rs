//! A second reading of the contract, to hold the engine against.
//!
//! It is written from the words of the contract, the facts and the pages, and shares no code with the engine: it takes
//! profiles as JSON and the packs under `roles/` as plain JSON, and finds what is unanswered by trying answers. It is
//! slow and plain on purpose. Where the two differ, one of them is wrong.

pub mod compare;
mod open;
mod people;
mod role;
mod scales;
mod sees;
