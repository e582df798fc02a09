//! Markup in few words, for the pages.
//!
//! Out of line on purpose: an element written with `html!` costs the wasm 200 to 400 bytes wherever it stands, a call
//! of one of these about 40. Elements with more than a class are written with `html!`, once each, in `components`.

use yew::prelude::*;
use yew::virtual_dom::VText;

use crate::copy::text;

/// The words of a key of the copy deck.
#[inline(never)]
pub fn say(key: &str) -> Html {
    words(text(key))
}

/// Other words.
#[inline(never)]
pub fn words(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// Several things, one after the other.
#[inline(never)]
pub fn all(parts: Vec<Html>) -> Html {
    parts.into_iter().collect()
}

/// An element with a class, which may be empty, and what is in it.
#[inline(never)]
pub fn tag(name: &'static str, class: &'static str, parts: Vec<Html>) -> Html {
    wrap(name, class, all(parts))
}

/// An element with a class, which may be empty, around one thing.
#[inline(never)]
pub fn wrap(name: &'static str, class: &'static str, part: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{name} {class}>{ part }</@> }
}

/// A paragraph.
#[inline(never)]
pub fn p(said: Html) -> Html {
    wrap("p", "", said)
}

/// A bulleted list; nothing where it would be empty.
#[inline(never)]
pub fn bullets(items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    tag("ul", "", items.into_iter().map(|item| wrap("li", "", item)).collect())
}

/// The heading of a page, which takes the focus when the page appears.
#[inline(never)]
pub fn heading(said: Html) -> Html {
    html! { <h1 tabindex="-1">{ said }</h1> }
}

/// A heading of a part of a page.
#[inline(never)]
pub fn h2(said: Html) -> Html {
    wrap("h2", "", said)
}

/// A heading of a part of that.
#[inline(never)]
pub fn h3(said: Html) -> Html {
    wrap("h3", "", said)
}

/// Words that are there to be heard and not to be seen.
#[inline(never)]
pub fn hidden(said: Html) -> Html {
    wrap("span", "ec-hidden", said)
}

/// Somebody else's words.
#[inline(never)]
pub fn quote(said: &str) -> Html {
    wrap("blockquote", "", p(words(format!("“{said}”"))))
}

/// A link out of the checker.
#[inline(never)]
pub fn link(url: &'static str, said: &'static str) -> Html {
    html! { <a href={url} rel="noreferrer noopener">{ words(said) }</a> }
}
