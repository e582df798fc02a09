//! The only place that speaks JavaScript.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[function_component(Stub)]
fn stub() -> Html {
    html! { <main id="main"><h1>{ "Entry checker" }</h1></main> }
}

/// Mounts the checker on an element.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element) {
    yew::Renderer::<Stub>::with_root(root).render();
}
