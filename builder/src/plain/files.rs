//! Where the plain pages stand in the site.

use entry_checker::catalogue::RolePack;

use crate::run::Result;
use crate::site::Site;

/// The folder of the pages in the site.
pub const FOLDER: &str = "rules/";

/// The names of the pages and of what belongs to them.
pub fn files(site: &Site) -> Result<Vec<String>> {
    Ok(site.files()?.into_iter().filter(|name| name.starts_with(FOLDER)).collect())
}

/// The file of a role's page.
pub fn file(role: &RolePack) -> String {
    format!("{}.html", role.rules.id)
}
