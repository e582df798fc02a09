//! The skills to show: an inventory for the person, never a score.

use yew::prelude::*;

use super::Page;
use super::claim::{claim, tick};
use super::device::save;
use super::keep::keep;
use crate::app::components::{Look, details};
use crate::app::markup::{all, bullets, english, h2, heading, link, p, quote, say, tag, words, wrap};
use crate::catalogue::{Claim, RolePack, SkillGroup, Value, Way};
use crate::copy::{fill, text};
use crate::journey::{Action, CONDITION, Screen};
use crate::letters::uncapital;

/// The skills page.
pub fn skills(page: &Page, pack: &'static RolePack) -> Html {
    let concerned = pack.conditional_skills.iter().filter(|_| page.state.is_ticked(CONDITION));
    let claims: Vec<&Claim> = pack.skills.iter().chain(concerned).flat_map(|group| &group.claims).collect();
    let mut top = vec![
        back(page, Look::Link),
        heading(words(title(pack))),
        wrap("p", "ec-lead", words(fill(of_role("skills.lead", pack), &[("role", &uncapital(pack.name))]))),
        p(say("skills.score")),
    ];
    if claims.is_empty() {
        top.push(p(all([say("skills.elsewhere"), words(" "), link(pack.page.url, english(pack.page.title))])));
    } else {
        top.push(wrap("p", "ec-example__kept", say("skills.note.kept")));
        top.push(count(page, "skills.count", &ids(&claims)));
    }
    all([all(top), after_top(page, pack, &claims)])
}

/// All that there is to tick and to write, and what is left to do.
fn after_top(page: &Page, pack: &'static RolePack, claims: &[&'static Claim]) -> Html {
    let mut parts: Vec<Html> = pack.skills.iter().map(|skills| skill_group(page, skills)).collect();
    parts.extend(pack.conditional_skills.as_ref().map(|skills| conditional(page, skills)));
    parts.push(gaps(page, claims));
    parts.push(values(page, pack));
    if !pack.duties.is_empty() {
        parts.push(duties(page, pack));
    }
    parts.push(tag("div", "ec-actions", [back(page, Look::Quiet)]));
    parts.push(keep(page));
    parts.push(save(page));
    all(parts)
}

/// The heading of the skills of a role.
pub(super) fn title(pack: &RolePack) -> String {
    fill(of_role("skills.title", pack), &[("role", &uncapital(pack.name))])
}

/// The key of a sentence about the skills of a role. A role whose skills are not listed here has the values alone.
pub(super) fn of_role(key: &'static str, pack: &RolePack) -> &'static str {
    match (key, pack.skills.is_empty()) {
        ("skills.title", true) => "skills.title.values",
        ("skills.lead", true) => "skills.lead.values",
        ("result.skills", true) => "result.skills.values",
        ("start.what.4", true) => "start.what.4.values",
        (key, _) => key,
    }
}

fn back(page: &Page, look: Look) -> Html {
    page.button(look, say("skills.back"), Action::Show(Screen::Result))
}

/// What belongs together, under its name.
fn group(name: Html, mut parts: Vec<Html>) -> Html {
    parts.insert(0, wrap("legend", "", h2(name)));
    tag("fieldset", "ec-group", parts)
}

fn skill_group(page: &Page, skills: &'static SkillGroup) -> Html {
    group(english(skills.group), examples(page, skills))
}

/// What only some jobs ask for, once the person says that theirs does.
fn conditional(page: &Page, skills: &'static SkillGroup) -> Html {
    let mut parts = vec![
        p(english(format!("{}.", skills.group))),
        tick(page, CONDITION, page.state.is_ticked(CONDITION), say("skills.conditional.tick")),
        Html::default(),
    ];
    if page.state.is_ticked(CONDITION) {
        parts[2] = all(examples(page, skills));
    }
    group(say("skills.conditional"), parts)
}

fn values(page: &Page, pack: &'static RolePack) -> Html {
    let asked = pack.values_asked.as_ref();
    let values = &page.state.catalogue().common;
    let lead = asked.map_or(values.asked, |asked| asked.text);
    let value = |value: &Value| {
        let name = fill("skills.values.tick", &[("value", value.name)]);
        let ask = wrap("p", "ec-option__hint", english(value.ask));
        tag(
            "div",
            "ec-value",
            [tick(page, value.id, page.state.has_value(value.id), words(name)), ask, shown_by(page, pack, value)],
        )
    };
    let open: Vec<&str> =
        values.values.iter().filter(|value| !page.state.has_value(value.id)).map(|value| value.name).collect();
    let done = values.values.len() - open.len();
    let mut parts = vec![p(english(lead)), counted("skills.values.count", done, values.values.len())];
    parts.extend(values.values.iter().map(value));
    parts.push(if open.is_empty() {
        Html::default()
    } else {
        p(all([say("skills.values.open"), words(" "), english(format!("{}.", open.join(", ")))]))
    });
    parts.extend(asked.map(|asked| page_words(asked.quote)));
    parts.push(wrap("p", "ec-small", link(values.url, say("skills.values.source"))));
    group(say("skills.values"), parts)
}

/// The claims whose example shows a value; nothing where none does.
fn shown_by(page: &Page, pack: &'static RolePack, value: &Value) -> Html {
    let claims = pack.skills.iter().chain(&pack.conditional_skills).flat_map(|group| &group.claims);
    let claims: Vec<&str> =
        claims.filter(|claim| page.state.shows(claim.id, value.id)).map(|claim| claim.text).collect();
    if claims.is_empty() {
        return Html::default();
    }
    let said = all([say("skills.values.shown-by"), words(" "), english(format!("{}.", claims.join(". ")))]);
    wrap("p", "ec-value__shown", said)
}

/// Shows what the page tells a person to be sure of, and its words for it. Duties can share a sentence, which is shown once.
fn duties(page: &Page, pack: &'static RolePack) -> Html {
    let duties = &pack.duties;
    let mut quotes: Vec<&str> = Vec::new();
    for said in duties.iter().filter_map(|duty| duty.quote) {
        if !quotes.contains(&said) {
            quotes.push(said);
        }
    }
    let mut parts = vec![count(page, "skills.duties.count", &ids(&duties.iter().collect::<Vec<_>>()))];
    parts.extend(duties.iter().map(|duty| tick(page, duty.id, page.state.is_ticked(duty.id), english(duty.text))));
    if !quotes.is_empty() {
        let page = p(link(pack.page.url, english(pack.page.title)));
        parts.push(details(text("skills.quote"), all([all(quotes.into_iter().map(quote).collect::<Vec<_>>()), page])));
    }
    group(say("skills.duties"), parts)
}

fn page_words(said: &str) -> Html {
    details(text("skills.quote"), quote(said))
}

/// How many have an example, each claim with a place for it, and the page's words.
fn examples(page: &Page, skills: &'static SkillGroup) -> Vec<Html> {
    let mut parts = vec![count(page, "skills.count", &ids(&skills.claims.iter().collect::<Vec<_>>()))];
    parts.extend(skills.claims.iter().map(|one| claim(page, one)));
    parts.push(page_words(skills.quote));
    parts
}

/// What has no example yet, and ways to get one; nothing where each claim has one.
fn gaps(page: &Page, claims: &[&'static Claim]) -> Html {
    let open: Vec<Html> =
        claims.iter().filter(|claim| !page.state.is_ticked(claim.id)).map(|claim| english(claim.text)).collect();
    if open.is_empty() {
        return Html::default();
    }
    let way = |way: &Way| {
        let source = way.source.as_ref().map(|from| all([words(" "), link(from.url, english(from.title))]));
        all([english(way.text), source.unwrap_or_default()])
    };
    let ways = page.state.catalogue().common.ways.iter().map(way).collect();
    all([h2(say("skills.gaps")), bullets(open), p(say("skills.gaps.lead")), bullets(ways)])
}

pub(super) fn ids<'a>(claims: &[&'a Claim]) -> Vec<&'a str> {
    claims.iter().map(|claim| claim.id).collect()
}

/// How many of these are ticked, in words.
pub(super) fn count(page: &Page, key: &str, ids: &[&str]) -> Html {
    counted(key, ids.iter().filter(|id| page.state.is_ticked(id)).count(), ids.len())
}

fn counted(key: &str, done: usize, of: usize) -> Html {
    wrap("p", "ec-count", words(fill(key, &[("done", &done.to_string()), ("all", &of.to_string())])))
}
