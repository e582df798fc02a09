//! The catalogue: packs from `roles/`, decoded and checked once.
//!
//! Pure. It knows of JSON and of `rules`, and nothing of people's answers, of sentences in the copy deck, or of
//! browsers.

mod decode;
mod fold;
mod outline;
mod pack;
mod packs;
mod programme;
mod search;
pub mod shapes;
mod source;
mod spellings;
mod subjects;

use std::sync::OnceLock;

pub use decode::{decode, decode_role};
pub use fold::fold;
pub use pack::{
    Accepted, CONDITION, Claim, Common, Link, Page, PathwayText, Quoted, RolePack, RouteText, SkillGroup, Value, Way,
};
pub use packs::{File, Packs};
pub use subjects::{ReadSubject, Subjects};

use crate::json::{Mistake, Mistakes};
use crate::rules::Role;
use crate::rules::profile::MAX_SUBJECT;
use decode::Parts;
use packs::{PackAt, keep};
use search::{Folded, Typed};

/// The packs under `roles/`, as the build script puts them together: an object from the names of their files to what
/// stands in them. The page's wasm does not hold it: `cargo xtask build` puts it beside the page, which fetches it.
pub const BUNDLE: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// The id of the role that has the routes of all roles; no role of the catalogue has it.
pub const EVERYTHING: &str = "all";

/// Every role, and what they share.
#[derive(Debug)]
pub struct Catalogue {
    /// The roles.
    pub roles: Vec<RolePack>,
    /// The routes of all of them, to ask about every role at once.
    pub everything: Role,
    /// What all roles share.
    pub common: Common,
    /// The subject tables.
    pub subjects: Subjects,
    /// What a further role can be made from.
    parts: Parts,
}

impl Catalogue {
    /// The catalogue of a bundle such as [`BUNDLE`].
    ///
    /// # Errors
    /// Every mistake, with its file, its path, and the mend.
    pub fn from_bundle(bundle: &'static str) -> Result<Catalogue, Vec<Mistake>> {
        let mistakes = Mistakes::default();
        let packs = Packs::from_bundle(bundle, &mistakes);
        decode(&packs, mistakes)
    }

    /// The catalogue of some files.
    ///
    /// # Errors
    /// Every mistake, with its file, its path, and the mend.
    pub fn from_files(files: &[File]) -> Result<Catalogue, Vec<Mistake>> {
        let mistakes = Mistakes::default();
        let packs = Packs::from_files(files, &mistakes);
        decode(&packs, mistakes)
    }

    /// The built-in catalogue, decoded at first use.
    pub fn built_in() -> &'static Catalogue {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| match Catalogue::from_bundle(BUNDLE) {
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

    /// The roles that a person may mean, by their names and those of their divisions; all of them where nothing is
    /// typed that could name one.
    pub fn roles_like(&self, typed: &str) -> Vec<&RolePack> {
        // As with subjects, no more is looked at than a name could be.
        let typed = Typed::new(&typed.chars().take(MAX_SUBJECT).collect::<String>());
        let like = |with_errors: bool| {
            let fits = |name: &str| typed.is_empty() || typed.rank(&Folded::new(name), false, with_errors).is_some();
            self.roles.iter().filter(|role| fits(role.name) || fits(role.division)).collect::<Vec<_>>()
        };
        let found = like(false);
        // As with subjects, typing errors are only looked for where nothing fits as it stands.
        if found.is_empty() { like(true) } else { found }
    }
}
