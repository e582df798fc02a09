//! What the page holds of the catalogue: a list of the roles, for people whose browser does not start the checker.

use std::fs;

use entry_checker::catalogue::{Catalogue, RolePack};

use crate::run::{Result, root};

const PAGE: &str = "dist/index.html";
/// Where the list comes.
const PLACE: &str = "<!-- roles -->";

/// Puts the list of the roles into the page.
pub fn fill() -> Result {
    let page = fs::read_to_string(root().join(PAGE)).map_err(|error| format!("{PAGE}: {error}"))?;
    let (before, after) = page.split_once(PLACE).ok_or_else(|| format!("{PAGE} does not hold {PLACE}"))?;
    let roles: String = Catalogue::outline().roles.iter().map(item).collect();
    write(PAGE, &format!("{before}<ul>{roles}</ul>{after}"))
}

/// Writes a file of the project.
pub fn write(name: &str, text: &str) -> Result {
    fs::write(root().join(name), text).map_err(|error| format!("{name}: {error}"))
}

fn item(role: &RolePack) -> String {
    let (url, name) = (escape(role.page.url), escape(role.name));
    format!("<li><a href=\"{url}\" rel=\"noreferrer noopener\">{name}</a></li>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
