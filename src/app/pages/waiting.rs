//! Shown to those who are quicker than the rules. It goes on by itself.

use yew::prelude::*;

use super::Page;
use crate::app::components::Look;
use crate::app::markup::{all, heading, p, say};
use crate::journey::Action;

/// The waiting page.
pub fn waiting(page: &Page) -> Html {
    all([
        page.button(Look::Link, say("back"), Action::Back),
        heading(say("waiting.title")),
        p(say("waiting.said")),
        p(say("waiting.lead")),
    ])
}
