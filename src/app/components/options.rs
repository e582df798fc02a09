//! Radios or checkboxes, each with its label and hint. None is chosen beforehand.

use yew::prelude::*;

use crate::app::markup::{all, element, english, tag, words, wrap};
use crate::copy::find;
use crate::journey::Offer;

/// The id of an option: the first has the name of the field, so that an error can lead to it.
fn id(name: &str, index: usize) -> String {
    if index == 0 { name.to_string() } else { format!("{name}-{}", index + 1) }
}

/// What an option says: the words of its key, or the key itself where it is none. Grades and numbers stand for themselves.
pub fn offer_words(key: &str) -> Html {
    find(key).map_or_else(|| english(key.to_string()), words)
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
        let chosen = chosen.iter().any(|chosen| chosen == offer.value);
        // What was chosen before is an attribute, since Yew would set a property anew whenever it draws: what a person has
        // chosen since then would go where the rules come, or another language is spoken, before they press "Continue".
        let keys = &["type", "id", "name", "value", "checked", "aria-describedby"];
        let kind = if many { "checkbox" } else { "radio" };
        let describedby = hint.map_or_else(String::new, |_| hint_id.clone());
        let checked = if chosen { "checked" } else { "" };
        let values = [
            kind.into(),
            id.clone().into(),
            name.to_string().into(),
            offer.value.into(),
            checked.into(),
            describedby.into(),
        ];
        let input = element("input", keys, &values, Html::default());
        let label = element("label", &["for"], &[id.into()], offer_words(&key));
        let hint = hint.map_or_else(Html::default, |hint| {
            element("p", &["class", "id"], &["ec-option__hint".into(), hint_id.into()], words(hint))
        });
        wrap("div", if apart { "ec-option ec-option--apart" } else { "ec-option" }, all([input, label, hint]))
    };
    tag("div", "ec-options", offers.iter().enumerate().map(option).collect::<Vec<_>>())
}
