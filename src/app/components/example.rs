//! A part of an example, to be written in a person's own words.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::markup::{element, tag, words, wrap};
use crate::copy;
use crate::journey::notes::{LONGEST, count};

/// A part of an example: its id on the page, its label, what is written, and what happens at each letter.
///
/// Yew sets the value only where the field has another, so the caret stays where it is. The words stand there a second
/// time for copies and for paper, where a field would show only its first lines.
#[inline(never)]
pub fn written(id: String, label: &'static str, written: &str, onwrite: Callback<String>) -> Html {
    let oninput = move |event: InputEvent| onwrite.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let count_id = format!("{id}-count");
    let field = html! {
        <textarea class="ec-input" id={id.clone()} rows="3" maxlength={LONGEST.to_string()}
            aria-describedby={count_id.clone()} value={written.to_string()} {oninput} />
    };
    let counted = words(copy::count("skills.note.words", count(written), &[]));
    // Always there, empty or not: Yew would make the field anew where the number of its neighbours changes.
    let said = [words(label), words(": "), words(written.to_string())];
    let said = if written.is_empty() { Html::default() } else { tag("p", "", said) };
    let parts = [
        element("label", &["for"], &[id.into()], words(label)),
        field,
        element("p", &["class", "id"], &["ec-example__count".into(), count_id.into()], counted),
        wrap("div", "ec-example__said", said),
    ];
    tag("div", "ec-example", parts)
}
