//! The result for all roles at once: a sentence to repeat, and the roles, best first.

use yew::prelude::*;

use super::Page;
use super::device::{review_all, save};
use super::keep::keep;
use super::outlooks::outlook_list;
use super::paper::paper;
use super::result::{actions, go_on, not_checked, to_answers};
use crate::app::components::glossary;
use crate::app::markup::{all, h2, heading, p, say, words, wrap};
use crate::copy::{fill, text};
use crate::journey::Outlook;
use crate::rules::Outcome;

/// The result page of all roles.
pub fn everything(page: &Page) -> Html {
    let outlooks = page.state.outlooks();
    let top = all([
        to_answers(page),
        heading(say("result.title.all")),
        wrap("p", "ec-lead", words(lead(&outlooks))),
        review_all(page),
        go_on(page),
    ]);
    let after_top = all([
        h2(say("result.all.list")),
        p(say("result.all.list.lead")),
        outlook_list(page, &outlooks),
        actions(page),
        keep(page),
        save(page),
        wrap("section", "ec-after", not_checked(page)),
    ]);
    let shown = all([top, after_top]);
    let terms = glossary(&shown);
    all([shown, terms, paper(page, None)])
}

/// How many roles are met, and for how many that is not sure.
pub(super) fn lead(outlooks: &[Outlook]) -> String {
    let of = |outcome: Option<Outcome>| outlooks.iter().filter(move |one| one.verdict.outcome() == outcome);
    let all = outlooks.len().to_string();
    let mut said: Vec<String> = Vec::new();
    let mut count = |key: &str, outcome: Option<Outcome>| {
        let number = of(outcome).count();
        if number > 0 {
            said.push(fill(key, &[("number", &number.to_string()), ("all", &all)]));
        }
    };
    count("result.all.met", Some(Outcome::Met));
    count("result.all.judgement", Some(Outcome::Judgement));
    count("result.all.unanswered", None);
    if outlooks.iter().any(|one| one.verdict.pending) {
        said.push(text("result.all.pending").to_string());
    }
    if of(Some(Outcome::NotMet)).count() == outlooks.len() {
        said.extend(["result.all.none", "result.all.none.next"].map(|key| text(key).to_string()));
    }
    said.join(" ")
}
