//! The same answers, role by role: a list to open the others from.

use yew::prelude::*;

use super::Page;
use crate::app::components::{Look, outcome_tag};
use crate::app::markup::{all, english, say, tag, words, wrap};
use crate::copy::fill;
use crate::journey::{Action, Outlook};
use crate::rules::Outcome;

/// Every role but the one that is checked, best first, each with its best outcome and the job that it is for.
pub fn outlook_list(page: &Page, outlooks: &[Outlook]) -> Html {
    tag("ul", "ec-roles", outlooks.iter().map(|outlook| one(page, outlook)).collect::<Vec<_>>())
}

fn one(page: &Page, outlook: &Outlook) -> Html {
    let pack = outlook.pack;
    let mut parts = vec![
        page.button(Look::Link, english(pack.name), Action::Open(pack.rules.id)),
        words(" "),
        tag("span", "ec-role__outcome", [outcome_tag(outlook.verdict)]),
    ];
    // Where nothing is met it is so for every route, and where nothing is known too.
    if matches!(outlook.verdict.outcome(), Some(Outcome::Met | Outcome::Judgement)) {
        let mut said = vec![words(fill("result.route", &[("job", pack.routes[outlook.route].job)]))];
        if outlook.open {
            said.extend([words(". "), say("result.others.open")]);
        }
        parts.push(wrap("p", "ec-small", all(said)));
    }
    tag("li", "ec-role", parts)
}
