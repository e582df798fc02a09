//! Where a catalogue comes from: the bundle that the build script writes, the same as it was fetched, or files.

use std::sync::OnceLock;

use super::all_roles::Catalogue;
use super::decode::{decode, read};
use super::packs::{File, Packs};
use crate::json::{Mistake, Mistakes};
use crate::stamp::stamp;

/// The packs under `roles/`, as the build script puts them together: an object from the names of their files to what
/// stands in them. The page's wasm does not hold it: `cargo xtask build` puts it beside the page, which fetches it.
pub const BUNDLE: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// The stamp of [`BUNDLE`], by which the page knows the rules that it was built with.
const BUNDLE_STAMP: &str = env!("BUNDLE_STAMP");

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

    /// Reads [`BUNDLE`] as it was fetched from beside the page; `None` where it is any other text. The tests have checked
    /// the bundle that the page was built with, so it is not checked again in the browser.
    pub fn from_fetched(bundle: &'static str) -> Option<Catalogue> {
        if stamp(bundle).to_string() != BUNDLE_STAMP {
            return None;
        }
        let mistakes = Mistakes::default();
        let packs = Packs::from_bundle(bundle, &mistakes);
        read(&packs, mistakes, &|_, _| ()).ok()
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
}
