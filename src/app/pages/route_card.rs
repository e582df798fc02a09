//! The card of one route: its outcome, why, what would change it, what else to know, what to do next.

use yew::prelude::*;

use super::card::Card;
use super::route_advice::{changes, later_texts, link, links};
use crate::app::PageText;
use crate::app::components::{Heading, HeadingLevel, details, external_link, glossary, heading, outcome_tag};
use crate::catalogue::RolePack;
use crate::copy::{self, Words, because, date, decider, fill};
use crate::journey::State;
use crate::letters::capital;
use crate::rules::{Basis, Outcome, PathwayVerdict, Reason, RouteVerdict, Source, explain};

/// Shows the card of a route of a role, from the place of the route in the role and how it came out. It explains its own words.
pub fn route_card(state: &State, pack: &RolePack, route: usize, verdict: &RouteVerdict) -> Html {
    let text = PageText::default();
    let (rules, about) = (&pack.rules.routes[route], &pack.routes[route]);
    let words = Words::new(state.catalogue(), pack);
    let card = Card { text: &text, words, route, profile: &state.walk().profile, verdict };
    let verdict = verdict.verdict;
    let outcome = verdict.outcome();
    let programme = fill("result.programme", &[("programme", &capital(about.name)), ("about", about.about)]);
    let id = AttrValue::from(format!("ec-route-{}", rules.id));
    html! {
        <section class={format!("ec-route ec-route--{}", verdict.id())} aria-labelledby={&id}>
            <Heading level={HeadingLevel::Section} {id}>{ fill("result.route", &[("job", about.job)]) }</Heading>
            <p class="ec-route__programme">{ text.english(programme) }</p>
            <p class="ec-route__outcome">{ outcome_tag(&text, verdict) }<span>{ card.sentence() }</span></p>
            { heading(HeadingLevel::Part, text.get("result.why")) }
            { card.pathways() }
            { changes(&card) }
            { later_texts(&text, rules, card.profile) }
            if outcome != Some(Outcome::NotMet) {
                { links(&text, "result.next", &about.next) }
            }
            if outcome != Some(Outcome::Met) {
                { links(&text, "result.instead", &about.instead) }
            }
            for to in &about.figures {
                <p class="ec-small">{ link(&text, to) }</p>
            }
            { glossary(&text) }
        </section>
    }
}

impl Card<'_> {
    /// Says the outcome in a sentence, after its word.
    fn sentence(&self) -> String {
        let verdict = self.verdict.verdict;
        let (decider, decider_first) = decider(self.words.pack.routes[self.route].decider);
        let key = format!("outcome.{}", verdict.id());
        let mut sentence = fill(&key, &[("decider", decider), ("Decider", &decider_first)]);
        if verdict.pending {
            sentence = format!("{sentence}, {}", copy::text("outcome.pending"));
        }
        self.text.note(format!(" {sentence}."))
    }

    /// Shows the pathways, best first. Where the route is met, one is enough and the others are there to open.
    fn pathways(&self) -> Html {
        let order = self.verdict.best_first();
        if order.len() == 1 {
            return self.requirements(0, &self.verdict.pathways[0]);
        }
        let is_met = self.verdict.verdict.outcome() == Some(Outcome::Met);
        let mut pathways: Vec<Html> = order.into_iter().map(|place| self.pathway(place)).collect();
        let others = if is_met { pathways.split_off(1) } else { Vec::new() };
        html! {
            <>
                if !is_met {
                    <p>{ self.text.get("result.one-of") }</p>
                }
                { pathways }
                if is_met {
                    { details(self.text.note(copy::text("result.other-way")), others.into_iter().collect()) }
                }
            </>
        }
    }

    fn pathway(&self, place: usize) -> Html {
        let verdict = &self.verdict.pathways[place];
        let name = self.words.pack.routes[self.route].pathways[place].name;
        html! {
            <div class="ec-pathway">
                { heading(HeadingLevel::Detail, html! { <>{ self.text.english(name) }{ " " }{ outcome_tag(self.text, verdict.verdict) }</> }) }
                { self.requirements(place, verdict) }
            </div>
        }
    }

    fn requirements(&self, place: usize, verdict: &PathwayVerdict) -> Html {
        let count = verdict.requirements.len();
        html! {
            <ul class="ec-requirements">
                for index in 0..count {
                    { self.requirement(place, index, verdict) }
                }
            </ul>
        }
    }

    fn requirement(&self, place: usize, index: usize, verdict: &PathwayVerdict) -> Html {
        let pack = self.words.pack;
        let requirement = &pack.rules.routes[self.route].pathways[place].requirements[index];
        let name = pack.routes[self.route].pathways[place].requirements[index];
        let verdict = verdict.requirements[index];
        let reason = explain(requirement, self.profile, verdict);
        let why = because(&self.words, requirement, &reason);
        // What a person decides stands in the pack.
        let why = if matches!(reason, Reason::Judged(_)) { self.text.english(why) } else { self.text.show(why) };
        html! {
            <li class="ec-requirement">
                <p class="ec-requirement__name">
                    <strong>{ self.text.english(name) }</strong>{ " " }{ outcome_tag(self.text, verdict) }
                </p>
                <p>{ why }</p>
                { self.source(requirement.source_of(&reason)) }
            </li>
        }
    }

    /// Shows the words that an answer rests on.
    fn source(&self, source: &Source) -> Html {
        let text = self.text;
        let reading = source.reading.filter(|_| source.basis == Basis::Reading);
        let page = &self.words.pack.page;
        let is_page = source.url == page.url;
        let key = if is_page { "result.source.page" } else { "result.source.other" };
        html! {
            { details(text.note(copy::text("result.source.summary")), html! { <>{ text.quote(source.quote) }
                if let Some(reading) = reading {
                    <p>
                        <strong>{ format!("{}: ", text.note(copy::text("result.source.reading"))) }</strong>
                        { text.english(reading) }
                    </p>
                }
                <p class="ec-small">
                    { format!("{}. ", text.note(fill(key, &[("date", &date(source.checked))]))) }
                    { external_link(source.url, text.get("result.source.link")) }
                    if is_page {
                        <span class="ec-hidden">{ ": " }{ text.english(page.title) }</span>
                    }
                </p></> }) }
        }
    }
}
