//! The values that a person will be asked about, and which examples show them.

use yew::prelude::*;

use super::claim::tick;
use super::skill_parts::{counted, group, page_words};
use crate::app::components::external_link;
use crate::app::{CheckerContext, PageText};
use crate::catalogue::{RolePack, Value};

/// Shows the values, each to be ticked.
pub fn values(text: &PageText, checker: &CheckerContext, pack: &'static RolePack) -> Html {
    let state = &*checker.state;
    let common = &state.catalogue().common;
    let asked = pack.values_asked.as_ref();
    let open: Vec<&str> =
        common.values.iter().filter(|value| !state.has_value(value.id)).map(|value| value.name).collect();
    let (done, all) = (common.values.len() - open.len(), common.values.len());
    let parts = html! {
        <>
            <p>{ text.english(asked.map_or(common.asked, |asked| asked.text)) }</p>
            { counted(text, "skills.values.count", done, all) }
            for one in &common.values {
                { value(text, checker, pack, one) }
            }
            if !open.is_empty() {
                <p>{ text.get("skills.values.open") }{ " " }{ text.english(format!("{}.", open.join(", "))) }</p>
            }
            { asked.map(|asked| page_words(text, asked.quote)) }
            <p class="ec-small">{ external_link(common.url, text.get("skills.values.source")) }</p>
        </>
    };
    group(text.get("skills.values"), parts)
}

fn value(text: &PageText, checker: &CheckerContext, pack: &RolePack, value: &'static Value) -> Html {
    let name = text.fill("skills.values.tick", &[("value", value.name)]);
    html! {
        <div class="ec-value">
            { tick(checker, value.id, checker.state.has_value(value.id), name) }
            <p class="ec-option__hint">{ text.english(value.ask) }</p>
            { shown_by(text, checker, pack, value) }
        </div>
    }
}

/// Shows the claims whose example shows a value; nothing where none does.
fn shown_by(text: &PageText, checker: &CheckerContext, pack: &RolePack, value: &Value) -> Html {
    let claims = pack.skills.iter().chain(&pack.conditional_skills).flat_map(|group| &group.claims);
    let claims: Vec<&str> =
        claims.filter(|claim| checker.state.shows(claim.id, value.id)).map(|claim| claim.text).collect();
    if claims.is_empty() {
        return Html::default();
    }
    html! {
        <p class="ec-value__shown">
            { text.get("skills.values.shown-by") }{ " " }{ text.english(format!("{}.", claims.join(". "))) }
        </p>
    }
}
