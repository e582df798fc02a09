//! The skills to show: an inventory for the person, never a score.

use yew::prelude::*;

use super::Page;
use super::device::save;
use super::keep::keep;
use crate::app::components::{Look, checkbox, details, written};
use crate::app::markup::{all, bullets, english, h2, heading, link, p, quote, say, tag, words, wrap};
use crate::catalogue::{Claim, RolePack, SkillGroup, Value};
use crate::copy::{fill, text};
use crate::journey::notes::PARTS;
use crate::journey::{Action, Screen};
use crate::letters::uncapital;

/// The labels of the parts of an example, in their order.
const LABELS: [&str; 4] = ["skills.note.situation", "skills.note.task", "skills.note.action", "skills.note.result"];

/// Ways to get an example.
const GAPS: [&str; 5] =
    ["skills.gaps.ask", "skills.gaps.open-day", "skills.gaps.volunteer", "skills.gaps.work", "skills.gaps.project"];

/// The skills page.
#[inline(never)]
pub fn skills(page: &Page, pack: &'static RolePack) -> Html {
    let back = |look| page.button(look, say("skills.back"), Action::Show(Screen::Result));
    let claims: Vec<&Claim> = pack.skills.iter().flat_map(|group| &group.claims).collect();
    let mut parts = vec![
        back(Look::Link),
        heading(words(fill("skills.title", &[("role", &uncapital(pack.name))]))),
        wrap("p", "ec-lead", say("skills.lead")),
        p(say("skills.score")),
    ];
    if claims.is_empty() {
        parts.push(p(all([say("skills.elsewhere"), words(" "), link(pack.page.url, english(pack.page.title))])));
    } else {
        parts.push(wrap("p", "ec-example__kept", say("skills.note.kept")));
        parts.push(count(page, "skills.count", &ids(&claims)));
    }
    parts.extend(pack.skills.iter().map(|skills| skill_group(page, skills)));
    parts.extend(pack.conditional_skills.as_ref().map(|skills| conditional(page, skills)));
    parts.push(gaps(page, &claims));
    parts.push(values(page, pack));
    if !pack.duties.is_empty() {
        parts.push(duties(page, &pack.duties));
    }
    parts.push(tag("div", "ec-actions", [back(Look::Quiet)]));
    parts.push(keep(page));
    parts.push(save(page));
    all(parts)
}

/// What belongs together, under its name.
fn group(name: Html, mut parts: Vec<Html>) -> Html {
    parts.insert(0, wrap("legend", "", h2(name)));
    tag("fieldset", "ec-group", parts)
}

fn skill_group(page: &Page, skills: &'static SkillGroup) -> Html {
    let mut parts = examples(page, &skills.claims);
    parts.push(page_words(skills.quote));
    group(english(skills.group), parts)
}

/// What only some jobs ask for.
fn conditional(page: &Page, skills: &'static SkillGroup) -> Html {
    let mut parts = vec![p(english(format!("{}.", skills.group)))];
    parts.extend(examples(page, &skills.claims));
    parts.push(page_words(skills.quote));
    group(say("skills.conditional"), parts)
}

fn values(page: &Page, pack: &'static RolePack) -> Html {
    let asked = pack.values_asked.as_ref();
    let values = &page.state.catalogue().common;
    let lead = asked.map_or(values.asked, |asked| asked.text);
    let value = |value: &Value| {
        let name = fill("skills.values.tick", &[("value", value.name)]);
        tag("div", "ec-value", [tick(page, value.id, words(name)), wrap("p", "ec-option__hint", english(value.ask))])
    };
    let ids: Vec<&str> = values.values.iter().map(|value| value.id).collect();
    let mut parts = vec![p(english(lead)), count(page, "skills.values.count", &ids)];
    parts.extend(values.values.iter().map(value));
    parts.extend(asked.map(|asked| page_words(asked.quote)));
    parts.push(wrap("p", "ec-small", link(values.url, say("skills.values.source"))));
    group(say("skills.values"), parts)
}

fn duties(page: &Page, duties: &'static [Claim]) -> Html {
    let mut parts = vec![count(page, "skills.duties.count", &ids(&duties.iter().collect::<Vec<_>>()))];
    parts.extend(ticks(page, duties));
    group(say("skills.duties"), parts)
}

fn page_words(said: &str) -> Html {
    details(text("skills.quote"), quote(said))
}

fn ticks(page: &Page, claims: &'static [Claim]) -> Vec<Html> {
    claims.iter().map(|claim| tick(page, claim.id, english(claim.text))).collect()
}

/// Each claim, with a place for the example where there is one.
fn examples(page: &Page, claims: &'static [Claim]) -> Vec<Html> {
    let one = |claim: &'static Claim| {
        let ticked = tick(page, claim.id, english(claim.text));
        let has_one = page.state.is_ticked(claim.id);
        // The tick keeps its place, and with it the focus.
        tag("div", "ec-claim", [ticked, if has_one { example(page, claim) } else { Html::default() }])
    };
    claims.iter().map(one).collect()
}

fn example(page: &Page, claim: &'static Claim) -> Html {
    let part = |place: usize| {
        let part = PARTS[place];
        let dispatch = page.dispatch.clone();
        let onwrite = Callback::from(move |words| dispatch.emit(Action::Write(claim.id, part, words)));
        written(format!("ec-note-{}-{part}", claim.id), text(LABELS[place]), page.state.note(claim.id, part), onwrite)
    };
    details(text("skills.note.write"), tag("div", "", std::array::from_fn::<_, 4, _>(part)))
}

/// What has no example yet, and ways to get one; nothing where each claim has one.
fn gaps(page: &Page, claims: &[&'static Claim]) -> Html {
    let open: Vec<Html> =
        claims.iter().filter(|claim| !page.state.is_ticked(claim.id)).map(|claim| english(claim.text)).collect();
    if open.is_empty() {
        return Html::default();
    }
    let ways = GAPS.map(say);
    all([h2(say("skills.gaps")), bullets(open), p(say("skills.gaps.lead")), bullets(ways.into())])
}

fn tick(page: &Page, id: &'static str, label: Html) -> Html {
    let dispatch = page.dispatch.clone();
    let ontick = Callback::from(move |ticked| dispatch.emit(Action::Tick(id, ticked)));
    checkbox(format!("ec-tick-{id}"), label, page.state.is_ticked(id), ontick)
}

fn ids<'a>(claims: &[&'a Claim]) -> Vec<&'a str> {
    claims.iter().map(|claim| claim.id).collect()
}

fn count(page: &Page, key: &str, ids: &[&str]) -> Html {
    let done = ids.iter().filter(|id| page.state.is_ticked(id)).count();
    wrap("p", "ec-count", words(fill(key, &[("done", &done.to_string()), ("all", &ids.len().to_string())])))
}
