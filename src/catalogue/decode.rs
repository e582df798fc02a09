//! From packs as they are written to roles that cannot be wrong. Everything is checked here, once.

use std::sync::Arc;

use super::pack::{Claim, Link, Page, Quoted, RolePack, RouteText, SkillGroup, Values};
use super::programme::{Clauses, Programme};
use super::subjects::Subjects;
use super::{Catalogue, Files};
use crate::json::{At, Mistake, Result, Value, parse};
use crate::rules::{Role, Standing};

/// Decodes a catalogue.
///
/// # Errors
/// The first mistake, with its file, its path, and the mend.
pub fn decode(files: &Files) -> Result<Catalogue> {
    let subjects = Subjects::decode(files.subjects)?;
    let mut divisions = Vec::new();
    for (name, text) in files.divisions {
        divisions.push(division(&At::new(name, &parse(name, text)?), &subjects)?);
    }
    let mut programmes = Vec::new();
    for (name, text) in files.programmes {
        programmes.push((*name, parse(name, text)?));
    }
    let mut roles: Vec<RolePack> = Vec::new();
    for (name, text) in files.roles {
        let value = parse(name, text)?;
        let at = At::new(name, &value);
        let role = role(&at, &subjects, &divisions, &programmes)?;
        if roles.iter().any(|other| other.rules.id == role.rules.id) {
            let what = format!("another role is called \"{}\"; an id belongs to one role", role.rules.id);
            return Err(at.error(&what));
        }
        roles.push(role);
    }
    Ok(Catalogue { roles, values: values(files.shared)?, subjects })
}

fn values(shared: &[(&str, &str)]) -> Result<Values> {
    const VALUES: &str = "roles/shared/values.json";
    let Some((name, text)) = shared.iter().find(|(name, _)| *name == VALUES) else {
        let what = "the file is missing; every role shares it".to_string();
        return Err(Box::new(Mistake { file: VALUES.to_string(), path: String::new(), what }));
    };
    Values::read(&At::new(name, &parse(name, text)?))
}

/// A division: what each degree subject is to it.
pub(super) struct Division {
    id: String,
    name: String,
    pub(super) standings: Arc<[Standing]>,
}

fn division(at: &At, subjects: &Subjects) -> Result<Division> {
    at.only(&["note", "id", "name", "subjects"])?;
    let known = Standing::OF_DEGREES.map(Standing::id);
    let mut standings = vec![Standing::Unlisted; subjects.len()];
    for (standing, at) in at.need("subjects")?.entries()? {
        let place = at.named("standing", standing, &known)?;
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
    let ids: Vec<&str> = divisions.iter().map(|division| division.id.as_str()).collect();
    let division = &divisions[at.need("division")?.known("division", &ids)?];
    let page = Page::read(&at.need("page")?)?;
    let programmes: Vec<At> = programmes.iter().map(|(name, value)| At::new(name, value)).collect();
    let mut ids = Vec::new();
    for programme in &programmes {
        ids.push(programme.text("id")?);
    }
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let route = |at: &At| {
        at.only(&["programme", "clauses"])?;
        let programme = &programmes[at.need("programme")?.known("programme", &ids)?];
        let clauses = at.need("clauses")?;
        let route = Programme { at: programme, subjects, division, clauses: Clauses::new(&clauses, &page) }.route()?;
        Ok((route, RouteText::read(programme)?))
    };
    let (routes, texts): (Vec<_>, Vec<_>) = at.list("routes", route)?.into_iter().unzip();
    if routes.is_empty() {
        return Err(at.error("\"routes\" is empty; name at least one programme"));
    }
    Ok(RolePack {
        rules: Role { id: at.text("id")?, routes },
        name: at.text("name")?,
        division: division.name.clone(),
        rules_version: at.text("rulesVersion")?,
        page,
        routes: texts,
        common_degrees: Quoted::read(&at.need("commonDegrees")?)?,
        skills: at.list("skills", SkillGroup::read)?,
        conditional_skills: SkillGroup::read(&at.need("conditionalSkills")?)?,
        duties: at.list("duties", Claim::read)?,
        values_asked: Quoted::read(&at.need("valuesAsked")?)?,
        links: at.list("links", Link::read)?,
        not_checked: at.list("notChecked", |at| Ok(at.as_text()?.to_string()))?,
    })
}
