//! What a browser does beside showing things: focus, title, address.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Window, window};
use yew::Callback;

use crate::copy::{fill, text};
use crate::journey::{HostEvent, State};

/// Moves the focus on a new screen, and on an error: to the error summary if there is one, else to the heading.
pub fn focus(root: &Element) {
    let target = query(root, ".ec-error-summary").or_else(|| query(root, ".ec-h1"));
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // A browser that cannot focus leaves the focus where it is; there is nothing better to do.
        let _ = target.focus();
    }
}

/// Gives our own page the title of its screen.
pub fn title(root: &Element, state: &State) {
    let heading = query(root, ".ec-h1").and_then(|heading| heading.text_content()).unwrap_or_default();
    let title = fill("title", &[("heading", heading.trim_ascii()), ("service", text("service.name"))]);
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(&if state.error().is_some() { format!("{}{title}", text("error.prefix")) } else { title });
    }
}

fn query(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// On our own page the address follows the screen. Only the names of the role and of the screen stand in it, never an
/// answer. `replace` puts it in the place of what stands there: adding to the history for the first screen, or for one
/// that the browser went to, would catch a person who keeps pressing Back.
pub fn follow(state: &State, replace: bool) {
    let wanted = state.address();
    if address().as_ref() == Some(&wanted) {
        return;
    }
    let Some(history) = window().and_then(|window| window.history().ok()) else { return };
    let url = format!("#/{wanted}");
    // Answers do not stay in the address, nor in the history.
    let replace = replace || link().is_some();
    // A browser may refuse (it limits how often); the checker works on without an address.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// What stands in the address for the role and the screen; nothing where it leads somewhere else on the page.
pub fn address() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    if hash.is_empty() { Some(hash) } else { hash.strip_prefix("#/").map(str::to_string) }
}

/// The link that stands in the address, if one does: it holds answers.
pub fn link() -> Option<String> {
    let hash = window()?.location().hash().ok()?;
    let link = hash.strip_prefix('#')?;
    let is_one = link.starts_with('v') && link.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    is_one.then(|| link.to_string())
}

/// Returns the address of the page, without what stands behind it.
pub fn page_address() -> Option<String> {
    let href = window()?.location().href().ok()?;
    href.split(['#', '?']).next().map(str::to_string)
}

/// Listens to the browser's Back and Forward for as long as it is kept.
pub struct History {
    window: Window,
    listener: Closure<dyn Fn()>,
}

impl History {
    /// Tells `onchange` of each address that the browser goes to.
    pub fn listen(onchange: Callback<HostEvent>) -> Option<History> {
        let window = window()?;
        let listener = Closure::new(move || {
            // A link that is put into the address of an open page loads nothing anew.
            let event = link().map(HostEvent::LinkOpened).or_else(|| address().map(HostEvent::AddressChanged));
            if let Some(event) = event {
                onchange.emit(event);
            }
        });
        window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref()).ok()?;
        Some(History { window, listener })
    }
}

impl Drop for History {
    fn drop(&mut self) {
        // Taking a listener away does not fail.
        let _ = self.window.remove_event_listener_with_callback("popstate", self.listener.as_ref().unchecked_ref());
    }
}
