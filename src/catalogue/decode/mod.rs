//! From packs as they are written to roles that cannot be wrong. Everything is checked here, once.

mod division;
mod parts;

use super::pack::{Accepted, Claim, Common, Link, Page, Quoted, RolePack, RouteText, SkillGroup};
use super::packs::{Pack, PackAt, Packs, keep};
use super::programme::{Programme, RouteAt};
use super::shapes::{COMMON, DIVISION, PROGRAMME, ROLE, SUBJECTS};
use super::subjects::Subjects;
use super::{Catalogue, EVERYTHING};
use crate::json::shape::Shape;
use crate::json::{At, Mistake, Mistakes};
use crate::rules::Role;

pub(super) use division::Division;
pub(super) use parts::Parts;

/// Decodes a catalogue; `mistakes` are those found while parsing.
///
/// # Errors
/// Every mistake, with its file, its path, and the mend.
pub fn decode(packs: &Packs, mistakes: Mistakes) -> Result<Catalogue, Vec<Mistake>> {
    read(packs, mistakes, &|at, kind| {
        at.check(&Shape::Object(match kind {
            Kind::Role => &ROLE,
            Kind::Programme => &PROGRAMME,
            Kind::Division => &DIVISION,
            Kind::Subjects => &SUBJECTS,
            Kind::Common => &COMMON,
        }));
    })
}

/// What a pack is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Role,
    Programme,
    Division,
    Subjects,
    Common,
}

/// Reads a catalogue, each pack once `check` has seen it. Where nothing checks, nothing of the shapes is needed: the page
/// reads only what was checked when it was built.
pub(super) fn read(
    packs: &Packs,
    mistakes: Mistakes,
    check: &dyn Fn(&PackAt, Kind),
) -> Result<Catalogue, Vec<Mistake>> {
    let checked = |&(name, value): &Pack, kind: Kind| {
        let at = At::new(name, value, &mistakes);
        check(&at, kind);
        at
    };
    for (packs, kind) in [(&packs.subjects, Kind::Subjects), (&packs.programmes, Kind::Programme)] {
        for pack in packs {
            checked(pack, kind);
        }
    }
    let subjects = Subjects::decode(&packs.subjects, &mistakes);
    let divisions =
        packs.divisions.iter().map(|pack| Division::read(&checked(pack, Kind::Division), &subjects)).collect();
    let parts = Parts { divisions, programmes: packs.programmes.clone() };
    let mut roles: Vec<RolePack> = Vec::new();
    for pack in &packs.roles {
        let at = checked(pack, Kind::Role);
        if let Some(role) = role(&at, &subjects, &parts, &mistakes) {
            if roles.iter().any(|other| other.rules.id == role.rules.id) {
                at.need("id").wrong(format_args!("another role has this id; an id belongs to one role"));
            }
            roles.push(role);
        }
    }
    if roles.is_empty() {
        mistakes.note("roles", "there is no role; add one".to_string());
    }
    let common = packs.shared.first().map(|pack| Common::read(&checked(pack, Kind::Common)));
    if common.is_none() {
        mistakes.note("roles/shared/common.json", "is missing; it has what all roles share".to_string());
    }
    let routes = roles.iter().flat_map(|role| role.rules.routes.iter().cloned()).collect();
    let everything = Role { id: EVERYTHING, routes };
    mistakes.or(Catalogue { roles, everything, common: common.unwrap_or_default(), subjects, parts })
}

/// Decodes the role of a host's pack, which may name the subjects, divisions and programmes of a catalogue.
///
/// # Errors
/// Every mistake, with its path and the mend.
pub fn decode_role(catalogue: &Catalogue, text: &'static str) -> Result<RolePack, Vec<Mistake>> {
    let mistakes = Mistakes::default();
    let value = keep(mistakes.parse("", text));
    let at = At::new("", value, &mistakes);
    at.check(&Shape::Object(&ROLE));
    let role = role(&at, &catalogue.subjects, &catalogue.parts, &mistakes);
    // Where there is no role there is a mistake.
    mistakes.or(role)?.ok_or_else(Vec::new)
}

/// A role; `None` where it names no division that there is.
fn role(at: &PackAt, subjects: &Subjects, parts: &Parts, mistakes: &Mistakes) -> Option<RolePack> {
    let division = parts.division(&at.need("division"), subjects)?;
    let page = Page::read(&at.need("page"));
    let accepted = at.get("accepted").map_or_else(|| division.accepted.clone(), |at| Accepted::read(&at));
    let mut routes = Vec::new();
    let mut texts = Vec::new();
    at.need("routes").each(&mut |at| {
        let own = at.need("programme");
        let shared = if own.is_object() { None } else { parts.programme(&own, mistakes) };
        if !own.is_object() && shared.is_none() {
            return;
        }
        let route = RouteAt::new(at, shared.as_ref().unwrap_or(&own));
        routes
            .push(Programme { route: &route, subjects, division: &division, page: &page, accepted: &accepted }.route());
        texts.push(RouteText::read(&route));
    });
    Some(RolePack {
        rules: Role { id: at.text("id"), routes },
        name: at.text("name"),
        division: division.name,
        rules_version: at.text("rulesVersion"),
        accepted,
        page,
        routes: texts,
        skills: at.list("skills", SkillGroup::read),
        conditional_skills: at.get("conditionalSkills").map(|at| SkillGroup::read(&at)),
        duties: at.list("duties", Claim::read),
        values_asked: at.get("valuesAsked").map(|at| Quoted::read(&at)),
        opening: at.text_if("opening"),
        specification: at.get("specification").map(|at| Quoted::read(&at)),
        links: at.list("links", Link::read),
    })
}
