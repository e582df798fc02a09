//! Ways to keep a result: on paper, as text, as a file, as a link. `web/shared/export.js` does what a browser has to do for
//! them, so that the page's wasm need not.

use yew::prelude::*;

use crate::app::components::{HeadingLevel, heading};
use crate::app::{CheckerContext, PageText};
use crate::copy;
use crate::journey::Screen;

/// The id of the field with the link.
const FIELD: &str = "ec-keep-link";

/// The names by which `web/shared/export.js` knows the ways, and the keys of their words.
const WAYS: [(&str, &str); 3] = [("print", "keep.print"), ("text", "keep.text"), ("file", "keep.file")];

/// Offers the ways to keep a result.
pub fn export(text: &PageText, checker: &CheckerContext) -> Html {
    let state = &*checker.state;
    let holds_answers = state.screen() == Screen::Result && state.role().is_some();
    // Where the page is not ours, or the role is not, a link would lead nowhere.
    let address = checker.options.address.as_ref().filter(|_| !state.is_own());
    html! {
        <section class="ec-keep" data-copied={copy::text("keep.said.copied")} data-refused={copy::text("keep.said.refused")}>
            { heading(HeadingLevel::Section, text.get("keep.title")) }
            if holds_answers {
                <p>{ text.get("keep.holds") }</p>
            }
            <div class="ec-actions">
                for (way, key) in WAYS {
                    { way_button(text, way, key) }
                }
            </div>
            if let Some(address) = address {
                if let Some(link) = state.link() {
                    { link_field(text, format!("{address}#{link}")) }
                } else {
                    <p>{ text.get("keep.link.long") }</p>
                }
            }
            <div class="ec-keep__said" role="status"></div>
        </section>
    }
}

fn way_button(text: &PageText, way: &'static str, key: &str) -> Html {
    html! { <button type="button" class="ec-button ec-button--quiet" data-keep={way}>{ text.get(key) }</button> }
}

fn link_field(text: &PageText, link: String) -> Html {
    html! {
        <div class="ec-keep__link">
            <label for={FIELD}>{ text.get("keep.link.label") }</label>
            <input id={FIELD} class="ec-input" type="text" readonly={true} value={link} />
            <div class="ec-actions">{ way_button(text, "link", "keep.link") }</div>
            <p class="ec-small">{ text.get("keep.link.holds") }</p>
        </div>
    }
}
