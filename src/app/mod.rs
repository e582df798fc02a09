//! The checker as a person sees it: pages of components over the pure `journey`.
//!
//! It holds no rule and no sentence. It does not own the address of the page it is on unless it is told to.

mod components;
mod hooks;
mod markup;
mod pages;

use std::rc::Rc;

use yew::prelude::*;

use crate::catalogue::{Catalogue, RolePack};
use crate::journey::{Action, State, update};

/// The state of one checker, and how it follows from what a person does.
#[derive(Clone, PartialEq)]
struct Store(State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Store(update(&self.0, action)))
    }
}

/// What a checker is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CheckerProps {
    /// The id of the role; the first of the catalogue where it is not known.
    pub role: AttrValue,
    /// Whether the page is ours, so that its address and title may follow the screen.
    #[prop_or_default]
    pub standalone: bool,
    /// Where to begin; the start, unless a test looks at one screen.
    #[prop_or_default]
    pub state: Option<State>,
}

/// The checker.
#[component]
pub fn Checker(props: &CheckerProps) -> Html {
    let catalogue = Catalogue::built_in();
    let initial = props.state.clone();
    let role = props.role.clone();
    let store =
        use_reducer(move || Store(initial.unwrap_or_else(|| State::new(catalogue, role_or_first(catalogue, &role)))));
    let root = use_node_ref();
    let dispatch = use_callback(store.dispatcher(), |action: Action, store| store.dispatch(action));
    let state = &store.0;
    hooks::use_focus_on_new_screen(&root, state, props.standalone);
    hooks::use_address(state, &dispatch, props.standalone);

    let shown = pages::page(&pages::Page { state, dispatch: &dispatch });
    html! {
        <div class="ec" ref={root}>
            <div key={state.screen().slug()} class="ec-screen">{ shown }</div>
            <div class="ec-hidden" role="status">{ hooks::announcement(state) }</div>
        </div>
    }
}

fn role_or_first(catalogue: &'static Catalogue, id: &str) -> &'static RolePack {
    catalogue.role(id).unwrap_or(&catalogue.roles[0])
}
