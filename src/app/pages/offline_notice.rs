//! That there is no network, and how old the rules are that are kept.

use yew::prelude::*;

use crate::copy::{date, fill, has_day, text};
use crate::journey::State;

/// Says that the device is offline; nothing where it is not.
pub fn offline_notice(state: &State) -> Html {
    if !state.device().offline {
        return Html::default();
    }
    let age = state.role().map(|pack| {
        let checked = pack.page.checked;
        let key = if has_day(checked) { "device.offline.day" } else { "device.offline.month" };
        format!(" {}", fill(key, &[("date", &date(checked))]))
    });
    html! { <p class="ec-offline">{ text("device.offline") }{ age }</p> }
}
