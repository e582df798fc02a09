//! Markup in few words, for the pages.
//!
//! Out of line on purpose: an element written with `html!` costs the wasm 200 to 400 bytes wherever it stands, a call
//! of one of these about 40. Elements with more than a class are written with `html!`, once each, in `components`.

use yew::prelude::*;
use yew::virtual_dom::VText;

/// Words.
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
    let class = (!class.is_empty()).then_some(class);
    html! { <@{name} {class}>{ all(parts) }</@> }
}

/// A paragraph.
#[inline(never)]
pub fn p(said: impl Into<AttrValue>) -> Html {
    tag("p", "", vec![words(said)])
}

/// A paragraph with a class.
#[inline(never)]
pub fn p_of(class: &'static str, said: impl Into<AttrValue>) -> Html {
    tag("p", class, vec![words(said)])
}

/// A bulleted list; nothing where it would be empty.
#[inline(never)]
pub fn bullets(items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    tag("ul", "", items.into_iter().map(|item| tag("li", "", vec![item])).collect())
}

/// The heading of a page, which takes the focus when the page appears.
#[inline(never)]
pub fn heading(said: impl Into<AttrValue>) -> Html {
    html! { <h1 tabindex="-1">{ words(said) }</h1> }
}

/// A heading of a part of a page.
#[inline(never)]
pub fn h2(said: impl Into<AttrValue>) -> Html {
    tag("h2", "", vec![words(said)])
}

/// A heading of a part of that.
#[inline(never)]
pub fn h3(said: impl Into<AttrValue>) -> Html {
    tag("h3", "", vec![words(said)])
}

/// Words that are there to be heard and not to be seen.
#[inline(never)]
pub fn hidden(said: impl Into<AttrValue>) -> Html {
    tag("span", "ec-hidden", vec![words(said)])
}

/// Somebody else's words.
#[inline(never)]
pub fn quote(said: &str) -> Html {
    tag("blockquote", "", vec![p(format!("“{said}”"))])
}

/// A link out of the checker.
#[inline(never)]
pub fn link(url: &'static str, said: &'static str) -> Html {
    html! { <a href={url} rel="noreferrer noopener">{ said }</a> }
}

/// A space between two things.
pub fn space() -> Html {
    words(" ")
}
