//! The card of one route: its outcome, why, what would change it, what else to know, what to do next.

use yew::prelude::*;

use super::out;
use crate::app::components::{details, outcome_tag, outcome_word};
use crate::catalogue::Link;
use crate::copy::{Words, because, capital, date, fill, gain, text};
use crate::rules::{
    Basis, Evaluation, Gap, Outcome, PathwayVerdict, Profile, Requirement, Route, RouteVerdict, Source, Verdict,
    cautions, explain, gaps,
};

/// The card of the route at a place in the role.
pub fn route_card(words: &Words, index: usize, profile: &Profile, evaluation: &Evaluation) -> Html {
    let (rules, about) = (&words.pack.rules.routes[index], &words.pack.routes[index]);
    let verdict = &evaluation.routes[index];
    let outcome = verdict.verdict.outcome();
    let word = outcome_word(outcome);
    let sentence = text(&format!("outcome.{word}"));
    let title = format!("ec-route-{}", rules.id);
    html! {
        <section key={rules.id.clone()} class={format!("ec-route ec-route--{word}")} aria-labelledby={title.clone()}>
            <h2 id={title}>{ fill("result.route", &[("job", &about.job)]) }</h2>
            <p class="ec-route__programme">
                { fill("result.programme", &[("programme", &about.name), ("about", &about.about)]) }
            </p>
            <p class="ec-route__outcome">
                { outcome_tag(verdict.verdict) }
                <span class="ec-route__sentence">
                    { sentence }
                    if verdict.verdict.pending { { ", " }{ text("outcome.pending") } }
                    { "." }
                </span>
            </p>
            <h3>{ text("result.why") }</h3>
            { pathways(words, index, profile, verdict) }
            { changes(words, rules, profile, verdict) }
            { later_texts(rules, profile) }
            { steps("result.next", &about.next, outcome != Some(Outcome::NotMet)) }
            { steps("result.instead", &about.instead, outcome != Some(Outcome::Met)) }
            { for about.figures.iter().map(|figure| html! { <p key={figure.url.clone()} class="ec-small">{ out(&figure.url, figure.text.clone()) }</p> }) }
        </section>
    }
}

/// The pathways, best first. Where the route is met, one is enough and the others are there to open.
fn pathways(words: &Words, index: usize, profile: &Profile, verdict: &RouteVerdict) -> Html {
    let (rules, about) = (&words.pack.rules.routes[index], &words.pack.routes[index]);
    let order = verdict.best_first();
    let several = order.len() > 1;
    let one = |place: usize| {
        let names = &about.pathways[place];
        requirements(words, &rules.pathways[place].requirements, &names.requirements, profile, &verdict.pathways[place])
    };
    let titled = |place: usize| {
        html! {
            <div key={place} class="ec-pathway">
                <h4>{ &about.pathways[place].name }{ " " }{ outcome_tag(verdict.pathways[place].verdict) }</h4>
                { one(place) }
            </div>
        }
    };
    match (several, verdict.verdict.outcome()) {
        (false, _) => html! { <>{ for order.into_iter().map(one) }</> },
        (true, Some(Outcome::Met)) => html! {
            <>
                { for order.iter().take(1).map(|&place| titled(place)) }
                { details(text("result.other-way"), order.iter().skip(1).map(|&place| titled(place)).collect()) }
            </>
        },
        (true, _) => html! {
            <>
                <p>{ text("result.one-of") }</p>
                { for order.into_iter().map(titled) }
            </>
        },
    }
}

fn requirements(
    words: &Words,
    rules: &[Requirement],
    names: &[String],
    profile: &Profile,
    verdict: &PathwayVerdict,
) -> Html {
    let one = |((requirement, name), verdict): ((&Requirement, &String), &Verdict)| {
        let reason = explain(requirement, profile, *verdict);
        html! {
            <li key={requirement.id.clone()} class="ec-requirement">
                <p class="ec-requirement__name"><strong>{ name }</strong>{ " " }{ outcome_tag(*verdict) }</p>
                <p>{ because(words, requirement, &reason) }</p>
                { source(words, requirement.source_of(&reason)) }
            </li>
        }
    };
    html! { <ul class="ec-requirements">{ for rules.iter().zip(names).zip(&verdict.requirements).map(one) }</ul> }
}

/// The words that an answer rests on.
fn source(words: &Words, source: &Source) -> Html {
    let inside = html! {
        <>
            <blockquote><p>{ "“" }{ &source.quote }{ "”" }</p></blockquote>
            if let (Basis::Reading, Some(reading)) = (source.basis, &source.reading) {
                <p><strong>{ text("result.source.reading") }{ ": " }</strong>{ reading }</p>
            }
            <p class="ec-small">
                { fill("result.source.page", &[("date", &date(&source.checked))]) }{ ". " }
                { out(&source.url, text("result.source.link")) }
                <span class="ec-hidden">{ ": " }{ &words.pack.page.title }</span>
            </p>
        </>
    };
    details(text("result.source.summary"), inside)
}

fn changes(words: &Words, rules: &Route, profile: &Profile, verdict: &RouteVerdict) -> Html {
    let gaps = gaps(rules, profile, &verdict.pathways);
    let line = |gap: &Gap| {
        let requirement = &rules.pathways[gap.pathway].requirements[gap.requirement];
        html! { <li key={format!("{}{}", gap.pathway, gap.requirement)}>{ capital(&gain(words, requirement, profile, &gap.grant)) }</li> }
    };
    let note = match verdict.verdict.outcome() {
        Some(Outcome::Met) if verdict.verdict.pending => Some("result.change.pending"),
        Some(Outcome::Met) => return Html::default(),
        Some(Outcome::Judgement) => Some("result.change.judgement"),
        Some(Outcome::NotMet) => None,
        None => Some("result.change.unanswered"),
    };
    let lines = gaps.iter().filter(|_| verdict.verdict.outcome() != Some(Outcome::Met)).map(line);
    html! {
        <>
            <h3>{ text("result.change") }</h3>
            if let Some(note) = note {
                <p>{ text(note) }</p>
            }
            <ul>{ for lines }</ul>
        </>
    }
}

fn later_texts(rules: &Route, profile: &Profile) -> Html {
    let line = |(place, caution): (usize, &&crate::rules::Caution)| {
        html! { <li key={place}>{ &caution.text }{ " " }{ out(&caution.source.url, text("result.source.link")) }</li> }
    };
    let cautions = cautions(rules, profile);
    if cautions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ text("result.cautions") }</h3>
            <p>{ text("result.cautions.lead") }</p>
            <ul>{ for cautions.iter().enumerate().map(line) }</ul>
        </>
    }
}

fn steps(title: &str, links: &[Link], wanted: bool) -> Html {
    if !wanted || links.is_empty() {
        return Html::default();
    }
    let line = |link: &Link| html! { <li key={link.url.clone()}>{ out(&link.url, link.text.clone()) }</li> };
    html! { <><h3>{ text(title) }</h3><ul>{ for links.iter().map(line) }</ul></> }
}
