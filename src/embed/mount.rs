//! The page's way in.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::app::{Checker, CheckerProps};

/// Mounts the checker on an element. `standalone` lets it follow the screen with the address and title of the page.
#[wasm_bindgen]
pub fn mount(root: Element, role: &str, standalone: bool) {
    let props = CheckerProps { role: role.to_string().into(), standalone, state: None };
    yew::Renderer::<Checker>::with_root_and_props(root, props).render();
}
