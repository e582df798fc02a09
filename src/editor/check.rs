//! What an editor needs to know of the packs: every mistake, and everything odd about the rules.

use super::kinds::{Said, sections};
use super::reading::{HIGHEST, too_hard};
use super::space::Space;
use super::walk::objects;
use crate::catalogue::shapes::{COMMON, DIVISION, PROGRAMME, ROLE};
use crate::catalogue::{Catalogue, File, RolePack, fold};
use crate::json::shape::{Object, Shape};
use crate::json::{At, Mistake, Mistakes};
use crate::rules::{Outcome, Requirement, Route, Rule, Section, SubjectId, evaluate};

/// What the packs are held against.
#[derive(Clone, Debug, Default)]
pub struct Against {
    /// Today's date, `2026-11-25`.
    pub today: String,
    /// Texts of pages, each with its address: quotations of these pages have to stand in them.
    pub pages: Vec<(String, String)>,
}

/// Checks packs.
pub fn check(files: &[File], against: &Against) -> Vec<Mistake> {
    let catalogue = match Catalogue::from_files(files) {
        Ok(catalogue) => catalogue,
        // Rules that cannot be read have no odd sides yet.
        Err(mistakes) => return mistakes,
    };
    let mistakes = Mistakes::default();
    for (name, text) in files {
        let value = mistakes.parse(name, text);
        let at = At::new(name, &value, &mistakes);
        words(&at, kind_of(name), against);
        if kind_of(name).is_some_and(|object| object.name == ROLE.name)
            && !name.ends_with(&format!("/{}.json", at.text("id")))
        {
            at.need("id").wrong(format_args!("is not the name of the file; give both the same name"));
        }
        unused(&at, name, files, &mistakes);
        if name.contains("/subjects/") {
            shadowed_aliases(&at, &catalogue);
        }
    }
    for role in &catalogue.roles {
        rules(role, &catalogue, &mistakes);
    }
    undecided_subjects(&catalogue, files, &mistakes);
    mistakes.or(()).err().unwrap_or_default()
}

/// The shape of a file, by its folder; the tables of subjects hold no sentence and no date.
fn kind_of(name: &str) -> Option<&'static Object> {
    match name.rsplit('/').nth(1) {
        Some("roles") => Some(&ROLE),
        Some("programmes") => Some(&PROGRAMME),
        Some("divisions") => Some(&DIVISION),
        Some("shared") => Some(&COMMON),
        _ => None,
    }
}

fn is_role(name: &str) -> bool {
    name.rsplit('/').nth(1) == Some("roles")
}

/// Dates, sentences and quotations.
fn words(at: &At, object: Option<&'static Object>, against: &Against) {
    let Some(object) = object else { return };
    let page = at.need("page").text("url");
    objects(at, object, &mut |object, at| {
        for field in object.fields {
            let Some(place) = at.get(field.key) else { continue };
            match (field.key, field.shape) {
                ("checked", _) => old(&place, &against.today),
                ("review", _) => too_early(&place, at.text("checked")),
                ("quote" | "opening", _) => quoted(&place, at.text_if("url").unwrap_or(page), &against.pages),
                ("note" | "$schema", _) => {}
                (_, Shape::Text(most)) if most > 200 => hard(&place),
                (_, Shape::List(&Shape::Text(most), ..)) if most > 200 => place.each(&mut |at| hard(at)),
                _ => {}
            }
        }
    });
}

fn hard(at: &At) {
    if let Some(what) = too_hard(at.as_text(), HIGHEST) {
        at.wrong(format_args!("{what}"));
    }
}

/// A date more than a year before today.
fn old(at: &At, today: &str) {
    let checked = at.as_text();
    let Some((year, rest)) = today.split_once('-') else { return };
    let Some(year) = year.parse::<u32>().ok().and_then(|year| year.checked_sub(1)) else { return };
    let a_year_ago = format!("{year:04}-{rest}");
    // A date without a day holds for the whole month.
    if checked < &a_year_ago[..checked.len().min(a_year_ago.len())] {
        at.wrong(format_args!(
            "is more than a year ago; read the page again and change what has changed, and the date"
        ));
    }
}

/// A review before there is anything new to see.
fn too_early(at: &At, checked: &str) {
    let review = at.as_text();
    if review.len().min(checked.len()) > 0 && review <= &checked[..checked.len().min(review.len())] {
        at.wrong(format_args!("is not after the day on which the words were checked; choose a later date"));
    }
}

fn quoted(at: &At, url: &str, pages: &[(String, String)]) {
    let Some((_, page)) = pages.iter().find(|(address, _)| address == url) else { return };
    if !plain(page).contains(&plain(at.as_text())) {
        at.wrong(format_args!("does not stand in the text of its page; copy the words as they are there"));
    }
}

/// A text without the marks of Markdown for links, notes and emphasis, on one line.
pub fn plain(markdown: &str) -> String {
    let mut plain = String::new();
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once("<sup>") {
        plain.push_str(before.trim_end());
        rest = after.split_once("</sup>").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let plain = plain.replace("\\(", "(").replace("\\)", ")").replace("](#)", "").replace(['[', ']', '\\', '*'], "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A programme or a division that no role is made from.
fn unused(at: &At, name: &str, files: &[File], mistakes: &Mistakes) {
    let key = match name.rsplit('/').nth(1) {
        Some("programmes") => "programme",
        Some("divisions") => "division",
        _ => return,
    };
    let id = at.text("id");
    let uses = |(name, text): &File| {
        let value = mistakes.parse(name, text);
        let role = At::new(name, &value, mistakes);
        role.text(key) == id || role.list("routes", |route| route.text(key) == id).contains(&true)
    };
    let roles = files.iter().filter(|(name, _)| is_role(name));
    if !roles.into_iter().any(uses) {
        at.need("id").wrong(format_args!("is used by no role; use it or take the file away"));
    }
}

/// Aliases that equal the name of another subject of the section: a name wins over an alias, so they name nothing. An alias
/// of several subjects is allowed; a person then chooses.
fn shadowed_aliases(at: &At, catalogue: &Catalogue) {
    let subjects = &catalogue.subjects;
    at.need("subjects").each(&mut |subject| {
        let section = if subject.get("hecos").is_some() { Section::Degree } else { Section::Level3 };
        let own = subjects.find(subject.text("id"));
        subject.need("aka").each(&mut |alias| {
            let is_named = |id: &SubjectId| fold(subjects.name_of(*id)) == fold(alias.as_text());
            if let Some(other) = subjects.of(section).find(|id| Some(*id) != own && is_named(id)) {
                let name = subjects.name_of(other);
                alias.wrong(format_args!("is the name of another subject, \"{name}\"; take it away"));
            }
        });
    });
}

/// What is odd about the rules of a role, over all situations in which everything is said.
fn rules(role: &RolePack, catalogue: &Catalogue, mistakes: &Mistakes) {
    let space = Space::new(&role.rules, &catalogue.subjects, Said::All);
    let mut matters: Vec<Section> = Vec::new();
    for (place, route) in role.rules.routes.iter().enumerate() {
        let note = |what: String| {
            mistakes.add(Mistake {
                file: format!("roles/{}.json", role.rules.id),
                path: format!("routes[{place}]"),
                what,
            })
        };
        let all: Vec<&Requirement> = route.requirements().collect();
        let outcomes = outcomes(role, place, &space, &all);
        for (index, pathway) in route.pathways.iter().enumerate() {
            let id = pathway.id;
            let of_pathway = || outcomes.iter().map(|outcome| outcome.pathways[index]);
            let judged = pathway.requirements.iter().any(|one| matches!(one.rule, Rule::Judged { .. }));
            match of_pathway().max() {
                Some(Outcome::NotMet) => {
                    note(format!("the pathway \"{id}\" can never be met: nothing that people can hold meets it"))
                }
                Some(Outcome::Judgement) if !judged => {
                    note(format!("the pathway \"{id}\" can never be met: at best a person decides"));
                }
                _ => {}
            }
            let best_other = |outcome: &Outcomes| {
                let others = outcome.pathways.iter().enumerate().filter(|(other, _)| *other != index);
                others.map(|(_, outcome)| *outcome).max()
            };
            let redundant = |outcome: &Outcomes| Some(outcome.pathways[index]) <= best_other(outcome);
            if route.pathways.len() > 1 && outcomes.iter().all(redundant) {
                note(format!("the pathway \"{id}\" is redundant: whoever meets it meets another as well"));
            }
        }
        let depends = |section: &Section| decides(*section, &sections(all.iter().copied()), &outcomes);
        matters.extend(sections(all.iter().copied()).into_iter().filter(depends));
    }
    for section in sections(role.rules.requirements()) {
        if !matters.contains(&section) {
            let what = format!(
                "no outcome depends on what people hold in \"{}\", so they would be asked for nothing",
                section.key()
            );
            mistakes.add(Mistake { file: format!("roles/{}.json", role.rules.id), path: "routes".into(), what });
        }
    }
    names(&role.rules.routes, role.rules.id, mistakes);
}

/// The outcomes in one situation: of the route, and of each pathway.
struct Outcomes {
    answers: Vec<usize>,
    route: Outcome,
    pathways: Vec<Outcome>,
}

fn outcomes(role: &RolePack, place: usize, space: &Space, all: &[&Requirement]) -> Vec<Outcomes> {
    let decided = |verdict: crate::rules::Verdict| verdict.outcome().unwrap_or(Outcome::NotMet);
    let situations = space.profiles(all).into_iter();
    situations
        .map(|situation| {
            let verdict = &evaluate(&role.rules, &situation.profile).routes[place];
            Outcomes {
                answers: situation.answers.iter().map(|(_, place)| *place).collect(),
                route: decided(verdict.verdict),
                pathways: verdict.pathways.iter().map(|pathway| decided(pathway.verdict)).collect(),
            }
        })
        .collect()
}

/// Whether what is held in one section alone can make a difference.
fn decides(section: Section, looked_at: &[Section], outcomes: &[Outcomes]) -> bool {
    let Some(at) = looked_at.iter().position(|one| *one == section) else { return false };
    let mut known: std::collections::HashMap<Vec<usize>, Outcome> = std::collections::HashMap::new();
    outcomes.iter().any(|outcome| {
        let mut rest = outcome.answers.clone();
        rest.remove(at);
        *known.entry(rest).or_insert(outcome.route) != outcome.route
    })
}

/// Ids that are given twice where one would be meant.
fn names(routes: &[Route], role: &str, mistakes: &Mistakes) {
    for (place, route) in routes.iter().enumerate() {
        let file = format!("roles/{role}.json");
        if routes[..place].iter().any(|other| other.id == route.id) {
            let what = format!("another route has the id \"{}\"; an id belongs to one route of a role", route.id);
            mistakes.add(Mistake { file: file.clone(), path: format!("routes[{place}]"), what });
        }
        for (index, pathway) in route.pathways.iter().enumerate() {
            let twice = route.pathways[..index].iter().any(|other| other.id == pathway.id);
            let mut ids: Vec<&str> = pathway.requirements.iter().map(|requirement| requirement.id).collect();
            ids.sort_unstable();
            if twice || ids.windows(2).any(|pair| pair[0] == pair[1]) {
                let what =
                    format!("an id is given twice in or beside the pathway \"{}\"; give each its own", pathway.id);
                mistakes.add(Mistake { file: file.clone(), path: format!("routes[{place}]"), what });
            }
        }
    }
}

/// Degree subjects that a division says nothing of.
fn undecided_subjects(catalogue: &Catalogue, files: &[File], mistakes: &Mistakes) {
    for (name, text) in files.iter().filter(|(name, _)| name.contains("/divisions/")) {
        let value = mistakes.parse(name, text);
        let at = At::new(name, &value, mistakes);
        let mut listed: Vec<&str> = Vec::new();
        at.need("subjects").entries(&mut |_, at| at.each(&mut |at| listed.push(at.as_text())));
        let ids: Vec<&str> = catalogue.subjects.ids().collect();
        let of_degrees = catalogue.subjects.of(Section::Degree).map(|id| ids[usize::from(id.0)]);
        let missing: Vec<&str> = of_degrees.filter(|id| !listed.contains(id)).collect();
        if let Some(first) = missing.first() {
            let more = if missing.len() > 1 { format!(" and {} more", missing.len() - 1) } else { String::new() };
            at.need("subjects")
                .wrong(format_args!("says nothing of \"{first}\"{more}; put each degree subject in one list"));
        }
    }
}
