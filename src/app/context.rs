//! What every part of a checker can ask for: the state, the display options, and a way to say what a person does.

use std::rc::Rc;

use yew::prelude::*;

use super::DisplayOptions;
use crate::copy::speak;
use crate::journey::{State, UserAction};

/// The context of all components of one checker.
pub struct CheckerContext {
    /// The state, as of the last event.
    pub state: Rc<State>,
    /// How the checker is shown.
    pub options: Rc<DisplayOptions>,
    /// Takes what a person does.
    pub dispatch: Callback<UserAction>,
}

impl CheckerContext {
    /// Returns a callback that says what a person does, made of what happens.
    pub fn callback<IN: 'static, A: Into<UserAction>>(&self, action: impl Fn(IN) -> A + 'static) -> Callback<IN> {
        self.dispatch.reform(move |input| action(input).into())
    }
}

/// Compares by pointers: each event makes another state, and to compare all of it would take longer than to render again.
impl PartialEq for CheckerContext {
    fn eq(&self, other: &CheckerContext) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
            && Rc::ptr_eq(&self.options, &other.options)
            && self.dispatch == other.dispatch
    }
}

/// Returns the context of the checker that a component belongs to, and speaks its language until the component is rendered.
///
/// A page can hold several checkers in several languages, and Yew renders their components by turns. So each component that
/// looks up a sentence calls this first.
///
/// # Panics
/// Outside a [`Checker`](super::Checker), which is a mistake of the program.
#[hook]
pub fn use_checker() -> Rc<CheckerContext> {
    let checker = use_context::<Rc<CheckerContext>>().expect("components of the checker are rendered inside of it");
    speak(&checker.options.language);
    checker
}
