//! What is said on the first screens of what was saved on the device.

use yew::prelude::*;

use crate::app::PageText;
use crate::app::components::{ButtonLook, button};
use crate::copy::date;
use crate::journey::link::Broken;
use crate::journey::saved::Shelf;
use crate::journey::{Day, Move, Screen, State};

/// Says, where nothing is answered yet, that something is saved, or what became of it. Nothing is restored by itself.
pub fn saved_notice(text: &PageText, state: &State) -> Html {
    let shelf = &*state.device().shelf;
    let words = match shelf {
        Shelf::Over(day) => on_day(text, "device.over", *day),
        _ if state.has_begun() => return Html::default(),
        Shelf::Holds(saved) => on_day(text, "device.saved", saved.day),
        Shelf::Unreadable(Broken::Version) => text.get("device.newer"),
        Shelf::Unreadable(_) => text.get("device.unreadable"),
        Shelf::Unseen | Shelf::Closed | Shelf::Empty => return Html::default(),
    };
    html! {
        <div class="ec-note">
            <p>{ words }</p>
            if shelf.has_something() {
                <div class="ec-actions">
                    if matches!(shelf, Shelf::Holds(_)) {
                        { button(ButtonLook::Quiet, Move::RestoreSaved.into(), text.get("device.go-on")) }
                    }
                    { button(ButtonLook::Link, Move::Show(Screen::Forget).into(), text.get("device.delete.it")) }
                </div>
            }
        </div>
    }
}

/// Shows a sentence with a day in it.
pub fn on_day(text: &PageText, key: &str, day: Day) -> Html {
    text.fill(key, &[("date", &date(&day.text()))])
}
