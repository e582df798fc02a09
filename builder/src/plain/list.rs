//! The skills to show, as a list to print and tick.

use entry_checker::catalogue::{Claim, Common, RolePack, SkillGroup};
use entry_checker::copy::{fill, text};
use maud::{Markup, html};

use super::frame::away;
use super::source::{checked, page_words};
use super::words::say;

/// The checklist of a role.
pub fn checklist(role: &RolePack, common: &Common) -> Markup {
    html! {
        section.ec-checklist aria-labelledby="checklist" {
            h2 #checklist { (say("list.title")) }
            p { (say("list.lead")) " " (say("list.score")) }
            @if role.skills.is_empty() {
                p { (text("skills.elsewhere")) " " (away(role.page.url, role.page.title)) }
            }
            @for skills in &role.skills { (group(skills.group, &html! {}, skills)) }
            @if let Some(skills) = &role.conditional_skills {
                (group(text("skills.conditional"), &html! { p { (skills.group) "." } }, skills))
            }
            (values(role, common))
            @if !role.duties.is_empty() {
                div.ec-ticks {
                    h3 { (text("skills.duties")) }
                    (boxes(&role.duties))
                }
            }
        }
    }
}

fn group(title: &str, condition: &Markup, skills: &SkillGroup) -> Markup {
    html! {
        div.ec-ticks {
            h3 { (title) }
            (condition)
            (page_words(skills.quote))
            (boxes(&skills.claims))
        }
    }
}

/// Claims, each with an empty box, and with the page's words where it has its own.
fn boxes(claims: &[Claim]) -> Markup {
    html! {
        ul.ec-boxes {
            @for claim in claims {
                li {
                    (claim.text)
                    @if let Some(quote) = claim.quote { (page_words(quote)) }
                }
            }
        }
    }
}

fn values(role: &RolePack, common: &Common) -> Markup {
    let asked = role.values_asked.as_ref();
    html! {
        div.ec-ticks {
            h3 { (text("skills.values")) }
            p { (asked.map_or(common.asked, |asked| asked.text)) }
            @if let Some(asked) = asked { (page_words(asked.quote)) }
            ul.ec-boxes {
                @for value in &common.values {
                    li {
                        (fill("skills.values.tick", &[("value", value.name)]))
                        span.ec-ask { (value.ask) }
                    }
                }
            }
            p.ec-source { (away(common.url, text("skills.values.source"))) (checked(common.checked)) }
        }
    }
}
