//! One question.

use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::Page;
use crate::app::components::{Field, Look, combobox, error_summary, options};
use crate::app::markup::{all, element, heading, hidden, say, words, wrap};
use crate::copy::{award, fill, find, text};
use crate::journey::{Action, Input, Kind, Question, QuestionId, Screen};

/// The words of a question: its title, its hint, its messages.
pub fn said_by(question: &Question, part: &str) -> Option<String> {
    let key = format!("{}.{part}", question.key);
    find(&key).map(|_| fill(&key, &[("award", question.award.map_or("", award))]))
}

/// One question.
pub fn question(page: &Page, id: QuestionId) -> Html {
    let state = page.state;
    let question = state.question(id);
    let input = state.input(&question);
    let field = id.slug();
    let error = state.error().map(text);
    let title = said_by(&question, "title").unwrap_or_default();
    let hint = said_by(&question, "hint");
    let (hint_id, error_id) = (format!("{field}-hint"), format!("{field}-error"));
    let mut about: Vec<&str> = Vec::new();
    let mut notes: Vec<Html> = Vec::new();
    if let Some(hint) = hint {
        about.push(&hint_id);
        notes.push(element("p", &["class", "id"], &["ec-hint".into(), hint_id.clone().into()], words(hint)));
    }
    if let Some(error) = &error {
        about.push(&error_id);
        let said = all([hidden(say("error.prefix")), words(*error)]);
        notes.push(element("p", &["class", "id"], &["ec-error".into(), error_id.clone().into()], said));
    }
    let describedby = AttrValue::from(about.join(" "));
    let notes = all(notes);
    let fields = match &question.kind {
        Kind::One(offers) | Kind::Many(offers) => {
            let legend = wrap("legend", "", heading(words(title)));
            let options = options(&field, offers, &input.chosen, matches!(question.kind, Kind::Many(_)));
            element("fieldset", &["aria-describedby"], &[describedby], all([legend, notes, options]))
        }
        Kind::Subject(_) => {
            let title = heading(element("label", &["for"], &[field.clone().into()], words(title)));
            let beside = Field { id: field.clone(), typed: input.typed, describedby, invalid: error.is_some() };
            all([title, notes, combobox(beside, state, page.dispatch)])
        }
    };
    let dispatch = page.dispatch.clone();
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.emit(Action::Answer(put_in(&event.target_unchecked_into())));
    };
    let back = if id == QuestionId::Stage {
        page.button_to(Look::Link, say("back"), Action::Back, "./")
    } else {
        page.button(Look::Link, say("back"), Action::Back)
    };
    let mut parts = vec![back];
    if let Some(message) = error {
        parts.push(error_summary(message, field));
    }
    parts.push(html! {
        <form novalidate={true} {onsubmit}>
            { fields }
            <button type="submit" class="ec-button">{ say("continue") }</button>
        </form>
    });
    if state.walk().path.len() > 1 {
        let so_far = page.button(Look::Link, say("optional-see-result"), Action::Show(Screen::Result));
        parts.push(wrap("p", "ec-aside", so_far));
    }
    all(parts)
}

/// What a person put in: the values of what is checked, and the words typed.
fn put_in(form: &HtmlFormElement) -> Input {
    let mut input = Input::default();
    let Ok(fields) = form.query_selector_all("input") else { return input };
    for index in 0..fields.length() {
        let Some(field) = fields.get(index).and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) else { continue };
        if field.type_() == "text" {
            input.typed = field.value();
        } else if field.checked() {
            input.chosen.push(field.value());
        }
    }
    input
}
