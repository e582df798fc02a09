//! The programs' way in. It touches no page, so it also loads in Node.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::{Catalogue, RolePack};
use crate::contract::{self, ByPlace, ContractError, Pathway, Report, Route};

/// A role of the catalogue, ready for many evaluations.
#[wasm_bindgen]
pub struct Evaluator {
    pack: &'static RolePack,
    places: ByPlace,
}

#[wasm_bindgen]
impl Evaluator {
    /// For the role of that id.
    ///
    /// # Errors
    /// An object with `code` and `message`, of which `engine.js` makes an `EntryCheckerError`.
    #[wasm_bindgen(constructor)]
    pub fn new(role: &str) -> Result<Evaluator, JsValue> {
        let pack = contract::find_role(Catalogue::built_in(), role).map_err(|error| failure(&error))?;
        Ok(Evaluator { pack, places: ByPlace::new(pack) })
    }

    /// The sources and the cautions that reports refer to by their place.
    pub fn lists(&self) -> JsValue {
        outward(&self.places.lists())
    }

    /// A report for a profile. Both are JSON text; the report is packed into lists without keys, which `engine.js`
    /// takes apart. For something so small and so often asked for, text that the browser parses is twice as quick as an
    /// object that is put together from here.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn evaluate(&self, profile: &str) -> Result<String, JsValue> {
        let report = contract::evaluate_pack(Catalogue::built_in(), self.pack, profile, &self.places);
        report.map(|report| packed(&report)).map_err(|error| failure(&error))
    }
}

/// A report as lists of values in the order of the contract's keys.
fn packed(report: &Report<ByPlace>) -> String {
    let routes: Vec<_> = report.routes.iter().map(packed_route).collect();
    let all = (report.role, report.rules_version, routes, report.recommended, &report.next);
    // Our own reports always serialise.
    serde_json::to_string(&all).unwrap_or_default()
}

fn packed_route(route: &Route<ByPlace>) -> impl Serialize {
    let pathways: Vec<_> = route.pathways.iter().map(packed_pathway).collect();
    (route.id, route.outcome, route.pending, pathways, &route.cautions)
}

fn packed_pathway(pathway: &Pathway<ByPlace>) -> impl Serialize {
    let requirements = pathway.requirements.iter().map(|one| (one.id, one.outcome, &one.because, one.source));
    let gaps = pathway.gaps.iter().map(|gap| (gap.requirement, &gap.gain));
    let (requirements, gaps): (Vec<_>, Vec<_>) = (requirements.collect(), gaps.collect());
    (pathway.id, pathway.outcome, pathway.pending, requirements, gaps)
}

/// The built-in roles.
#[wasm_bindgen(js_name = rolesList)]
pub fn roles_list() -> JsValue {
    outward(&contract::roles(Catalogue::built_in()))
}

fn outward(value: &impl Serialize) -> JsValue {
    // Plain objects, as JSON would give them.
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

#[derive(Serialize)]
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
}

fn failure(error: &ContractError) -> JsValue {
    outward(&Failure { code: error.code, message: &error.message })
}
