//! What goes with a result on paper and in copies, and is on pages of its own otherwise: the answers and the skills.

use yew::prelude::*;

use super::Page;
use super::check::answers;
use super::claim::said;
use super::skills::{count, ids};
use crate::app::markup::{all, english, h2, h3, p, say, tag, words, wrap};
use crate::catalogue::{Claim, RolePack, Value};
use crate::letters::capital;

/// The answers, and for one role the skills to show.
pub fn paper(page: &Page, pack: Option<&'static RolePack>) -> Html {
    let skills = pack.map(|pack| tag("section", "ec-after", checklist(page, pack))).unwrap_or_default();
    tag("div", "ec-paper", [tag("section", "ec-after", [answers(page)]), skills])
}

/// Everything to show: the box as it is ticked, and what was written.
fn checklist(page: &Page, pack: &'static RolePack) -> Vec<Html> {
    let claims: Vec<&Claim> = pack.skills.iter().flat_map(|group| &group.claims).collect();
    let claim = |claim: &Claim| {
        let line = boxed(page.state.is_ticked(claim.id), english(claim.text));
        wrap("li", "", all([line, said(page, claim)]))
    };
    let list =
        |claims: &[&'static Claim]| tag("ul", "ec-boxes", claims.iter().map(|one| claim(one)).collect::<Vec<_>>());
    let mut parts = vec![h2(words(super::skills::title(pack)))];
    if !claims.is_empty() {
        parts.extend([count(page, "skills.count", &ids(&claims)), list(&claims)]);
    }
    if let Some(some) = &pack.conditional_skills {
        parts.extend([p(english(format!("{}.", some.group))), list(&some.claims.iter().collect::<Vec<_>>())]);
    }
    let value = |value: &Value| wrap("li", "", boxed(page.state.has_value(value.id), english(capital(value.name))));
    let values = page.state.catalogue().common.values.iter().map(value).collect::<Vec<_>>();
    parts.extend([h3(say("skills.values")), tag("ul", "ec-boxes ec-boxes--short", values)]);
    if !pack.duties.is_empty() {
        parts.extend([h3(say("skills.duties")), list(&pack.duties.iter().collect::<Vec<_>>())]);
    }
    parts
}

/// A box and what it is for. In a copy the box is letters; on paper it is drawn.
fn boxed(ticked: bool, said: Html) -> Html {
    let (class, mark) = if ticked { ("ec-box ec-box--ticked", "[x]") } else { ("ec-box", "[ ]") };
    all([wrap("span", class, words(mark)), words(" "), said])
}
