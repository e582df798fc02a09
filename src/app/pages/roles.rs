//! The choice of a role, or of all of them at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::restore_notice::restore_notice;
use super::saved_notice::saved_notice;
use crate::app::components::{Button, ButtonLook, HeadingLevel, glossary, heading};
use crate::app::{CheckerContext, PageText};
use crate::catalogue::{EVERYTHING, RolePack};
use crate::journey::{Edit, Move};

/// The id of the field to search by.
const FIELD: &str = "ec-search";

/// The roles, each under its division.
pub fn roles_page(checker: &CheckerContext) -> Html {
    let text = PageText::default();
    let found = checker.state.roles_found();
    let oninput = checker
        .callback(|event: InputEvent| Edit::FilterRoles(event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <>
            { heading(HeadingLevel::Screen, text.get("roles.title")) }
            { restore_notice(&text, &checker.state) }
            { saved_notice(&text, &checker.state) }
            <p class="ec-lead">{ text.get("roles.lead") }</p>
            <p>{ text.count("roles.all.about", checker.state.catalogue().roles.len()) }</p>
            <Button look={ButtonLook::Main} action={Move::ChooseRole(EVERYTHING)} to={EVERYTHING}>
                { text.get("roles.all") }
            </Button>
            <div class="ec-search">
                <label for={FIELD}>{ text.get("roles.search") }</label>
                <input type="search" class="ec-input" id={FIELD} value={checker.state.filter().to_string()}
                    autocomplete="off" autocapitalize="none" spellcheck="false" {oninput} />
            </div>
            // In an element of its own: as it grows and shrinks the field stays the same, and keeps the focus.
            <div>
                if found.is_empty() {
                    <p>{ text.get("roles.found.none") }</p>
                }
                for (name, roles) in divisions(&found) {
                    { division(&text, name, &roles) }
                }
            </div>
            { glossary(&text) }
        </>
    }
}

/// Returns the roles by their division, in the order of the first of each.
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

fn division(text: &PageText, name: &'static str, roles: &[&'static RolePack]) -> Html {
    html! {
        <section class="ec-division">
            { heading(HeadingLevel::Section, text.english(name)) }
            <ul class="ec-roles">
                for role in roles {
                    <li class="ec-role">
                        <Button look={ButtonLook::Link} action={Move::ChooseRole(role.rules.id)} to={role.rules.id}>
                            { text.english(role.name) }
                        </Button>
                    </li>
                }
            </ul>
        </section>
    }
}
