//! From packs as they are written to roles that cannot be wrong. Everything is checked here, once.

use std::sync::Arc;

use serde_json::Value;

use super::at::{At, Result, parse};
use super::error::PackError;
use super::pack::{Claim, Link, Page, Quoted, RolePack, RouteText, SkillGroup, Values};
use super::programme::{Clauses, Programme};
use super::subjects::Subjects;
use super::{Catalogue, Files};
use crate::rules::{Role, Standing};

/// Decodes a catalogue.
///
/// # Errors
/// The first mistake, with its file, its path, and the mend.
pub fn decode(files: &Files) -> Result<Catalogue> {
    let subjects = Subjects::decode(files.subjects)?;
    let mut divisions = Vec::new();
    for file in files.divisions {
        divisions.push(division(&At::new(file.0, &parse(file)?), &subjects)?);
    }
    let mut programmes = Vec::new();
    for file in files.programmes {
        programmes.push((file.0, parse(file)?));
    }
    let values = files.shared.iter().find(|(name, _)| name.ends_with("values.json"));
    let values = values.ok_or_else(|| PackError::new("roles/shared/values.json", "", "the file is missing".into()))?;
    let values = Values::read(&At::new(values.0, &parse(values)?))?;
    let mut roles: Vec<RolePack> = Vec::new();
    for file in files.roles {
        let value = parse(file)?;
        let at = At::new(file.0, &value);
        let role = role(&at, &subjects, &divisions, &programmes)?;
        if roles.iter().any(|other| other.rules.id == role.rules.id) {
            return Err(at.error(format!("another role is called \"{}\"; an id belongs to one role", role.rules.id)));
        }
        roles.push(role);
    }
    Ok(Catalogue { roles, values, subjects })
}

/// A division: what each degree subject is to it.
pub(super) struct Division {
    id: String,
    name: String,
    pub(super) standings: Arc<[Standing]>,
}

fn division(at: &At, subjects: &Subjects) -> Result<Division> {
    at.only(&["note", "id", "name", "subjects"])?;
    let mut standings = vec![Standing::Unlisted; subjects.len()];
    for (standing, at) in at.need("subjects")?.entries()? {
        let place = at.known("standing", standing, Standing::OF_DEGREES.iter().map(|standing| standing.id()))?;
        for at in at.as_list()? {
            let subject = subjects.need(&at)?;
            let slot = &mut standings[usize::from(subject.0)];
            if *slot != Standing::Unlisted {
                return Err(at.error("stands in two lists; leave it in one"));
            }
            *slot = Standing::OF_DEGREES[place];
        }
    }
    Ok(Division { id: at.text("id")?, name: at.text("name")?, standings: standings.into() })
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

fn role(at: &At, subjects: &Subjects, divisions: &[Division], programmes: &[(&str, Value)]) -> Result<RolePack> {
    at.only(&ROLE)?;
    let named = at.need("division")?;
    let ids = divisions.iter().map(|division| division.id.as_str());
    let division = &divisions[named.known("division", named.as_text()?, ids)?];
    let page = Page::read(&at.need("page")?)?;
    let (mut routes, mut texts) = (Vec::new(), Vec::new());
    for at in at.list("routes")? {
        at.only(&["programme", "clauses"])?;
        let named = at.need("programme")?;
        let ids = programmes.iter().map(|(_, programme)| programme["id"].as_str().unwrap_or_default());
        let (file, programme) = &programmes[named.known("programme", named.as_text()?, ids)?];
        let programme = At::new(file, programme);
        let clauses = Clauses::new(at.need("clauses")?, &page);
        routes.push(Programme { at: &programme, subjects, division, clauses }.route()?);
        texts.push(RouteText::read(&programme)?);
    }
    if routes.is_empty() {
        return Err(at.error("\"routes\" is empty; name at least one programme"));
    }
    let mut skills = Vec::new();
    for at in at.list("skills")? {
        skills.push(SkillGroup::read(&at)?);
    }
    Ok(RolePack {
        rules: Role { id: at.text("id")?, routes },
        name: at.text("name")?,
        division: division.name.clone(),
        rules_version: at.text("rulesVersion")?,
        page,
        routes: texts,
        common_degrees: Quoted::read(&at.need("commonDegrees")?)?,
        skills,
        conditional_skills: SkillGroup::read(&at.need("conditionalSkills")?)?,
        duties: Claim::read_all(at, "duties")?,
        values_asked: Quoted::read(&at.need("valuesAsked")?)?,
        links: Link::read_all(at, "links")?,
        not_checked: at.texts("notChecked")?,
    })
}
