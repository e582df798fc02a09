//! Something to open, with the browser's own element for it.

use yew::prelude::*;

/// What it is given.
#[derive(Clone, PartialEq, Properties)]
pub struct DetailsProps {
    /// What it says when it is closed.
    pub summary: Html,
    /// What is inside.
    pub children: Html,
}

/// Something to open.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    html! {
        <details class="ec-details">
            <summary>{ props.summary.clone() }</summary>
            <div class="ec-details__body">{ props.children.clone() }</div>
        </details>
    }
}
