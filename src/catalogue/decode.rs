//! From packs as they are written to roles that cannot be wrong. Everything is checked here, once.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::error::{PackError, did_you_mean};
use super::raw;
use super::subjects::Subjects;
use super::{Catalogue, Files, Link, PathwayText, RolePack, RouteText};
use crate::rules::award::AWARD_COUNT;
use crate::rules::role::{Pool, ResultTest, SubjectGroup, SubjectTest, When, Worth};
use crate::rules::{
    Award, Basis, Caution, Class, Outcome, Pathway, Requirement, Role, Route, Rule, Section, Source, Standing, Status,
    SubjectId, Test,
};

type Result<T> = std::result::Result<T, PackError>;

/// Decodes a catalogue.
pub fn decode(files: &Files) -> Result<Catalogue> {
    let subjects = Subjects::decode(files.subjects)?;
    let divisions = files.divisions.iter().map(|file| division(file, &subjects)).collect::<Result<Vec<_>>>()?;
    let programmes =
        files.programmes.iter().map(|file| Ok((file.0, parse::<raw::Programme>(file)?))).collect::<Result<Vec<_>>>()?;
    let values = files.shared.iter().find(|(name, _)| name.ends_with("values.json"));
    let values = parse(values.ok_or_else(|| PackError::new("roles/shared/values.json", "", "the file is missing"))?)?;
    let shared = Shared { subjects: &subjects, divisions: &divisions, programmes: &programmes };
    let roles = files.roles.iter().map(|file| shared.role(file)).collect::<Result<Vec<_>>>()?;
    Ok(Catalogue { roles, values, subjects })
}

/// Parses one file, with an error that names it.
pub(super) fn parse<T: DeserializeOwned>((name, text): &(&str, &str)) -> Result<T> {
    serde_json::from_str(text).map_err(|error| PackError::new(name, "", error.to_string()))
}

struct Division {
    id: String,
    name: String,
    standings: Arc<[Standing]>,
}

fn division(file: &(&str, &str), subjects: &Subjects) -> Result<Division> {
    let raw: raw::Division = parse(file)?;
    let mut standings = vec![Standing::Unlisted; subjects.len()];
    for (standing, ids) in &raw.subjects {
        let path = format!("subjects.{standing}");
        let at = Place { file: file.0, path: &path };
        let standing = at.find("standing", standing, &Standing::ALL[..5], |standing| standing.id())?;
        for (index, id) in ids.iter().enumerate() {
            let subject = at.index(index, |at| at.subject(subjects, id))?;
            let slot = &mut standings[usize::from(subject.0)];
            if *slot != Standing::Unlisted {
                return Err(at.error(format!("\"{id}\" stands in two lists; leave it in one")));
            }
            *slot = standing;
        }
    }
    Ok(Division { id: raw.id, name: raw.name, standings: standings.into() })
}

/// Where in which file something stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    path: &'a str,
}

impl Place<'_> {
    fn error(&self, what: impl Into<String>) -> PackError {
        PackError::new(self.file, self.path, what)
    }

    fn key<T>(&self, key: &str, read: impl FnOnce(Place) -> T) -> T {
        let path = if self.path.is_empty() { key.to_string() } else { format!("{}.{key}", self.path) };
        read(Place { file: self.file, path: &path })
    }

    fn index<T>(&self, index: usize, read: impl FnOnce(Place) -> T) -> T {
        read(Place { file: self.file, path: &format!("{}[{index}]", self.path) })
    }

    fn find<T: Copy>(&self, what: &str, id: &str, all: &[T], name: impl Fn(&T) -> &'static str) -> Result<T> {
        let found = all.iter().find(|one| name(one) == id).copied();
        found.ok_or_else(|| self.error(format!("unknown {what} \"{id}\"{}", did_you_mean(id, all.iter().map(name)))))
    }

    fn award(&self, section: Option<Section>, id: &str) -> Result<Award> {
        let sections = section.map_or(Section::ALL.to_vec(), |section| vec![section]);
        let awards: Vec<Award> = sections.into_iter().flat_map(Award::all).collect();
        self.find("award", id, &awards, |award| award.id())
    }

    fn section(&self, id: &str) -> Result<Section> {
        self.find("section", id, &Section::ALL, |section| section.key())
    }

    fn class(&self, id: &str) -> Result<Class> {
        self.find("class", id, &Class::ALL, |class| class.id())
    }

    fn subject(&self, subjects: &Subjects, id: &str) -> Result<SubjectId> {
        subjects
            .find(id)
            .ok_or_else(|| self.error(format!("unknown subject \"{id}\"{}", did_you_mean(id, subjects.ids()))))
    }
}

struct Shared<'a> {
    subjects: &'a Subjects,
    divisions: &'a [Division],
    programmes: &'a [(&'a str, raw::Programme)],
}

impl Shared<'_> {
    fn role(&self, file: &(&str, &str)) -> Result<RolePack> {
        let raw: raw::Role = parse(file)?;
        let at = Place { file: file.0, path: "" };
        let ids = || self.divisions.iter().map(|division| division.id.as_str());
        let division = self.divisions.iter().find(|division| division.id == raw.division).ok_or_else(|| {
            at.key("division", |at| {
                at.error(format!("unknown division \"{}\"{}", raw.division, did_you_mean(&raw.division, ids())))
            })
        })?;
        at.key("page.url", |at| https(at, &raw.page.url))?;
        at.key("page.checked", |at| date(at, &raw.page.checked))?;
        let mut routes = Vec::new();
        let mut texts = Vec::new();
        for (index, route) in raw.routes.iter().enumerate() {
            let (rules, text) = at.key(&format!("routes[{index}]"), |at| self.route(at, route, &raw.page, division))?;
            routes.push(rules);
            texts.push(text);
        }
        Ok(RolePack {
            rules: Role { id: raw.id, routes },
            name: raw.name,
            division: division.name.clone(),
            rules_version: raw.rules_version,
            page: raw.page,
            routes: texts,
            common_degrees: raw.common_degrees,
            skills: raw.skills,
            conditional_skills: raw.conditional_skills,
            duties: raw.duties,
            values_asked: raw.values_asked,
            links: raw.links.into_iter().map(Link::from).collect(),
            not_checked: raw.not_checked,
        })
    }

    fn route(
        &self,
        at: Place,
        route: &raw::RouteOfRole,
        page: &raw::Page,
        division: &Division,
    ) -> Result<(Route, RouteText)> {
        let ids = || self.programmes.iter().map(|(_, programme)| programme.id.as_str());
        let (file, programme) =
            self.programmes.iter().find(|(_, programme)| programme.id == route.programme).ok_or_else(|| {
                at.key("programme", |at| {
                    at.error(format!(
                        "unknown programme \"{}\"{}",
                        route.programme,
                        did_you_mean(&route.programme, ids())
                    ))
                })
            })?;
        let mut clauses =
            Clauses { at, page, left: route.clauses.iter().map(|(id, clause)| (id.as_str(), clause)).collect() };
        let inside = Place { file, path: "" };
        let mut pathways = Vec::new();
        for (index, pathway) in programme.pathways.iter().enumerate() {
            let requirements = pathway.requirements.iter().enumerate().map(|(place, raw)| {
                inside.key(&format!("pathways[{index}].requirements[{place}]"), |at| {
                    self.requirement(at, raw, division, &mut clauses)
                })
            });
            pathways.push(Pathway { id: pathway.id.clone(), requirements: requirements.collect::<Result<_>>()? });
        }
        clauses.finish()?;
        let cautions = programme
            .cautions
            .iter()
            .enumerate()
            .map(|(index, raw)| inside.key(&format!("cautions[{index}]"), |at| self.caution(at, raw)));
        let rules = Route { id: programme.id.clone(), pathways, cautions: cautions.collect::<Result<_>>()? };
        Ok((rules, route_text(programme)))
    }

    fn requirement(
        &self,
        at: Place,
        raw: &raw::Requirement,
        division: &Division,
        clauses: &mut Clauses,
    ) -> Result<Requirement> {
        let rule = match (&raw.holds, &raw.size, &raw.range) {
            (Some(pools), None, None) if !pools.is_empty() && raw.needs > 0 => {
                let pools = pools
                    .iter()
                    .enumerate()
                    .map(|(index, pool)| at.key(&format!("holds[{index}]"), |at| self.pool(at, pool, division)));
                Rule::Holds { needs: raw.needs, pools: pools.collect::<Result<_>>()? }
            }
            (None, Some(size), None) => at.key("size", |at| worth(at, size))?,
            (None, None, Some(range)) => at.key("range", |at| self.range(at, range))?,
            _ => {
                return Err(
                    at.error("give exactly one of \"holds\" (not empty, needs at least 1), \"size\" and \"range\"")
                );
            }
        };
        let source = clauses.take(&raw.id)?.ok_or_else(|| clauses.missing(&raw.id))?;
        let mut apart = Vec::new();
        for test in Test::ALL {
            if let Some(source) = clauses.take(&format!("{}.{}", raw.id, test.id()))? {
                apart.push((test, source));
            }
        }
        Ok(Requirement { id: raw.id.clone(), rule, source, clauses: apart })
    }

    fn pool(&self, at: Place, raw: &raw::Pool, division: &Division) -> Result<Pool> {
        let section = at.key("section", |at| at.section(&raw.section))?;
        let mut awards = [None; AWARD_COUNT];
        for (id, outcome) in &raw.awards {
            let award = at.key("awards", |at| at.award(Some(section), id))?;
            awards[award.index()] = Some(outcome_of(*outcome));
        }
        if raw.awards.is_empty() {
            return Err(at.error("\"awards\" is empty; name at least one award"));
        }
        let result = match (&raw.class, raw.passed) {
            (None, true) => ResultTest::Pass,
            (None, false) => ResultTest::None,
            (Some(_), true) => return Err(at.error("give \"class\" or \"passed\", not both")),
            (Some(classes), false) => at.key("class", |at| class_test(at, classes, &raw.class_judged))?,
        };
        let subject = raw.subject.as_ref().map(|table| {
            let level_3 = section == Section::Level3;
            let (standings, known) = if level_3 {
                (self.subjects.level_3().clone(), &Standing::ALL[5..9])
            } else {
                (division.standings.clone(), &Standing::ALL[..5])
            };
            at.key("subject", |at| subject_test(at, table, standings, known))
        });
        Ok(Pool { section, awards, result, subject: subject.transpose()? })
    }

    fn range(&self, at: Place, raw: &raw::Range) -> Result<Rule> {
        let groups = raw.including.iter().map(|id| {
            let group = self.subjects.gcse_groups().iter().find(|group| group.id == *id).cloned();
            let ids = || self.subjects.gcse_groups().iter().map(|group| group.id.as_str());
            group.ok_or_else(|| at.error(format!("unknown GCSE group \"{id}\"{}", did_you_mean(id, ids()))))
        });
        let including: Vec<SubjectGroup> = groups.collect::<Result<_>>()?;
        if usize::from(raw.number) < including.len().max(1) {
            return Err(at.error("\"number\" is smaller than the subjects in \"including\""));
        }
        Ok(Rule::Range { number: raw.number, including })
    }

    fn caution(&self, at: Place, raw: &raw::Caution) -> Result<Caution> {
        let when = &raw.when;
        let awards = when.awards.iter().map(|id| at.key("when.awards", |at| at.award(None, id)));
        let subjects = when.subjects.iter().map(|id| at.key("when.subjects", |at| at.subject(self.subjects, id)));
        let classes = when.classes.iter().map(|id| at.key("when.classes", |at| at.class(id)));
        at.key("url", |at| https(at, &raw.url))?;
        at.key("checked", |at| date(at, &raw.checked))?;
        Ok(Caution {
            text: raw.text.clone(),
            when: When {
                awards: awards.collect::<Result<_>>()?,
                subjects: subjects.collect::<Result<_>>()?,
                classes: classes.collect::<Result<_>>()?,
                status: when.status.as_ref().map(|status| match status {
                    raw::Status::Awarded => Status::Awarded,
                    raw::Status::Predicted => Status::Predicted,
                }),
            },
            source: Source {
                quote: String::new(),
                url: raw.url.clone(),
                checked: raw.checked.clone(),
                basis: Basis::Guidance,
                reading: None,
            },
        })
    }
}

/// The role page's words, handed out clause by clause; what is left at the end belongs to nothing.
struct Clauses<'a> {
    at: Place<'a>,
    page: &'a raw::Page,
    left: BTreeMap<&'a str, &'a raw::Clause>,
}

impl Clauses<'_> {
    fn take(&mut self, id: &str) -> Result<Option<Source>> {
        let Some(clause) = self.left.remove(id) else {
            return Ok(None);
        };
        if clause.quote.trim().is_empty() {
            return Err(self.at.key(&format!("clauses.{id}"), |at| at.error("the quotation is empty; quote the page")));
        }
        Ok(Some(Source {
            quote: clause.quote.clone(),
            url: self.page.url.clone(),
            checked: self.page.checked.clone(),
            basis: if clause.reading.is_some() { Basis::Reading } else { Basis::Page },
            reading: clause.reading.clone(),
        }))
    }

    fn missing(&self, id: &str) -> PackError {
        let mend = format!("the requirement \"{id}\" has no source; quote the page's words for it under \"{id}\"");
        self.at.key("clauses", |at| at.error(mend))
    }

    fn finish(self) -> Result<()> {
        let Some(id) = self.left.keys().next() else {
            return Ok(());
        };
        let what = format!("no requirement of the programme is called \"{id}\"; rename or remove the clause");
        Err(self.at.key("clauses", |at| at.error(what)))
    }
}

fn route_text(raw: &raw::Programme) -> RouteText {
    let links = |links: &[raw::Link]| links.iter().cloned().map(Link::from).collect();
    RouteText {
        name: raw.name.clone(),
        job: raw.job.clone(),
        about: raw.about.clone(),
        pathways: raw
            .pathways
            .iter()
            .map(|pathway| PathwayText {
                name: pathway.name.clone(),
                requirements: pathway.requirements.iter().map(|requirement| requirement.name.clone()).collect(),
            })
            .collect(),
        next: links(&raw.next),
        instead: links(&raw.instead),
        figures: links(&raw.figures),
    }
}

fn outcome_of(raw: raw::Outcome) -> Outcome {
    match raw {
        raw::Outcome::Met => Outcome::Met,
        raw::Outcome::Judgement => Outcome::Judgement,
        raw::Outcome::NotMet => Outcome::NotMet,
    }
}

fn class_test(at: Place, classes: &BTreeMap<String, raw::Outcome>, judged: &[String]) -> Result<ResultTest> {
    let mut outcomes = [Outcome::NotMet; Class::ALL.len()];
    for (id, outcome) in classes {
        outcomes[at.class(id)? as usize] = outcome_of(*outcome);
    }
    // The chain that everybody knows. Without it a better class could lower an outcome.
    let chain = [Class::Third, Class::LowerSecond, Class::UpperSecond, Class::First];
    if !chain.is_sorted_by_key(|&class| outcomes[class as usize]) {
        return Err(at.error("a better class must not count for less: check first, 2:1, 2:2 and third"));
    }
    let judged = judged.iter().map(|id| at.award(Some(Section::Degree), id)).collect::<Result<_>>()?;
    Ok(ResultTest::Class { outcomes, judged })
}

fn subject_test(
    at: Place,
    table: &BTreeMap<String, raw::Outcome>,
    standings: Arc<[Standing]>,
    known: &[Standing],
) -> Result<SubjectTest> {
    let mut outcomes = [Outcome::NotMet; Standing::ALL.len()];
    for (id, outcome) in table {
        outcomes[at.find("standing", id, known, |standing| standing.id())? as usize] = outcome_of(*outcome);
    }
    // A subject we do not know is always a person's to judge.
    outcomes[Standing::Unlisted as usize] = Outcome::Judgement;
    Ok(SubjectTest { standings, outcomes })
}

fn worth(at: Place, raw: &raw::Size) -> Result<Rule> {
    let tenths = |at: Place, size: f64| {
        let tenths = (size * 10.0).round();
        let exact = (tenths - size * 10.0).abs() < 1e-6 && (1.0..=1000.0).contains(&tenths);
        if exact {
            Ok(tenths as u32)
        } else {
            Err(at.error("a size is counted in tenths of an A level, from 0.1 to 100"))
        }
    };
    let mut worth = [Worth::Nothing; AWARD_COUNT];
    for (id, size) in &raw.worth {
        let award = at.key("worth", |at| at.award(Some(Section::Level3), id))?;
        worth[award.index()] = Worth::Tenths(at.key(&format!("worth.{id}"), |at| tenths(at, *size))?);
    }
    for id in &raw.unknown {
        let award = at.key("unknown", |at| at.award(Some(Section::Level3), id))?;
        if worth[award.index()] != Worth::Nothing {
            return Err(at.key("unknown", |at| at.error(format!("\"{id}\" has a size already; remove one of the two"))));
        }
        worth[award.index()] = Worth::Unknown;
    }
    Ok(Rule::Size { needs: at.key("aLevels", |at| tenths(at, raw.a_levels))?, worth })
}

fn https(at: Place, url: &str) -> Result<()> {
    if url.starts_with("https://") { Ok(()) } else { Err(at.error("an address starts with https://")) }
}

fn date(at: Place, date: &str) -> Result<()> {
    let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    if matches!(shape.as_str(), "0000-00" | "0000-00-00") {
        Ok(())
    } else {
        Err(at.error(format!("\"{date}\" is not a date; write it as 2026-11 or 2026-11-23")))
    }
}
