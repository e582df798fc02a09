//! Something to open, with the browser's own element for it.

use yew::prelude::*;

use crate::app::markup::{tag, words};

/// Something to open: what it says when it is closed, and what is inside.
pub fn details(summary: &'static str, inside: Html) -> Html {
    let parts = vec![tag("summary", "", [words(summary)]), tag("div", "ec-details__body", [inside])];
    tag("details", "ec-details", parts)
}
