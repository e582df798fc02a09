//! A programme that roles share, decoded with the words of one role's page for each of its clauses.

use super::decode::Division;
use super::pack::Page;
use super::subjects::Subjects;
use crate::json::{At, Mistake, Result};
use crate::rules::award::AWARD_COUNT;
use crate::rules::role::{Pool, ResultTest, SubjectTest, When, Worth};
use crate::rules::{
    Award, Basis, Caution, Class, Outcome, Pathway, Requirement, Route, Rule, Section, Source, Standing, Status, Test,
};

/// A programme and what is needed to decode it for a role.
pub(super) struct Programme<'a> {
    pub at: &'a At<'a>,
    pub subjects: &'a Subjects,
    pub division: &'a Division,
    pub clauses: Clauses<'a>,
}

impl Programme<'_> {
    pub fn route(mut self) -> Result<Route> {
        let at = self.at;
        at.only(&["note", "id", "name", "job", "about", "pathways", "next", "instead", "figures", "cautions"])?;
        let pathways = at.list("pathways", |at| {
            at.only(&["id", "name", "requirements"])?;
            let requirements = at.list("requirements", |at| self.requirement(at))?;
            if requirements.is_empty() {
                return Err(at.error("\"requirements\" is empty; a pathway asks for something"));
            }
            Ok(Pathway { id: at.text("id")?, requirements })
        })?;
        let cautions = at.list_if("cautions", |at| self.caution(at))?;
        self.clauses.finish()?;
        Ok(Route { id: at.text("id")?, pathways, cautions })
    }

    fn requirement(&mut self, at: &At) -> Result<Requirement> {
        at.only(&["id", "name", "needs", "holds", "size", "range"])?;
        let id = at.text("id")?;
        let rule = match (at.get("holds"), at.get("size"), at.get("range")) {
            (Some(pools), None, None) => {
                let needs = at.get("needs").map_or(Ok(1), |at| at.whole(1, 20))?;
                Rule::Holds { needs: needs as usize, pools: self.pools(&pools)? }
            }
            (None, Some(size), None) => worth(&size)?,
            (None, None, Some(range)) => self.range(&range)?,
            _ => return Err(at.error("give exactly one of \"holds\", \"size\" and \"range\"")),
        };
        let source = self.clauses.take(&id)?.ok_or_else(|| self.clauses.missing(&id))?;
        let mut clauses = Vec::new();
        for test in Test::ALL {
            if let Some(source) = self.clauses.take(&format!("{id}.{}", test.id()))? {
                clauses.push((test, source));
            }
        }
        Ok(Requirement { id, rule, source, clauses })
    }

    fn pools(&self, at: &At) -> Result<Vec<Pool>> {
        let mut pools = Vec::new();
        for at in at.as_list()? {
            pools.push(self.pool(&at)?);
        }
        if pools.is_empty() { Err(at.error("is empty; say where the qualification may come from")) } else { Ok(pools) }
    }

    fn pool(&self, at: &At) -> Result<Pool> {
        at.only(&["section", "awards", "class", "classJudged", "passed", "subject"])?;
        let section = Section::ALL[at.need("section")?.known("section", &Section::ALL.map(Section::key))?];
        let mut awards = [None; AWARD_COUNT];
        let listed = at.need("awards")?;
        for (id, at) in listed.entries()? {
            awards[award(&at, Some(section), id)?.index()] = Some(outcome(&at)?);
        }
        if awards.iter().all(Option::is_none) {
            return Err(listed.error("is empty; name at least one award"));
        }
        let result = match (at.get("class"), at.is("passed")?) {
            (None, true) => ResultTest::Pass,
            (None, false) => ResultTest::None,
            (Some(class), true) => return Err(class.error("give \"class\" or \"passed\", not both")),
            (Some(class), false) => class_test(&class, at)?,
        };
        let subject = at.get("subject").map(|at| match section {
            Section::Level3 => subject_test(&at, self.subjects.level_3(), &Standing::OF_LEVEL_3),
            _ => subject_test(&at, &self.division.standings, &Standing::OF_DEGREES),
        });
        Ok(Pool { section, awards, result, subject: subject.transpose()? })
    }

    fn range(&self, at: &At) -> Result<Rule> {
        at.only(&["number", "including"])?;
        let groups = self.subjects.gcse_groups();
        let ids: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
        let including = at.list("including", |at| Ok(groups[at.known("GCSE group", &ids)?].clone()))?;
        let number = at.need("number")?.whole(including.len().max(1) as u32, 20)? as u16;
        Ok(Rule::Range { number, including })
    }

    fn caution(&self, at: &At) -> Result<Caution> {
        at.only(&["text", "when", "url", "checked"])?;
        let mut when = When::default();
        if let Some(at) = at.get("when") {
            at.only(&["awards", "subjects", "classes", "status"])?;
            when.awards = at.list_if("awards", |at| award(at, None, at.as_text()?))?;
            when.subjects = at.list_if("subjects", |at| self.subjects.need(at))?;
            when.classes = at.list_if("classes", |at| class(at, at.as_text()?))?;
            if let Some(at) = at.get("status") {
                when.status = Some(Status::ALL[at.known("status", &Status::ALL.map(Status::id))?]);
            }
        }
        let source = Source {
            quote: String::new(),
            url: at.https("url")?,
            checked: at.date("checked")?,
            basis: Basis::Guidance,
            reading: None,
        };
        Ok(Caution { text: at.text("text")?, when, source })
    }
}

/// The role page's words, handed out clause by clause; what is left at the end belongs to nothing.
pub(super) struct Clauses<'a> {
    at: &'a At<'a>,
    page: &'a Page,
    taken: Vec<String>,
}

impl<'a> Clauses<'a> {
    pub fn new(at: &'a At<'a>, page: &'a Page) -> Clauses<'a> {
        Clauses { at, page, taken: Vec::new() }
    }

    fn take(&mut self, id: &str) -> Result<Option<Source>> {
        let Some(clause) = self.at.get(id) else { return Ok(None) };
        clause.only(&["quote", "reading"])?;
        self.taken.push(id.to_string());
        let reading = clause.text_if("reading")?;
        Ok(Some(Source {
            quote: clause.text("quote")?,
            url: self.page.url.clone(),
            checked: self.page.checked.clone(),
            basis: if reading.is_some() { Basis::Reading } else { Basis::Page },
            reading,
        }))
    }

    fn missing(&self, id: &str) -> Box<Mistake> {
        self.at.error(&format!("the requirement \"{id}\" has no source; quote the page's words for it under \"{id}\""))
    }

    fn finish(self) -> Result<()> {
        for (id, at) in self.at.entries()? {
            if !self.taken.iter().any(|taken| taken == id) {
                return Err(at.error("belongs to no requirement of the programme; rename it or take it away"));
            }
        }
        Ok(())
    }
}

fn award(at: &At, section: Option<Section>, id: &str) -> Result<Award> {
    let awards: Vec<Award> = Section::ALL
        .into_iter()
        .filter(|of| section.is_none_or(|section| section == *of))
        .flat_map(Award::all)
        .collect();
    let ids: Vec<&str> = awards.iter().map(|award| award.id()).collect();
    Ok(awards[at.named("award", id, &ids)?])
}

fn class(at: &At, id: &str) -> Result<Class> {
    Ok(Class::ALL[at.named("class", id, &Class::ALL.map(Class::id))?])
}

fn outcome(at: &At) -> Result<Outcome> {
    let outcomes = [Outcome::Met, Outcome::Judgement, Outcome::NotMet];
    Ok(outcomes[at.known("outcome", &["met", "judgement", "not-met"])?])
}

fn class_test(at: &At, pool: &At) -> Result<ResultTest> {
    let mut outcomes = [Outcome::NotMet; Class::ALL.len()];
    for (id, at) in at.entries()? {
        outcomes[class(&at, id)? as usize] = outcome(&at)?;
    }
    // The chain that everybody knows. Without it a better class could lower an outcome.
    let chain = [Class::Third, Class::LowerSecond, Class::UpperSecond, Class::First];
    if !chain.is_sorted_by_key(|&class| outcomes[class as usize]) {
        return Err(at.error("a better class must not count for less; check first, 2:1, 2:2 and third"));
    }
    let judged = pool.list_if("classJudged", |at| award(at, Some(Section::Degree), at.as_text()?))?;
    Ok(ResultTest::Class { outcomes, judged })
}

fn subject_test(at: &At, standings: &std::sync::Arc<[Standing]>, known: &[Standing]) -> Result<SubjectTest> {
    let ids: Vec<&str> = known.iter().map(|standing| standing.id()).collect();
    let mut outcomes = [Outcome::NotMet; Standing::ALL.len()];
    for (id, at) in at.entries()? {
        outcomes[known[at.named("standing", id, &ids)?] as usize] = outcome(&at)?;
    }
    // A subject we do not know is always a person's to judge.
    outcomes[Standing::Unlisted as usize] = Outcome::Judgement;
    Ok(SubjectTest { standings: standings.clone(), outcomes })
}

/// The largest size that a pack can give, in tenths of an A level.
const MOST_TENTHS: u32 = 1000;

fn worth(at: &At) -> Result<Rule> {
    at.only(&["aLevels", "worth", "unknown"])?;
    let mut worth = Box::new([Worth::Nothing; AWARD_COUNT]);
    for (id, at) in at.need("worth")?.entries()? {
        worth[award(&at, Some(Section::Level3), id)?.index()] = Worth::Tenths(at.tenths(1, MOST_TENTHS)?);
    }
    for award in at.list_if("unknown", |at| {
        let award = award(at, Some(Section::Level3), at.as_text()?)?;
        let free = worth[award.index()] == Worth::Nothing;
        if free { Ok(award) } else { Err(at.error("has a size already; take one of the two away")) }
    })? {
        worth[award.index()] = Worth::Unknown;
    }
    Ok(Rule::Size { needs: at.need("aLevels")?.tenths(1, MOST_TENTHS)?, worth })
}
