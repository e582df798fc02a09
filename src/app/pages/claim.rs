//! One claim of a person: whether they have an example, the example in their words, and the values that it can show.

use yew::prelude::*;

use crate::app::components::{ButtonLook, button, checkbox, example_field};
use crate::app::{CheckerContext, PageText};
use crate::catalogue::{Claim, Value};
use crate::copy;
use crate::journey::notes::PARTS;
use crate::journey::{Edit, State};
use crate::letters::capital;

/// The labels of the parts of an example, in their order.
const LABELS: [&str; 4] = ["skills.note.situation", "skills.note.task", "skills.note.action", "skills.note.result"];

/// Shows a claim with its tick and its example, which opens to be written. Each part keeps its place, and with it the focus.
pub fn claim(text: &PageText, checker: &CheckerContext, claim: &'static Claim) -> Html {
    let state = &*checker.state;
    let is_open = state.is_open(claim.id);
    let is_written = PARTS.iter().any(|part| !state.note(claim.id, part).is_empty());
    let key = match (is_open, is_written) {
        (true, _) => "skills.note.close",
        (false, true) => "skills.note.change",
        (false, false) => "skills.note.write",
    };
    html! {
        <div class="ec-claim">
            { tick(checker, claim.id, state.is_ticked(claim.id), text.english(claim.text)) }
            { button(ButtonLook::Link, Edit::ToggleExample(claim.id).into(), html! { <>{ text.get(key) }<span class="ec-hidden">{ ": " }{ text.english(claim.text) }</span></> }) }
            if is_open {
                <div class="ec-example">
                    <div>
                        for (part, label) in PARTS.into_iter().zip(LABELS) {
                            { field(text, checker, claim.id, part, label) }
                        }
                    </div>
                    <fieldset class="ec-example__values">
                        <legend>{ text.get("skills.note.values") }</legend>
                        for value in &state.catalogue().common.values {
                            { shown_value(text, checker, claim.id, value) }
                        }
                    </fieldset>
                </div>
            }
            { written_example(text, state, claim) }
        </div>
    }
}

/// Shows one thing to tick.
pub fn tick(checker: &CheckerContext, id: &'static str, is_ticked: bool, label: Html) -> Html {
    let ontick = checker.callback(move |is_ticked| Edit::Tick(id, is_ticked));
    checkbox(format!("ec-tick-{id}"), is_ticked, ontick, label)
}

fn field(text: &PageText, checker: &CheckerContext, claim: &'static str, part: &'static str, label: &str) -> Html {
    let onwrite = checker.callback(move |words| Edit::WriteNote { claim, part, words });
    let words = checker.state.note(claim, part);
    example_field(format!("ec-note-{claim}-{part}"), text.note(copy::text(label)), words, onwrite)
}

fn shown_value(text: &PageText, checker: &CheckerContext, claim: &'static str, value: &'static Value) -> Html {
    let ontick = checker.callback(move |is_shown| Edit::ShowValue { claim, value: value.id, is_shown });
    let id = format!("ec-shows-{claim}-{}", value.id);
    checkbox(id, checker.state.shows(claim, value.id), ontick, text.english(capital(value.name)))
}

/// Shows what is written of an example, as it was written, and the values that it can show; nothing where there is neither.
///
/// While the example is open this stands there for copies and for paper, where a field would show its first lines only.
pub fn written_example(text: &PageText, state: &State, claim: &Claim) -> Html {
    let line = |label: &str, words: Html| html! { <p><span>{ text.get(label) }{ ": " }{ words }</span></p> };
    let mut lines: Vec<Html> = Vec::new();
    for (part, label) in PARTS.iter().zip(LABELS) {
        let note = state.note(claim.id, part);
        if !note.is_empty() {
            lines.push(line(label, text.show(note.to_string())));
        }
    }
    let values = state.catalogue().common.values.iter().filter(|value| state.shows(claim.id, value.id));
    let values: Vec<&str> = values.map(|value| value.name).collect();
    if !values.is_empty() {
        lines.push(line("skills.note.shows", text.english(values.join(", "))));
    }
    if lines.is_empty() {
        Html::default()
    } else {
        html! { <div class="ec-said">{ lines }</div> }
    }
}
