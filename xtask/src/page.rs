//! What the page holds of the catalogue: a list of the roles, for people whose browser does not start the checker.

use std::fs;

use entry_checker::catalogue::{Catalogue, RolePack};
use maud::{Markup, html};

use crate::plain;
use crate::run::{Result, root};

const PAGE: &str = "dist/index.html";
/// Where the list comes.
const PLACE: &str = "<!-- roles -->";

/// Puts the list of the roles into the page.
pub fn fill() -> Result {
    let page = fs::read_to_string(root().join(PAGE)).map_err(|error| format!("{PAGE}: {error}"))?;
    let (before, after) = page.split_once(PLACE).ok_or_else(|| format!("{PAGE} does not hold {PLACE}"))?;
    let list = html! { ul { @for role in &Catalogue::outline().roles { (item(role)) } } };
    write(PAGE, &format!("{before}{}{after}", list.0))
}

/// Writes a file of the project.
pub fn write(name: &str, text: &str) -> Result {
    fs::write(root().join(name), text).map_err(|error| format!("{name}: {error}"))
}

/// A role, and the page with its rules.
fn item(role: &RolePack) -> Markup {
    html! { li { a href=(format!("rules/{}", plain::file(role))) { (role.name) } } }
}
