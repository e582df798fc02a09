//! The start: what this is, what it does with answers, and one button.

use yew::prelude::*;

use super::{Page, source_line};
use crate::app::components::Look;
use crate::app::markup::{all, bullets, heading, p, p_of, words};
use crate::copy::{fill, text, uncapital};
use crate::journey::Action;

/// The start page.
pub fn start(page: &Page) -> Html {
    let pack = page.state.pack();
    let points = ["start.what.1", "start.what.2", "start.what.3", "start.what.4"];
    all(vec![
        heading(fill("start.title", &[("role", &uncapital(pack.name))])),
        p_of("ec-lead", fill("start.lead", &[("role", pack.name)])),
        p(text("start.what")),
        bullets(points.into_iter().map(|point| words(text(point))).collect()),
        p(text("start.unsure")),
        p(text("start.private")),
        p(text("start.limits")),
        page.button(Look::Main, words(text("start.button")), Action::Begin),
        source_line(pack, String::new()),
    ])
}
