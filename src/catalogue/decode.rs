//! From packs as they are written to roles that cannot be wrong. Everything is checked here, once.

use std::sync::Arc;

use super::pack::{Claim, Link, Page, Quoted, RolePack, RouteText, SkillGroup, Values};
use super::programme::{Clauses, Programme};
use super::subjects::Subjects;
use super::{Catalogue, File, Files, PackAt, keep};
use crate::json::{At, Mistake, Mistakes};
use crate::rules::{Role, Standing};

/// Decodes a catalogue.
///
/// # Errors
/// Every mistake, with its file, its path, and the mend.
pub fn decode(files: &Files) -> Result<Catalogue, Vec<Mistake>> {
    let mistakes = Mistakes::default();
    let subjects = Subjects::decode(files.subjects, &mistakes);
    let mut divisions = Vec::new();
    for (name, text) in files.divisions {
        divisions.push(division(&At::new(name, keep(mistakes.parse(name, text)), &mistakes), &subjects));
    }
    let programme = |(name, text): &File| At::new(name, keep(mistakes.parse(name, text)), &mistakes);
    let programmes: Vec<PackAt> = files.programmes.iter().map(programme).collect();
    let parts = Parts { subjects: &subjects, divisions: &divisions, programmes: &programmes };
    let mut roles: Vec<RolePack> = Vec::new();
    for (name, text) in files.roles {
        let at = At::new(name, keep(mistakes.parse(name, text)), &mistakes);
        if let Some(role) = role(&at, &parts) {
            if roles.iter().any(|other| other.rules.id == role.rules.id) {
                at.need("id").wrong("another role has this id; an id belongs to one role");
            }
            roles.push(role);
        }
    }
    if roles.is_empty() {
        mistakes.note("roles", "there is no role; add one".to_string());
    }
    let values = values(files.shared, &mistakes);
    mistakes.or(Catalogue { roles, values, subjects })
}

fn values(shared: &[File], mistakes: &Mistakes) -> Values {
    const VALUES: &str = "roles/shared/values.json";
    let text = shared.iter().find(|(name, _)| *name == VALUES).map_or("", |(_, text)| text);
    Values::read(&At::new(VALUES, keep(mistakes.parse(VALUES, text)), mistakes))
}

/// What roles are made from.
struct Parts<'a> {
    subjects: &'a Subjects,
    divisions: &'a [Division],
    programmes: &'a [PackAt<'a>],
}

/// A division: what each degree subject is to it.
pub(super) struct Division {
    id: &'static str,
    name: &'static str,
    pub(super) standings: Arc<[Standing]>,
}

fn division(at: &PackAt, subjects: &Subjects) -> Division {
    at.only(&["note", "id", "name", "subjects"]);
    let known = Standing::OF_DEGREES.map(Standing::id);
    let mut standings = vec![Standing::Unlisted; subjects.len()];
    at.need("subjects").entries(&mut |standing, at| {
        let place = at.named("standing", standing, &known);
        at.each(&mut |at| {
            let Some(subject) = subjects.need(at) else { return };
            let slot = &mut standings[usize::from(subject.0)];
            if *slot != Standing::Unlisted {
                at.wrong("stands in two lists; leave it in one");
            }
            *slot = Standing::OF_DEGREES[place];
        });
    });
    Division { id: at.text("id"), name: at.text("name"), standings: standings.into() }
}

const ROLE: [&str; 14] = [
    "note",
    "id",
    "name",
    "division",
    "rulesVersion",
    "page",
    "routes",
    "commonDegrees",
    "skills",
    "conditionalSkills",
    "duties",
    "valuesAsked",
    "links",
    "notChecked",
];

/// A role; `None` where it names no division that there is.
fn role(at: &PackAt, parts: &Parts) -> Option<RolePack> {
    at.only(&ROLE);
    let ids: Vec<&str> = parts.divisions.iter().map(|division| division.id).collect();
    let division = &parts.divisions[at.need("division").find("division", &ids)?];
    let page = Page::read(&at.need("page"));
    let ids: Vec<&str> = parts.programmes.iter().map(|at| at.get("id").map_or("", |id| id.as_text())).collect();
    let mut texts = Vec::new();
    let mut routes = Vec::new();
    at.need("routes").each(&mut |at| {
        at.only(&["programme", "clauses"]);
        let Some(place) = at.need("programme").find("programme", &ids) else { return };
        let programme = &parts.programmes[place];
        let clauses = at.need("clauses");
        let clauses = Clauses::new(&clauses, &page);
        routes.push(Programme { at: programme, subjects: parts.subjects, division, clauses }.route());
        texts.push(RouteText::read(programme));
    });
    if routes.is_empty() {
        at.wrong("\"routes\" is empty; name at least one programme");
    }
    Some(RolePack {
        rules: Role { id: at.text("id"), routes },
        name: at.text("name"),
        division: division.name,
        rules_version: at.text("rulesVersion"),
        page,
        routes: texts,
        common_degrees: Quoted::read(&at.need("commonDegrees")),
        skills: at.list("skills", SkillGroup::read),
        conditional_skills: SkillGroup::read(&at.need("conditionalSkills")),
        duties: at.list("duties", Claim::read),
        values_asked: Quoted::read(&at.need("valuesAsked")),
        links: at.list("links", Link::read),
        not_checked: at.list("notChecked", |at| at.as_text()),
    })
}
