//! One question.

use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::components::{
    Button, ButtonLook, Combobox, HeadingLevel, OptionItem, OptionsKind, button, error_summary, glossary, heading,
    options,
};
use crate::app::{CheckerContext, PageText};
use crate::copy::{self, award, fill, find};
use crate::journey::{Input, Kind, Move, Offer, Question, QuestionId, Screen, State, not_sure};
use crate::letters::capital;

/// Returns the words of a question: its title, its hint, its messages. Of two A levels each is named with its subject.
pub fn question_text(state: &State, question: &Question, part: &str) -> Option<String> {
    let key = format!("{}.{part}", question.key);
    find(&key)?;
    let mut award = question.award.map_or("", award).to_string();
    if let Some(subject) = &question.subject {
        let subject = state.catalogue().subjects.name(subject);
        award = fill("question.award.in", &[("award", &award), ("subject", subject)]);
    }
    Some(fill(&key, &[("award", &award)]))
}

/// Returns what an option says: the words of its key, or the key itself where it is none. Grades and numbers stand for
/// themselves.
pub fn option_label(text: &PageText, key: &str) -> Html {
    find(key).map_or_else(|| text.english(key.to_string()), |words| text.note(words).into())
}

/// One question.
pub fn question_page(checker: &CheckerContext, id: QuestionId) -> Html {
    let state = &*checker.state;
    let text = PageText::default();
    let field = AttrValue::from(id.slug());
    let error = state.error().map(copy::text);
    let onsubmit = checker.callback(|event: SubmitEvent| {
        event.prevent_default();
        Move::Answer(read_form(&event.target_unchecked_into()))
    });
    html! {
        <>
            <Button look={ButtonLook::Link} action={Move::Back} to={(id == QuestionId::Stage).then_some("./")}>
                { text.get("back") }
            </Button>
            if let Some(message) = error {
                { error_summary(message, field.clone()) }
            }
            <form novalidate={true} {onsubmit}>
                { fields(&text, state, &state.question(id), field, error) }
                <button type="submit" class="ec-button">{ text.get("continue") }</button>
            </form>
            if state.walk().path.len() > 1 {
                <p class="ec-aside">
                    { button(ButtonLook::Link, Move::Show(Screen::Result).into(), text.get("optional-see-result")) }
                </p>
            }
            { glossary(&text) }
        </>
    }
}

/// Asks: the title, what is beside it, and the options or the field.
fn fields(text: &PageText, state: &State, question: &Question, field: AttrValue, error: Option<&'static str>) -> Html {
    let input = state.input(question);
    let title = text.show(question_text(state, question, "title").unwrap_or_default());
    let hint = question_text(state, question, "hint").map(|hint| (format!("{field}-hint"), text.show(hint)));
    let error = error.map(|error| (format!("{field}-error"), Html::from(text.note(error))));
    let ids = [hint.as_ref().map(|(id, _)| &**id), error.as_ref().map(|(id, _)| &**id)];
    let ids: Vec<&str> = ids.into_iter().flatten().collect();
    let described_by = (!ids.is_empty()).then(|| AttrValue::from(ids.join(" ")));
    let is_invalid = error.is_some();
    let beside = html! {
        <>
            if let Some((id, hint)) = hint {
                <p class="ec-hint" {id}>{ hint }</p>
            }
            if let Some((id, error)) = error {
                <p class="ec-error" {id}><span class="ec-hidden">{ text.get("error.prefix") }</span>{ error }</p>
            }
        </>
    };
    let (kind, offers) = match &question.kind {
        Kind::One(offers) => (OptionsKind::Radios, offers),
        Kind::Many(offers) => (OptionsKind::Checkboxes, offers),
        Kind::Subject(_) => {
            let names = &state.catalogue().subjects;
            let name = |&subject| text.note(AttrValue::from(capital(names.name_of(subject))));
            let suggestions = state.typing().map(|typing| typing.found.iter().map(name).collect::<Vec<_>>());
            let not_sure_field = AttrValue::from(format!("{field}-not-sure"));
            return html! {
                <>
                    { heading(HeadingLevel::Screen, html! { <><label for={&field}>{ title }</label></> }) }
                    { beside }
                    <Combobox id={field} value={input.typed.clone()} {described_by} {is_invalid} suggestions={suggestions.unwrap_or_default()} />
                    { options(&not_sure_field, OptionsKind::Checkboxes, &[option_item(text, &not_sure(), &input)]) }
                </>
            };
        }
    };
    let items: Vec<OptionItem> = offers.iter().map(|offer| option_item(text, offer, &input)).collect();
    html! {
        <fieldset aria-describedby={described_by}>
            <legend>{ heading(HeadingLevel::Screen, title) }</legend>
            { beside }
            { options(&field, kind, &items) }
        </fieldset>
    }
}

fn option_item(text: &PageText, offer: &Offer, input: &Input) -> OptionItem {
    let key = offer.label();
    OptionItem {
        value: offer.value,
        label: option_label(text, &key),
        hint: find(&format!("{key}.hint")).map(|hint| text.note(hint)),
        is_chosen: input.chosen.iter().any(|chosen| chosen == offer.value),
    }
}

/// Reads what a person put in: the values of what is checked, and the words typed.
fn read_form(form: &HtmlFormElement) -> Input {
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
