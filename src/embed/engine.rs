//! The programs' way in. It touches no page, so it also loads in Node.

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::{Catalogue, RolePack};
use crate::contract::{self, ByPlace, Compared, ContractError, HostPacks, Pathway, Report, Route};
use crate::rules::Role;

thread_local! {
    static PACKS: RefCell<HostPacks> = RefCell::default();
}

/// The role of a host's pack, which is JSON text.
fn host_role(pack: &str) -> Result<&'static RolePack, JsValue> {
    PACKS.with_borrow_mut(|packs| packs.role(Catalogue::built_in(), pack)).map_err(|error| failure(&error))
}

/// A role, ready for many evaluations.
#[wasm_bindgen]
pub struct Evaluator {
    role: &'static RolePack,
    places: ByPlace,
}

#[wasm_bindgen]
impl Evaluator {
    /// For the built-in role of that id.
    ///
    /// # Errors
    /// A text that begins with the code, of which `engine.js` makes an `EntryCheckerError`.
    #[wasm_bindgen(constructor)]
    pub fn new(role: &str) -> Result<Evaluator, JsValue> {
        contract::find_role(Catalogue::built_in(), role).map(Evaluator::of).map_err(|error| failure(&error))
    }

    /// For the role of a host's pack.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    #[wasm_bindgen(js_name = ofPack)]
    pub fn of_pack(pack: &str) -> Result<Evaluator, JsValue> {
        host_role(pack).map(Evaluator::of)
    }

    fn of(role: &'static RolePack) -> Evaluator {
        Evaluator { role, places: ByPlace::new(role) }
    }

    /// The sources and the cautions that reports refer to by their place, as JSON text.
    pub fn lists(&self) -> String {
        json(&self.places.lists())
    }

    /// A report for a profile. Both are JSON text; the report is packed into lists without keys, which `engine.js`
    /// takes apart. For something so small and so often asked for, text that the browser parses is twice as quick as an
    /// object that is put together from here.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn evaluate(&self, profile: &str) -> Result<String, JsValue> {
        let report = contract::evaluate_pack(Catalogue::built_in(), self.role, profile, &self.places);
        report.map(|report| packed(&report)).map_err(|error| failure(&error))
    }
}

/// A report as lists of values in the order of the contract's keys.
fn packed(report: &Report<ByPlace>) -> String {
    let routes: Vec<_> = report.routes.iter().map(packed_route).collect();
    let all = (report.role, report.rules_version, routes, report.recommended, &report.next, &report.understood);
    json(&all)
}

fn packed_route(route: &Route<ByPlace>) -> impl Serialize {
    let pathways: Vec<_> = route.pathways.iter().map(packed_pathway).collect();
    (route.id, route.outcome, route.pending, pathways, &route.cautions)
}

fn packed_pathway(pathway: &Pathway<ByPlace>) -> impl Serialize {
    let requirements =
        pathway.requirements.iter().map(|one| (one.id, one.outcome, &one.because, one.source, &one.reason));
    let gaps = pathway.gaps.iter().map(|gap| (gap.requirement, &gap.gain));
    let (requirements, gaps): (Vec<_>, Vec<_>) = (requirements.collect(), gaps.collect());
    (pathway.id, pathway.outcome, pathway.pending, requirements, gaps, &pathway.plan)
}

/// Some roles, to be compared for one profile after the other.
#[wasm_bindgen]
pub struct Comparer {
    roles: Vec<&'static RolePack>,
    /// Their rules once more, copied one after the other: where they were decoded they lie far apart, and a thousand are
    /// gone through several times as fast when they lie close.
    rules: Vec<Role>,
}

#[wasm_bindgen]
impl Comparer {
    /// For the built-in roles.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript calls it")]
    pub fn new() -> Comparer {
        Comparer { roles: Catalogue::built_in().roles.iter().collect(), rules: Vec::new() }
    }

    /// For the role of a host's pack too.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn add(&mut self, pack: &str) -> Result<(), JsValue> {
        self.roles.push(host_role(pack)?);
        Ok(())
    }

    /// That is all of them.
    pub fn gather(&mut self) {
        self.rules = self.roles.iter().map(|role| role.rules.clone()).collect();
    }

    /// The roles, which comparisons refer to by their place, as JSON text.
    pub fn lists(&self) -> String {
        json(&self.roles.iter().map(|role| Compared::new(role)).collect::<Vec<_>>())
    }

    /// How a profile, which is JSON text, stands to the roles, as JSON text that `engine.js` takes apart.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn compare(&self, profile: &str) -> Result<String, JsValue> {
        let profile = contract::decode_profile(&Catalogue::built_in().subjects, profile);
        let profile = profile.map_err(|error| failure(&error))?;
        Ok(json(&contract::compare(&self.rules, &profile)))
    }
}

/// The built-in roles, as JSON text.
#[wasm_bindgen(js_name = rolesList)]
pub fn roles_list() -> String {
    json(&contract::roles(Catalogue::built_in()))
}

/// All goes out as text: an object that is put together key by key from here comes out otherwise on a page that has put
/// setters on every object.
fn json(value: &impl Serialize) -> String {
    // Our own shapes always serialise.
    serde_json::to_string(value).unwrap_or_default()
}

fn failure(error: &ContractError) -> JsValue {
    error.to_string().into()
}
