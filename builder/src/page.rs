//! What the page holds beside what is written in its source: the first screens, a list of the roles for people whose browser
//! does not start the checker, and the choice of a language.

use std::fs;

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::editor::pseudo;
use maud::{Markup, PreEscaped, html};

use crate::first_screens;
use crate::languages::{PSEUDO, choice, english, translations};
use crate::plain;
use crate::run::{Result, root};
use crate::site::Site;

/// The page, as it is written, and its name in the site.
const SOURCE: &str = "web/page/index.html";
pub const PAGE: &str = "index.html";
/// Where the first screens come, where the list, where the languages, and where the way to the rules.
const FIRST: &str = "<!-- first -->";
const PLACE: &str = "<!-- roles -->";
const LANGUAGES: &str = "<!-- languages -->";
const RULES: &str = "<!-- rules -->";

/// The page for a frame of somebody else's, as it is written.
const FRAME: &str = "web/frame/frame.html";

/// Writes the page with the list of the roles and the languages, and into one that has the pseudo-locale too.
pub fn write(site: &Site) -> Result {
    let page = source(SOURCE)?;
    let (title, waiting) = (first_screens::title(), first_screens::waiting());
    let first = html! { div #first data-title=(title) data-waiting=(waiting) { (PreEscaped(first_screens::html())) } };
    let page = put(&page, FIRST, &first)?;
    let list = html! { ul lang="en" { @for role in &Catalogue::built_in().roles { (item(role)) } } };
    let page = put(&page, PLACE, &list)?;
    let (english, others) = (english()?, translations()?);
    site.write(PAGE, put(&page, LANGUAGES, &choice(&english, &others))?)?;
    let pseudo = choice(&english, &[pseudo::deck(&english)]);
    Site::new(PSEUDO).write(PAGE, put(&page, LANGUAGES, &pseudo)?)
}

/// Writes the page for a frame, which shows the way to the rules where the checker does not start.
pub fn write_frame(site: &Site) -> Result {
    let page = source(FRAME)?;
    let english = english()?;
    let rules = html! { p { a href="rules/index.html" target="_blank" { (english["page.rules"]) } } };
    site.write("frame.html", put(&page, RULES, &rules)?)
}

fn put(page: &str, place: &str, what: &Markup) -> Result<String> {
    let (before, after) = page.split_once(place).ok_or_else(|| format!("the page does not hold {place}"))?;
    Ok(format!("{before}{}{after}", what.0))
}

fn source(name: &str) -> Result<String> {
    fs::read_to_string(root().join(name)).map_err(|error| format!("{name}: {error}"))
}

/// A role, and the page with its rules.
fn item(role: &RolePack) -> Markup {
    html! { li { a href=(format!("rules/{}", plain::file(role))) { (role.name) } } }
}
