//! Something to open, with the browser's own element for it.

use yew::prelude::*;

/// The properties of [`Details`].
#[derive(PartialEq, Properties)]
pub struct DetailsProps {
    /// The line that is shown whether it is open or closed.
    pub summary: AttrValue,
    /// What a person sees once it is open.
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

/// Shows something to open.
pub fn details(summary: impl Into<AttrValue>, children: Html) -> Html {
    html! { <Details summary={summary.into()}>{ children }</Details> }
}
