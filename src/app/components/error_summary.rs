//! The box above a question that says what went wrong. It takes the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Heading, HeadingLevel};
use crate::copy::text;

/// Shows what went wrong, with a link to the field that is to be mended.
pub fn error_summary(message: &'static str, field: AttrValue) -> Html {
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
            <Heading level={HeadingLevel::Section} id="ec-error-title">{ text("error.title") }</Heading>
            <p><a {href} {onclick}>{ message }</a></p>
        </div>
    }
}
