//! The card of one route: its outcome, why, what would change it, what else to know, what to do next.

use yew::prelude::*;

use crate::app::components::{details, glossary, outcome_tag};
use crate::app::markup::{
    all, bullets, element, english, h2_named, h3, h4, hidden, link, p, quote, say, tag, words, wrap,
};
use crate::catalogue::Link;
use crate::copy::{Words, because, date, fill, gain, text};
use crate::letters::capital;
use crate::rules::{
    Basis, Caution, Evaluation, Gap, Outcome, PathwayVerdict, Profile, Reason, Route, RouteVerdict, Source, cautions,
    explain, gaps,
};

/// The card of the route at a place in the role.
pub fn route_card(said: &Words, index: usize, profile: &Profile, evaluation: &Evaluation) -> Html {
    let (rules, about) = (&said.pack.rules.routes[index], &said.pack.routes[index]);
    let verdict = &evaluation.routes[index];
    let outcome = verdict.verdict.outcome();
    let word = verdict.verdict.id();
    let mut sentence = text(&format!("outcome.{word}")).to_string();
    if verdict.verdict.pending {
        sentence = format!("{sentence}, {}", text("outcome.pending"));
    }
    let inside = all([
        wrap(
            "p",
            "ec-route__programme",
            english(fill("result.programme", &[("programme", &capital(about.name)), ("about", about.about)])),
        ),
        tag(
            "p",
            "ec-route__outcome",
            [outcome_tag(verdict.verdict), tag("span", "", [words(format!(" {sentence}."))])],
        ),
        h3(say("result.why")),
        pathways(said, index, profile, verdict),
        changes(said, index, profile, verdict),
        later_texts(rules, profile),
        steps("result.next", &about.next, outcome != Some(Outcome::NotMet)),
        steps("result.instead", &about.instead, outcome != Some(Outcome::Met)),
        all(about.figures.iter().map(|to| wrap("p", "ec-small", link(to.url, english(to.text)))).collect::<Vec<_>>()),
    ]);
    let title = AttrValue::from(format!("ec-route-{}", rules.id));
    let heading = words(fill("result.route", &[("job", about.job)]));
    let heading = h2_named(title.clone(), heading);
    let words = glossary(&inside);
    let class = format!("ec-route ec-route--{word}").into();
    element("section", &["class", "aria-labelledby"], &[class, title], all([heading, inside, words]))
}

/// The pathways, best first. Where the route is met, one is enough and the others are there to open.
fn pathways(said: &Words, index: usize, profile: &Profile, verdict: &RouteVerdict) -> Html {
    let about = &said.pack.routes[index];
    let order = verdict.best_first();
    if order.len() == 1 {
        return requirements(said, index, 0, profile, &verdict.pathways[0]);
    }
    let mut titled: Vec<Html> = Vec::new();
    for place in order {
        let pathway = &verdict.pathways[place];
        let name = vec![english(about.pathways[place].name), words(" "), outcome_tag(pathway.verdict)];
        titled.push(tag("div", "ec-pathway", [h4(all(name)), requirements(said, index, place, profile, pathway)]));
    }
    if verdict.verdict.outcome() == Some(Outcome::Met) {
        let others = titled.split_off(1);
        titled.push(details(text("result.other-way"), all(others)));
    } else {
        titled.insert(0, p(say("result.one-of")));
    }
    all(titled)
}

fn requirements(said: &Words, index: usize, place: usize, profile: &Profile, verdict: &PathwayVerdict) -> Html {
    let rules = &said.pack.rules.routes[index].pathways[place].requirements;
    let names = &said.pack.routes[index].pathways[place].requirements;
    let one = |at: usize| {
        let (requirement, verdict) = (&rules[at], verdict.requirements[at]);
        let reason = explain(requirement, profile, verdict);
        let why = because(said, requirement, &reason);
        let name = tag("strong", "", [english(names[at])]);
        let parts = vec![
            tag("p", "ec-requirement__name", [name, words(" "), outcome_tag(verdict)]),
            p(if matches!(reason, Reason::Judged(_)) { english(why) } else { words(why) }),
            source(said, requirement.source_of(&reason)),
        ];
        tag("li", "ec-requirement", parts)
    };
    tag("ul", "ec-requirements", (0..rules.len()).map(one).collect::<Vec<_>>())
}

/// The words that an answer rests on.
fn source(said: &Words, source: &Source) -> Html {
    let mut inside = vec![quote(source.quote)];
    if let (Basis::Reading, Some(reading)) = (source.basis, source.reading) {
        let title = tag("strong", "", [words(format!("{}: ", text("result.source.reading")))]);
        inside.push(tag("p", "", [title, english(reading)]));
    }
    let checked = fill("result.source.page", &[("date", &date(source.checked))]);
    let to_page = vec![
        words(format!("{checked}. ")),
        link(source.url, say("result.source.link")),
        hidden(all([words(": "), english(said.pack.page.title)])),
    ];
    inside.push(tag("p", "ec-small", to_page));
    details(text("result.source.summary"), all(inside))
}

fn changes(said: &Words, index: usize, profile: &Profile, verdict: &RouteVerdict) -> Html {
    let (rules, about) = (&said.pack.rules.routes[index], &said.pack.routes[index]);
    let outcome = verdict.verdict.outcome();
    let gaps = if outcome == Some(Outcome::Met) { Vec::new() } else { gaps(rules, profile, &verdict.pathways) };
    let note = match outcome {
        Some(Outcome::Met) if verdict.verdict.pending => "result.change.pending",
        Some(Outcome::Met) => return Html::default(),
        Some(Outcome::Judgement) if gaps.is_empty() => "result.change.judgement",
        Some(Outcome::Judgement) => "result.change.settle",
        Some(Outcome::NotMet) => "result.change.not-met",
        None => "result.change.unanswered",
    };
    let several = rules.pathways.len() > 1;
    let line = |gap: Gap| {
        let requirement = &rules.pathways[gap.pathway].requirements[gap.requirement];
        let gain = gain(said, requirement, profile, &gap.grant);
        // Of several ways, each says which one it belongs to.
        let way = if several { all([english(about.pathways[gap.pathway].name), words(". ")]) } else { Html::default() };
        all([way, words(gain)])
    };
    all([h3(say("result.change")), p(say(note)), bullets(gaps.into_iter().map(line).collect())])
}

fn later_texts(rules: &Route, profile: &Profile) -> Html {
    let cautions = cautions(rules, profile);
    if cautions.is_empty() {
        return Html::default();
    }
    let line = |caution: &Caution| {
        all([english(caution.text), words(" "), link(caution.source.url, say("result.source.link"))])
    };
    all([
        h3(say("result.cautions")),
        p(say("result.cautions.lead")),
        bullets(cautions.into_iter().map(line).collect::<Vec<_>>()),
    ])
}

fn steps(title: &str, links: &[Link], wanted: bool) -> Html {
    if !wanted || links.is_empty() {
        return Html::default();
    }
    all([h3(say(title)), bullets(links.iter().map(|to| link(to.url, english(to.text))).collect::<Vec<_>>())])
}
