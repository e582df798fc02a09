//! What a page asks of the checker that is on it, and how it has it shown. JSON goes in and out as text: on the way in it
//! has come through `web/shared/safe-json.js`.

use std::cell::RefCell;
use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::mount::Mounted;
use crate::app::HostIsTold;
use crate::catalogue::RolePack;
use crate::contract::{ContractError, Decoded, HostPacks, decode_profile, encode_profile, read_profile, report};
use crate::copy;
use crate::journey::Action;
use crate::rules::evaluate;

thread_local! {
    static PACKS: RefCell<HostPacks> = RefCell::default();
}

#[wasm_bindgen]
impl Mounted {
    /// How it is shown from here on: the level of a screen's heading, whether links lead to a new tab, to which page of ours a
    /// link with answers can lead, and whether the page around is told the answers beside the outcomes.
    pub fn manner(&self, level: u8, new_tab: bool, address: Option<String>, tells_answers: bool) {
        let mut manner = self.manner.borrow_mut();
        (manner.level, manner.new_tab, manner.address) = (level, new_tab, address.map(Into::into));
        manner.told = if tells_answers { HostIsTold::Answers } else { HostIsTold::Outcomes };
        self.handle.send_message(Action::Reword);
    }

    /// The name of the service.
    pub fn service(&self) -> String {
        self.manner.borrow().take_up();
        copy::text("service.name").to_string()
    }

    /// What the person holds, as far as they have said.
    pub fn profile(&self) -> Option<String> {
        let checker = self.handle.get_component()?;
        let state = checker.state();
        Some(json(&encode_profile(&self.catalogue.subjects, &state.walk().profile)))
    }

    /// Takes up a profile in the place of the answers so far, and shows them all.
    ///
    /// # Errors
    /// A text that begins with the code, `E_PROFILE`.
    pub fn take(&self, profile: &str) -> Result<(), JsValue> {
        let profile = decode_profile(&self.catalogue.subjects, profile).map_err(|error| failure(&error))?;
        self.act(Action::Take(Rc::new(profile)));
        Ok(())
    }

    /// The report of the contract for what the person has said; nothing where it is not one role.
    pub fn result(&self) -> Option<String> {
        let checker = self.handle.get_component()?;
        let state = checker.state();
        Some(self.report(state.role()?, &state.walk().profile.clone().into()))
    }

    /// The report for a profile. Nothing is shown or kept.
    ///
    /// # Errors
    /// As for [`Mounted::take`], and `E_ROLE` where it is not one role.
    pub fn evaluate(&self, profile: &str) -> Result<String, JsValue> {
        let decoded = read_profile(&self.catalogue.subjects, profile).map_err(|error| failure(&error))?;
        let role = self.handle.get_component().and_then(|checker| checker.state().role());
        let role = role.ok_or("E_ROLE role: the checker is not about one role")?;
        Ok(self.report(role, &decoded))
    }

    /// Takes up a role of the page's own, which is JSON text, at its start or at its first question.
    ///
    /// # Errors
    /// A text that begins with the code, `E_PACK`.
    pub fn adopt(&self, pack: &str, ask: bool) -> Result<(), JsValue> {
        let role = PACKS.with_borrow_mut(|packs| packs.role(self.catalogue, pack)).map_err(|error| failure(&error))?;
        self.act(Action::Adopt(role, if ask { "q/stage" } else { "" }));
        Ok(())
    }

    /// The link that holds the answers; nothing without a page to which it can lead, or where they are too long for one.
    #[wasm_bindgen(js_name = shareLink)]
    pub fn share_link(&self) -> Option<String> {
        let checker = self.handle.get_component()?;
        let state = checker.state();
        let link = state.link().filter(|_| !state.is_own())?;
        Some(format!("{}#{link}", self.manner.borrow().address.as_ref()?))
    }

    /// Does something at once, so that whoever looks after that sees it done; or where it is not drawn yet, first of all.
    pub(super) fn act(&self, action: Action) {
        match self.handle.get_component() {
            Some(checker) => checker.act(action),
            None => return self.handle.send_message(action),
        }
        self.handle.send_message(Action::Reword);
    }

    fn report(&self, role: &RolePack, decoded: &Decoded) -> String {
        self.manner.borrow().take_up();
        json(&report(self.catalogue, role, decoded, &evaluate(&role.rules, &decoded.profile)))
    }
}

fn json(value: &impl Serialize) -> String {
    // Our own shapes always serialise.
    serde_json::to_string(value).unwrap_or_default()
}

fn failure(error: &ContractError) -> JsValue {
    error.to_string().into()
}
