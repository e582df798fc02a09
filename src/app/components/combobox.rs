//! A text field with a list of subjects to choose from. Any words may stand in it; the list only helps.
//!
//! The pattern is the ARIA Authoring Practices' editable combobox with list autocomplete: the focus stays in the
//! field, `aria-activedescendant` names the option.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::catalogue::Catalogue;
use crate::copy::{capital, fill, text};
use crate::rules::{Section, Subject};

/// The most subjects that the list shows.
const MOST: usize = 8;

/// What it is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ComboboxProps {
    /// The id and name of the field.
    pub id: AttrValue,
    /// Which subjects it offers.
    pub section: Section,
    /// What stands in it at first.
    pub typed: AttrValue,
    /// The ids of what describes it.
    pub describedby: Option<AttrValue>,
    /// Whether what stood in it was refused.
    pub invalid: bool,
}

/// The field and its list.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let typed = use_state(|| props.typed.to_string());
    let open = use_state(|| false);
    let active = use_state(|| None::<usize>);
    let found = found(props.section, &typed);
    let shown = *open && !found.is_empty();

    let choose = {
        let (typed, open, active) = (typed.clone(), open.clone(), active.clone());
        Callback::from(move |name: String| {
            typed.set(name);
            open.set(false);
            active.set(None);
        })
    };
    let oninput = {
        let (typed, open, active) = (typed.clone(), open.clone(), active.clone());
        move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            open.set(true);
            active.set(None);
        }
    };
    let onkeydown = {
        let (open, active, found, choose) = (open.clone(), active.clone(), found.clone(), choose.clone());
        move |event: KeyboardEvent| {
            let step =
                |by: usize| active.map_or(if by == 1 { 0 } else { found.len() - 1 }, |at| (at + by) % found.len());
            match (event.key().as_str(), *active) {
                ("ArrowDown", _) if !found.is_empty() => active.set(Some(step(1))),
                ("ArrowUp", _) if !found.is_empty() => active.set(Some(step(found.len() - 1))),
                ("Enter", Some(at)) if shown => choose.emit(found[at].clone()),
                ("Escape", _) if shown => {
                    open.set(false);
                    active.set(None);
                }
                _ => return,
            }
            if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
                open.set(true);
            }
            event.prevent_default();
        }
    };
    let onblur = {
        let (open, active) = (open.clone(), active.clone());
        move |_: FocusEvent| {
            open.set(false);
            active.set(None);
        }
    };
    let list = format!("{}-list", props.id);
    let option_id = |index: usize| format!("{list}-{index}");
    let option = |(index, name): (usize, &String)| {
        let onclick = choose.reform({
            let name = name.clone();
            move |_: MouseEvent| name.clone()
        });
        html! {
            <li key={name.clone()} id={option_id(index)} role="option" aria-selected={(*active == Some(index)).to_string()}
                class="ec-combobox__option" {onclick}>
                { name }
            </li>
        }
    };
    // Pressing on the list must not take the focus from the field, which would close the list first.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    html! {
        <div class="ec-combobox">
            <input
                type="text" class="ec-input" id={props.id.clone()} name={props.id.clone()} value={(*typed).clone()}
                role="combobox" aria-autocomplete="list" aria-expanded={shown.to_string()} aria-controls={list.clone()}
                aria-activedescendant={active.filter(|_| shown).map(option_id)}
                aria-describedby={props.describedby.clone()} aria-invalid={props.invalid.then_some("true")}
                autocomplete="off" autocapitalize="none" spellcheck="false"
                {oninput} {onkeydown} {onblur}
            />
            <ul class="ec-combobox__list" id={list.clone()} role="listbox" aria-label={text("label.subject")} hidden={!shown} {onmousedown}>
                { for found.iter().enumerate().filter(|_| shown).map(option) }
            </ul>
            <div class="ec-hidden" role="status">{ status(*open, &typed, found.len()) }</div>
        </div>
    }
}

/// The names of the subjects that may be meant.
fn found(section: Section, typed: &str) -> Vec<String> {
    let subjects = &Catalogue::built_in().subjects;
    let name = |id| capital(subjects.name(&Subject::Listed(id)));
    subjects.search(section, typed, MOST).into_iter().map(name).collect()
}

fn status(open: bool, typed: &str, found: usize) -> String {
    match found {
        _ if !open || typed.trim().is_empty() => String::new(),
        0 => text("combobox.none"),
        1 => text("combobox.one"),
        number => fill("combobox.found", &[("number", &number.to_string())]),
    }
}
