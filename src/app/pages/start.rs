//! The start: what this is, what it does with answers, and one button.

use yew::prelude::*;

use super::{Page, heading, out};
use crate::app::components::Look;
use crate::copy::{date, fill, text};
use crate::journey::Action;

/// The start page.
pub fn start(page: &Page) -> Html {
    let pack = page.state.pack();
    let role = pack.name.to_lowercase();
    html! {
        <>
            { heading(fill("start.title", &[("role", &role)])) }
            <p class="ec-lead">{ fill("start.lead", &[("role", &pack.name)]) }</p>
            <p>{ text("start.what") }</p>
            <ul>
                { for (1..=4).map(|line| html! { <li key={line}>{ text(&format!("start.what.{line}")) }</li> }) }
            </ul>
            <p>{ text("start.unsure") }</p>
            <p>{ text("start.private") }</p>
            <p>{ text("start.limits") }</p>
            { page.button(Look::Main, text("start.button"), Action::Begin) }
            <p class="ec-small">
                { text("start.source") }{ " " }{ out(&pack.page.url, pack.page.title.clone()) }{ ", " }
                { fill("start.checked", &[("date", &date(&pack.page.checked))]) }{ "." }
            </p>
        </>
    }
}
