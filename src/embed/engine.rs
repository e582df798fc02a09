//! The programs' way in. It touches no page, so it also loads in Node.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::contract::{self, ByPlace, ContractError, Pathway, Report, Route};

/// A role of the catalogue, ready for many evaluations.
#[wasm_bindgen]
pub struct Evaluator {
    pack: &'static crate::catalogue::RolePack,
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
    let requirements = |pathway: &'_ Pathway<ByPlace>| -> Vec<_> {
        pathway.requirements.iter().map(|one| (one.id, one.outcome, one.because.clone(), one.source)).collect()
    };
    let gaps = |pathway: &'_ Pathway<ByPlace>| -> Vec<_> {
        pathway.gaps.iter().map(|gap| (gap.requirement, gap.gain.clone())).collect()
    };
    let pathways = |route: &'_ Route<ByPlace>| -> Vec<_> {
        let one = |pathway: &Pathway<ByPlace>| {
            (pathway.id, pathway.outcome, pathway.pending, requirements(pathway), gaps(pathway))
        };
        route.pathways.iter().map(one).collect()
    };
    let route =
        |route: &Route<ByPlace>| (route.id, route.outcome, route.pending, pathways(route), route.cautions.clone());
    let routes: Vec<_> = report.routes.iter().map(route).collect();
    let all = (report.role, report.rules_version, routes, report.recommended, &report.next);
    // Our own reports always serialise.
    serde_json::to_string(&all).unwrap_or_default()
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
