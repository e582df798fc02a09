//! The result of a role: a sentence to repeat, the map, a card for each route, the other roles, and what was not checked.

use yew::prelude::*;

use super::export::export;
use super::other_roles::role_list;
use super::print_view::print_view;
use super::result_parts::{actions, go_on, not_checked, to_answers};
use super::review_notice::review_notice;
use super::route_advice::link;
use super::route_card::route_card;
use super::save_on_device::save_on_device;
use super::section_head::section_head;
use super::skill_parts::page_words;
use super::source_line::source_line;
use crate::app::components::{ButtonLook, HeadingLevel, button, details, external_link, glossary, heading, route_map};
use crate::app::fragments::bullets;
use crate::app::{CheckerContext, PageText};
use crate::catalogue::{EVERYTHING, Link, RolePack};
use crate::copy::{self, decider, fill};
use crate::journey::{Line, Move, State, line};
use crate::letters::uncapital;
use crate::rules::{Evaluation, Outcome, evaluate};

/// The result page of the role that is checked. Each card explains its own words, and so does what comes after the cards.
pub fn role_result_page(checker: &CheckerContext) -> Html {
    let state = &*checker.state;
    let Some(pack) = state.role() else { return Html::default() };
    let text = PageText::default();
    let evaluation = evaluate(&pack.rules, &state.walk().profile);
    let order = evaluation.best_first();
    let lines: Vec<Line> = order.iter().map(|&route| line(pack, &evaluation, route)).collect();
    let outlooks = state.outlooks();
    html! {
        <>
            if state.is_from_all() {
                { button(ButtonLook::Link, Move::OpenResult(EVERYTHING).into(), text.get("result.back-to-all")) }
            } else {
                { to_answers(&text) }
            }
            { heading(HeadingLevel::Screen, text.fill("result.title", &[("role", &uncapital(pack.name))])) }
            <p class="ec-lead">{ lead(pack, &evaluation, state.walk().next.is_some()) }</p>
            { review_notice(&text, state) }
            { go_on(&text, state) }
            { section_head(&text, HeadingLevel::Section, "map.title", "map.lead") }
            { route_map(&text, &lines) }
            for route in order {
                { route_card(state, pack, route, &evaluation.routes[route]) }
            }
            { actions(&text, state) }
            { export(&text, checker) }
            { save_on_device(&text, state) }
            { print_view(state) }
            if !outlooks.is_empty() {
                <section class="ec-after">
                    { section_head(&text, HeadingLevel::Section, "result.others", "result.others.lead") }
                    { role_list(&text, &outlooks) }
                </section>
            }
            { foot(state, pack) }
        </>
    }
}

/// Shows what was not checked, and where the rules come from.
fn foot(state: &State, pack: &RolePack) -> Html {
    let text = PageText::default();
    let version = fill("result.foot", &[("version", pack.rules_version)]);
    html! {
        <section class="ec-after">
            { not_checked(&text, state) }
            { specification(&text, pack) }
            { links(&text, pack) }
            { source_line(&text, pack, &text.note(format!("{version} "))) }
            { glossary(&text) }
        </section>
    }
}

/// Shows where the role's page says that its full requirements stand.
fn specification(text: &PageText, pack: &RolePack) -> Html {
    let Some(stated) = &pack.specification else { return Html::default() };
    let words = text.english(stated.text);
    html! {
        <div class="ec-specification">
            <p>
                if let Some(href) = stated.link {
                    { external_link(href, words) }
                } else {
                    { words }
                }
            </p>
            { page_words(text, stated.quote) }
        </div>
    }
}

/// Returns what a person can repeat to somebody: the best outcome, and the jobs it holds for. Jobs that somebody else decides,
/// or that wait for results, have a sentence of their own.
fn lead(pack: &RolePack, evaluation: &Evaluation, is_open: bool) -> String {
    let order = evaluation.best_first();
    let Some(best) = order.first().map(|&index| evaluation.routes[index].verdict) else { return String::new() };
    if best.outcome() == Some(Outcome::NotMet) {
        return copy::text(if is_open { "result.lead.not-met.open" } else { "result.lead.not-met" }).to_string();
    }
    let same = |index: &&usize| evaluation.routes[**index].verdict.rank() == best.rank();
    let alike: Vec<usize> = order.iter().filter(same).copied().collect();
    let is_judgement = best.outcome() == Some(Outcome::Judgement);
    let mut groups: Vec<((&'static str, bool), Vec<&str>)> = Vec::new();
    for index in alike {
        let (route, verdict) = (&pack.routes[index], evaluation.routes[index].verdict);
        let alike = (if is_judgement { route.decider } else { "" }, verdict.pending);
        match groups.iter_mut().find(|(known, _)| *known == alike) {
            Some((_, jobs)) if jobs.contains(&route.job) => {}
            Some((_, jobs)) => jobs.push(route.job),
            None => groups.push((alike, vec![route.job])),
        }
    }
    let joint = copy::text(if best.outcome() == Some(Outcome::Met) { "result.also" } else { "result.or" });
    let sentence = |((of, pending), jobs): &((&'static str, bool), Vec<&str>)| {
        let key = format!("result.lead.{}{}", best.id(), if *pending { ".pending" } else { "" });
        fill(&key, &[("job", &jobs.join(&format!(" {joint} "))), ("Decider", &decider(of).1)])
    };
    groups.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

fn links(text: &PageText, pack: &RolePack) -> Html {
    if pack.links.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ec-links">
            { details(text.note(copy::text("links.title")), html! { <><p>{ text.get("links.lead") }</p>
                { bullets(pack.links.iter().map(|to| page_link(text, to)).collect()) }</> }) }
        </div>
    }
}

fn page_link(text: &PageText, to: &Link) -> Html {
    html! {
        <>
            { link(text, to) }
            if let Some(note) = to.note {
                <span class="ec-small">{ " " }{ text.english(note) }</span>
            }
            if let Some(now) = to.now {
                { " " }
                { external_link(now, text.fill("links.now", &[("title", to.text)])) }
            }
        </>
    }
}
