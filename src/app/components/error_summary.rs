//! The box above a question that says what went wrong. It takes the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::copy::text;

/// What it is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ErrorSummaryProps {
    /// The message, the same as beside the field.
    pub message: AttrValue,
    /// The id of the field to go to.
    pub field: AttrValue,
}

/// The error summary.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let summary = use_node_ref();
    // A link to "#id" would write to the address of a host page and, inside a shadow root, move no focus.
    let onclick = {
        let (summary, field) = (summary.clone(), props.field.clone());
        move |event: MouseEvent| {
            event.prevent_default();
            let screen = summary.cast::<Element>().and_then(|summary| summary.closest(".ec-screen").ok().flatten());
            let field = screen.and_then(|screen| screen.query_selector(&format!("[id='{field}']")).ok().flatten());
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                // A field that cannot take the focus leaves it on the link.
                let _ = field.focus();
            }
        }
    };
    html! {
        <div class="ec-error-summary" ref={summary} tabindex="-1" role="alert" aria-labelledby="ec-error-title">
            <h2 id="ec-error-title">{ text("error.title") }</h2>
            <p><a href={format!("#{}", props.field)} {onclick}>{ props.message.clone() }</a></p>
        </div>
    }
}
