//! The result: a sentence to repeat, a card for each route, and what was not checked.

use web_sys::window;
use yew::prelude::*;

use super::route::route_card;
use super::{Page, source_line};
use crate::app::components::{Look, button, details};
use crate::app::markup::{all, bullets, h2, heading, link, p, say, tag, words, wrap};
use crate::catalogue::{Link, RolePack};
use crate::copy::{Words, fill, text};
use crate::journey::{Action, Screen};
use crate::rules::{Evaluation, Outcome, evaluate};

/// The result page.
pub fn result(page: &Page) -> Html {
    let state = page.state;
    let pack = state.pack();
    let profile = &state.walk().profile;
    let evaluation = evaluate(&pack.rules, profile);
    let said = Words::new(state.catalogue(), pack);
    let open = state.walk().next.is_some();
    let mut parts = vec![
        page.button(Look::Link, say("result.answers"), Action::Show(Screen::Check)),
        heading(say("result.title")),
        wrap("p", "ec-lead", words(lead(pack, &evaluation))),
    ];
    if open {
        let go_on = page.button(Look::Main, say("check.go-on"), Action::Begin);
        parts.push(tag("div", "ec-actions", [go_on]));
    }
    parts.extend(evaluation.best_first().into_iter().map(|index| route_card(&said, index, profile, &evaluation)));
    parts.push(actions(page, open));
    parts.push(after(page, pack));
    all(parts)
}

fn actions(page: &Page, open: bool) -> Html {
    let print = Callback::from(|_| {
        if let Some(window) = window() {
            // A browser that cannot print shows nothing; the page stays as it is.
            let _ = window.print();
        }
    });
    let main = if open { Look::Quiet } else { Look::Main };
    let actions = vec![
        page.button(main, say("result.skills"), Action::Show(Screen::Skills)),
        button(Look::Quiet, say("result.print"), print),
        page.button(Look::Quiet, say("result.again"), Action::Show(Screen::Restart)),
    ];
    tag("div", "ec-actions", actions)
}

/// What was not checked, the page's own links, and where the rules come from.
fn after(page: &Page, pack: &RolePack) -> Html {
    let parts = vec![
        h2(say("result.not-checked")),
        p(say("result.not-checked.lead")),
        bullets(page.state.catalogue().common.not_checked.iter().map(|line| words(*line)).collect::<Vec<_>>()),
        links(pack),
        source_line(pack, fill("result.foot", &[("version", pack.rules_version)]) + " "),
    ];
    tag("section", "ec-after", parts)
}

/// One sentence that a person can repeat to somebody: the best outcome, and the jobs it holds for.
fn lead(pack: &RolePack, evaluation: &Evaluation) -> String {
    let order = evaluation.best_first();
    let Some(best) = order.first().map(|&index| evaluation.routes[index].verdict) else { return String::new() };
    if best.outcome() == Some(Outcome::NotMet) {
        return text("result.lead.not-met").to_string();
    }
    let same = |index: &&usize| evaluation.routes[**index].verdict.rank() == best.rank();
    let alike: Vec<usize> = order.iter().filter(same).copied().collect();
    let jobs: Vec<&str> = alike.iter().map(|&index| pack.routes[index].job).collect();
    let jobs = jobs.join(&format!(" {} ", text("result.also")));
    let pending = alike.iter().any(|&index| evaluation.routes[index].verdict.pending);
    let key = format!("result.lead.{}{}", best.id(), if pending { ".pending" } else { "" });
    fill(&key, &[("job", &jobs)])
}

fn links(pack: &RolePack) -> Html {
    if pack.links.is_empty() {
        return Html::default();
    }
    let one = |to: &Link| {
        let note = to.note.as_ref().map(|note| tag("span", "ec-small", [words(format!(" {note}"))]));
        all([link(to.url, to.text), note.unwrap_or_default()])
    };
    let all = all([p(say("links.lead")), bullets(pack.links.iter().map(one).collect::<Vec<_>>())]);
    details(text("links.title"), all)
}
