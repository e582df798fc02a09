//! The page of a role: every rule with its words, then the checklist, then the lists of names.

use entry_checker::catalogue::{Catalogue, Link, RolePack, RouteText};
use entry_checker::copy::{self, date, text};
use entry_checker::letters::{capital, uncapital};
use entry_checker::rules::{Caution, Pathway, Route};
use maud::{Markup, html};

use super::asks::asks;
use super::frame::{away, frame};
use super::list::checklist;
use super::names::{glossary, subjects};
use super::source::{checked, links, page_words, place, quoted};
use super::words::{fill, say};

/// The page.
pub fn page(catalogue: &Catalogue, role: &RolePack) -> Markup {
    let name = uncapital(role.name);
    let routes = || role.rules.routes.iter().zip(&role.routes).map(|(route, about)| (route, about, title(role, about)));
    let main = html! {
        p.ec-lead { (copy::fill("start.lead", &[("role", role.name), ("division", &uncapital(role.division))])) }
        @if let Some(opening) = role.opening { (page_words(opening)) }
        p { (ways(role.routes.len())) " " (say("role.checker")) " "
            a href=(format!("../index.html#/{}", role.rules.id)) { (say("checker")) } "." }
        p { (text("rules.source")) " " (away(role.page.url, role.page.title)) (checked(role.page.checked)) "." }
        nav.ec-contents aria-labelledby="contents" {
            h2 #contents { (say("role.contents")) }
            ul {
                @for (route, _, title) in routes() { li { a href=(format!("#{}", route.id)) { (title) } } }
                li { a href="#checklist" { (say("list.title")) } }
                li { a href="index.html" { (say("all")) } }
            }
        }
        (how_to_read())
        section aria-labelledby="accepted" {
            h2 #accepted { (say("accepted.title")) }
            p { (fill("accepted", &[("subjects", role.accepted.text)])) }
            (quoted(&role.accepted.source))
        }
        @for (route, about, title) in routes() { (one_route(catalogue, route, about, &title)) }
        (not_checked(catalogue))
        @if let Some(specification) = &role.specification {
            p { @if let Some(link) = specification.link { (away(link, specification.text)) } @else { (specification.text) } }
            (page_words(specification.quote))
        }
        @if !role.links.is_empty() {
            section aria-labelledby="links" {
                h2 #links { (text("links.title")) }
                p { (text("links.lead")) }
                (links(&role.links))
            }
        }
        (checklist(role, &catalogue.common))
        (glossary(role))
        (subjects(role, &catalogue.subjects))
    };
    let foot = fill("foot.version", &[("version", role.rules_version), ("date", &date(role.page.checked))]);
    frame(&fill("role.title", &[("role", &name)]), &fill("role.description", &[("role", &name)]), &main, &foot)
}

fn ways(number: usize) -> String {
    fill(&copy::counted("role.ways", number), &[("number", &number.to_string())])
}

/// "Train as a biomedical scientist", and through what where another route leads to the same job.
fn title(role: &RolePack, route: &RouteText) -> String {
    let title = copy::fill("result.route", &[("job", route.job)]);
    let alike = role.routes.iter().filter(|other| other.job == route.job).count();
    if alike == 1 { title } else { fill("route.through", &[("title", &title), ("programme", route.name)]) }
}

fn how_to_read() -> Markup {
    html! {
        section aria-labelledby="read" {
            h2 #read { (say("read.title")) }
            ul { @for key in ["read.counts", "read.judged", "read.not"] { li { (say(key)) } } }
            p { (say("read.all")) " " (say("read.predicted")) }
        }
    }
}

fn one_route(catalogue: &Catalogue, route: &Route, about: &RouteText, title: &str) -> Markup {
    html! {
        section.ec-way aria-labelledby=(route.id) {
            h2 id=(route.id) { (title) }
            p { (copy::fill("result.programme", &[("programme", &capital(about.name)), ("about", about.about)])) }
            @if route.pathways.len() > 1 { p { (text("result.one-of")) } }
            @for (place, pathway) in route.pathways.iter().enumerate() {
                (one_pathway(catalogue, pathway, about.pathways[place].name, &about.pathways[place].requirements))
            }
            @if !route.cautions.is_empty() {
                h3 { (text("result.cautions")) }
                ul { @for one in &route.cautions { (caution(one)) } }
            }
            (steps(text("result.next"), &about.next))
            (steps(text("result.instead"), &about.instead))
            (steps(say("figures"), &about.figures))
        }
    }
}

fn one_pathway(catalogue: &Catalogue, pathway: &Pathway, name: &str, names: &[&str]) -> Markup {
    html! {
        h3 id=(format!("way-{}", pathway.id)) { (name) }
        @if pathway.requirements.len() > 1 { p { (say("route.all")) } }
        @for (requirement, name) in pathway.requirements.iter().zip(names) {
            div.ec-rule {
                h4 id=(format!("{}.{}", pathway.id, requirement.id)) { (name) }
                (quoted(&requirement.source))
                (asks(requirement, &catalogue.subjects))
            }
        }
    }
}

fn caution(caution: &Caution) -> Markup {
    html! { li { (caution.text) (place(&caution.source)) } }
}

fn steps(title: &str, steps: &[Link]) -> Markup {
    html! { @if !steps.is_empty() { h3 { (title) } (links(steps)) } }
}

fn not_checked(catalogue: &Catalogue) -> Markup {
    html! {
        section aria-labelledby="not-checked" {
            h2 #not-checked { (text("result.not-checked")) }
            p { (text("result.not-checked.lead")) }
            ul { @for line in &catalogue.common.not_checked { li { (line) } } }
        }
    }
}
