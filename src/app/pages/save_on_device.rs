//! "Save on this device", with what that means. `web/shared/device.js` does what a browser has to do for it.

use yew::prelude::*;

use super::saved_notice::on_day;
use super::section_head::section_head;
use crate::app::PageText;
use crate::app::components::{ButtonLook, HeadingLevel, button};
use crate::journey::saved::Shelf;
use crate::journey::{Move, SaveResult, Screen, State};

/// Offers to save, and to delete what is saved; nothing where the page is not ours.
pub fn save_on_device(text: &PageText, state: &State) -> Html {
    let device = state.device();
    if matches!(*device.shelf, Shelf::Unseen) || device.today.is_none() || !state.has_begun() {
        return Html::default();
    }
    let (now, key) = match &*device.shelf {
        Shelf::Holds(saved) => (Some(on_day(text, "device.save.since", saved.day)), "device.save.again"),
        Shelf::Unreadable(_) => (Some(text.get("device.save.unreadable")), "device.save"),
        Shelf::Closed => (Some(text.get("device.closed")), "device.save"),
        Shelf::Unseen | Shelf::Empty | Shelf::Over(_) => (None, "device.save"),
    };
    let result = device.save_result.map(|result| match result {
        SaveResult::Saved => text.get("device.save.done"),
        SaveResult::Full => text.get("device.save.full"),
        SaveResult::Refused => text.get("device.save.refused"),
    });
    html! {
        <section class="ec-keep">
            { section_head(text, HeadingLevel::Section, "device.save", "device.save.what") }
            if let Some(now) = now {
                <p>{ now }</p>
            }
            <div class="ec-actions">
                <button type="button" class="ec-button ec-button--quiet" data-shelf="save">{ text.get(key) }</button>
                if device.shelf.has_something() {
                    { button(ButtonLook::Quiet, Move::Show(Screen::Forget).into(), text.get("device.delete")) }
                }
            </div>
            <div class="ec-keep__said" role="status">{ result }</div>
        </section>
    }
}
