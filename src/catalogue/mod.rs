//! The catalogue: packs from `roles/`, decoded and checked once.
//!
//! Pure. It knows of JSON and of `rules`, and nothing of people's answers, of sentences in the copy deck, or of
//! browsers.

mod all_roles;
mod bundle;
mod decode;
mod fold;
mod pack;
mod packs;
mod programme;
mod search;
pub mod shapes;
mod source;
mod spellings;
mod subjects;

pub use all_roles::{Catalogue, EVERYTHING};
pub use bundle::BUNDLE;
pub use decode::{decode, decode_role};
pub use fold::fold;
pub use pack::{
    Accepted, CONDITION, Claim, Common, Link, Page, PathwayText, Quoted, RolePack, RouteText, SkillGroup, Value, Way,
};
pub use packs::{File, Packs};
pub use subjects::{ReadSubject, Subjects};
