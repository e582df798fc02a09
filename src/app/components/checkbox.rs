//! One thing to tick in a list of one's own. It takes effect at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What it is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CheckboxProps {
    /// Its id on the page.
    pub id: AttrValue,
    /// What it says.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub ticked: bool,
    /// What happens when that changes.
    pub ontick: Callback<bool>,
}

/// One thing to tick.
#[component]
pub fn Checkbox(props: &CheckboxProps) -> Html {
    let onchange = props.ontick.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="ec-option">
            <input type="checkbox" id={props.id.clone()} checked={props.ticked} {onchange} />
            <label for={props.id.clone()}>{ props.label.clone() }</label>
        </div>
    }
}
