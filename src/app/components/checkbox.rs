//! One thing to tick in a list of one's own. It takes effect at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Shows one thing to tick, and tells `ontick` when it is ticked and when the tick is taken away.
pub fn checkbox(id: String, is_ticked: bool, ontick: Callback<bool>, label: Html) -> Html {
    let id = AttrValue::from(id);
    let onchange = move |event: Event| ontick.emit(event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="ec-option">
            <input type="checkbox" id={&id} checked={is_ticked} {onchange} />
            <label for={id}>{ label }</label>
        </div>
    }
}
