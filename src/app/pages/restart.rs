//! "Do you want to start again?" A page, not a box over the page.

use yew::prelude::*;

use super::{Page, heading};
use crate::app::components::Look;
use crate::copy::text;
use crate::journey::{Action, Screen};

/// The question before everything is cleared.
pub fn restart(page: &Page) -> Html {
    html! {
        <>
            { heading(text("restart.title")) }
            <p>{ text("restart.lead") }</p>
            <div class="ec-actions">
                { page.button(Look::Main, text("restart.yes"), Action::Clear) }
                { page.button(Look::Quiet, text("restart.no"), Action::Show(Screen::Result)) }
            </div>
        </>
    }
}
