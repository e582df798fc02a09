//! The checker as a person sees it: pages of components over the pure `journey`.
//!
//! It holds no rule and no sentence. It does not own the address of the page it is on unless it is told to.
//!
//! One component, with `journey`'s state and actions: Yew's hooks would do the same for 10 kB more of wasm.

pub mod components;
mod effects;
mod manner;
pub mod markup;
mod pages;

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

pub use manner::{HostIsTold, Manner};

use crate::copy::{count, language, text};
use crate::journey::{Action, Screen, State, update};

/// What a checker is given.
#[derive(Clone, Properties)]
pub struct CheckerProps {
    /// Where the person is at the beginning.
    pub state: State,
    /// Whether the page is ours, so that its address and title follow the screen.
    #[prop_or_default]
    pub standalone: bool,
    /// How it is shown. Whoever changes it has it drawn anew.
    #[prop_or_default]
    pub manner: Rc<RefCell<Manner>>,
}

/// What is given is where a checker begins; it looks at it once.
impl PartialEq for CheckerProps {
    fn eq(&self, _: &CheckerProps) -> bool {
        true
    }
}

/// The checker.
pub struct Checker {
    state: RefCell<State>,
    root: NodeRef,
    /// How far the focus has followed.
    seen: Cell<u32>,
    /// Listens for as long as the checker is there.
    _history: Option<effects::History>,
}

impl Checker {
    /// Where the person is now.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// Does something at once, where a message would do it a moment later. Whoever asks for it has it drawn anew.
    pub fn act(&self, action: Action) {
        let new = update(&self.state(), action);
        self.state.replace(new);
    }

    /// Is where another person was, or nobody yet; gives what the one before did. The focus stays where it is.
    pub fn begin(&self, state: State) -> State {
        self.seen.set(state.moves());
        self.state.replace(state)
    }
}

impl Component for Checker {
    type Message = Action;
    type Properties = CheckerProps;

    fn create(context: &Context<Checker>) -> Checker {
        let CheckerProps { state, standalone, manner } = context.props();
        let mut state = state.clone();
        let mut history = None;
        if *standalone {
            // The listener comes before the first look at the address: a change in between would never be read.
            history = effects::History::listen(context.link().callback(|action| action));
            manner.borrow_mut().address = effects::page().map(AttrValue::from);
            if !state.has_begun() {
                state = at_address(&state);
            }
        }
        Checker {
            seen: Cell::new(state.moves()),
            state: RefCell::new(state),
            root: NodeRef::default(),
            _history: history,
        }
    }

    fn update(&mut self, _: &Context<Checker>, action: Action) -> bool {
        self.act(action);
        true
    }

    fn view(&self, context: &Context<Checker>) -> Html {
        let state = &*self.state();
        let manner = context.props().manner.borrow();
        manner.take_up();
        let dispatch = context.link().callback(|action| action);
        let key = state.address();
        let said = said(state);
        let address = manner.address.as_deref().filter(|_| !state.is_own());
        let page = pages::Page { state, address, told: manner.told, dispatch: &dispatch };
        // The screens that have something beside them keep the room for it, so that nothing moves when it comes.
        let class = if pages::has_room_beside(state) { "ec ec--beside" } else { "ec" };
        html! {
            <div {class} lang={language()} ref={&self.root}>
                { pages::offline(&page) }
                <div {key} class="ec-screen">{ pages::page(&page) }</div>
                { pages::so_far(&page) }
                <div class="ec-hidden" role="status">{ said }</div>
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Checker>, first: bool) {
        let Some(root) = self.root.cast::<Element>() else { return };
        let moves = self.state().moves();
        if context.props().standalone {
            effects::title(&root, &self.state());
            effects::follow(&self.state(), first || self.state().is_revisit());
        }
        // The first screen leaves the focus where it is.
        if self.seen.replace(moves) != moves {
            effects::focus(&root);
        }
    }
}

/// Returns where the address of our own page leads from a state: to the screen, or to the answers of the link in it.
fn at_address(state: &State) -> State {
    if let Some(link) = effects::link() {
        return update(state, Action::OpenLink(link));
    }
    match effects::address().filter(|address| !address.is_empty()) {
        Some(address) => State::new(state.catalogue(), &address),
        None => state.clone(),
    }
}

/// What is said beside what is shown, to those who do not see it change.
fn said(state: &State) -> String {
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
