//! "Do you want to start again?" A page, not a box over the page.

use yew::prelude::*;

use super::Page;
use crate::app::components::Look;
use crate::app::markup::{all, heading, p, say, tag};
use crate::journey::{Action, Screen};

/// The question before everything is cleared.
pub fn restart(page: &Page) -> Html {
    all([
        heading(say("restart.title")),
        p(say("restart.lead")),
        tag(
            "div",
            "ec-actions",
            [
                page.button(Look::Main, say("restart.yes"), Action::Clear),
                page.button(Look::Quiet, say("restart.no"), Action::Show(Screen::Result)),
            ],
        ),
    ])
}
