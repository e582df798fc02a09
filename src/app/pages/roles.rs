//! The choice of a role, or of all of them at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Page;
use super::came::came;
use super::device::note;
use crate::app::components::Look;
use crate::app::markup::{all, element, english, h2, heading, p, say, tag, words, wrap};
use crate::catalogue::{EVERYTHING, RolePack};
use crate::copy::{count, text};
use crate::journey::Action;

/// The id of the field to search by.
const FIELD: &str = "ec-search";

/// The roles, each under its division.
pub fn roles(page: &Page) -> Html {
    let catalogue = page.state.catalogue();
    let found = page.state.roles_found();
    let mut list = Vec::new();
    if found.is_empty() {
        list.push(p(say("roles.found.none")));
    }
    list.extend(divisions(&found).into_iter().map(|(name, roles)| division(page, name, &roles)));
    all([
        heading(say("roles.title")),
        came(page.state.came()),
        note(page),
        wrap("p", "ec-lead", say("roles.lead")),
        p(words(count("roles.all.about", catalogue.roles.len(), &[]))),
        page.button_to(Look::Main, say("roles.all"), Action::Enter(EVERYTHING), EVERYTHING),
        search(page),
        // In an element of its own: as it grows and shrinks the field stays the same, and keeps the focus.
        tag("div", "", list),
    ])
}

fn search(page: &Page) -> Html {
    let dispatch = page.dispatch.clone();
    let oninput = move |event: InputEvent| {
        dispatch.emit(Action::Filter(event.target_unchecked_into::<HtmlInputElement>().value()));
    };
    let field = html! {
        <input type="search" class="ec-input" id={FIELD} value={page.state.filter().to_string()}
            autocomplete="off" autocapitalize="none" spellcheck="false" {oninput} />
    };
    let label = element("label", &["for"], &[FIELD.into()], words(text("roles.search")));
    tag("div", "ec-search", [label, field])
}

/// The roles by their division, in the order of the first of each.
fn divisions(roles: &[&'static RolePack]) -> Vec<(&'static str, Vec<&'static RolePack>)> {
    let mut divisions: Vec<(&str, Vec<&RolePack>)> = Vec::new();
    for &role in roles {
        match divisions.iter_mut().find(|(name, _)| *name == role.division) {
            Some((_, of_division)) => of_division.push(role),
            None => divisions.push((role.division, vec![role])),
        }
    }
    divisions
}

fn division(page: &Page, name: &'static str, roles: &[&'static RolePack]) -> Html {
    let role = |role: &&'static RolePack| {
        let button = page.button_to(Look::Link, english(role.name), Action::Enter(role.rules.id), role.rules.id);
        wrap("li", "ec-role", button)
    };
    let list = tag("ul", "ec-roles", roles.iter().map(role).collect::<Vec<_>>());
    tag("section", "ec-division", [h2(english(name)), list])
}
