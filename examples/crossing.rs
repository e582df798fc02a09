//! The two ways in which a report can reach JavaScript: as JSON text that the caller parses, and as a value that
//! serde-wasm-bindgen makes. `benches/crossing.mjs` compiles this for the browser and times one beside the other.

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::{Report, evaluate_json};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The same as in `src/bin/engine.rs`.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

fn report(profile: &str, role: &str) -> Result<Report, JsError> {
    Ok(evaluate_json(Catalogue::built_in(), profile, role)?)
}

/// Returns the report as JSON text.
///
/// # Errors
/// Throws where the profile or the role is wrong.
#[wasm_bindgen(js_name = asText)]
pub fn as_text(profile: &str, role: &str) -> Result<String, JsError> {
    Ok(serde_json::to_string(&report(profile, role)?)?)
}

/// Returns the report as a value.
///
/// # Errors
/// As for [`as_text`].
#[wasm_bindgen(js_name = asValue)]
pub fn as_value(profile: &str, role: &str) -> Result<JsValue, JsError> {
    Ok(report(profile, role)?.serialize(&Serializer::json_compatible())?)
}

/// Makes the report and returns its number of routes: what both ways have in common.
///
/// # Errors
/// As for [`as_text`].
#[wasm_bindgen(js_name = notAtAll)]
pub fn not_at_all(profile: &str, role: &str) -> Result<usize, JsError> {
    Ok(report(profile, role)?.routes.len())
}
