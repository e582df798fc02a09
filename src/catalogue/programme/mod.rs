//! A programme that roles share, decoded as one role's page words it.

mod route_at;

use super::decode::Division;
use super::pack::{Accepted, Page};
use super::packs::PackAt;
use super::shapes::OUTCOMES;
use super::source::basis;
use super::subjects::Subjects;
use crate::rules::award::AWARD_COUNT;
use crate::rules::role::{Pool, ResultTest, SubjectTest, When, Worth};
use crate::rules::{
    Award, Basis, Caution, Class, Outcome, Pathway, Requirement, Route, Rule, Section, Source, Standing, Status, Test,
};

use route_at::RequirementAt;
pub(super) use route_at::RouteAt;

/// An entry point and what is needed to decode it for a role.
pub(super) struct Programme<'a> {
    pub route: &'a RouteAt<'a>,
    pub subjects: &'a Subjects,
    pub division: &'a Division,
    pub page: &'a Page,
    /// The degrees most often accepted: where a subject is met because it is one of them, the answer rests on their source.
    pub accepted: &'a Accepted,
}

impl Programme<'_> {
    pub fn route(&self) -> Route {
        let mut pathways = self.route.programme.list("pathways", |at| {
            let mut requirements = Vec::new();
            self.route.requirements(at, &mut |at| requirements.push(self.requirement(at)));
            Pathway { id: at.text("id"), requirements }
        });
        // Without a requirement there is nothing to decide by, so there is no way in.
        pathways.retain(|pathway| {
            if pathway.requirements.is_empty() {
                self.route.at.wrong(format_args!("\"without\" leaves a pathway with nothing to ask for, which would always be met; leave one requirement"));
            }
            !pathway.requirements.is_empty()
        });
        self.nothing_left_over(&pathways);
        let mut cautions = Vec::new();
        for at in [self.route.programme, self.route.at] {
            cautions.extend(at.list("cautions", |at| self.caution(at)).into_iter().flatten());
        }
        let programme = self.route.programme;
        Route { id: programme.text_if("route").unwrap_or(programme.text("id")), pathways, cautions }
    }

    /// Everything that names a requirement names one that there is.
    fn nothing_left_over(&self, pathways: &[Pathway]) {
        let at = self.route.at;
        let all = self.route.all_ids();
        at.need("without").each(&mut |at| {
            at.find("requirement", &all);
        });
        let asked: Vec<&str> =
            pathways.iter().flat_map(|pathway| &pathway.requirements).map(|requirement| requirement.id).collect();
        at.need("changes").entries(&mut |id, at| {
            at.find_named("requirement", id, &asked);
        });
        let tests = Test::ALL.map(Test::id);
        at.need("clauses").entries(&mut |id, at| {
            let (requirement, test) = id.split_once('.').map_or((id, None), |(id, test)| (id, Some(test)));
            let known = asked.contains(&requirement) && test.is_none_or(|test| tests.contains(&test));
            if !known {
                at.wrong(format_args!("belongs to no requirement of the programme; rename it or take it away"));
            }
        });
    }

    fn requirement(&self, at: &RequirementAt) -> Requirement {
        let id = at.at.text("id");
        let number = |key: &str, or: u16| usize::from(at.get(key).and_then(|at| at.whole()).unwrap_or(or));
        let rule = match at.rule() {
            Some(("size", at)) => worth(&at),
            Some(("range", at)) => self.range(&at),
            Some(("judged", at)) => Rule::Judged { because: at.as_text() },
            Some((_, pools)) => {
                let (needs, judged_from) = (number("needs", 1), number("judgedFrom", 0));
                let mut read = Vec::new();
                pools.each(&mut |at| read.push(self.pool(at)));
                Rule::Holds { needs, judged_from, pools: read }
            }
            None => Rule::Judged { because: "" },
        };
        let clauses = self.route.at.need("clauses");
        let source = clauses.get(id).map(|at| self.clause(&at)).unwrap_or_else(|| {
            clauses.wrong(format_args!(
                "the requirement \"{id}\" has no source; quote the page's words for it under \"{id}\", or name it in \"without\""
            ));
            let (quote, url, checked) = Default::default();
            Source { quote, url, checked, basis: Basis::Page, reading: None }
        });
        let named = Some(self.accepted.source.clone()).filter(|source| !source.quote.is_empty());
        let decider = self.route.programme.text_if("decider").unwrap_or_default();
        let of_test = |test: Test| Some((test, self.clause(&clauses.get(&format!("{id}.{}", test.id()))?)));
        let clauses = Test::ALL.into_iter().filter_map(of_test).collect();
        Requirement { id, rule, source, clauses, named, decider }
    }

    /// The words that a requirement, or one of its tests, rests on.
    fn clause(&self, at: &PackAt) -> Source {
        let reading = at.text_if("reading");
        let usual = if reading.is_some() { Basis::Reading } else { Basis::Page };
        Source {
            quote: at.text("quote"),
            url: at.text_if("url").unwrap_or(self.page.url),
            checked: at.text_if("checked").unwrap_or(self.page.checked),
            basis: basis(at, usual),
            reading,
        }
    }

    fn pool(&self, at: &PackAt) -> Pool {
        let section = Section::ALL[at.need("section").place(&Section::ALL.map(Section::key)).unwrap_or(0)];
        let mut awards = [None; AWARD_COUNT];
        at.need("awards").entries(&mut |id, at| match Award::find(section, id) {
            Some(award) => awards[award.index()] = Some(outcome(at)),
            // A name that is none at all was noted already.
            None if Award::all_ids().contains(&id) => {
                at.wrong(format_args!("stands in another section of the profile"))
            }
            None => {}
        });
        let passed = at.get("passed").and_then(|at| at.flag()).unwrap_or(false);
        let result = match (at.get("class"), passed) {
            (None, true) => ResultTest::Pass,
            (None, false) => ResultTest::None,
            (Some(class), passed) => {
                if passed {
                    class.wrong(format_args!("give \"class\" or \"passed\", not both"));
                }
                class_test(&class, at)
            }
        };
        let subject = at.get("subject").map(|subject| {
            let (standings, known) = match section {
                Section::Level3 => (self.subjects.level_3(), &Standing::OF_LEVEL_3[..]),
                _ => (&self.division.standings, &Standing::OF_DEGREES[..]),
            };
            let mut outcomes = [Outcome::NotMet; Standing::ALL.len()];
            subject.entries(&mut |id, at| match known.iter().find(|known| known.id() == id) {
                Some(standing) => outcomes[*standing as usize] = outcome(at),
                None => {
                    at.find_named("standing", id, &known.iter().map(|known| known.id()).collect::<Vec<_>>());
                }
            });
            // A subject we do not know is always a person's to judge.
            outcomes[Standing::Unlisted as usize] = Outcome::Judgement;
            let mut apart = Vec::new();
            at.need("subjectsApart").entries(&mut |id, at| match self.subjects.find(id) {
                Some(subject) => apart.push((subject, outcome(at))),
                None => {
                    at.find_named("subject", id, &self.subjects.ids().collect::<Vec<_>>());
                }
            });
            SubjectTest { standings: standings.clone(), outcomes, apart }
        });
        Pool { section, awards, result, subject }
    }

    fn range(&self, at: &PackAt) -> Rule {
        let groups = self.subjects.gcse_groups();
        let ids: Vec<&str> = groups.iter().map(|group| group.id).collect();
        let mut including = Vec::new();
        at.need("including").each(&mut |at| including.extend(at.find("GCSE group", &ids).map(|at| groups[at].clone())));
        let number = at.need("number").whole().unwrap_or(1);
        if usize::from(number) < including.len() {
            at.need("number").wrong(format_args!("is less than the groups that have to be among them; raise it"));
        }
        Rule::Range(crate::rules::Range { number, including, doubles: self.subjects.doubles().to_vec() })
    }

    /// A caution; `None` where it is for other divisions.
    fn caution(&self, at: &PackAt) -> Option<Caution> {
        let mut when = When::default();
        let whom = at.need("when");
        let awards = whom.list("awards", |at| Section::ALL.into_iter().find_map(|of| Award::find(of, at.as_text())));
        when.awards = awards.into_iter().flatten().collect();
        when.subjects = whom.list("subjects", |at| self.subjects.need(at)).into_iter().flatten().collect();
        when.classes = whom.list("classes", |at| Class::find(at.as_text())).into_iter().flatten().collect();
        when.status =
            whom.get("status").and_then(|at| at.place(&Status::ALL.map(Status::id))).map(|at| Status::ALL[at]);
        let divisions = whom.list("divisions", |at| at.as_text());
        let source = Source {
            quote: "",
            url: at.text("url"),
            checked: at.text("checked"),
            basis: basis(at, Basis::Guidance),
            reading: None,
        };
        let here = divisions.is_empty() || divisions.contains(&self.division.id);
        here.then(|| Caution { text: at.text("text"), when, source })
    }
}

fn outcome(at: &PackAt) -> Outcome {
    at.place(&OUTCOMES.map(Outcome::id)).map_or(Outcome::NotMet, |place| OUTCOMES[place])
}

fn class_test(at: &PackAt, pool: &PackAt) -> ResultTest {
    let mut outcomes = [Outcome::NotMet; Class::ALL.len()];
    at.entries(&mut |id, at| {
        if let Some(class) = Class::find(id) {
            outcomes[class as usize] = outcome(at);
        }
    });
    // The chain that everybody knows. Without it a better class could lower an outcome.
    let chain = [Class::Third, Class::LowerSecond, Class::UpperSecond, Class::First];
    if !chain.is_sorted_by_key(|&class| outcomes[class as usize]) {
        at.wrong(format_args!("a better class must not count for less; check first, 2:1, 2:2 and third"));
    }
    let judged = pool.list("classJudged", |at| Award::find(Section::Degree, at.as_text()));
    ResultTest::Class { outcomes, judged: judged.into_iter().flatten().collect() }
}

fn worth(at: &PackAt) -> Rule {
    let mut worth = Box::new([Worth::Nothing; AWARD_COUNT]);
    at.need("worth").entries(&mut |id, at| {
        if let Some(award) = Award::find(Section::Level3, id) {
            worth[award.index()] = Worth::Tenths(at.tenths().unwrap_or(1));
        }
    });
    at.need("unknown").each(&mut |at| {
        let Some(award) = Award::find(Section::Level3, at.as_text()) else { return };
        let slot = &mut worth[award.index()];
        if *slot != Worth::Nothing {
            at.wrong(format_args!("has a size already; take one of the two away"));
        }
        *slot = Worth::Unknown;
    });
    Rule::Size { needs: at.need("aLevels").tenths().unwrap_or(1), worth }
}
