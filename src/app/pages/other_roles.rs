//! The same answers, role by role: a list to open the others from.

use yew::prelude::*;

use crate::app::PageText;
use crate::app::components::{ButtonLook, button, outcome_tag};
use crate::journey::{Move, Outlook};
use crate::rules::Outcome;

/// Lists roles, best first, each with its best outcome and the job that it is for.
pub fn role_list(text: &PageText, outlooks: &[Outlook]) -> Html {
    html! { <ul class="ec-roles">{ for outlooks.iter().map(|outlook| role(text, outlook)) }</ul> }
}

fn role(text: &PageText, outlook: &Outlook) -> Html {
    let pack = outlook.pack;
    // Where nothing is met it is so for every route, and where nothing is known too.
    let says_route = matches!(outlook.verdict.outcome(), Some(Outcome::Met | Outcome::Judgement));
    html! {
        <li class="ec-role">
            { button(ButtonLook::Link, Move::OpenResult(pack.rules.id).into(), text.english(pack.name)) }
            { " " }
            <span class="ec-role__outcome">{ outcome_tag(text, outlook.verdict) }</span>
            if says_route {
                <p class="ec-small">
                    { text.fill("result.route", &[("job", pack.routes[outlook.route].job)]) }
                    if outlook.open {
                        { ". " }
                        { text.get("result.others.open") }
                    }
                </p>
            }
        </li>
    }
}
