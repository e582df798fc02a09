//! One claim of a person: whether they have an example, the example in their words, and the values that it can show.

use yew::prelude::*;

use super::Page;
use crate::app::components::{Look, checkbox, written};
use crate::app::markup::{all, english, hidden, p, say, tag, words, wrap};
use crate::catalogue::{Claim, Value};
use crate::copy::text;
use crate::journey::Action;
use crate::journey::notes::PARTS;
use crate::letters::capital;

/// The labels of the parts of an example, in their order.
const LABELS: [&str; 4] = ["skills.note.situation", "skills.note.task", "skills.note.action", "skills.note.result"];

/// A claim with its tick and its example, which opens to be written.
pub fn claim(page: &Page, claim: &'static Claim) -> Html {
    let is_open = page.state.is_open(claim.id);
    let written = PARTS.iter().any(|part| !page.state.note(claim.id, part).is_empty());
    let does = text(match (is_open, written) {
        (true, _) => "skills.note.close",
        (false, true) => "skills.note.change",
        (false, false) => "skills.note.write",
    });
    let about = hidden(all([words(": "), english(claim.text)]));
    // Each keeps its place, and with it the focus.
    let parts = [
        tick(page, claim.id, page.state.is_ticked(claim.id), english(claim.text)),
        page.button(Look::Link, all([words(does), about]), Action::Unfold(claim.id)),
        if is_open { fields(page, claim) } else { Html::default() },
        said(page, claim),
    ];
    tag("div", "ec-claim", parts)
}

/// One thing to tick.
pub fn tick(page: &Page, id: &'static str, ticked: bool, label: Html) -> Html {
    let dispatch = page.dispatch.clone();
    let ontick = Callback::from(move |ticked| dispatch.emit(Action::Tick(id, ticked)));
    checkbox(format!("ec-tick-{id}"), label, ticked, ontick)
}

fn fields(page: &Page, claim: &'static Claim) -> Html {
    let part = |place: usize| {
        let part = PARTS[place];
        let dispatch = page.dispatch.clone();
        let onwrite = Callback::from(move |words| dispatch.emit(Action::Write(claim.id, part, words)));
        written(format!("ec-note-{}-{part}", claim.id), text(LABELS[place]), page.state.note(claim.id, part), onwrite)
    };
    let value = |value: &'static Value| {
        let dispatch = page.dispatch.clone();
        let ontick = Callback::from(move |shows| dispatch.emit(Action::Shows(claim.id, value.id, shows)));
        let id = format!("ec-shows-{}-{}", claim.id, value.id);
        checkbox(id, english(capital(value.name)), page.state.shows(claim.id, value.id), ontick)
    };
    let mut values = vec![wrap("legend", "", say("skills.note.values"))];
    values.extend(page.state.catalogue().common.values.iter().map(value));
    let values = tag("fieldset", "ec-example__values", values);
    tag("div", "ec-example", [tag("div", "", std::array::from_fn::<_, 4, _>(part)), values])
}

/// What is written of an example, as it was written, and the values that it can show; nothing where there is neither.
///
/// While the example is open this stands there for copies and for paper, where a field would show its first lines only.
pub fn said(page: &Page, claim: &Claim) -> Html {
    let line = |label: &str, words_: Html| p(tag("span", "", [words(text(label)), words(": "), words_]));
    let mut lines: Vec<Html> = Vec::new();
    for (part, label) in PARTS.iter().zip(LABELS) {
        let note = page.state.note(claim.id, part);
        if !note.is_empty() {
            lines.push(line(label, words(note.to_string())));
        }
    }
    let values = page.state.catalogue().common.values.iter().filter(|value| page.state.shows(claim.id, value.id));
    let values: Vec<&str> = values.map(|value| value.name).collect();
    if !values.is_empty() {
        lines.push(line("skills.note.shows", english(values.join(", "))));
    }
    if lines.is_empty() { Html::default() } else { tag("div", "ec-said", lines) }
}
