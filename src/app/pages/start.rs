//! The start: what this is, what it does with answers, and one button.

use yew::prelude::*;

use super::device::note;
use super::{Page, source_line};
use crate::app::HostIsTold;
use crate::app::components::Look;
use crate::app::markup::{all, bullets, heading, p, quote, say, words, wrap};
use crate::catalogue::RolePack;
use crate::copy::{count, fill};
use crate::journey::{Action, Screen};
use crate::letters::uncapital;

/// The start page, of a role or of all of them.
pub fn start(page: &Page) -> Html {
    let other = page.button_to(Look::Link, say("start.other"), Action::Show(Screen::Roles), "");
    let begin = page.button_to(Look::Main, say("start.button"), Action::Begin, "./q/stage");
    let (mut first, source) = page.state.role().map_or_else(|| of_all(page), of_role);
    // Behind the heading.
    first.insert(1, note(page));
    all([other, all(first), p(say("start.unsure")), p(say(private(page.told))), p(say("start.limits")), begin, source])
}

/// Returns the key of the sentence that says who is told the answers and the outcomes.
fn private(told: HostIsTold) -> &'static str {
    match told {
        HostIsTold::Nothing => "start.private",
        HostIsTold::Outcomes => "start.private.outcomes",
        HostIsTold::Answers => "start.private.answers",
    }
}

fn of_role(pack: &'static RolePack) -> (Vec<Html>, Html) {
    let points = ["start.what.1", "start.what.2", "start.what.3", super::skills::of_role("start.what.4", pack)];
    let first = vec![
        heading(words(fill("start.title", &[("role", &uncapital(pack.name))]))),
        wrap(
            "p",
            "ec-lead",
            words(fill("start.lead", &[("role", pack.name), ("division", &uncapital(pack.division))])),
        ),
        pack.opening.map(quote).unwrap_or_default(),
        p(say("start.what")),
        bullets(points.into_iter().map(say).collect::<Vec<_>>()),
    ];
    (first, source_line(pack, String::new()))
}

fn of_all(page: &Page) -> (Vec<Html>, Html) {
    let number = page.state.catalogue().roles.len();
    let points = ["start.all.what.1", "start.all.what.2", "start.all.what.3"];
    let first = vec![
        heading(say("start.all.title")),
        wrap("p", "ec-lead", words(count("start.all.lead", number, &[]))),
        p(say("start.what")),
        bullets(points.into_iter().map(say).collect::<Vec<_>>()),
        p(say("start.all.longer")),
    ];
    (first, wrap("p", "ec-small", say("start.all.source")))
}
