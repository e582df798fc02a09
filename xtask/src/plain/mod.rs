//! The rules as plain pages, `dist/rules/`: one a role and one that lists them, for a browser without JavaScript, for
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

use std::fs;

use entry_checker::catalogue::{Catalogue, RolePack};
use maud::Markup;

use crate::page;
use crate::run::{Result, root};

/// The folder of the pages inside `dist/`.
const FOLDER: &str = "dist/rules";

/// Writes the pages.
pub fn write() -> Result {
    let catalogue = Catalogue::built_in();
    fs::create_dir_all(root().join(FOLDER)).map_err(|error| format!("{FOLDER}: {error}"))?;
    page::write(&format!("{FOLDER}/index.html"), &text(&all::page(catalogue)))?;
    for role in &catalogue.roles {
        page::write(&format!("{FOLDER}/{}", file(role)), &text(&role::page(catalogue, role)))?;
    }
    Ok(())
}

/// What stands in the folder, by its names in `dist/`.
pub fn files() -> Result<Vec<String>> {
    let folder = fs::read_dir(root().join(FOLDER)).map_err(|error| format!("{FOLDER}: {error}"))?;
    Ok(folder.flatten().map(|entry| format!("rules/{}", entry.file_name().to_string_lossy())).collect())
}

/// The file of a role's page.
pub fn file(role: &RolePack) -> String {
    format!("{}.html", role.rules.id)
}

fn text(page: &Markup) -> String {
    format!("{}\n", page.0)
}
