//! What is said where the answers come from a link, or from what was saved.

use yew::prelude::*;

use crate::app::PageText;
use crate::journey::{RestoreNotice, State};

/// Says that a link led here, or what was saved, and what became of it; nothing where neither did.
pub fn restore_notice(text: &PageText, state: &State) -> Html {
    let keys = match state.restore_notice() {
        None => return Html::default(),
        Some(RestoreNotice::BrokenLink) => [Some("link.broken"), None, None],
        Some(RestoreNotice::FromLink { changed, lost }) => {
            [Some("link.came"), changed.then_some("link.changed"), lost.then_some("link.lost")]
        }
        Some(RestoreNotice::FromSaved { changed, lost }) => {
            [changed.then_some("device.changed"), lost.then_some("link.lost"), None]
        }
    };
    html! {
        <div class="ec-note">
            for key in keys.into_iter().flatten() {
                <p>{ text.get(key) }</p>
            }
        </div>
    }
}
