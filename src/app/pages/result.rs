//! The result: a sentence to repeat, a card for each route, and what was not checked.

use web_sys::window;
use yew::prelude::*;

use super::route::route_card;
use super::{Page, heading, out};
use crate::app::components::{Look, button, details, outcome_word};
use crate::catalogue::RolePack;
use crate::copy::{Words, date, fill, text};
use crate::journey::{Action, Screen};
use crate::rules::{Evaluation, Outcome, evaluate};

/// The result page.
pub fn result(page: &Page) -> Html {
    let state = page.state;
    let pack = state.pack();
    let profile = &state.walk().profile;
    let evaluation = evaluate(&pack.rules, profile);
    let words = Words::new(state.catalogue(), pack);
    let open = state.walk().next.is_some();
    let cards = evaluation.best_first().into_iter().map(|index| route_card(&words, index, profile, &evaluation));
    let print = Callback::from(|_| {
        if let Some(window) = window() {
            // A browser that cannot print shows nothing; the page stays as it is.
            let _ = window.print();
        }
    });
    html! {
        <>
            { page.button(Look::Link, text("result.answers"), Action::Show(Screen::Check)) }
            { heading(text("result.title")) }
            <p class="ec-lead">{ lead(pack, &evaluation) }</p>
            if open {
                <div class="ec-actions">{ page.button(Look::Main, text("check.go-on"), Action::Begin) }</div>
            }
            { for cards }
            <div class="ec-actions">
                { page.button(if open { Look::Quiet } else { Look::Main }, text("result.skills"), Action::Show(Screen::Skills)) }
                { button(Look::Quiet, text("result.print"), print) }
                { page.button(Look::Quiet, text("result.again"), Action::Show(Screen::Restart)) }
            </div>
            <section class="ec-after">
                <h2>{ text("result.not-checked") }</h2>
                <p>{ text("result.not-checked.lead") }</p>
                <ul>{ for pack.not_checked.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
                { details(text("links.title"), links(pack)) }
                <p class="ec-small">
                    { fill("result.foot", &[("version", &pack.rules_version)]) }{ " " }{ text("result.rules") }{ " " }
                    { out(&pack.page.url, pack.page.title.clone()) }{ ", " }
                    { fill("start.checked", &[("date", &date(&pack.page.checked))]) }{ "." }
                </p>
            </section>
        </>
    }
}

/// One sentence that a person can repeat to somebody: the best outcome, and the jobs it holds for.
fn lead(pack: &RolePack, evaluation: &Evaluation) -> String {
    let order = evaluation.best_first();
    let Some(best) = order.first().map(|&index| evaluation.routes[index].verdict) else { return String::new() };
    if best.outcome() == Some(Outcome::NotMet) {
        return text("result.lead.not-met");
    }
    let same = |index: &&usize| evaluation.routes[**index].verdict.rank() == best.rank();
    let alike: Vec<usize> = order.iter().filter(same).copied().collect();
    let jobs: Vec<&str> = alike.iter().map(|&index| pack.routes[index].job.as_str()).collect();
    let jobs = jobs.join(&format!(" {} ", text("result.also")));
    let pending = alike.iter().any(|&index| evaluation.routes[index].verdict.pending);
    let key = format!("result.lead.{}{}", outcome_word(best.outcome()), if pending { ".pending" } else { "" });
    fill(&key, &[("job", &jobs)])
}

fn links(pack: &RolePack) -> Html {
    let link = |link: &crate::catalogue::Link| {
        html! {
            <li key={link.url.clone()}>
                { out(&link.url, link.text.clone()) }
                if let Some(note) = &link.note {
                    { " " }<span class="ec-small">{ note }</span>
                }
            </li>
        }
    };
    html! { <><p>{ text("links.lead") }</p><ul>{ for pack.links.iter().map(link) }</ul></> }
}
