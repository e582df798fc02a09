//! The skills to show: an inventory for the person, never a score.

use yew::prelude::*;

use super::{Page, heading, out};
use crate::app::components::{Look, checkbox, details};
use crate::catalogue::{Claim, SkillGroup};
use crate::copy::{fill, text};
use crate::journey::{Action, Screen};

/// The skills page.
pub fn skills(page: &Page) -> Html {
    let pack = page.state.pack();
    let values = &page.state.catalogue().values;
    let claims = || pack.skills.iter().flat_map(|group| &group.claims);
    let conditional = &pack.conditional_skills;
    let value_name = |value: &crate::catalogue::Value| fill("skills.values.tick", &[("value", &value.name)]);
    html! {
        <>
            { page.button(Look::Link, text("skills.back"), Action::Show(Screen::Result)) }
            { heading(text("skills.title")) }
            <p class="ec-lead">{ text("skills.lead") }</p>
            <p>{ text("skills.score") }</p>
            <p class="ec-count">{ count(page, "skills.count", claims().map(|claim| claim.id.as_str())) }</p>
            { for pack.skills.iter().map(|group| skill_group(page, group)) }
            <fieldset class="ec-group">
                <legend><h2>{ text("skills.conditional") }</h2></legend>
                <p>{ &conditional.group }{ "." }</p>
                { quote(&conditional.quote) }
                { for conditional.claims.iter().map(|claim| tick(page, &claim.id, &claim.text)) }
            </fieldset>
            <fieldset class="ec-group">
                <legend><h2>{ text("skills.values") }</h2></legend>
                <p>{ &pack.values_asked.text }</p>
                { quote(&pack.values_asked.quote) }
                <p class="ec-count">{ count(page, "skills.values.count", values.values.iter().map(|value| value.id.as_str())) }</p>
                { for values.values.iter().map(|value| html! {
                    <div key={value.id.clone()} class="ec-value">
                        { tick(page, &value.id, &value_name(value)) }
                        <p class="ec-option__hint">{ &value.ask }</p>
                    </div>
                }) }
                <p class="ec-small">{ out(&values.url, text("result.source.link")) }</p>
            </fieldset>
            <fieldset class="ec-group">
                <legend><h2>{ text("skills.duties") }</h2></legend>
                <p class="ec-count">{ count(page, "skills.duties.count", pack.duties.iter().map(|duty| duty.id.as_str())) }</p>
                { for pack.duties.iter().map(|duty| tick(page, &duty.id, &duty.text)) }
            </fieldset>
            <div class="ec-actions">{ page.button(Look::Quiet, text("skills.back"), Action::Show(Screen::Result)) }</div>
        </>
    }
}

fn skill_group(page: &Page, group: &SkillGroup) -> Html {
    html! {
        <fieldset key={group.group.clone()} class="ec-group">
            <legend><h2>{ &group.group }</h2></legend>
            { for group.claims.iter().map(|claim: &Claim| tick(page, &claim.id, &claim.text)) }
            { quote(&group.quote) }
        </fieldset>
    }
}

fn quote(words: &str) -> Html {
    details(text("skills.quote"), html! { <blockquote><p>{ "“" }{ words }{ "”" }</p></blockquote> })
}

fn tick(page: &Page, id: &str, label: &str) -> Html {
    let ontick = page.dispatch.reform({
        let id = id.to_string();
        move |ticked| Action::Tick(id.clone(), ticked)
    });
    let ticked = page.state.ticked().contains(id);
    checkbox(format!("ec-tick-{id}"), label.to_string(), ticked, &ontick)
}

fn count<'a>(page: &Page, key: &str, ids: impl Iterator<Item = &'a str> + Clone) -> String {
    let done = ids.clone().filter(|id| page.state.ticked().contains(*id)).count();
    fill(key, &[("done", &done.to_string()), ("all", &ids.count().to_string())])
}
