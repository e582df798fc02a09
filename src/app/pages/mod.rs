//! The pages, one file each. Each shows a part of the state and says what a person did.

mod check;
mod question;
mod restart;
mod result;
mod route;
mod skills;
mod start;

use yew::prelude::*;

use crate::journey::{Action, State};

pub use check::Check;
pub use question::QuestionPage;
pub use restart::Restart;
pub use result::ResultPage;
pub use skills::Skills;
pub use start::Start;

/// What most pages are given.
#[derive(Clone, PartialEq, Properties)]
pub struct PageProps {
    /// The state.
    pub state: State,
    /// Told what the person did.
    pub dispatch: Callback<Action>,
}

impl PageProps {
    /// What to do when something is pressed.
    fn does(&self, action: Action) -> Callback<()> {
        self.dispatch.reform(move |()| action.clone())
    }
}

/// The heading of a page, which takes the focus when the page appears.
fn heading(words: impl Into<AttrValue>) -> Html {
    html! { <h1 tabindex="-1">{ words.into() }</h1> }
}

/// A link out of the checker.
fn out(url: &str, words: impl Into<AttrValue>) -> Html {
    html! { <a href={url.to_string()} rel="noreferrer noopener">{ words.into() }</a> }
}
