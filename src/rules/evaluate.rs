//! Evaluation: a profile and a role in, verdicts out. Pure and total; it cannot fail, panic or loop.
//!
//! Every rule here is monotone (a better or further qualification never lowers an outcome), so the two extremes of
//! a whole profile are found by taking each open question at its own extreme.

use crate::order::places_by;

use super::award::{AWARD_COUNT, Section};
use super::lens::Lens;
use super::outcome::{Bounds, Outcome, Verdict};
use super::profile::{Profile, Qualification, Subject, SubjectId};
use super::role::{Pathway, Pool, Requirement, ResultTest, Role, Route, Rule, SubjectGroup, Worth};

/// The verdicts on a role, laid out like its routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// One for each route of the role, in the role's order.
    pub routes: Vec<RouteVerdict>,
}

/// The verdicts on a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteVerdict {
    /// On the route: the greatest of its pathways.
    pub verdict: Verdict,
    /// On each pathway.
    pub pathways: Vec<PathwayVerdict>,
}

/// The verdicts on a pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathwayVerdict {
    /// On the pathway: the least of its requirements.
    pub verdict: Verdict,
    /// On each requirement.
    pub requirements: Vec<Verdict>,
}

impl RouteVerdict {
    /// The places of the pathways in the route, best first.
    pub fn best_first(&self) -> Vec<usize> {
        places_by(self.pathways.len(), &|index| u32::from(self.pathways[index].verdict.rank()))
    }
}

impl Evaluation {
    /// The places of the routes in the role, best first; the role's own order where they are equal.
    pub fn best_first(&self) -> Vec<usize> {
        places_by(self.routes.len(), &|index| u32::from(self.routes[index].verdict.rank()))
    }

    /// The best route, unless every route is not met.
    pub fn recommended(&self) -> Option<usize> {
        let best = self.best_first().into_iter().next()?;
        (self.routes[best].verdict.outcome() != Some(Outcome::NotMet)).then_some(best)
    }
}

/// Evaluates a role for a profile.
pub fn evaluate(role: &Role, profile: &Profile) -> Evaluation {
    let has_predicted = Section::ALL
        .iter()
        .filter_map(|&section| profile.section(section))
        .any(|held| held.iter().any(Qualification::is_predicted));
    Evaluation { routes: role.routes.iter().map(|route| route_verdict(route, profile, has_predicted)).collect() }
}

fn route_verdict(route: &Route, profile: &Profile, has_predicted: bool) -> RouteVerdict {
    let mut all = (Bounds::NONE, Bounds::NONE);
    let pathways = route
        .pathways
        .iter()
        .map(|pathway| {
            let (verdict, with, without) = pathway_verdict(pathway, profile, has_predicted);
            all = (all.0.or(with), all.1.or(without));
            verdict
        })
        .collect();
    RouteVerdict { verdict: Verdict::new(all.0, all.1), pathways }
}

fn pathway_verdict(pathway: &Pathway, profile: &Profile, has_predicted: bool) -> (PathwayVerdict, Bounds, Bounds) {
    let mut all = (Bounds::exactly(Outcome::Met), Bounds::exactly(Outcome::Met));
    let requirements = pathway
        .requirements
        .iter()
        .map(|requirement| {
            let with = bounds(requirement, profile, Lens::PLAIN);
            let without = if has_predicted { bounds(requirement, profile, Lens::WITHOUT_PREDICTED) } else { with };
            all = (all.0.and(with), all.1.and(without));
            Verdict::new(with, without)
        })
        .collect();
    (PathwayVerdict { verdict: Verdict::new(all.0, all.1), requirements }, all.0, all.1)
}

/// The bounds of a requirement.
pub(super) fn bounds(requirement: &Requirement, profile: &Profile, lens: Lens) -> Bounds {
    match &requirement.rule {
        Rule::Holds { needs, judged_from, pools } => holds(*needs, *judged_from, pools, profile, lens),
        Rule::Size { needs, worth } => lens.settle(Section::Level3, size(*needs, worth, profile, lens)),
        Rule::Range { number, including } => lens.settle(Section::Gcse, range(*number, including, profile, lens)),
        Rule::Judged { .. } => Bounds::exactly(Outcome::Judgement),
    }
}

/// The outcome of the n-th best qualification, at both extremes. Counting them by outcome saves a sort.
fn holds(needs: usize, judged_from: usize, pools: &[Pool], profile: &Profile, lens: Lens) -> Bounds {
    let (mut low, mut high) = ([0; 3], [0; 3]);
    let mut subjects: Vec<(SubjectId, Bounds)> = Vec::new();
    for section in Section::ALL {
        if !pools.iter().any(|pool| pool.section == section) {
            continue;
        }
        let mut count = |bounds: Bounds, number: usize| {
            let settled = lens.settle(section, bounds);
            low[settled.low as usize] += number;
            high[settled.high as usize] += number;
        };
        let Some(held) = profile.section(section) else {
            count(of_section(pools, section).map(potential).fold(Bounds::NONE, Bounds::or), needs);
            continue;
        };
        for held in held.iter().filter(|held| lens.sees(held)) {
            let best = of_section(pools, section).map(|pool| entry(pool, held)).fold(Bounds::NONE, Bounds::or);
            match &held.subject {
                Some(Subject::Listed(subject)) if needs > 1 && asks_subject(pools) => {
                    match subjects.iter_mut().find(|(known, _)| known == subject) {
                        None => subjects.push((*subject, best)),
                        Some((_, known)) => *known = known.or(best),
                    }
                }
                _ => count(best, held.count.into()),
            }
        }
        subjects.drain(..).for_each(|(_, bounds)| count(bounds, 1));
    }
    Bounds { low: nth_best(needs, judged_from, low), high: nth_best(needs, judged_from, high) }
}

/// The pools of a section.
fn of_section(pools: &[Pool], section: Section) -> impl Iterator<Item = &Pool> {
    pools.iter().filter(move |pool| pool.section == section)
}

/// Whether qualifications are asked for by their subjects.
pub(super) fn asks_subject(pools: &[Pool]) -> bool {
    pools.iter().any(|pool| pool.subject.is_some())
}

fn nth_best(needs: usize, judged_from: usize, by_outcome: [usize; 3]) -> Outcome {
    let [_, judgement, met] = by_outcome;
    if met >= needs {
        Outcome::Met
    } else if met + judgement >= needs || (judged_from > 0 && met + judgement >= judged_from) {
        Outcome::Judgement
    } else {
        Outcome::NotMet
    }
}

/// What an unanswered section could still hold.
fn potential(pool: &Pool) -> Bounds {
    let high = pool.awards.iter().flatten().copied().max().unwrap_or(Outcome::NotMet);
    Bounds { low: Outcome::NotMet, high }
}

/// One qualification in one pool: the least of its tests.
pub fn entry(pool: &Pool, held: &Qualification) -> Bounds {
    let [award, result, subject] = tests(pool, held);
    award.and(result).and(subject)
}

/// The three tests of one qualification, in the order of [`super::role::Test`].
pub(super) fn tests(pool: &Pool, held: &Qualification) -> [Bounds; 3] {
    let result = match &pool.result {
        ResultTest::None => Bounds::exactly(Outcome::Met),
        ResultTest::Pass => held.passes().map_or(Bounds::OPEN, |passes| Bounds::exactly(yes_or_no(passes))),
        ResultTest::Class { judged, .. } if judged.contains(&held.award) => Bounds::exactly(Outcome::Judgement),
        ResultTest::Class { outcomes, .. } => held
            .class()
            .map_or_else(|| span(outcomes.iter().copied()), |class| Bounds::exactly(outcomes[class as usize])),
    };
    let subject = match (&pool.subject, &held.subject) {
        (None, _) => Bounds::exactly(Outcome::Met),
        (Some(test), Some(subject)) => Bounds::exactly(test.outcome(subject)),
        (Some(test), None) => span(test.possible()),
    };
    [Bounds::exactly(pool.award(held.award)), result, subject]
}

fn span(outcomes: impl Iterator<Item = Outcome>) -> Bounds {
    outcomes.fold(Bounds { low: Outcome::Met, high: Outcome::NotMet }, |all, one| Bounds {
        low: all.low.min(one),
        high: all.high.max(one),
    })
}

fn yes_or_no(yes: bool) -> Outcome {
    if yes { Outcome::Met } else { Outcome::NotMet }
}

/// The size of the level 3 awards that pass, at both extremes.
fn size(needs: u32, worth: &[Worth; AWARD_COUNT], profile: &Profile, lens: Lens) -> Bounds {
    let Some(held) = profile.section(Section::Level3) else {
        return Bounds::OPEN;
    };
    let (mut low, mut high) = (Sum::default(), Sum::default());
    for qualification in held.iter().filter(|held| lens.sees(held)) {
        let worth = worth[qualification.award.index()];
        match qualification.passes() {
            Some(true) => {
                low.add(worth);
                high.add(worth);
            }
            None => high.add(worth),
            Some(false) => {}
        }
    }
    Bounds { low: low.outcome(needs), high: high.outcome(needs) }
}

#[derive(Default)]
struct Sum {
    tenths: u32,
    any: bool,
}

impl Sum {
    fn add(&mut self, worth: Worth) {
        self.any |= worth != Worth::Nothing;
        if let Worth::Tenths(tenths) = worth {
            self.tenths = self.tenths.saturating_add(tenths);
        }
    }

    fn outcome(&self, needs: u32) -> Outcome {
        match self {
            sum if sum.tenths >= needs => Outcome::Met,
            sum if sum.any => Outcome::Judgement,
            _ => Outcome::NotMet,
        }
    }
}

fn range(number: u16, including: &[SubjectGroup], profile: &Profile, lens: Lens) -> Bounds {
    let Some(held) = profile.section(Section::Gcse) else {
        return Bounds::OPEN;
    };
    let seen = || held.iter().filter(|held| lens.sees(held));
    let low = Tally::of(including, seen().filter(|held| held.passes() == Some(true)));
    let high = Tally::of(including, seen().filter(|held| held.passes() != Some(false)));
    Bounds {
        low: low.outcome(number, low.missing),
        // A GCSE whose subject is open could be in any one group.
        high: high.outcome(number, high.missing.saturating_sub(high.subject_open)),
    }
}

/// GCSEs in the range, counted.
pub(super) struct Tally {
    /// How many.
    pub(super) total: u16,
    /// How many groups have none.
    pub(super) missing: usize,
    subject_open: usize,
}

impl Tally {
    /// Counts GCSEs, all taken to be in the range.
    pub(super) fn of<'a>(including: &[SubjectGroup], held: impl Iterator<Item = &'a Qualification> + Clone) -> Tally {
        let in_group = |group: &&SubjectGroup| {
            held.clone().any(|held| held.subject.as_ref().is_some_and(|subject| group.has(subject)))
        };
        Tally {
            total: held.clone().fold(0, |total: u16, held| total.saturating_add(held.count)),
            missing: including.len() - including.iter().filter(in_group).count(),
            subject_open: held.clone().filter(|held| held.subject.is_none()).count(),
        }
    }

    fn outcome(&self, number: u16, missing: usize) -> Outcome {
        match self.total {
            0 => Outcome::NotMet,
            total if total >= number && missing == 0 => Outcome::Met,
            _ => Outcome::Judgement,
        }
    }
}
