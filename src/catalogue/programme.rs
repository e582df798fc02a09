//! A programme that roles share, decoded with the words of one role's page for each of its clauses.

use super::PackAt;
use super::decode::Division;
use super::pack::Page;
use super::subjects::Subjects;
use crate::rules::award::AWARD_COUNT;
use crate::rules::role::{Pool, ResultTest, SubjectTest, When, Worth};
use crate::rules::{
    Award, Basis, Caution, Class, Outcome, Pathway, Requirement, Route, Rule, Section, Source, Standing, Status, Test,
};

/// A programme and what is needed to decode it for a role.
pub(super) struct Programme<'a> {
    pub at: &'a PackAt<'a>,
    pub subjects: &'a Subjects,
    pub division: &'a Division,
    pub clauses: Clauses<'a>,
}

impl Programme<'_> {
    pub fn route(mut self) -> Route {
        let at = self.at;
        at.only(&["note", "id", "name", "job", "about", "pathways", "next", "instead", "figures", "cautions"]);
        let pathways = at.list("pathways", |at| {
            at.only(&["id", "name", "requirements"]);
            let requirements = at.list("requirements", |at| self.requirement(at));
            if requirements.is_empty() {
                at.wrong("\"requirements\" is empty; a pathway asks for something");
            }
            Pathway { id: at.text("id"), requirements }
        });
        let cautions = at.list_if("cautions", |at| self.caution(at));
        self.clauses.finish();
        Route { id: at.text("id"), pathways, cautions }
    }

    fn requirement(&mut self, at: &PackAt) -> Requirement {
        at.only(&["id", "name", "needs", "holds", "size", "range"]);
        let id = at.text("id");
        let rule = match (at.get("holds"), at.get("size"), at.get("range")) {
            (None, Some(size), None) => worth(&size),
            (None, None, Some(range)) => self.range(&range),
            (pools, size, range) => {
                if pools.is_none() || size.is_some() || range.is_some() {
                    at.wrong("give exactly one of \"holds\", \"size\" and \"range\"");
                }
                let needs = at.get("needs").map_or(1, |at| at.whole(1, 20));
                Rule::Holds { needs: needs.into(), pools: pools.map_or(Vec::new(), |at| self.pools(&at)) }
            }
        };
        let source = self.clauses.need(id);
        let mut clauses = Vec::new();
        for test in Test::ALL {
            if let Some(source) = self.clauses.take(&format!("{id}.{}", test.id())) {
                clauses.push((test, source));
            }
        }
        Requirement { id, rule, source, clauses }
    }

    fn pools(&self, at: &PackAt) -> Vec<Pool> {
        let mut pools = Vec::new();
        at.each(&mut |at| pools.push(self.pool(at)));
        if pools.is_empty() {
            at.wrong("is empty; say where the qualification may come from");
        }
        pools
    }

    fn pool(&self, at: &PackAt) -> Pool {
        at.only(&["section", "awards", "class", "classJudged", "passed", "subject"]);
        let section = Section::ALL[at.need("section").known("section", &Section::ALL.map(Section::key))];
        let mut awards = [None; AWARD_COUNT];
        let listed = at.need("awards");
        listed.entries(&mut |id, at| awards[award(at, Some(section), id).index()] = Some(outcome(at)));
        if awards.iter().all(Option::is_none) {
            listed.wrong("is empty; name at least one award");
        }
        let result = match (at.get("class"), at.is("passed")) {
            (None, true) => ResultTest::Pass,
            (None, false) => ResultTest::None,
            (Some(class), passed) => {
                if passed {
                    class.wrong("give \"class\" or \"passed\", not both");
                }
                class_test(&class, at)
            }
        };
        let subject = at.get("subject").map(|at| match section {
            Section::Level3 => subject_test(&at, self.subjects.level_3(), &Standing::OF_LEVEL_3),
            _ => subject_test(&at, &self.division.standings, &Standing::OF_DEGREES),
        });
        Pool { section, awards, result, subject }
    }

    fn range(&self, at: &PackAt) -> Rule {
        at.only(&["number", "including"]);
        let groups = self.subjects.gcse_groups();
        let ids: Vec<&str> = groups.iter().map(|group| group.id).collect();
        let mut including = Vec::new();
        at.need("including").each(&mut |at| including.extend(groups.get(at.known("GCSE group", &ids)).cloned()));
        let number = at.need("number").whole(including.len().max(1) as u16, 20);
        Rule::Range { number, including }
    }

    fn caution(&self, at: &PackAt) -> Caution {
        at.only(&["text", "when", "url", "checked"]);
        let mut when = When::default();
        if let Some(at) = at.get("when") {
            at.only(&["awards", "subjects", "classes", "status"]);
            when.awards = at.list_if("awards", |at| award(at, None, at.as_text()));
            when.subjects = at.list_if("subjects", |at| self.subjects.need(at)).into_iter().flatten().collect();
            when.classes = at.list_if("classes", |at| class(at, at.as_text()));
            when.status = at.get("status").map(|at| Status::ALL[at.known("status", &Status::ALL.map(Status::id))]);
        }
        let source = Source {
            quote: "",
            url: at.https("url"),
            checked: at.date("checked"),
            basis: Basis::Guidance,
            reading: None,
        };
        Caution { text: at.text("text"), when, source }
    }
}

/// The role page's words, handed out clause by clause; what is left at the end belongs to nothing.
pub(super) struct Clauses<'a> {
    at: &'a PackAt<'a>,
    page: &'a Page,
    taken: Vec<String>,
}

impl<'a> Clauses<'a> {
    pub fn new(at: &'a PackAt<'a>, page: &'a Page) -> Clauses<'a> {
        Clauses { at, page, taken: Vec::new() }
    }

    /// The words for a requirement or for one of its tests.
    fn take(&mut self, id: &str) -> Option<Source> {
        let clause = self.at.get(id)?;
        clause.only(&["quote", "reading"]);
        let reading = clause.text_if("reading");
        let basis = if reading.is_some() { Basis::Reading } else { Basis::Page };
        let quote = clause.text("quote");
        self.taken.push(id.to_string());
        Some(Source { quote, url: self.page.url, checked: self.page.checked, basis, reading })
    }

    /// The words for a requirement, which has to have some.
    fn need(&mut self, id: &str) -> Source {
        self.take(id).unwrap_or_else(|| {
            self.at.wrong(&format!(
                "the requirement \"{id}\" has no source; quote the page's words for it under \"{id}\""
            ));
            let (quote, url, checked) = Default::default();
            Source { quote, url, checked, basis: Basis::Page, reading: None }
        })
    }

    fn finish(self) {
        self.at.entries(&mut |id, at| {
            if !self.taken.iter().any(|taken| taken == id) {
                at.wrong("belongs to no requirement of the programme; rename it or take it away");
            }
        });
    }
}

fn award(at: &PackAt, section: Option<Section>, id: &str) -> Award {
    let of_section = |award: &Award| section.is_none_or(|section| section == award.section());
    let awards: Vec<Award> = Section::ALL.into_iter().flat_map(Award::all).filter(of_section).collect();
    let ids: Vec<&str> = awards.iter().map(|award| award.id()).collect();
    awards[at.named("award", id, &ids)]
}

fn class(at: &PackAt, id: &str) -> Class {
    Class::ALL[at.named("class", id, &Class::ALL.map(Class::id))]
}

fn outcome(at: &PackAt) -> Outcome {
    const OUTCOMES: [Outcome; 3] = [Outcome::Met, Outcome::Judgement, Outcome::NotMet];
    OUTCOMES[at.known("outcome", &OUTCOMES.map(Outcome::id))]
}

fn class_test(at: &PackAt, pool: &PackAt) -> ResultTest {
    let mut outcomes = [Outcome::NotMet; Class::ALL.len()];
    at.entries(&mut |id, at| outcomes[class(at, id) as usize] = outcome(at));
    // The chain that everybody knows. Without it a better class could lower an outcome.
    let chain = [Class::Third, Class::LowerSecond, Class::UpperSecond, Class::First];
    if !chain.is_sorted_by_key(|&class| outcomes[class as usize]) {
        at.wrong("a better class must not count for less; check first, 2:1, 2:2 and third");
    }
    let judged = pool.list_if("classJudged", |at| award(at, Some(Section::Degree), at.as_text()));
    ResultTest::Class { outcomes, judged }
}

fn subject_test(at: &PackAt, standings: &std::sync::Arc<[Standing]>, known: &[Standing]) -> SubjectTest {
    let ids: Vec<&str> = known.iter().map(|standing| standing.id()).collect();
    let mut outcomes = [Outcome::NotMet; Standing::ALL.len()];
    at.entries(&mut |id, at| outcomes[known[at.named("standing", id, &ids)] as usize] = outcome(at));
    // A subject we do not know is always a person's to judge.
    outcomes[Standing::Unlisted as usize] = Outcome::Judgement;
    SubjectTest { standings: standings.clone(), outcomes }
}

fn worth(at: &PackAt) -> Rule {
    at.only(&["aLevels", "worth", "unknown"]);
    let mut worth = Box::new([Worth::Nothing; AWARD_COUNT]);
    at.need("worth").entries(&mut |id, at| {
        worth[award(at, Some(Section::Level3), id).index()] = Worth::Tenths(at.tenths());
    });
    at.need("unknown").each(&mut |at| {
        let slot = &mut worth[award(at, Some(Section::Level3), at.as_text()).index()];
        if *slot != Worth::Nothing {
            at.wrong("has a size already; take one of the two away");
        }
        *slot = Worth::Unknown;
    });
    Rule::Size { needs: at.need("aLevels").tenths(), worth }
}
