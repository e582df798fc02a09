//! Something to open, with the browser's own element for it.

use yew::prelude::*;

/// Something to open: what it says when it is closed, and what is inside.
pub fn details(summary: String, inside: Html) -> Html {
    html! {
        <details class="ec-details">
            <summary>{ summary }</summary>
            <div class="ec-details__body">{ inside }</div>
        </details>
    }
}
