//! The box above a question that says what went wrong. It takes the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::app::markup::{h2_named, say};

/// The summary of one error: the message, the same as beside the field, and the id of the field to go to.
pub fn error_summary(message: &'static str, field: String) -> Html {
    let href = format!("#{field}");
    // A link to "#id" would write to the address of a host page and, inside a shadow root, move no focus.
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        let screen = event.target_dyn_into::<Element>().and_then(|link| link.closest(".ec-screen").ok().flatten());
        let found = screen.and_then(|screen| screen.query_selector(&format!("[id='{field}']")).ok().flatten());
        if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            // A field that cannot take the focus leaves it on the link.
            let _ = field.focus();
        }
    };
    html! {
        <div class="ec-error-summary" tabindex="-1" role="alert" aria-labelledby="ec-error-title">
            { h2_named("ec-error-title".into(), say("error.title")) }
            <p><a {href} {onclick}>{ message }</a></p>
        </div>
    }
}
