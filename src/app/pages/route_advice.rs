//! What the card of a route advises: what would change its outcome, what else to know, what to do next.

use yew::prelude::*;

use super::card::Card;
use super::section_head::section_head;
use crate::app::PageText;
use crate::app::components::{HeadingLevel, external_link, heading};
use crate::app::fragments::bullets;
use crate::catalogue::Link;
use crate::copy::{self, decider, gain, plan_text};
use crate::rules::{Caution, Gap, Outcome, Profile, Route, cautions, gaps, plan};

/// Shows what would change the outcome of a route; nothing where it is met for good.
pub fn changes(card: &Card) -> Html {
    let verdict = card.verdict.verdict;
    let note = match verdict.outcome() {
        Some(Outcome::Met) if verdict.pending => "result.change.pending",
        Some(Outcome::Met) => return Html::default(),
        None => "result.change.unanswered",
        Some(Outcome::Judgement | Outcome::NotMet) => return ways_to_meet(card),
    };
    section_head(card.text, HeadingLevel::Part, "result.change", note)
}

/// Shows what would meet a route that is decided: the plan of each pathway that has one, or the gaps where none has.
fn ways_to_meet(card: &Card) -> Html {
    let (text, pack) = (card.text, card.words.pack);
    let (rules, about) = (&pack.rules.routes[card.route], &pack.routes[card.route]);
    let is_judged = card.verdict.verdict.outcome() == Some(Outcome::Judgement);
    let several = rules.pathways.len() > 1;
    // Of several ways, each says which one it belongs to.
    let of_way = |place: usize, words: String| {
        let name = several.then(|| html! { <>{ text.english(about.pathways[place].name) }{ ". " }</> });
        html! { <>{ name }{ text.show(words) }</> }
    };
    let (decider, _) = decider(about.decider);
    let gaps = gaps(rules, card.profile, &card.verdict.pathways);
    let (mut plans, mut gains, mut closed) = (Vec::new(), Vec::new(), Vec::new());
    for place in card.verdict.best_first() {
        let pathway = &rules.pathways[place];
        let of_pathway: Vec<&Gap> = gaps.iter().filter(|gap| gap.pathway == place).collect();
        if let Some(plan) = plan(place, pathway, card.profile) {
            plans.push((place, plan_text(&card.words, pathway, card.profile, &plan)));
        } else if of_pathway.is_empty() && several && !is_judged {
            closed.push(of_way(place, copy::text("result.change.closed").to_string()));
        }
        let gain = |gap: &Gap| gain(&card.words, &pathway.requirements[gap.requirement], card.profile, &gap.grant);
        gains.extend(of_pathway.into_iter().map(|gap| (place, gain(gap))));
    }
    let lead = match (is_judged, plans.is_empty()) {
        (true, true) if gains.is_empty() => text.fill("result.change.judgement", &[("decider", decider)]),
        (true, true) => text.fill("result.change.settle.part", &[("decider", decider)]),
        (true, false) => text.fill("result.change.settle", &[("decider", decider)]),
        (false, true) => text.get("result.change.not-met"),
        (false, false) => text.count("result.change.plan", plans.len()),
    };
    let lines = if plans.is_empty() { gains } else { plans };
    html! {
        <>
            { heading(HeadingLevel::Part, text.get("result.change")) }
            <p>{ lead }</p>
            if !lines.is_empty() {
                { bullets(lines.into_iter().map(|(place, words)| of_way(place, words)).collect()) }
            }
            for one in closed {
                <p>{ one }</p>
            }
        </>
    }
}

/// Shows later texts, which change nothing; nothing where there are none.
pub fn later_texts(text: &PageText, rules: &Route, profile: &Profile) -> Html {
    let cautions = cautions(rules, profile);
    if cautions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { section_head(text, HeadingLevel::Part, "result.cautions", "result.cautions.lead") }
            { bullets(cautions.into_iter().map(|caution| later_text(text, caution)).collect()) }
        </>
    }
}

fn later_text(text: &PageText, caution: &Caution) -> Html {
    html! {
        <>
            { text.english(caution.text) }
            { " " }
            { external_link(caution.source.url, text.get("result.source.link")) }
        </>
    }
}

/// Shows links under a heading; nothing where there are none.
pub fn links(text: &PageText, title: &str, links: &[Link]) -> Html {
    if links.is_empty() {
        return Html::default();
    }
    html! {
        <>
            { heading(HeadingLevel::Part, text.get(title)) }
            { bullets(links.iter().map(|to| link(text, to)).collect()) }
        </>
    }
}

/// Shows a link of the packs.
pub fn link(text: &PageText, to: &Link) -> Html {
    html! { { external_link(to.url, text.english(to.text)) } }
}
