//! The start: what this is, what it does with answers, and one button.

use yew::prelude::*;

use super::{Page, source_line};
use crate::app::components::Look;
use crate::app::markup::{all, bullets, heading, p, say, words, wrap};
use crate::copy::fill;
use crate::journey::Action;
use crate::letters::uncapital;

/// The start page.
pub fn start(page: &Page) -> Html {
    let pack = page.state.pack();
    let points = ["start.what.1", "start.what.2", "start.what.3", "start.what.4"];
    all([
        heading(words(fill("start.title", &[("role", &uncapital(pack.name))]))),
        wrap("p", "ec-lead", words(fill("start.lead", &[("role", pack.name)]))),
        p(say("start.what")),
        bullets(points.into_iter().map(say).collect::<Vec<_>>()),
        p(say("start.unsure")),
        p(say("start.private")),
        p(say("start.limits")),
        page.button(Look::Main, say("start.button"), Action::Begin),
        source_line(pack, String::new()),
    ])
}
