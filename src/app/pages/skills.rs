//! The skills to show: an inventory for the person, never a score.

use yew::prelude::*;

use super::{PageProps, heading, out};
use crate::app::components::{Button, Checkbox, Details, Look};
use crate::catalogue::{Claim, SkillGroup};
use crate::copy::{fill, text};
use crate::journey::{Action, Screen};

/// The skills page.
#[component]
pub fn Skills(props: &PageProps) -> Html {
    let pack = props.state.pack();
    let values = &props.state.catalogue().values;
    let claims = || pack.skills.iter().flat_map(|group| &group.claims);
    let conditional = &pack.conditional_skills;
    let value_name = |value: &crate::catalogue::Value| fill("skills.values.tick", &[("value", &value.name)]);
    let result = props.does(Action::Show(Screen::Result));
    html! {
        <>
            <Button look={Look::Link} onclick={result.clone()}>{ text("skills.back") }</Button>
            { heading(text("skills.title")) }
            <p class="ec-lead">{ text("skills.lead") }</p>
            <p>{ text("skills.score") }</p>
            <p class="ec-count">{ count(props, "skills.count", claims().map(|claim| claim.id.as_str())) }</p>
            { for pack.skills.iter().map(|group| skill_group(props, group)) }
            <fieldset class="ec-group">
                <legend><h2>{ text("skills.conditional") }</h2></legend>
                <p>{ &conditional.condition }{ "." }</p>
                { quote(&conditional.quote) }
                { for conditional.claims.iter().map(|claim| tick(props, &claim.id, &claim.text)) }
            </fieldset>
            <fieldset class="ec-group">
                <legend><h2>{ text("skills.values") }</h2></legend>
                <p>{ &pack.values_asked.text }</p>
                { quote(&pack.values_asked.quote) }
                <p class="ec-count">{ count(props, "skills.values.count", values.values.iter().map(|value| value.id.as_str())) }</p>
                { for values.values.iter().map(|value| html! {
                    <div key={value.id.clone()} class="ec-value">
                        { tick(props, &value.id, &value_name(value)) }
                        <p class="ec-option__hint">{ &value.ask }</p>
                    </div>
                }) }
                <p class="ec-small">{ out(&values.url, text("result.source.link")) }</p>
            </fieldset>
            <fieldset class="ec-group">
                <legend><h2>{ text("skills.duties") }</h2></legend>
                <p class="ec-count">{ count(props, "skills.duties.count", pack.duties.iter().map(|duty| duty.id.as_str())) }</p>
                { for pack.duties.iter().map(|duty| tick(props, &duty.id, &duty.text)) }
            </fieldset>
            <div class="ec-actions"><Button look={Look::Quiet} onclick={result}>{ text("skills.back") }</Button></div>
        </>
    }
}

fn skill_group(props: &PageProps, group: &SkillGroup) -> Html {
    html! {
        <fieldset key={group.group.clone()} class="ec-group">
            <legend><h2>{ &group.group }</h2></legend>
            { for group.claims.iter().map(|claim: &Claim| tick(props, &claim.id, &claim.text)) }
            { quote(&group.quote) }
        </fieldset>
    }
}

fn quote(words: &str) -> Html {
    html! {
        <Details summary={html! { { text("skills.quote") } }}>
            <blockquote><p>{ "“" }{ words }{ "”" }</p></blockquote>
        </Details>
    }
}

fn tick(props: &PageProps, id: &str, label: &str) -> Html {
    let ontick = props.dispatch.reform({
        let id = id.to_string();
        move |ticked| Action::Tick(id.clone(), ticked)
    });
    let ticked = props.state.ticked().contains(id);
    html! { <Checkbox key={id.to_string()} id={format!("ec-tick-{id}")} label={label.to_string()} {ticked} {ontick} /> }
}

fn count<'a>(props: &PageProps, key: &str, ids: impl Iterator<Item = &'a str> + Clone) -> String {
    let done = ids.clone().filter(|id| props.state.ticked().contains(*id)).count();
    fill(key, &[("done", &done.to_string()), ("all", &ids.count().to_string())])
}
