//! The head of a part of a page.

use yew::prelude::*;

use crate::app::PageText;
use crate::app::components::{HeadingLevel, heading};

/// Heads a part of a page with the sentences of two keys: a heading, and what it is about.
pub fn section_head(text: &PageText, level: HeadingLevel, title: &str, lead: &str) -> Html {
    html! {
        <>
            { heading(level, text.get(title)) }
            <p>{ text.get(lead) }</p>
        </>
    }
}
