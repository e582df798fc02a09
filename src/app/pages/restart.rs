//! "Do you want to start again?" A page, not a box over the page.

use yew::prelude::*;

use super::section_head::section_head;
use crate::app::PageText;
use crate::app::components::{Button, ButtonLook, HeadingLevel, glossary};
use crate::journey::{Move, Screen};

/// The question before everything is cleared.
pub fn restart_page() -> Html {
    let text = PageText::default();
    html! {
        <>
            { section_head(&text, HeadingLevel::Screen, "restart.title", "restart.lead") }
            <div class="ec-actions">
                <Button look={ButtonLook::Main} action={Move::Clear}>{ text.get("restart.yes") }</Button>
                <Button look={ButtonLook::Quiet} action={Move::Show(Screen::Result)}>{ text.get("restart.no") }</Button>
            </div>
            { glossary(&text) }
        </>
    }
}
