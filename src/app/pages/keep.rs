//! Ways to keep a result: on paper, as text, as a file, as a link. `web/shared/export.js` does what a browser has to do for
//! them, so that the page's wasm need not.

use yew::prelude::*;

use super::Page;
use crate::app::markup::{all, element, h2, p, say, tag, words, wrap};
use crate::copy::text;
use crate::journey::Screen;

/// The id of the field with the link.
const FIELD: &str = "ec-keep-link";

/// What `web/shared/export.js` knows a way by, and its words.
const WAYS: [(&str, &str); 3] = [("print", "keep.print"), ("text", "keep.text"), ("file", "keep.file")];

/// The ways to keep a result.
pub fn keep(page: &Page) -> Html {
    let mut parts = vec![h2(say("keep.title")), tag("div", "ec-actions", WAYS.map(|(way, key)| way_button(way, key)))];
    if page.state.screen() == Screen::Result && page.state.role().is_some() {
        parts.insert(1, p(say("keep.holds")));
    }
    // Where the page is not ours a link to it would lead nowhere.
    if let Some(address) = page.address {
        match page.state.link() {
            Some(link) => parts.push(link_field(&format!("{address}#{link}"))),
            None => parts.push(p(say("keep.link.long"))),
        }
    }
    let done = element("div", &["class", "role"], &["ec-keep__said".into(), "status".into()], Html::default());
    parts.push(done);
    let said = ["keep.said.copied", "keep.said.refused"].map(|key| AttrValue::from(text(key)));
    let [copied, refused] = said;
    element("section", &["class", "data-copied", "data-refused"], &["ec-keep".into(), copied, refused], all(parts))
}

fn way_button(way: &'static str, key: &str) -> Html {
    let values = ["button".into(), "ec-button ec-button--quiet".into(), way.into()];
    element("button", &["type", "class", "data-keep"], &values, say(key))
}

fn link_field(link: &str) -> Html {
    let keys = &["id", "class", "type", "readonly", "value"];
    let values = [FIELD.into(), "ec-input".into(), "text".into(), "readonly".into(), AttrValue::from(link.to_string())];
    let parts = [
        element("label", &["for"], &[FIELD.into()], words(text("keep.link.label"))),
        element("input", keys, &values, Html::default()),
        wrap("div", "ec-actions", way_button("link", "keep.link")),
        wrap("p", "ec-small", say("keep.link.holds")),
    ];
    tag("div", "ec-keep__link", parts)
}
