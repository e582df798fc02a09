//! What programs call. It touches no page, so it also loads in Node.
//!
//! Profiles and packs come in as JSON text, which `web/shared/safe-json.js` writes from their own keys. Everything goes out as a value
//! that serde-wasm-bindgen makes. `builder/src/assignments.rs` changes the glue, so that a value is right whatever a page
//! has put on every object.

use std::cell::RefCell;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::catalogue::{Catalogue, RolePack};
use crate::contract::{self, ContractError, HostPacks};
use crate::rules::Role;

thread_local! {
    static PACKS: RefCell<HostPacks> = RefCell::default();
}

/// Returns the role of a host's pack, which is JSON text.
fn host_role(pack: &str) -> Result<&'static RolePack, JsValue> {
    PACKS.with_borrow_mut(|packs| packs.role(Catalogue::built_in(), pack)).map_err(|error| refusal(&error))
}

/// A role, ready for many evaluations.
#[wasm_bindgen]
pub struct Evaluator(&'static RolePack);

#[wasm_bindgen]
impl Evaluator {
    /// Finds the built-in role of that id.
    ///
    /// # Errors
    /// Throws a [`ContractError`] as an object, of which `engine.js` makes an `EntryCheckerError`.
    #[wasm_bindgen(constructor)]
    pub fn new(role: &str) -> Result<Evaluator, JsValue> {
        contract::find_role(Catalogue::built_in(), role).map(Evaluator).map_err(|error| refusal(&error))
    }

    /// Reads the role of a host's pack.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    #[wasm_bindgen(js_name = ofPack)]
    pub fn of_pack(pack: &str) -> Result<Evaluator, JsValue> {
        host_role(pack).map(Evaluator)
    }

    /// Returns the report for a profile, which is JSON text.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn evaluate(&self, profile: &str) -> Result<JsValue, JsValue> {
        let report = contract::evaluate_pack(Catalogue::built_in(), self.0, profile);
        value(&report.map_err(|error| refusal(&error))?)
    }
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
    /// Begins with the built-in roles.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript calls it")]
    pub fn new() -> Comparer {
        Comparer { roles: Catalogue::built_in().roles.iter().collect(), rules: Vec::new() }
    }

    /// Adds the role of a host's pack.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn add(&mut self, pack: &str) -> Result<(), JsValue> {
        self.roles.push(host_role(pack)?);
        Ok(())
    }

    /// Copies the rules, once all roles are added.
    pub fn gather(&mut self) {
        self.rules = self.roles.iter().map(|role| role.rules.clone()).collect();
    }

    /// Returns how a profile, which is JSON text, stands to each role, best first.
    ///
    /// # Errors
    /// As for [`Evaluator::new`].
    pub fn compare(&self, profile: &str) -> Result<JsValue, JsValue> {
        let profile = contract::decode_profile(&Catalogue::built_in().subjects, profile);
        let profile = profile.map_err(|error| refusal(&error))?;
        value(&contract::compare(self.roles.iter().copied().zip(&self.rules), &profile))
    }
}

/// Lists the built-in roles.
///
/// # Errors
/// None is expected: our own types always serialise.
#[wasm_bindgen(js_name = rolesList)]
pub fn roles_list() -> Result<JsValue, JsValue> {
    value(&contract::roles(Catalogue::built_in()))
}

/// Makes a JavaScript value as `JSON.parse` would make it of the same value's JSON: plain objects, and `null` for `None`.
fn value(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Makes the object that is thrown for a mistake of the caller's.
fn refusal(error: &ContractError) -> JsValue {
    value(error).unwrap_or_else(|fault| fault)
}
