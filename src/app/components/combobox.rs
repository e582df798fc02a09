//! A text field with a list of subjects to choose from. Any words may stand in it; the list only helps.
//!
//! The pattern is the ARIA Authoring Practices' editable combobox with list autocomplete: the focus stays in the
//! field, `aria-activedescendant` names the option.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::fragments::english;
use crate::app::use_checker;
use crate::copy::{count, text};
use crate::journey::{Edit, Typing};

/// The properties of a [`Combobox`].
#[derive(PartialEq, Properties)]
pub struct ComboboxProps {
    /// The field has this id, and this name in its form.
    pub id: AttrValue,
    /// The field holds this text.
    pub value: AttrValue,
    /// These ids, with spaces between, name the elements that describe the field.
    pub described_by: Option<AttrValue>,
    /// Whether what stood in it was refused.
    pub is_invalid: bool,
    /// The names of the subjects that may be meant.
    pub suggestions: Vec<AttrValue>,
}

/// A field for a subject, and its list.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let ComboboxProps { id, value, described_by, is_invalid, suggestions } = props;
    let checker = use_checker();
    let none = Typing::default();
    let typing = checker.state.typing().unwrap_or(&none);
    let is_shown = typing.open && !suggestions.is_empty();
    let active = typing.active.filter(|_| is_shown);
    let list = AttrValue::from(format!("{id}-list"));
    let option_id = |index: usize| format!("{list}-{index}");
    let oninput = checker
        .callback(|event: InputEvent| Edit::TypeSubject(event.target_unchecked_into::<HtmlInputElement>().value()));
    let onblur = checker.callback(|_: FocusEvent| Edit::LeaveSubject);
    let onkeydown = {
        let dispatch = checker.dispatch.clone();
        move |event: KeyboardEvent| {
            let edit = match (event.key().as_str(), active) {
                ("ArrowDown", _) => Edit::MoveHighlight(1),
                ("ArrowUp", _) => Edit::MoveHighlight(-1),
                ("Enter", Some(index)) => Edit::ChooseSubject(index),
                ("Escape", _) if is_shown => Edit::CloseSubjects,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(edit.into());
        }
    };
    // Pressing on the list must not take the focus from the field, which would close the list first.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let is_listed = is_shown || typing.left;
    let option = |(index, name): (usize, &AttrValue)| {
        let onclick = checker.callback(move |_: MouseEvent| Edit::ChooseSubject(index));
        html! {
            <li id={option_id(index)} role="option" aria-selected={(typing.active == Some(index)).to_string()}
                class="ec-combobox__option" {onclick}>{ english(name) }</li>
        }
    };
    html! {
        <div class="ec-combobox">
            <input
                type="text" class="ec-input" {id} name={id} {value}
                role="combobox" aria-autocomplete="list" aria-expanded={is_shown.to_string()} aria-controls={&list}
                aria-activedescendant={active.map(option_id)}
                aria-describedby={described_by} aria-invalid={is_invalid.then_some("true")}
                autocomplete="off" autocapitalize="none" spellcheck="false"
                {oninput} {onkeydown} {onblur}
            />
            <ul class="ec-combobox__list" id={&list} role="listbox" aria-label={text("label.subject")}
                hidden={!is_listed} data-left={typing.left.then_some("")} {onmousedown}>
                { for suggestions.iter().enumerate().filter(|_| is_listed).map(option) }
            </ul>
            <div class="ec-hidden" role="status">{ announcement(props, typing.open) }</div>
        </div>
    }
}

/// Returns what is said of the list to those who do not see it.
fn announcement(props: &ComboboxProps, is_open: bool) -> String {
    match props.suggestions.len() {
        _ if !is_open || props.value.trim_ascii().is_empty() => String::new(),
        0 => text("combobox.none").to_string(),
        number => count("combobox.found", number, &[]),
    }
}
