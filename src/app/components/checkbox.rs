//! One thing to tick in a list of one's own. It takes effect at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One thing to tick: its id on the page, what it says, and what happens when it is ticked or the tick is taken away.
#[inline(never)]
pub fn checkbox(id: String, label: AttrValue, ticked: bool, ontick: Callback<bool>) -> Html {
    let onchange = move |event: Event| ontick.emit(event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <div class="ec-option">
            <input type="checkbox" id={id.clone()} checked={ticked} {onchange} />
            <label for={id}>{ label }</label>
        </div>
    }
}
