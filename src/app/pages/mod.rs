//! The pages, one file each. Each shows a part of the state and says what a person did.

mod check;
mod question;
mod restart;
mod result;
mod route;
mod skills;
mod start;

use yew::prelude::*;

use crate::app::components::{Look, button};
use crate::journey::{Action, State};

pub use check::check;
pub use question::QuestionPage;
pub use restart::restart;
pub use result::result;
pub use skills::skills;
pub use start::start;

/// What a page is made from.
pub struct Page<'a> {
    /// The state.
    pub state: &'a State,
    /// Told what the person did.
    pub dispatch: &'a Callback<Action>,
}

impl Page<'_> {
    /// A button for an action.
    fn button(&self, look: Look, words: impl Into<Html>, action: Action) -> Html {
        button(look, words, self.dispatch.reform(move |_| action.clone()))
    }
}

/// Words for a button or link that means something only beside what it is about; `about` is there to be heard.
fn words_about(words: String, about: &str) -> Html {
    html! { <>{ words }<span class="ec-hidden">{ format!(" {about}") }</span></> }
}

/// The heading of a page, which takes the focus when the page appears.
fn heading(words: impl Into<AttrValue>) -> Html {
    html! { <h1 tabindex="-1">{ words.into() }</h1> }
}

/// A link out of the checker.
fn out(url: &str, words: impl Into<AttrValue>) -> Html {
    html! { <a href={url.to_string()} rel="noreferrer noopener">{ words.into() }</a> }
}
