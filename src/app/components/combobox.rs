//! A text field with a list of subjects to choose from. Any words may stand in it; the list only helps.
//!
//! The pattern is the ARIA Authoring Practices' editable combobox with list autocomplete: the focus stays in the
//! field, `aria-activedescendant` names the option.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::markup::{all, english};
use crate::copy::{count, text};
use crate::journey::{Action, State, Typing};
use crate::letters::capital;

/// What stands beside the field.
pub struct Field {
    /// Its id and name.
    pub id: String,
    /// What stands in it.
    pub typed: String,
    /// The ids of what describes it.
    pub describedby: AttrValue,
    /// Whether what stood in it was refused.
    pub invalid: bool,
}

/// The field and its list.
pub fn combobox(field: Field, state: &State, dispatch: &Callback<Action>) -> Html {
    let Field { id, typed, describedby, invalid } = field;
    let none = Typing::default();
    let typing = state.typing().unwrap_or(&none);
    let names = &state.catalogue().subjects;
    let found: Vec<String> = typing.found.iter().map(|&subject| capital(names.name_of(subject))).collect();
    let shown = typing.open && !found.is_empty();
    let list = format!("{id}-list");
    let option_id = |index: usize| format!("{list}-{index}");
    let option = |(index, name): (usize, &String)| {
        let onclick = {
            let dispatch = dispatch.clone();
            move |_: MouseEvent| dispatch.emit(Action::Choose(index))
        };
        html! {
            <li id={option_id(index)} role="option" aria-selected={(typing.active == Some(index)).to_string()}
                class="ec-combobox__option" {onclick}>{ english(name.clone()) }</li>
        }
    };
    let options = all(found.iter().enumerate().filter(|_| shown || typing.left).map(option).collect::<Vec<_>>());
    let oninput = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            dispatch.emit(Action::Type(event.target_unchecked_into::<HtmlInputElement>().value()));
        }
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        let active = typing.active.filter(|_| shown);
        move |event: KeyboardEvent| {
            let action = match (event.key().as_str(), active) {
                ("ArrowDown", _) => Action::Move(1),
                ("ArrowUp", _) => Action::Move(-1),
                ("Enter", Some(index)) => Action::Choose(index),
                ("Escape", _) if shown => Action::CloseList,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(action);
        }
    };
    let onblur = {
        let dispatch = dispatch.clone();
        move |_: FocusEvent| dispatch.emit(Action::LeaveField)
    };
    // Pressing on the list must not take the focus from the field, which would close the list first.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    let said = match found.len() {
        _ if !typing.open || typed.trim_ascii().is_empty() => String::new(),
        0 => text("combobox.none").to_string(),
        number => count("combobox.found", number, &[]),
    };
    html! {
        <div class="ec-combobox">
            <input
                type="text" class="ec-input" id={id.clone()} name={id} value={typed}
                role="combobox" aria-autocomplete="list" aria-expanded={shown.to_string()} aria-controls={list.clone()}
                aria-activedescendant={typing.active.filter(|_| shown).map(option_id)}
                aria-describedby={(!describedby.is_empty()).then_some(describedby)} aria-invalid={invalid.then_some("true")}
                autocomplete="off" autocapitalize="none" spellcheck="false"
                {oninput} {onkeydown} {onblur}
            />
            <ul class="ec-combobox__list" id={list.clone()} role="listbox" aria-label={text("label.subject")}
                hidden={!shown && !typing.left} data-left={typing.left.then_some("")} {onmousedown}>{ options }</ul>
            <div class="ec-hidden" role="status">{ said }</div>
        </div>
    }
}
