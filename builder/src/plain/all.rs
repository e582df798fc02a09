//! The page that lists the roles, by division.

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::copy::{either, list};
use maud::{Markup, html};

use super::files::file;
use super::frame::frame;
use super::words::{fill, say};

/// The page.
pub fn page(catalogue: &Catalogue) -> Markup {
    let mut divisions: Vec<&str> = catalogue.roles.iter().map(|role| role.division).collect();
    divisions.sort_unstable();
    divisions.dedup();
    let main = html! {
        p.ec-lead { (say("all.lead")) }
        p { (say("all.checker")) " " a href="../index.html" { (say("checker")) } "." }
        @for division in divisions {
            h2 { (division) }
            ul { @for role in catalogue.roles.iter().filter(|role| role.division == division) { (one(role)) } }
        }
    };
    let mut versions: Vec<&str> = catalogue.roles.iter().map(|role| role.rules_version).collect();
    versions.sort_unstable();
    versions.dedup();
    let foot = fill("foot.version.all", &[("versions", &list(&versions))]);
    frame(say("all.title"), say("all.description"), &main, &foot)
}

fn one(role: &RolePack) -> Markup {
    let mut jobs: Vec<&str> = Vec::new();
    for route in &role.routes {
        if !jobs.contains(&route.job) {
            jobs.push(route.job);
        }
    }
    html! {
        li {
            a href=(file(role)) { (role.name) }
            span.ec-jobs { (fill("all.jobs", &[("jobs", &either(&jobs))])) }
        }
    }
}
