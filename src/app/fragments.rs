//! Small pieces of HTML that pages have in common.

use yew::prelude::*;

use crate::copy::{BUILT_IN, language};

/// Marks text of the packs, which is English, where another language is spoken.
pub fn english(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    if language() == BUILT_IN {
        return text.into();
    }
    html! { <span lang="en">{ text }</span> }
}

/// Quotes somebody else's words.
pub fn quote(words: &str) -> Html {
    html! { <blockquote><p>{ english(format!("“{words}”")) }</p></blockquote> }
}

/// Lists items.
pub fn bullets(items: Vec<Html>) -> Html {
    html! {
        <ul>
            for item in items {
                <li>{ item }</li>
            }
        </ul>
    }
}
