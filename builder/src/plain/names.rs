//! The names of awards, what they mean, and which subject is what.

use entry_checker::catalogue::{RolePack, Subjects};
use entry_checker::copy::{find, text};
use entry_checker::rules::role::{Pool, SubjectTest};
use entry_checker::rules::{Award, Rule, Section, Standing, Subject, SubjectId};
use maud::{Markup, html};

use super::words::say;

/// The name of an award.
pub fn award(award: Award) -> &'static str {
    // The section of GCSEs names no award.
    if award == Award::GCSE { "GCSE" } else { text(&named(award)) }
}

fn named(award: Award) -> String {
    format!("award.{}", award.id())
}

fn pools(role: &RolePack) -> impl Iterator<Item = &Pool> {
    role.rules
        .requirements()
        .flat_map(|one| if let Rule::Holds { pools, .. } = &one.rule { pools.as_slice() } else { &[] })
}

/// What the names of the awards mean, where a name alone does not say it.
pub fn glossary(role: &RolePack) -> Markup {
    let sized = role.rules.requirements().any(|one| matches!(one.rule, Rule::Size { .. }));
    let is_named =
        |section: &Section| pools(role).any(|pool| pool.section == *section) || (sized && *section == Section::Level3);
    // "Add each higher level subject as well" is for who fills in a form.
    let told = |award: Award| Some((award, find(&format!("{}.hint", named(award)))?));
    let all: Vec<(Award, &str)> = Section::ALL
        .into_iter()
        .filter(is_named)
        .flat_map(Award::all)
        .filter(|award| award.id() != "ib-diploma")
        .filter_map(told)
        .collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="names" {
                h2 #names { (say("names.title")) }
                dl.ec-tests.ec-names {
                    @for (one, hint) in all { dt { (award(one)) } dd { (hint) "." } }
                }
            }
        }
    }
}

/// The lists of subjects that the rules of a role speak of.
pub fn subjects(role: &RolePack, subjects: &Subjects) -> Markup {
    let of_degrees = |pool: &&Pool| matches!(pool.section, Section::Degree | Section::HigherDegree);
    let asked = |pool: &&Pool| pool.subject.is_some();
    let degree = pools(role).filter(asked).find(of_degrees).and_then(|pool| pool.subject.as_ref());
    let level_3 = pools(role).filter(asked).find(|pool| pool.section == Section::Level3);
    let level_3 = level_3.and_then(|pool| pool.subject.as_ref());
    html! {
        @if let Some(test) = degree { (lists(test, Section::Degree, "degree", &Standing::OF_DEGREES, subjects)) }
        @if let Some(test) = level_3 { (lists(test, Section::Level3, "level3", &Standing::OF_LEVEL_3, subjects)) }
    }
}

/// The names of the subjects of a standing, in their order, less those that count otherwise.
pub fn with_standing<'a>(
    test: &SubjectTest,
    section: Section,
    standing: Standing,
    subjects: &'a Subjects,
) -> Vec<&'a str> {
    let is_apart = |id: &SubjectId| test.apart.iter().any(|(other, _)| other == id);
    let has = |id: &SubjectId| test.standing(&Subject::Listed(*id)) == standing && !is_apart(id);
    let mut names: Vec<&str> = subjects.of(section).filter(has).map(|id| subjects.name_of(id)).collect();
    names.sort_unstable();
    names
}

fn lists(test: &SubjectTest, section: Section, of: &str, standings: &[Standing], subjects: &Subjects) -> Markup {
    let all = SubjectTest { apart: Vec::new(), ..test.clone() };
    let listed = |standing: Standing| with_standing(&all, section, standing, subjects);
    let id = format!("subjects-{of}");
    html! {
        section.ec-subjects aria-labelledby=(id) {
            h2 id=(id) tabindex="-1" { (say(&format!("subjects.{of}"))) }
            p { (say(&format!("subjects.{of}.lead"))) }
            @for standing in standings {
                h3 { (say(&format!("subjects.{of}.{}", standing.id()))) }
                p { (listed(*standing).join(", ")) "." }
            }
        }
    }
}
