//! Markup in few words, for the pages.
//!
//! Out of line on purpose: an element written with `html!` costs the wasm 200 to 400 bytes wherever it stands, a call
//! of one of these about 40. What a person can act on is written with `html!`, once each, in `components`.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

use super::manner::{heading_tag, in_new_tab};
use crate::copy::{BUILT_IN, language, text};

/// The words of a key of the copy deck.
pub fn say(key: &str) -> Html {
    words(text(key))
}

/// Other words.
pub fn words(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// Words of the packs, which are English whatever language is spoken.
pub fn english(said: impl Into<AttrValue>) -> Html {
    let said = words(said);
    if language() == BUILT_IN { said } else { element("span", &["lang"], &["en".into()], said) }
}

/// Several things, one after the other.
#[inline]
pub fn all(mut parts: impl AsMut<[Html]>) -> Html {
    join(parts.as_mut())
}

/// An element with a class, which may be empty, and what is in it.
#[inline]
pub fn tag(name: &'static str, class: &'static str, mut parts: impl AsMut<[Html]>) -> Html {
    wrap(name, class, join(parts.as_mut()))
}

fn join(parts: &mut [Html]) -> Html {
    parts.iter_mut().map(std::mem::take).collect()
}

/// An element with a class, which may be empty, around one thing.
pub fn wrap(name: &'static str, class: &'static str, part: Html) -> Html {
    element(name, &["class"], &[class.into()], part)
}

/// An element with attributes, of which those with an empty value are left out, around one thing.
///
/// `html!` would take the class for a set of classes, and bring a set with it.
pub fn element(name: &'static str, keys: &'static [&'static str], values: &[AttrValue], part: Html) -> Html {
    let value = |value: &AttrValue| (!value.is_empty()).then(|| AttributeOrProperty::Attribute(value.clone()));
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic { keys, values: values.iter().map(value).collect() });
    tag.add_child(part);
    tag.into()
}

/// A paragraph.
pub fn p(said: Html) -> Html {
    wrap("p", "", said)
}

/// A bulleted list; nothing where it would be empty.
pub fn bullets(items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    tag("ul", "", items.into_iter().map(|item| wrap("li", "", item)).collect::<Vec<_>>())
}

/// The heading of a page, which takes the focus when the page appears.
pub fn heading(said: Html) -> Html {
    element(heading_tag(0), &["class", "tabindex"], &["ec-h1".into(), "-1".into()], said)
}

/// A heading of a part of a page.
pub fn h2(said: Html) -> Html {
    wrap(heading_tag(1), "ec-h2", said)
}

/// The same with an id, for what is named by it.
pub fn h2_named(id: AttrValue, said: Html) -> Html {
    element(heading_tag(1), &["class", "id"], &["ec-h2".into(), id], said)
}

/// A heading of a part of that.
pub fn h3(said: Html) -> Html {
    wrap(heading_tag(2), "ec-h3", said)
}

/// And below that.
pub fn h4(said: Html) -> Html {
    wrap(heading_tag(3), "ec-h4", said)
}

/// Words that are there to be heard and not to be seen.
pub fn hidden(said: Html) -> Html {
    wrap("span", "ec-hidden", said)
}

/// Somebody else's words.
pub fn quote(said: &str) -> Html {
    wrap("blockquote", "", p(english(format!("“{said}”"))))
}

/// A link out of the checker.
pub fn link(url: &'static str, said: Html) -> Html {
    let values = |target: &'static str| [url.into(), "noreferrer noopener".into(), target.into()];
    if in_new_tab() {
        let said = all([said, words(" "), say("link.new-tab")]);
        return element("a", &["href", "rel", "target"], &values("_blank"), said);
    }
    element("a", &["href", "rel", "target"], &values(""), said)
}
