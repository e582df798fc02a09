//! The checker as a person sees it: components over the pure `journey`.
//!
//! It holds no rule and no sentence. It does not own the address of the page it is on unless it is told to.
//!
//! The root is a struct component, because its state changes by messages that hosts send from outside. All others are
//! function components, which read that state from a context.

pub mod components;
mod context;
mod display_options;
mod effects;
mod fragments;
mod layout;
mod page_text;
mod pages;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

pub use context::{CheckerContext, use_checker};
pub use display_options::{DisplayOptions, SharedWithHost};
pub use effects::page_address;
pub use page_text::PageText;

use self::layout::Layout;
use crate::copy::speak;
use crate::journey::{Event, HostEvent, State, UserAction, update};

/// What a checker begins with. Later changes are ignored.
#[derive(Properties)]
pub struct CheckerProps {
    /// Where the person is.
    pub state: Rc<State>,
    /// Whether the page is ours, so that its address and title follow the screen.
    #[prop_or_default]
    pub standalone: bool,
    /// How the checker is shown.
    #[prop_or_default]
    pub options: DisplayOptions,
    /// Takes each state that follows.
    #[prop_or_default]
    pub onchange: Callback<Rc<State>>,
}

impl PartialEq for CheckerProps {
    fn eq(&self, _: &CheckerProps) -> bool {
        true
    }
}

/// What a checker takes in.
pub enum Message {
    /// Changes the state.
    Event(Event),
    /// Changes how the checker is shown.
    Display(DisplayOptions),
}

/// The checker.
pub struct Checker {
    state: Rc<State>,
    options: Rc<DisplayOptions>,
    dispatch: Callback<UserAction>,
    root: NodeRef,
    /// The number of moves that the focus has followed.
    followed: u32,
    /// Listens for as long as the checker is there.
    _history: Option<effects::History>,
}

impl Component for Checker {
    type Message = Message;
    type Properties = CheckerProps;

    fn create(context: &Context<Checker>) -> Checker {
        let CheckerProps { state, standalone, options, onchange } = context.props();
        let mut state = state.clone();
        let mut history = None;
        if *standalone {
            // The listener comes before the first look at the address: a change in between would never be read.
            history =
                effects::History::listen(context.link().callback(|event: HostEvent| Message::Event(event.into())));
            if !state.has_begun() {
                state = Rc::new(at_address(&state));
                onchange.emit(state.clone());
            }
        }
        Checker {
            followed: state.moves(),
            state,
            options: Rc::new(options.clone()),
            dispatch: context.link().callback(|action: UserAction| Message::Event(action.into())),
            root: NodeRef::default(),
            _history: history,
        }
    }

    fn update(&mut self, context: &Context<Checker>, message: Message) -> bool {
        match message {
            Message::Event(event) => {
                self.state = Rc::new(update(&self.state, event));
                context.props().onchange.emit(self.state.clone());
            }
            Message::Display(options) => self.options = Rc::new(options),
        }
        true
    }

    fn view(&self, _: &Context<Checker>) -> Html {
        speak(&self.options.language);
        let checker = Rc::new(CheckerContext {
            state: self.state.clone(),
            options: self.options.clone(),
            dispatch: self.dispatch.clone(),
        });
        html! {
            <ContextProvider<Rc<CheckerContext>> context={checker}>
                <Layout root={&self.root} />
            </ContextProvider<Rc<CheckerContext>>>
        }
    }

    fn rendered(&mut self, context: &Context<Checker>, first: bool) {
        let Some(root) = self.root.cast::<Element>() else { return };
        if context.props().standalone {
            speak(&self.options.language);
            effects::title(&root, &self.state);
            effects::follow(&self.state, first || self.state.is_revisit());
        }
        // The first screen leaves the focus where it is.
        let moves = self.state.moves();
        if std::mem::replace(&mut self.followed, moves) != moves {
            effects::focus(&root);
        }
    }
}

/// Returns where the address of our own page leads from a state: to the screen, or to the answers of the link in it.
fn at_address(state: &State) -> State {
    if let Some(link) = effects::link() {
        return update(state, HostEvent::LinkOpened(link));
    }
    match effects::address().filter(|address| !address.is_empty()) {
        Some(address) => State::new(state.catalogue(), &address),
        None => state.clone(),
    }
}
