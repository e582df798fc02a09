//! The card of one route: its outcome, why, what would change it, what else to know, what to do next.

use yew::prelude::*;

use crate::app::components::{details, glossary, outcome_tag};
use crate::app::markup::{
    all, bullets, element, english, h2_named, h3, h4, hidden, link, p, quote, say, tag, words, wrap,
};
use crate::catalogue::Link;
use crate::copy::{Words, because, count, date, decider, fill, gain, plan_text, text};
use crate::letters::capital;
use crate::rules::{
    Basis, Caution, Evaluation, Gap, Outcome, PathwayVerdict, Profile, Reason, Route, RouteVerdict, Source, cautions,
    explain, gaps, plan,
};

/// The card of the route at a place in the role.
pub fn route_card(said: &Words, index: usize, profile: &Profile, evaluation: &Evaluation) -> Html {
    let (rules, about) = (&said.pack.rules.routes[index], &said.pack.routes[index]);
    let verdict = &evaluation.routes[index];
    let outcome = verdict.verdict.outcome();
    let word = verdict.verdict.id();
    let (decider, decider_first) = decider(about.decider);
    let mut sentence = fill(&format!("outcome.{word}"), &[("decider", decider), ("Decider", &decider_first)]);
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
    let is_page = source.url == said.pack.page.url;
    let from = if is_page { "result.source.page" } else { "result.source.other" };
    let checked = fill(from, &[("date", &date(source.checked))]);
    let title = if is_page { hidden(all([words(": "), english(said.pack.page.title)])) } else { Html::default() };
    let to_page = vec![words(format!("{checked}. ")), link(source.url, say("result.source.link")), title];
    inside.push(tag("p", "ec-small", to_page));
    details(text("result.source.summary"), all(inside))
}

fn changes(said: &Words, index: usize, profile: &Profile, verdict: &RouteVerdict) -> Html {
    let outcome = verdict.verdict.outcome();
    let note = match outcome {
        Some(Outcome::Met) if verdict.verdict.pending => "result.change.pending",
        Some(Outcome::Met) => return Html::default(),
        None => "result.change.unanswered",
        Some(_) => return ways_to_meet(said, index, profile, verdict),
    };
    all([h3(say("result.change")), p(say(note))])
}

/// Shows what would meet a route that is decided: the plan of each pathway that has one, or the gaps where none has.
fn ways_to_meet(said: &Words, index: usize, profile: &Profile, verdict: &RouteVerdict) -> Html {
    let (rules, about) = (&said.pack.rules.routes[index], &said.pack.routes[index]);
    let is_judged = verdict.verdict.outcome() == Some(Outcome::Judgement);
    let several = rules.pathways.len() > 1;
    // Of several ways, each says which one it belongs to.
    let of_way = |place: usize, text: String| {
        let name = if several { all([english(about.pathways[place].name), words(". ")]) } else { Html::default() };
        all([name, words(text)])
    };
    let (decider, _) = decider(about.decider);
    let gaps = gaps(rules, profile, &verdict.pathways);
    let (mut plans, mut gains, mut closed) = (Vec::new(), Vec::new(), Vec::new());
    for place in verdict.best_first() {
        let pathway = &rules.pathways[place];
        let of_pathway: Vec<&Gap> = gaps.iter().filter(|gap| gap.pathway == place).collect();
        if let Some(plan) = plan(place, pathway, profile) {
            plans.push(of_way(place, plan_text(said, pathway, profile, &plan)));
        } else if of_pathway.is_empty() && several && !is_judged {
            closed.push(p(of_way(place, text("result.change.closed").to_string())));
        }
        gains.extend(
            of_pathway
                .into_iter()
                .map(|gap| of_way(place, gain(said, &pathway.requirements[gap.requirement], profile, &gap.grant))),
        );
    }
    let lead = match (is_judged, plans.is_empty()) {
        (true, true) if gains.is_empty() => words(fill("result.change.judgement", &[("decider", decider)])),
        (true, true) => words(fill("result.change.settle.part", &[("decider", decider)])),
        (true, false) => words(fill("result.change.settle", &[("decider", decider)])),
        (false, true) => say("result.change.not-met"),
        (false, false) => words(count("result.change.plan", plans.len(), &[])),
    };
    let lines = if plans.is_empty() { gains } else { plans };
    all([h3(say("result.change")), p(lead), bullets(lines), all(closed)])
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
