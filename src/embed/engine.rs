//! The programs' way in. It touches no page, so it also loads in Node.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::contract::{self, ByPlace, ContractError, Lists};

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
        let lists: Lists = self.places.lists();
        outward(&lists)
    }

    /// A report for a profile, both as JSON text: for something so small and so often asked, text that the browser
    /// parses is twice as quick as an object put together from here.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn evaluate(&self, profile: &str) -> Result<String, JsValue> {
        let report = contract::evaluate_pack(Catalogue::built_in(), self.pack, profile, &self.places);
        // Our own reports always serialise.
        report.map(|report| serde_json::to_string(&report).unwrap_or_default()).map_err(|error| failure(&error))
    }
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
