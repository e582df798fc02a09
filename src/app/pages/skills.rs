//! The skills to show: an inventory for the person, never a score.

use yew::prelude::*;

use super::claim::{claim, tick};
use super::export::export;
use super::save_on_device::save_on_device;
use super::skill_parts::{count, group, of_role, page_words, title};
use super::values::values;
use crate::app::components::{ButtonLook, HeadingLevel, button, details, external_link, glossary, heading};
use crate::app::fragments::bullets;
use crate::app::{CheckerContext, PageText};
use crate::catalogue::{Claim, RolePack, SkillGroup, Way};
use crate::copy;
use crate::journey::{CONDITION, Move, Screen, State};
use crate::letters::uncapital;

/// The skills page of the role that is checked.
pub fn skills_page(checker: &CheckerContext) -> Html {
    let state = &*checker.state;
    let Some(pack) = state.role() else { return Html::default() };
    let text = PageText::default();
    let concerned = pack.conditional_skills.iter().filter(|_| state.is_ticked(CONDITION));
    let claims: Vec<&Claim> = pack.skills.iter().chain(concerned).flat_map(|group| &group.claims).collect();
    html! {
        <>
            { button(ButtonLook::Link, Move::Show(Screen::Result).into(), text.get("skills.back")) }
            { heading(HeadingLevel::Screen, text.show(title(pack))) }
            <p class="ec-lead">{ text.fill(of_role("skills.lead", pack), &[("role", &uncapital(pack.name))]) }</p>
            <p>{ text.get("skills.score") }</p>
            if claims.is_empty() {
                <p>
                    { text.get("skills.elsewhere") }
                    { " " }
                    { external_link(pack.page.url, text.english(pack.page.title)) }
                </p>
            } else {
                <p class="ec-example__kept">{ text.get("skills.note.kept") }</p>
                { count(&text, state, "skills.count", &claims) }
            }
            for skills in &pack.skills {
                { group(text.english(skills.group), examples(&text, checker, skills)) }
            }
            { pack.conditional_skills.as_ref().map(|skills| conditional(&text, checker, skills)) }
            { gaps(&text, state, &claims) }
            { values(&text, checker, pack) }
            if !pack.duties.is_empty() {
                { duties(&text, checker, pack) }
            }
            <div class="ec-actions">
                { button(ButtonLook::Quiet, Move::Show(Screen::Result).into(), text.get("skills.back")) }
            </div>
            { export(&text, checker) }
            { save_on_device(&text, state) }
            { glossary(&text) }
        </>
    }
}

/// Shows how many have an example, each claim with a place for it, and the page's words.
fn examples(text: &PageText, checker: &CheckerContext, skills: &'static SkillGroup) -> Html {
    html! {
        <>
            { count(text, &checker.state, "skills.count", &skills.claims.iter().collect::<Vec<_>>()) }
            for one in &skills.claims {
                { claim(text, checker, one) }
            }
            { page_words(text, skills.quote) }
        </>
    }
}

/// Shows what only some jobs ask for, once the person says that theirs does.
fn conditional(text: &PageText, checker: &CheckerContext, skills: &'static SkillGroup) -> Html {
    let is_ticked = checker.state.is_ticked(CONDITION);
    let parts = html! {
        <>
            <p>{ text.english(format!("{}.", skills.group)) }</p>
            { tick(checker, CONDITION, is_ticked, text.get("skills.conditional.tick")) }
            if is_ticked {
                { examples(text, checker, skills) }
            }
        </>
    };
    group(text.get("skills.conditional"), parts)
}

/// Shows what the page tells a person to be sure of, and its words for it. Duties can share a sentence, which is shown once.
fn duties(text: &PageText, checker: &CheckerContext, pack: &'static RolePack) -> Html {
    let duties = &pack.duties;
    let mut quotes: Vec<&str> = Vec::new();
    for quote in duties.iter().filter_map(|duty| duty.quote) {
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    let parts = html! {
        <>
            { count(text, &checker.state, "skills.duties.count", &duties.iter().collect::<Vec<_>>()) }
            for duty in duties {
                { tick(checker, duty.id, checker.state.is_ticked(duty.id), text.english(duty.text)) }
            }
            if !quotes.is_empty() {
                { details(text.note(copy::text("skills.quote")), quoted(text, pack, &quotes)) }
            }
        </>
    };
    group(text.get("skills.duties"), parts)
}

/// Shows sentences of the role's page, and a link to it.
fn quoted(text: &PageText, pack: &RolePack, quotes: &[&str]) -> Html {
    html! {
        <>
            for quote in quotes {
                { text.quote(quote) }
            }
            <p>{ external_link(pack.page.url, text.english(pack.page.title)) }</p>
        </>
    }
}

/// Shows what has no example yet, and ways to get one; nothing where each claim has one.
fn gaps(text: &PageText, state: &State, claims: &[&'static Claim]) -> Html {
    let open = claims.iter().filter(|claim| !state.is_ticked(claim.id));
    let open: Vec<Html> = open.map(|claim| text.english(claim.text)).collect();
    if open.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { heading(HeadingLevel::Section, text.get("skills.gaps")) }
            { bullets(open) }
            <p>{ text.get("skills.gaps.lead") }</p>
            { bullets(state.catalogue().common.ways.iter().map(|way| way_to_example(text, way)).collect()) }
        </>
    }
}

fn way_to_example(text: &PageText, way: &'static Way) -> Html {
    html! {
        <>
            { text.english(way.text) }
            if let Some(source) = &way.source {
                { " " }
                { external_link(source.url, text.english(source.title)) }
            }
        </>
    }
}
