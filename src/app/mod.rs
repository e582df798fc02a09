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

use crate::catalogue::Catalogue;
use crate::copy::{count, language, text};
use crate::journey::{Action, Screen, State, update};

/// What a checker is told.
pub enum Message {
    /// What a person or their browser did.
    Did(Action),
    /// What was drawn of a long screen has been seen: the next part of it is to be drawn.
    Seen,
}

impl From<Action> for Message {
    fn from(action: Action) -> Message {
        Message::Did(action)
    }
}

/// What a checker is given.
#[derive(Clone, Properties)]
pub struct CheckerProps {
    /// The id of the role, or `all`; where there is no such role, a person chooses one.
    pub role: AttrValue,
    /// Whether the page is ours, so that its address and title may follow the screen.
    #[prop_or_default]
    pub standalone: bool,
    /// Where to begin; the start, unless a test looks at one screen.
    #[prop_or_default]
    pub state: Option<State>,
    /// How it is shown. Whoever changes it has it drawn anew.
    #[prop_or_default]
    pub manner: Rc<RefCell<Manner>>,
}

/// Where nobody waits for the top, all parts are drawn together.
const ALL: u32 = u32::MAX;

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
    /// How many parts of the screen are drawn: after a press a long one is drawn part by part, its top at once.
    parts: Cell<u32>,
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
        self.parts.set(ALL);
        self.state.replace(new);
    }

    /// Is where another person was, or nobody yet; gives what the one before did. The focus stays where it is.
    pub fn begin(&self, state: State) -> State {
        self.seen.set(state.moves());
        self.parts.set(ALL);
        self.state.replace(state)
    }
}

impl Component for Checker {
    type Message = Message;
    type Properties = CheckerProps;

    fn create(context: &Context<Checker>) -> Checker {
        let CheckerProps { role, state, standalone, manner } = context.props();
        let mut history = None;
        let state = match (state, standalone) {
            (Some(state), _) => state.clone(),
            // The rules come later, by a message.
            (None, false) => State::new(Catalogue::outline(), role),
            (None, true) => {
                // The listener comes before the first look at the address. Where it came with the first rendering, an
                // address that was changed in between was never read, and then replaced.
                history = effects::History::listen(context.link().callback(Message::Did));
                manner.borrow_mut().address = effects::page().map(AttrValue::from);
                from_address(role)
            }
        };
        Checker {
            seen: Cell::new(state.moves()),
            parts: Cell::new(ALL),
            state: RefCell::new(state),
            root: NodeRef::default(),
            _history: history,
        }
    }

    fn update(&mut self, _: &Context<Checker>, message: Message) -> bool {
        let parts = self.parts.get();
        let parts = match message {
            Message::Seen => parts.saturating_add(1),
            Message::Did(action) => {
                let before = self.state().moves();
                self.act(action);
                if self.state().moves() == before { parts } else { 1 }
            }
        };
        self.parts.set(parts);
        true
    }

    fn view(&self, context: &Context<Checker>) -> Html {
        let state = &*self.state();
        let manner = context.props().manner.borrow();
        manner.take_up();
        let dispatch = context.link().callback(Message::Did);
        let key = state.address().unwrap_or_default();
        let said = said(state);
        let address = manner.address.as_deref().filter(|_| !state.is_own());
        let page = pages::Page { state, address, told: manner.told, dispatch: &dispatch, parts: self.parts.get() };
        // The screens that have something beside them keep the room for it, so that nothing moves when it comes.
        let class = match (pages::has_room_beside(state), page.is_whole()) {
            (true, _) => "ec ec--beside",
            (false, true) => "ec",
            (false, false) => "ec ec--part",
        };
        html! {
            <div {class} lang={language()} ref={&self.root}>
                { pages::with_rules(&page, pages::offline) }
                <div {key} class="ec-screen">{ pages::page(&page) }</div>
                { pages::with_rules(&page, pages::so_far) }
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
        if self.parts.get() < pages::parts(&self.state()) {
            effects::once_seen(context.link().callback(|()| Message::Seen));
        }
    }
}

/// Where our own page begins: at the screen in its address, or at the answers of a link.
fn from_address(role: &str) -> State {
    let address = effects::address().filter(|address| !address.is_empty());
    let state = State::new(Catalogue::outline(), address.as_deref().unwrap_or(role));
    match effects::link() {
        Some(link) => update(&state, Action::OpenLink(link)),
        None => state,
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
        (Screen::Waiting, _) => text("waiting.said").to_string(),
        _ if state.device().offline => text("device.offline").to_string(),
        _ => String::new(),
    }
}
