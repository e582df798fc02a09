//! "Do you want to delete what is saved?", on a page of its own; then that it is deleted.

use yew::prelude::*;

use super::saved_notice::on_day;
use super::section_head::section_head;
use crate::app::components::{ButtonLook, HeadingLevel, button, glossary, heading};
use crate::app::{CheckerContext, PageText};
use crate::journey::saved::Shelf;
use crate::journey::{Move, Screen};

/// The question before what is saved is deleted.
pub fn forget_page(checker: &CheckerContext) -> Html {
    let text = PageText::default();
    let device = checker.state.device();
    let has_begun = checker.state.has_begun();
    let back = Move::Show(if has_begun { Screen::Result } else { Screen::Roles });
    let here = has_begun.then(|| html! { <p>{ text.get("device.forget.here") }</p> });
    if !device.shelf.has_something() {
        return html! {
            <>
                { section_head(&text, HeadingLevel::Screen, "device.forgotten.title", "device.forgotten.lead") }
                { here }
                { button(ButtonLook::Main, back.into(), text.get("device.forgotten.back")) }
                { glossary(&text) }
            </>
        };
    }
    html! {
        <>
            { heading(HeadingLevel::Screen, text.get("device.forget.title")) }
            if let Shelf::Holds(saved) = &*device.shelf {
                <p>{ on_day(&text, "device.saved", saved.day) }</p>
            }
            <p>{ text.get("device.forget.lead") }</p>
            { here }
            <div class="ec-actions">
                <button type="button" class="ec-button" data-shelf="forget">{ text.get("device.forget.yes") }</button>
                { button(ButtonLook::Quiet, back.into(), text.get("device.forget.no")) }
            </div>
            <div class="ec-keep__said" role="status">
                { device.save_result.map(|_| text.get("device.forget.refused")) }
            </div>
            { glossary(&text) }
        </>
    }
}
