//! That rules may have changed, once the day is over by which they were to be checked again.

use yew::prelude::*;

use crate::app::PageText;
use crate::app::components::external_link;
use crate::catalogue::RolePack;
use crate::copy::date;
use crate::journey::State;

/// Says that the rules of the role, or of one of all the roles, may have changed; nothing before their day.
pub fn review_notice(text: &PageText, state: &State) -> Html {
    match state.role() {
        Some(pack) => review_day(state, pack).map(|day| of_role(text, pack, day)).unwrap_or_default(),
        None if state.catalogue().roles.iter().any(|pack| review_day(state, pack).is_some()) => {
            html! { <div class="ec-note"><p>{ text.get("device.review.all") }</p></div> }
        }
        None => Html::default(),
    }
}

fn of_role(text: &PageText, pack: &RolePack, day: &str) -> Html {
    html! {
        <div class="ec-note">
            <p>
                { text.fill("device.review", &[("date", &date(day))]) }
                { " " }
                { external_link(pack.page.url, text.english(pack.page.title)) }
            </p>
        </div>
    }
}

/// Returns the day by which the rules were to be checked again, if it is over.
fn review_day(state: &State, pack: &RolePack) -> Option<&'static str> {
    let today = state.device().today?;
    pack.page.review.filter(|review| today.is_after(review))
}
