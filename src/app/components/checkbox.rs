//! One thing to tick in a list of one's own. It takes effect at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::markup::{element, tag};

/// One thing to tick: its id on the page, what it says, and what happens when it is ticked or the tick is taken away.
pub fn checkbox(id: String, label: Html, ticked: bool, ontick: Callback<bool>) -> Html {
    let onchange = move |event: Event| ontick.emit(event.target_unchecked_into::<HtmlInputElement>().checked());
    let input = html! { <input type="checkbox" id={id.clone()} checked={ticked} {onchange} /> };
    let label = element("label", &["for"], &[id.into()], label);
    tag("div", "ec-option", [input, label])
}
