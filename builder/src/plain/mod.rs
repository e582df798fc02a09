//! The rules as plain pages, `rules/`: one a role and one that lists them, for a browser without JavaScript, for
//! paper, and for who would rather read. They are made from the same packs as the checker.

mod all;
mod asks;
mod frame;
mod list;
mod names;
mod role;
mod source;
#[cfg(test)]
mod tests;
mod words;

use entry_checker::catalogue::{Catalogue, RolePack};
use maud::Markup;

use crate::run::Result;
use crate::site::Site;

/// The folder of the pages in the site.
const FOLDER: &str = "rules/";

/// Writes the pages.
pub fn write(site: &Site) -> Result {
    let catalogue = Catalogue::built_in();
    site.write(&format!("{FOLDER}index.html"), text(&all::page(catalogue)))?;
    for role in &catalogue.roles {
        site.write(&format!("{FOLDER}{}", file(role)), text(&role::page(catalogue, role)))?;
    }
    Ok(())
}

/// The names of the pages and of what belongs to them.
pub fn files(site: &Site) -> Result<Vec<String>> {
    Ok(site.files()?.into_iter().filter(|name| name.starts_with(FOLDER)).collect())
}

/// The file of a role's page.
pub fn file(role: &RolePack) -> String {
    format!("{}.html", role.rules.id)
}

fn text(page: &Markup) -> String {
    format!("{}\n", page.0)
}
