//! Something to open, with the browser's own element for it.

use yew::prelude::*;

/// The properties of [`Details`].
#[derive(PartialEq, Properties)]
pub struct DetailsProps {
    /// What it says when it is closed.
    pub summary: AttrValue,
    /// What is inside.
    pub children: Html,
}

/// Something to open.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    html! {
        <details class="ec-details">
            <summary>{ &props.summary }</summary>
            <div class="ec-details__body">{ props.children.clone() }</div>
        </details>
    }
}
