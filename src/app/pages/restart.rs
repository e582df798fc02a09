//! "Do you want to start again?" A page, not a box over the page.

use yew::prelude::*;

use super::section_head::section_head;
use crate::app::PageText;
use crate::app::components::{ButtonLook, HeadingLevel, button, glossary};
use crate::journey::{Move, Screen};

/// The question before everything is cleared.
pub fn restart_page() -> Html {
    let text = PageText::default();
    html! {
        <>
            { section_head(&text, HeadingLevel::Screen, "restart.title", "restart.lead") }
            <div class="ec-actions">
                { button(ButtonLook::Main, Move::Clear.into(), text.get("restart.yes")) }
                { button(ButtonLook::Quiet, Move::Show(Screen::Result).into(), text.get("restart.no")) }
            </div>
            { glossary(&text) }
        </>
    }
}
