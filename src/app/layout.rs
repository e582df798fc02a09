//! What stands around a page: the notice above it, the panel beside it, and what is said and not shown.

use yew::prelude::*;

use super::pages::{ProgressPanel, has_progress_panel, offline_notice, page};
use super::use_checker;
use crate::copy::{count, language, text};
use crate::journey::{Screen, State};

/// The properties of [`Layout`].
#[derive(PartialEq, Properties)]
pub struct LayoutProps {
    /// Refers to the outermost element.
    pub root: NodeRef,
}

/// The page of the screen where the person is, and what stands around it.
///
/// It reads the state from the context. A `ContextProvider` renders its children anew only where they compare as different,
/// and Yew compares components by their type alone and elements without their key.
#[component]
pub fn Layout(props: &LayoutProps) -> Html {
    let checker = use_checker();
    let state = &*checker.state;
    let key = state.address();
    // The screens that have something beside them keep the room for it, so that nothing moves when it comes.
    let class = if has_progress_panel(state) { "ec ec--beside" } else { "ec" };
    html! {
        <div {class} lang={language()} ref={&props.root}>
            { offline_notice(state) }
            <div {key} class="ec-screen">{ page(&checker) }</div>
            <ProgressPanel />
            <div class="ec-hidden" role="status">{ announcement(state) }</div>
        </div>
    }
}

/// Returns what is said, beside what is shown, to those who do not see it change.
fn announcement(state: &State) -> String {
    match (state.screen(), state.role()) {
        (Screen::Result, Some(pack)) => count("result.ready", pack.routes.len(), &[]),
        (Screen::Result, None) => count("result.ready.all", state.catalogue().roles.len(), &[]),
        (Screen::Roles, _) if !state.filter().trim_ascii().is_empty() => match state.roles_found().len() {
            0 => text("roles.found.none").to_string(),
            number => count("roles.found", number, &[]),
        },
        _ if state.device().offline => text("device.offline").to_string(),
        _ => String::new(),
    }
}
