//! One question.

use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::heading;
use crate::app::components::{Combobox, Look, button, error_summary, options};
use crate::copy::{fill, find, text};
use crate::journey::{Action, Input, Kind, Question, QuestionId, Screen, State};

/// What the page is given.
#[derive(Clone, PartialEq, Properties)]
pub struct QuestionPageProps {
    /// The state.
    pub state: State,
    /// Which question.
    pub id: QuestionId,
    /// Told what the person did.
    pub dispatch: Callback<Action>,
}

/// The words of a question: its title, its hint, its messages.
pub fn words(question: &Question, part: &str) -> Option<String> {
    let key = format!("{}.{part}", question.key);
    let award = question.award.and_then(|award| find(&format!("award.{}.short", award.id()))).unwrap_or_default();
    find(&key).map(|_| fill(&key, &[("award", award)]))
}

/// One question.
#[component]
pub fn QuestionPage(props: &QuestionPageProps) -> Html {
    let state = &props.state;
    let question = state.question(props.id);
    let input = state.input(&question);
    let typed = use_mut_ref(|| input.typed.clone());
    let field = props.id.slug();
    let error = state.error().map(text);
    let title = words(&question, "title").unwrap_or_default();
    let hint = words(&question, "hint");
    let (hint_id, error_id) = (format!("{field}-hint"), format!("{field}-error"));
    let describedby: Vec<&str> = [error.as_ref().map(|_| error_id.as_str()), hint.as_ref().map(|_| hint_id.as_str())]
        .into_iter()
        .flatten()
        .collect();
    let describedby = (!describedby.is_empty()).then(|| AttrValue::from(describedby.join(" ")));

    let onsubmit = {
        let (dispatch, typed) = (props.dispatch.clone(), typed.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let form: HtmlFormElement = event.target_unchecked_into();
            dispatch.emit(Action::Answer(Input { chosen: chosen(&form), typed: typed.borrow().clone() }));
        }
    };
    let notes = html! {
        <>
            if let Some(hint) = hint {
                <p class="ec-hint" id={hint_id}>{ hint }</p>
            }
            if let Some(error) = error.clone() {
                <p class="ec-error" id={error_id}>
                    <span class="ec-hidden">{ text("error.prefix") }</span>{ error }
                </p>
            }
        </>
    };
    let fields = match &question.kind {
        Kind::One(offers) | Kind::Many(offers) => html! {
            <fieldset aria-describedby={describedby}>
                <legend>{ heading(title) }</legend>
                { notes }
                { options(&field, offers, &input.chosen, matches!(question.kind, Kind::Many(_))) }
            </fieldset>
        },
        Kind::Subject(section) => html! {
            <>
                <h1 tabindex="-1"><label for={field.clone()}>{ title }</label></h1>
                { notes }
                <Combobox id={field.clone()} section={*section} typed={input.typed} {describedby} invalid={error.is_some()}
                    onchange={Callback::from(move |words| { typed.replace(words); })} />
            </>
        },
    };
    let dispatch = &props.dispatch;
    let back = dispatch.reform(|_| Action::Back);
    let so_far = dispatch.reform(|_| Action::Show(Screen::Result));
    html! {
        <>
            { button(Look::Link, text("back"), back) }
            if let Some(message) = error {
                { error_summary(message, field) }
            }
            <form novalidate={true} {onsubmit}>
                { fields }
                <button type="submit" class="ec-button">{ text("continue") }</button>
            </form>
            if state.walk().path.len() > 1 {
                <p class="ec-aside">{ button(Look::Link, text("optional-see-result"), so_far) }</p>
            }
        </>
    }
}

/// The values of what is checked in a form.
fn chosen(form: &HtmlFormElement) -> Vec<String> {
    let Ok(checked) = form.query_selector_all("input:checked") else { return Vec::new() };
    (0..checked.length())
        .filter_map(|index| checked.get(index)?.dyn_into::<HtmlInputElement>().ok())
        .map(|input| input.value())
        .collect()
}
