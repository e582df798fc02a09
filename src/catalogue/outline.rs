//! What the page holds before the rules are there, and the rules once they come.
//!
//! The outlines of the roles are built in, enough to choose one and to begin, so that the page asks its first question
//! without waiting for any rule.

use std::sync::OnceLock;

use super::decode::{Parts, read};
use super::pack::{Accepted, Common, Page, RolePack};
use super::packs::Packs;
use super::subjects::Subjects;
use super::{Catalogue, EVERYTHING, PackAt, keep};
use crate::json::{At, Mistakes};
use crate::rules::{Basis, Role, Source};
use crate::stamp::stamp;

/// The outlines, as the build script writes them.
const OUTLINES: &str = include_str!(concat!(env!("OUT_DIR"), "/outlines.json"));

/// The stamp of the bundle that this was built with, and that the tests have checked.
const STAMP: &str = env!("BUNDLE_STAMP");

impl Catalogue {
    /// The catalogue of the bundle, fetched from beside the page: no other than the one this was built with. So what was
    /// checked then need not be checked here, and no page takes the rules of another version.
    #[inline(never)]
    pub fn delivered(bundle: &'static str) -> Option<Catalogue> {
        if stamp(bundle).to_string() != STAMP {
            return None;
        }
        let mistakes = Mistakes::default();
        let packs = Packs::from_bundle(bundle, &mistakes);
        read(&packs, mistakes, &|_, _| ()).ok()
    }

    /// A catalogue of the built-in roles without their rules: names, divisions and pages.
    pub fn outline() -> &'static Catalogue {
        static OUTLINE: OnceLock<Catalogue> = OnceLock::new();
        OUTLINE.get_or_init(|| {
            // The build script wrote it, and a test compares it with the packs; there is nobody to tell of a mistake.
            let mistakes = Mistakes::default();
            let outlines = keep(mistakes.parse("outlines", OUTLINES));
            let mut roles = Vec::new();
            At::new("outlines", outlines, &mistakes).each(&mut |at| roles.push(role(at)));
            Catalogue {
                roles,
                everything: Role { id: EVERYTHING, routes: Vec::new() },
                common: Common::default(),
                subjects: Subjects::default(),
                parts: Parts::default(),
            }
        })
    }

    /// Whether the rules are there, and not the outlines alone.
    pub fn is_whole(&self) -> bool {
        !self.everything.routes.is_empty()
    }
}

fn role(at: &PackAt) -> RolePack {
    let nowhere = Source { quote: "", url: "", checked: "", basis: Basis::Guidance, reading: None };
    RolePack {
        rules: Role { id: at.text("id"), routes: Vec::new() },
        name: at.text("name"),
        division: at.text("division"),
        rules_version: at.text("rulesVersion"),
        page: Page::read(&at.need("page")),
        routes: Vec::new(),
        accepted: Accepted { text: "", source: nowhere },
        skills: Vec::new(),
        conditional_skills: None,
        duties: Vec::new(),
        values_asked: None,
        opening: at.text_if("opening"),
        specification: None,
        links: Vec::new(),
    }
}
