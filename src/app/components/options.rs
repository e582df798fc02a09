//! Radios or checkboxes, each with its label and hint. None is chosen beforehand.

use yew::prelude::*;

use crate::copy::{find, text};
use crate::journey::Offer;

/// What they are given.
#[derive(Clone, PartialEq, Properties)]
pub struct OptionsProps {
    /// The name of the field; the first option has it as its id too.
    pub name: AttrValue,
    /// What is offered.
    pub offers: Vec<Offer>,
    /// The values that were chosen before.
    pub chosen: Vec<String>,
    /// Whether more than one can be chosen.
    pub many: bool,
}

/// The id of an option: the first has the name of the field, so that an error can lead to it.
fn id(name: &str, index: usize) -> String {
    if index == 0 { name.to_string() } else { format!("{name}-{}", index + 1) }
}

/// Radios or checkboxes.
#[component]
pub fn Options(props: &OptionsProps) -> Html {
    let option = |(index, offer): (usize, &Offer)| {
        let id = id(&props.name, index);
        let hint = find(&format!("{}.hint", offer.label));
        let hint_id = format!("{id}-hint");
        let apart = offer.value == "none"
            || (offer.value == "not-sure" && !props.offers.iter().any(|offer| offer.value == "none"));
        html! {
            <div key={id.clone()} class={classes!("ec-option", apart.then_some("ec-option--apart"))}>
                <input
                    type={if props.many { "checkbox" } else { "radio" }}
                    id={id.clone()}
                    name={props.name.clone()}
                    value={offer.value.clone()}
                    checked={props.chosen.contains(&offer.value)}
                    aria-describedby={hint.map(|_| hint_id.clone())}
                />
                <label for={id}>{ text(&offer.label) }</label>
                if let Some(hint) = hint {
                    <p class="ec-option__hint" id={hint_id}>{ hint }</p>
                }
            </div>
        }
    };
    html! { <div class="ec-options">{ for props.offers.iter().enumerate().map(option) }</div> }
}
