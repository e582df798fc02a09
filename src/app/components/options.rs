//! Radios or checkboxes, each with its label and hint. None is chosen beforehand.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

/// How many of the options can be chosen.
#[derive(Clone, Copy, PartialEq)]
pub enum OptionsKind {
    /// One of them.
    Radios,
    /// Any of them.
    Checkboxes,
}

/// One option.
#[derive(Clone, PartialEq)]
pub struct OptionItem {
    /// Its value, within the question.
    pub value: &'static str,
    /// The label of the option shows this.
    pub label: Html,
    /// A sentence under the label that helps to choose the option.
    pub hint: Option<&'static str>,
    /// Whether it was chosen before.
    pub is_chosen: bool,
}

/// Shows the options of a question. The name of the field is the id of the first option too, so that an error can lead to it.
pub fn options(name: &AttrValue, kind: OptionsKind, items: &[OptionItem]) -> Html {
    let has_none = items.iter().any(|item| item.value == "none");
    html! {
        <div class="ec-options">
            for (index, item) in items.iter().enumerate() {
                { option(name, kind, index, item, has_none) }
            }
        </div>
    }
}

fn option(name: &AttrValue, kind: OptionsKind, index: usize, item: &OptionItem, has_none: bool) -> Html {
    let id = if index == 0 { name.clone() } else { format!("{name}-{}", index + 1).into() };
    let hint_id = item.hint.map(|_| AttrValue::from(format!("{id}-note")));
    let is_apart = item.value == "none" || (item.value == "not-sure" && !has_none);
    let class = if is_apart { "ec-option ec-option--apart" } else { "ec-option" };
    html! {
        <div {class}>
            { control(name, kind, item, id.clone(), hint_id.clone()) }
            <label for={id}>{ item.label.clone() }</label>
            if let Some(hint) = item.hint {
                <p id={hint_id} class="ec-option__hint">{ hint }</p>
            }
        </div>
    }
}

/// Draws the radio or the checkbox.
///
/// What was chosen before is an attribute, which `html!` cannot write: it makes a property of `checked`, which Yew sets anew
/// at each rendering. What a person has chosen since then would be lost where another language is spoken before they press
/// "Continue".
fn control(name: &AttrValue, kind: OptionsKind, item: &OptionItem, id: AttrValue, hint_id: Option<AttrValue>) -> Html {
    let kind = match kind {
        OptionsKind::Radios => "radio",
        OptionsKind::Checkboxes => "checkbox",
    };
    let values = [
        Some(kind.into()),
        Some(id),
        Some(name.clone()),
        Some(item.value.into()),
        item.is_chosen.then_some("checked".into()),
        hint_id,
    ];
    let mut input = VTag::new("input");
    input.set_attributes(Attributes::Dynamic {
        keys: &["type", "id", "name", "value", "checked", "aria-describedby"],
        values: Box::new(values.map(|value| value.map(AttributeOrProperty::Attribute))),
    });
    input.into()
}
