//! Writes the plain pages into the site.

use entry_checker::catalogue::Catalogue;
use maud::Markup;

use super::files::{FOLDER, file};
use super::{all, role};
use crate::run::Result;
use crate::site::Site;

/// Writes the page that lists the roles, and one for each role.
pub fn write(site: &Site) -> Result {
    let catalogue = Catalogue::built_in();
    site.write(&format!("{FOLDER}index.html"), text(&all::page(catalogue)))?;
    for role in &catalogue.roles {
        site.write(&format!("{FOLDER}{}", file(role)), text(&role::page(catalogue, role)))?;
    }
    Ok(())
}

fn text(page: &Markup) -> String {
    format!("{}\n", page.0)
}
