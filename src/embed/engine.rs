//! The programs' way in. It touches no page, so it also loads in Node.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::catalogue::Catalogue;
use crate::contract::{self, ContractError};

/// A report for a profile, which is JSON that the front door in `engine.js` has let in.
///
/// # Errors
/// An object with `code` and `message`, of which `engine.js` makes an `EntryCheckerError`.
#[wasm_bindgen(js_name = evaluateJson)]
pub fn evaluate_json(profile: &str, role: &str) -> Result<JsValue, JsValue> {
    contract::evaluate_json(Catalogue::built_in(), profile, role)
        .map(|report| outward(&report))
        .map_err(|error| failure(&error))
}

/// The built-in roles.
#[wasm_bindgen(js_name = rolesList)]
pub fn roles_list() -> JsValue {
    outward(&contract::roles(Catalogue::built_in()))
}

fn outward(value: &impl Serialize) -> JsValue {
    // Plain objects, as JSON would give them. Our own reports always serialise.
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
