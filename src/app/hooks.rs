//! What a browser does beside showing things: focus, title, address.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Window, window};
use yew::prelude::*;

use crate::copy::{fill, text};
use crate::journey::{Action, Screen, State};

/// On each new screen, and on each error, moves the focus: to the error summary if there is one, else to the heading.
/// The first screen leaves the focus where it is.
#[hook]
pub fn use_focus_on_new_screen(root: &NodeRef, state: &State, titled: bool) {
    let root = root.clone();
    let seen = use_mut_ref(|| 0);
    use_effect_with((state.moves(), state.error().is_some()), move |&(moves, wrong)| {
        let Some(root) = root.cast::<web_sys::Element>() else { return };
        let heading = root.query_selector("h1").ok().flatten();
        if titled && let Some((document, heading)) = window().and_then(|window| window.document()).zip(heading.as_ref())
        {
            let heading = heading.text_content().unwrap_or_default();
            let title = fill("title", &[("heading", heading.trim()), ("service", &text("service.name"))]);
            document.set_title(&if wrong { text("error.prefix") + &title } else { title });
        }
        if seen.replace(moves) != moves {
            let summary = root.query_selector(".ec-error-summary").ok().flatten();
            if let Some(target) = summary.or(heading).and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
                // A browser that cannot focus leaves the focus where it is; there is nothing better to do.
                let _ = target.focus();
            }
        }
    });
}

/// What a screen reader says of a new screen beside its heading.
pub fn announcement(state: &State) -> String {
    match state.screen() {
        Screen::Result => fill("result.ready", &[("number", &state.pack().routes.len().to_string())]),
        _ => String::new(),
    }
}

/// On our own page, the address follows the screen and the screen follows the browser's Back and Forward. Only the
/// name of the screen stands in the address, never an answer.
#[hook]
pub fn use_address(state: &State, dispatch: &Callback<Action>, ours: bool) {
    // The first screen, and one that the browser went to, take the place of what stands in the address. Adding to
    // the history there would catch a person who keeps pressing Back.
    let replace = use_mut_ref(|| true);
    let gone_to = replace.clone();
    use_effect_with((state.screen(), state.moves()), move |(screen, _)| {
        let replace = replace.replace(false);
        if ours && let Some(window) = window() {
            follow(&window, *screen, replace);
        }
    });
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listening = ours.then(window).flatten().map(|window| {
            let target = window.clone();
            let listener = Closure::<dyn Fn()>::new(move || {
                if let Some(screen) = address(&target) {
                    gone_to.replace(true);
                    dispatch.emit(Action::Show(screen));
                }
            });
            // Adding a listener to a window does not fail.
            let _ = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
            (window, listener)
        });
        move || {
            if let Some((window, listener)) = listening {
                let _ = window.remove_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
            }
        }
    });
}

fn follow(window: &Window, screen: Screen, replace: bool) {
    let Ok(history) = window.history() else { return };
    if address(window) == Some(screen) {
        return;
    }
    let url = format!("#/{}", screen.slug());
    // A browser may refuse (it limits how often); the checker works on without an address.
    let _ = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

/// The screen that the address names.
fn address(window: &Window) -> Option<Screen> {
    let hash = window.location().hash().ok()?;
    match hash.strip_prefix("#/") {
        Some(slug) => Screen::from_slug(slug),
        None if hash.is_empty() => Some(Screen::Start),
        None => None,
    }
}
