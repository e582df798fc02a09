//! Where the rules come from.

use yew::prelude::*;

use crate::app::PageText;
use crate::app::components::external_link;
use crate::catalogue::RolePack;
use crate::copy::{date, fill, has_day};

/// Says from which page the rules of a role come, and when that was checked, after other words.
pub fn source_line(text: &PageText, pack: &RolePack, before: &str) -> Html {
    let key = if has_day(pack.page.checked) { "rules.checked" } else { "rules.checked.month" };
    html! {
        <p class="ec-small">
            { before.to_string() }
            { text.get("rules.source") }
            { " " }
            { external_link(pack.page.url, text.english(pack.page.title)) }
            { format!(", {}.", text.note(fill(key, &[("date", &date(pack.page.checked))]))) }
        </p>
    }
}
