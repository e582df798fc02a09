//! Evaluation: a profile and a role in, verdicts out. Pure and total; it cannot fail, panic or loop.
//!
//! Every rule here is monotone (a better or further qualification never lowers an outcome), so the two extremes of
//! a whole profile are found by taking each open question at its own extreme.

use crate::order::places_by;

use super::award::{Award, Section};
use super::lens::Lens;
use super::outcome::{Bounds, Outcome, Verdict};
use super::profile::{Profile, Qualification, Subject, SubjectId};
use super::role::{Pathway, Pool, Requirement, ResultTest, Role, Route, Rule};
use super::{gcse_range, size};

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
    // One qualification cannot be two awards at once, so the awards that it could be are tried one after the other.
    let kinds = kinds(profile);
    let route = |route: &Route| {
        let mut ways = kinds.iter().map(|profile| RouteExtremes::new(route, profile));
        let first = ways.next().unwrap_or_else(|| RouteExtremes::new(route, profile));
        ways.fold(first, RouteExtremes::hull).verdict()
    };
    Evaluation { routes: role.routes.iter().map(route).collect() }
}

/// The most qualifications of a kind that is not known for which every award is tried. Where there are more, each
/// requirement can have one of its own, and so the best award for it.
const MOST_KINDS: usize = 2;

/// The profiles that a profile could be once each unknown kind is known; none where there is nothing to try.
fn kinds(profile: &Profile) -> Vec<Profile> {
    let mut unknown: Vec<(Section, usize)> = Vec::new();
    for section in Section::ALL {
        let held = profile.section(section).unwrap_or_default().iter().enumerate();
        unknown.extend(held.filter(|(_, held)| !held.award.is_known()).map(|(index, _)| (section, index)));
    }
    if unknown.is_empty() || unknown.len() > MOST_KINDS {
        return Vec::new();
    }
    unknown.into_iter().fold(vec![profile.clone()], |profiles, (section, index)| {
        let as_award = |profile: &Profile, award: Award| {
            let mut profile = profile.clone();
            if let Some(held) = profile.get_mut(section, index) {
                held.award = award;
            }
            profile
        };
        profiles.iter().flat_map(|profile| Award::all(section).map(move |award| as_award(profile, award))).collect()
    })
}

/// The bounds with predicted results and without them.
#[derive(Clone, Copy)]
struct Extremes {
    with: Bounds,
    without: Bounds,
}

impl Extremes {
    fn exactly(outcome: Outcome) -> Extremes {
        Extremes { with: Bounds::exactly(outcome), without: Bounds::exactly(outcome) }
    }

    fn and(self, other: Extremes) -> Extremes {
        Extremes { with: self.with.and(other.with), without: self.without.and(other.without) }
    }

    fn or(self, other: Extremes) -> Extremes {
        Extremes { with: self.with.or(other.with), without: self.without.or(other.without) }
    }

    fn hull(self, other: Extremes) -> Extremes {
        Extremes { with: self.with.hull(other.with), without: self.without.hull(other.without) }
    }

    fn verdict(self) -> Verdict {
        Verdict::new(self.with, self.without)
    }
}

/// The extremes of a route and of its parts.
struct RouteExtremes {
    route: Extremes,
    pathways: Vec<(Extremes, Vec<Extremes>)>,
}

impl RouteExtremes {
    fn new(route: &Route, profile: &Profile) -> RouteExtremes {
        let held = || Section::ALL.into_iter().filter_map(|section| profile.section(section)).flatten();
        let has_predicted = held().any(Qualification::is_predicted);
        let requirement = |requirement: &Requirement| {
            let with = bounds(requirement, profile, Lens::PLAIN);
            let without = if has_predicted { bounds(requirement, profile, Lens::WITHOUT_PREDICTED) } else { with };
            Extremes { with, without }
        };
        let pathway = |pathway: &Pathway| {
            let all: Vec<Extremes> = pathway.requirements.iter().map(requirement).collect();
            (all.iter().copied().fold(Extremes::exactly(Outcome::Met), Extremes::and), all)
        };
        let pathways: Vec<_> = route.pathways.iter().map(pathway).collect();
        let best = pathways.iter().map(|(pathway, _)| *pathway).fold(Extremes::exactly(Outcome::NotMet), Extremes::or);
        RouteExtremes { route: best, pathways }
    }

    fn hull(self, other: RouteExtremes) -> RouteExtremes {
        let requirements =
            |one: Vec<Extremes>, other: Vec<Extremes>| one.into_iter().zip(other).map(|(a, b)| a.hull(b)).collect();
        let pathways = self.pathways.into_iter().zip(other.pathways);
        RouteExtremes {
            route: self.route.hull(other.route),
            pathways: pathways.map(|((a, mine), (b, theirs))| (a.hull(b), requirements(mine, theirs))).collect(),
        }
    }

    fn verdict(self) -> RouteVerdict {
        let pathway = |(pathway, requirements): (Extremes, Vec<Extremes>)| PathwayVerdict {
            verdict: pathway.verdict(),
            requirements: requirements.into_iter().map(Extremes::verdict).collect(),
        };
        RouteVerdict { verdict: self.route.verdict(), pathways: self.pathways.into_iter().map(pathway).collect() }
    }
}

/// The bounds of a requirement.
pub(super) fn bounds(requirement: &Requirement, profile: &Profile, lens: Lens) -> Bounds {
    match &requirement.rule {
        Rule::Holds { needs, judged_from, pools } => holds(*needs, *judged_from, pools, profile, lens),
        Rule::Size { needs, worth } => lens.settle(Section::Level3, size::bounds(*needs, worth, profile, lens)),
        Rule::Range(range) => lens.settle(Section::Gcse, gcse_range::bounds(range, profile, lens)),
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

/// One qualification in one pool: the least of its tests. One whose kind is not known could be each award of its section.
pub fn entry(pool: &Pool, held: &Qualification) -> Bounds {
    if held.award.is_known() {
        let [award, result, subject] = tests(pool, held);
        return award.and(result).and(subject);
    }
    let as_award = |award: Award| entry(pool, &Qualification { award, ..held.clone() });
    hull(Award::all(held.award.section()).map(as_award))
}

/// The three tests of one qualification, in the order of [`super::role::Test`].
pub(super) fn tests(pool: &Pool, held: &Qualification) -> [Bounds; 3] {
    if !held.award.is_known() {
        let as_award = |award: Award| tests(pool, &Qualification { award, ..held.clone() });
        let all: Vec<[Bounds; 3]> = Award::all(held.award.section()).map(as_award).collect();
        return [0, 1, 2].map(|test| hull(all.iter().map(|tests| tests[test])));
    }
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

/// The bounds within which each of some lies.
fn hull(mut all: impl Iterator<Item = Bounds>) -> Bounds {
    let first = all.next().unwrap_or(Bounds::NONE);
    all.fold(first, Bounds::hull)
}

fn yes_or_no(yes: bool) -> Outcome {
    if yes { Outcome::Met } else { Outcome::NotMet }
}
