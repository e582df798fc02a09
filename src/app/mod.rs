//! The checker as a person sees it: pages of components over the pure `journey`.
//!
//! It holds no rule and no sentence. It does not own the address of the page it is on unless it is told to.
//!
//! One component, with `journey`'s state and actions: Yew's hooks would do the same for 10 kB more of wasm.

mod components;
mod effects;
mod markup;
mod pages;

use web_sys::Element;
use yew::prelude::*;

use crate::catalogue::{Catalogue, RolePack};
use crate::copy::fill;
use crate::journey::{Action, Screen, State, update};

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
pub struct Checker {
    state: State,
    root: NodeRef,
    /// How far the focus has followed.
    seen: u32,
    history: Option<effects::History>,
}

impl Component for Checker {
    type Message = Action;
    type Properties = CheckerProps;

    fn create(context: &Context<Checker>) -> Checker {
        let catalogue = Catalogue::built_in();
        let CheckerProps { role, state, .. } = context.props();
        let state = state.clone().unwrap_or_else(|| State::new(catalogue, role_or_first(catalogue, role)));
        Checker { seen: state.moves(), state, root: NodeRef::default(), history: None }
    }

    fn update(&mut self, _: &Context<Checker>, action: Action) -> bool {
        self.state = update(&self.state, action);
        true
    }

    fn view(&self, context: &Context<Checker>) -> Html {
        let screen = self.state.screen();
        let dispatch = context.link().callback(|action| action);
        let said = match screen {
            Screen::Result => fill("result.ready", &[("number", &self.state.pack().routes.len().to_string())]),
            _ => String::new(),
        };
        html! {
            <div class="ec" ref={&self.root}>
                <div key={screen.slug()} class="ec-screen">
                    { pages::page(&pages::Page { state: &self.state, dispatch: &dispatch }) }
                </div>
                <div class="ec-hidden" role="status">{ said }</div>
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Checker>, first: bool) {
        let Some(root) = self.root.cast::<Element>() else { return };
        if context.props().standalone {
            if first {
                self.history = effects::History::listen(context.link().callback(|action| action));
            }
            effects::title(&root, &self.state);
            effects::follow(self.state.screen(), first || self.state.is_revisit());
        }
        // The first screen leaves the focus where it is.
        if std::mem::replace(&mut self.seen, self.state.moves()) != self.state.moves() {
            effects::focus(&root);
        }
    }
}

fn role_or_first(catalogue: &'static Catalogue, id: &str) -> &'static RolePack {
    catalogue.role(id).unwrap_or(&catalogue.roles[0])
}
