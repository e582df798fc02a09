//! Radios or checkboxes, each with its label and hint. None is chosen beforehand.

use yew::prelude::*;

use crate::app::markup::{all, element, tag, words, wrap};
use crate::copy::{find, label};
use crate::journey::Offer;

/// The id of an option: the first has the name of the field, so that an error can lead to it.
fn id(name: &str, index: usize) -> String {
    if index == 0 { name.to_string() } else { format!("{name}-{}", index + 1) }
}

/// Radios, or checkboxes where `many` can be chosen. `name` is the field's; `chosen` are the values chosen before.
pub fn options(name: &str, offers: &[Offer], chosen: &[String], many: bool) -> Html {
    let has_none = offers.iter().any(|offer| offer.value == "none");
    let option = |(index, offer): (usize, &Offer)| {
        let id = id(name, index);
        let key = offer.label();
        let hint = find(&format!("{key}.hint"));
        let hint_id = format!("{id}-note");
        let apart = offer.value == "none" || (offer.value == "not-sure" && !has_none);
        let input = html! {
            <input
                type={if many { "checkbox" } else { "radio" }}
                id={id.clone()}
                name={name.to_string()}
                value={offer.value}
                checked={chosen.iter().any(|chosen| chosen == offer.value)}
                aria-describedby={hint.map(|_| hint_id.clone())}
            />
        };
        let label = element("label", &["for"], &[id.into()], words(label(&key).to_string()));
        let hint = hint.map_or_else(Html::default, |hint| {
            element("p", &["class", "id"], &["ec-option__hint".into(), hint_id.into()], words(hint))
        });
        wrap("div", if apart { "ec-option ec-option--apart" } else { "ec-option" }, all([input, label, hint]))
    };
    tag("div", "ec-options", offers.iter().enumerate().map(option).collect::<Vec<_>>())
}
