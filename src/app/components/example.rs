//! A part of an example, to be written in a person's own words.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::copy;
use crate::journey::notes::{ENOUGH, count, over};

/// Shows a field for a part of an example with the words so far, and tells `onwrite` all of them whenever they change.
pub fn example_field(id: String, label: &str, words: &str, onwrite: Callback<String>) -> Html {
    let oninput = move |event: InputEvent| onwrite.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let count_id = AttrValue::from(format!("{id}-count"));
    let mut counted = copy::count("skills.note.words", count(words), &[("most", &ENOUGH.to_string())]);
    let mut class = "ec-example__count";
    if over(words) > 0 {
        class = "ec-example__count ec-example__count--over";
        counted = [counted, copy::count("skills.note.over", over(words), &[])].join(" ");
    }
    html! {
        <div class="ec-example__part">
            <label for={id.clone()}>{ label }</label>
            <textarea class="ec-input" {id} rows="3" autocomplete="off" aria-describedby={&count_id} value={words.to_string()} {oninput} />
            <p {class} id={&count_id}>{ counted }</p>
        </div>
    }
}
