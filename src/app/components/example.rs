//! A part of an example, to be written in a person's own words.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::markup::{element, tag, words};
use crate::copy;
use crate::journey::notes::{ENOUGH, count, over};

/// A part of an example: its id on the page, its label, what is written, and what happens at each letter.
///
/// Yew sets the value only where the field has another, so the caret stays where it is. Nothing is cut: what is longer
/// than is easy to tell stays as it is, and the words under the field say so.
pub fn written(id: String, label: &'static str, written: &str, onwrite: Callback<String>) -> Html {
    let oninput = move |event: InputEvent| onwrite.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let count_id = format!("{id}-count");
    let field = html! {
        <textarea class="ec-input" id={id.clone()} rows="3" autocomplete="off"
            aria-describedby={count_id.clone()} value={written.to_string()} {oninput} />
    };
    let mut counted = copy::count("skills.note.words", count(written), &[("most", &ENOUGH.to_string())]);
    let mut class = "ec-example__count";
    if over(written) > 0 {
        class = "ec-example__count ec-example__count--over";
        counted = [counted, copy::count("skills.note.over", over(written), &[])].join(" ");
    }
    let parts = [
        element("label", &["for"], &[id.into()], words(label)),
        field,
        element("p", &["class", "id"], &[class.into(), count_id.into()], words(counted)),
    ];
    tag("div", "ec-example__part", parts)
}
