//! The catalogue: packs from `roles/`, decoded and checked once.
//!
//! Pure. It knows of JSON and of `rules`, and nothing of people's answers, of sentences in the copy deck, or of
//! browsers.

mod decode;
mod pack;
mod programme;
mod search;
mod subjects;

use std::sync::OnceLock;

pub use decode::decode;
pub use pack::{Claim, Link, Page, PathwayText, Quoted, RolePack, RouteText, SkillGroup, Value, Values};
pub use subjects::Subjects;

use crate::json::{At, Value as Json};

/// The packs that are built in, as the build script lists them.
mod built_in {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

/// A file: its name and its text.
pub type File = (&'static str, &'static str);

/// The packs. Their words are kept for as long as the program runs, so nothing of them is ever copied.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// One file a role.
    pub roles: &'a [File],
    /// One file a programme, which many roles share.
    pub programmes: &'a [File],
    /// One file a division: what each degree subject is to it.
    pub divisions: &'a [File],
    /// The subject tables.
    pub subjects: &'a [File],
    /// What all roles share.
    pub shared: &'a [File],
}

/// A place in a pack.
type PackAt<'p> = At<'static, 'p>;

/// Keeps what was parsed for as long as the program runs.
fn keep(value: Json<'static>) -> &'static Json<'static> {
    Box::leak(Box::new(value))
}

impl Files<'static> {
    /// The packs under `roles/`.
    pub const BUILT_IN: Files<'static> = Files {
        roles: built_in::ROLES,
        programmes: built_in::PROGRAMMES,
        divisions: built_in::DIVISIONS,
        subjects: built_in::SUBJECTS,
        shared: built_in::SHARED,
    };
}

/// Every role, and what they share.
#[derive(Debug)]
pub struct Catalogue {
    /// The roles.
    pub roles: Vec<RolePack>,
    /// The six values.
    pub values: Values,
    /// The subject tables.
    pub subjects: Subjects,
}

impl Catalogue {
    /// The built-in catalogue, decoded at first use.
    pub fn built_in() -> &'static Catalogue {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| match decode(&Files::BUILT_IN) {
            Ok(catalogue) => catalogue,
            // The tests decode the built-in packs, so a build that passes them never comes here.
            #[expect(clippy::panic, reason = "a pack that is built in and wrong is a mistake of the build")]
            Err(mistakes) => panic!("{}", mistakes[0]),
        })
    }

    /// The role of that id.
    pub fn role(&self, id: &str) -> Option<&RolePack> {
        self.roles.iter().find(|role| role.rules.id == id)
    }
}
