//! The result of a role: a sentence to repeat, the map, a card for each route, the other roles, and what was not checked.

use yew::prelude::*;

use super::device::{review, save};
use super::keep::keep;
use super::outlooks::outlook_list;
use super::paper::paper;
use super::route::route_card;
use super::{Page, source_line};
use crate::app::components::{Look, details, glossary, route_map};
use crate::app::markup::{all, bullets, english, h2, heading, link, p, quote, say, tag, words, wrap};
use crate::catalogue::{EVERYTHING, Link, Quoted, RolePack};
use crate::copy::{Words, decider, fill, text};
use crate::journey::{Action, Line, Screen, line};
use crate::letters::uncapital;
use crate::rules::{Evaluation, Outcome, evaluate};

/// The result page of a role.
pub fn result(page: &Page, pack: &'static RolePack) -> Html {
    let state = page.state;
    let profile = &state.walk().profile;
    let evaluation = evaluate(&pack.rules, profile);
    let said = Words::new(state.catalogue(), pack);
    let top = all([
        if state.is_from_all() {
            page.button(Look::Link, say("result.back-to-all"), Action::Open(EVERYTHING))
        } else {
            to_answers(page)
        },
        heading(words(fill("result.title", &[("role", &uncapital(pack.name))]))),
        wrap("p", "ec-lead", words(lead(pack, &evaluation, state.walk().next.is_some()))),
        review(page, pack),
        go_on(page),
        map(pack, &evaluation),
    ]);
    let card = |index| route_card(&said, index, profile, &evaluation);
    let cards = all(evaluation.best_first().into_iter().map(card).collect::<Vec<_>>());
    all([top, cards, after_cards(page, pack)])
}

/// What comes after the routes.
fn after_cards(page: &Page, pack: &'static RolePack) -> Html {
    let mut parts = vec![actions(page), keep(page), save(page), paper(page, Some(pack))];
    let outlooks = page.state.outlooks();
    if !outlooks.is_empty() {
        let others = vec![h2(say("result.others")), p(say("result.others.lead")), outlook_list(page, &outlooks)];
        parts.push(tag("section", "ec-after", others));
    }
    let foot = source_line(pack, fill("result.foot", &[("version", pack.rules_version)]) + " ");
    let after = all([not_checked(page), specification(pack), links(pack), foot]);
    let terms = glossary(&after);
    parts.push(tag("section", "ec-after", [after, terms]));
    all(parts)
}

/// From where the person is to each job, in the order of the cards.
fn map(pack: &RolePack, evaluation: &Evaluation) -> Html {
    let lines: Vec<Line> = evaluation.best_first().into_iter().map(|route| line(pack, evaluation, route)).collect();
    all([h2(say("map.title")), p(say("map.lead")), route_map(&lines)])
}

/// The way back to the answers.
pub(super) fn to_answers(page: &Page) -> Html {
    page.button(Look::Link, say("result.answers"), Action::Show(Screen::Check))
}

/// Where questions are left: that they are, and the way on.
pub(super) fn go_on(page: &Page) -> Html {
    if page.state.walk().next.is_none() {
        return Html::default();
    }
    let go_on = page.button(Look::Main, say("check.go-on"), Action::Begin);
    all([p(say("check.open")), wrap("div", "ec-actions", go_on)])
}

/// What to do with a result.
pub(super) fn actions(page: &Page) -> Html {
    let mut actions = Vec::new();
    if let Some(pack) = page.state.role() {
        let main = if page.state.walk().next.is_some() { Look::Quiet } else { Look::Main };
        let label = say(super::skills::of_role("result.skills", pack));
        actions.push(page.button(main, label, Action::Show(Screen::Skills)));
    }
    if page.state.is_from_all() {
        actions.push(page.button(Look::Quiet, say("result.answers"), Action::Show(Screen::Check)));
    }
    actions.push(page.button(Look::Quiet, say("result.again"), Action::Show(Screen::Restart)));
    tag("div", "ec-actions", actions)
}

/// What was not checked.
pub(super) fn not_checked(page: &Page) -> Html {
    let lines = page.state.catalogue().common.not_checked.iter().map(|line| english(*line)).collect();
    all([h2(say("result.not-checked")), p(say("result.not-checked.lead")), bullets(lines)])
}

/// Shows where the role's page says that its full requirements stand.
fn specification(pack: &RolePack) -> Html {
    let Some(Quoted { text: said, quote: words_of_page, link: to }) = &pack.specification else {
        return Html::default();
    };
    let said = to.map_or_else(|| english(*said), |to| link(to, english(*said)));
    let words = details(text("skills.quote"), quote(words_of_page));
    tag("div", "ec-specification", [p(said), words])
}

/// What a person can repeat to somebody: the best outcome, and the jobs it holds for. Jobs that somebody else decides, or that
/// wait for results, have a sentence of their own.
fn lead(pack: &RolePack, evaluation: &Evaluation, open: bool) -> String {
    let order = evaluation.best_first();
    let Some(best) = order.first().map(|&index| evaluation.routes[index].verdict) else { return String::new() };
    if best.outcome() == Some(Outcome::NotMet) {
        return text(if open { "result.lead.not-met.open" } else { "result.lead.not-met" }).to_string();
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
    let joint = text(if best.outcome() == Some(Outcome::Met) { "result.also" } else { "result.or" });
    let sentence = |((of, pending), jobs): &((&'static str, bool), Vec<&str>)| {
        let key = format!("result.lead.{}{}", best.id(), if *pending { ".pending" } else { "" });
        fill(&key, &[("job", &jobs.join(&format!(" {joint} "))), ("Decider", &decider(of).1)])
    };
    groups.iter().map(sentence).collect::<Vec<_>>().join(" ")
}

fn links(pack: &RolePack) -> Html {
    if pack.links.is_empty() {
        return Html::default();
    }
    let one = |to: &Link| {
        let note = to.note.map(|note| tag("span", "ec-small", [words(" "), english(note)]));
        let now = to.now.map(|url| all([words(" "), link(url, words(fill("links.now", &[("title", to.text)])))]));
        all([link(to.url, english(to.text)), note.unwrap_or_default(), now.unwrap_or_default()])
    };
    let all = all([p(say("links.lead")), bullets(pack.links.iter().map(one).collect::<Vec<_>>())]);
    wrap("div", "ec-links", details(text("links.title"), all))
}
