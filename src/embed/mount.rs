//! The page's way in.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{Checker, CheckerProps};
use crate::catalogue::Catalogue;
use crate::copy;
use crate::journey::Action;

/// A checker on a page.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Checker>);

#[wasm_bindgen]
impl Mounted {
    /// Hands over `catalogue.json` and `sentences.json`; `false` where one is broken or of another version. They are kept
    /// for as long as the program runs.
    pub fn deliver(&self, catalogue: String, sentences: String) -> bool {
        let [catalogue, sentences] = [catalogue, sentences].map(|text| &*Box::leak(text.into_boxed_str()));
        let Some(catalogue) = Catalogue::delivered(catalogue).filter(|_| copy::deliver(sentences)) else {
            return false;
        };
        self.0.send_message(Action::Deliver(Box::leak(Box::new(catalogue))));
        true
    }
}

/// Mounts the checker on an element, for a role, for all of them (`all`), or for the choice of one (empty). It asks its
/// first question at once, and needs the catalogue to go on. `standalone` lets it follow the screen with the address and
/// title of the page.
#[wasm_bindgen]
pub fn mount(root: Element, role: &str, standalone: bool) -> Mounted {
    let props = CheckerProps { role: role.to_string().into(), standalone, state: None };
    Mounted(yew::Renderer::<Checker>::with_root_and_props(root, props).render())
}
