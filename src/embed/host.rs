//! The functions by which the page around a checker reads it and changes it. JSON goes in and out as text: on the way in it
//! has come through `web/shared/safe-json.js`.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::mount::Mounted;
use crate::app::SharedWithHost;
use crate::catalogue::RolePack;
use crate::contract::{ContractError, Decoded, HostPacks, decode_profile, encode_profile, read_profile, report};
use crate::copy;
use crate::journey::HostEvent;
use crate::rules::evaluate;

thread_local! {
    static PACKS: RefCell<HostPacks> = RefCell::default();
}

#[wasm_bindgen]
impl Mounted {
    /// Sets how the checker is shown: the level of a screen's heading, whether links lead to a new tab, to which page of ours
    /// a link with answers can lead, and whether the page around is told the answers beside the outcomes.
    #[wasm_bindgen(js_name = setDisplayOptions)]
    pub fn set_display_options(&self, level: u8, new_tab: bool, address: Option<String>, shares_answers: bool) {
        self.change_options(|options| {
            (options.heading_level, options.opens_new_tabs) = (level, new_tab);
            options.address = address.map(Into::into);
            options.shared_with_host = if shares_answers { SharedWithHost::Answers } else { SharedWithHost::Outcomes };
        });
    }

    /// Returns the name of the service, in the language of the checker.
    pub fn service(&self) -> String {
        self.speak_own_language();
        copy::text("service.name").to_string()
    }

    /// Returns what the person holds, as far as they have said.
    pub fn profile(&self) -> String {
        json(&encode_profile(&self.catalogue.subjects, &self.state().walk().profile))
    }

    /// Replaces the answers so far by a profile, and shows them all.
    ///
    /// # Errors
    /// A text that begins with the code, `E_PROFILE`.
    #[wasm_bindgen(js_name = setProfile)]
    pub fn set_profile(&self, profile: &str) -> Result<(), JsValue> {
        let profile = decode_profile(&self.catalogue.subjects, profile).map_err(|error| failure(&error))?;
        self.send(HostEvent::SetProfile(Rc::new(profile)));
        Ok(())
    }

    /// Returns the report of the contract for what the person has said; nothing where it is not one role.
    pub fn result(&self) -> Option<String> {
        let state = self.state();
        Some(self.report(state.role()?, &state.walk().profile.clone().into()))
    }

    /// Returns the report for a profile. Nothing is shown or kept.
    ///
    /// # Errors
    /// As for [`Mounted::set_profile`], and `E_ROLE` where it is not one role.
    pub fn evaluate(&self, profile: &str) -> Result<String, JsValue> {
        let decoded = read_profile(&self.catalogue.subjects, profile).map_err(|error| failure(&error))?;
        let role = self.state().role().ok_or("E_ROLE role: the checker is not about one role")?;
        Ok(self.report(role, &decoded))
    }

    /// Checks a role of the page's own, which is JSON text, from its start or from its first question.
    ///
    /// # Errors
    /// A text that begins with the code, `E_PACK`.
    #[wasm_bindgen(js_name = setCustomRole)]
    pub fn set_custom_role(&self, pack: &str, asks: bool) -> Result<(), JsValue> {
        let role = PACKS.with_borrow_mut(|packs| packs.role(self.catalogue, pack)).map_err(|error| failure(&error))?;
        self.send(HostEvent::SetCustomRole(role, if asks { "q/stage" } else { "" }));
        Ok(())
    }

    /// Returns the link that holds the answers; nothing without a page to which it can lead, or where they are too long for one.
    #[wasm_bindgen(js_name = shareLink)]
    pub fn share_link(&self) -> Option<String> {
        let state = self.state();
        let link = state.link().filter(|_| !state.is_own())?;
        Some(format!("{}#{link}", self.options.borrow().address.as_ref()?))
    }

    fn report(&self, role: &RolePack, decoded: &Decoded) -> String {
        self.speak_own_language();
        json(&report(self.catalogue, role, decoded, &evaluate(&role.rules, &decoded.profile)))
    }

    /// Has this program speak the language of this checker: another one on the page may have spoken last.
    fn speak_own_language(&self) {
        copy::speak(&self.options.borrow().language);
    }
}

fn json(value: &impl Serialize) -> String {
    // Our own shapes always serialise.
    serde_json::to_string(value).unwrap_or_default()
}

fn failure(error: &ContractError) -> JsValue {
    error.to_string().into()
}
