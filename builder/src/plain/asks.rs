//! What a requirement asks for, and what counts for it, in plain words.

use entry_checker::copy::{award, either, list, size, text};
use entry_checker::rules::role::{Pool, ResultTest, SubjectGroup, SubjectTest, Worth};
use entry_checker::rules::{Award, Class, Outcome, Requirement, Rule, Section, Source, Standing, Test};
use entry_checker::{catalogue::Subjects, letters::uncapital};
use maud::{Markup, html};

use super::names;
use super::source::quoted;
use super::words::{fill, say};

/// What it asks for. The words of the page for one of its tests stand with that test.
pub fn asks(requirement: &Requirement, subjects: &Subjects) -> Markup {
    match &requirement.rule {
        Rule::Holds { needs, judged_from, pools } => holds(*needs, *judged_from, pools, requirement, subjects),
        Rule::Size { needs, worth } => sized(*needs, worth.as_slice()),
        Rule::Range(range) => gcses(range.number, &range.including),
        Rule::Judged { because } => html! { p { (because) } p { (say("person")) } },
    }
}

fn holds(needs: usize, from: usize, pools: &[Pool], requirement: &Requirement, subjects: &Subjects) -> Markup {
    let numbers: [(&str, &str); 2] = [("number", &needs.to_string()), ("from", &from.to_string())];
    let key = match (needs, from, pools.len()) {
        (1, _, 1) => "asks.this",
        (1, ..) => "asks.any",
        (_, 0, _) => "asks.many",
        _ => "asks.many.judged",
    };
    let counts = |award: &Award| pools.iter().any(|pool| pool.award(*award) != Outcome::NotMet);
    // Nobody takes one registration for another.
    let looked_at = |award: &Award| {
        award.section() != Section::Professional && pools.iter().any(|pool| pool.section == award.section())
    };
    let awards = Section::ALL.into_iter().flat_map(Award::all).filter(|one| looked_at(one) && !counts(one));
    let not: Vec<String> = awards.map(|one| names::award(one).to_string()).collect();
    html! {
        p { (fill(key, &numbers)) }
        @for (place, one) in pools.iter().enumerate() { (pool(one, place, requirement, subjects)) }
        @if !not.is_empty() { p { strong { (say("asks.not")) } " " (not.join("; ")) "." } }
    }
}

/// One kind of qualification, with each test it is put to. The page's words for a test stand with the first kind.
fn pool(pool: &Pool, place: usize, requirement: &Requirement, subjects: &Subjects) -> Markup {
    let section = say(&format!("pool.{}", pool.section.key()));
    let words_for = |test: Test| -> Vec<&Source> {
        let of_test = requirement.clauses.iter().filter(|(of, _)| *of == test && place == 0);
        of_test.map(|(_, source)| source).collect()
    };
    let test = |name: &str, test: Test, counted: Markup| {
        html! {
            dt { (say(name)) }
            dd { (counted) @for source in words_for(test) { (quoted(source)) } }
        }
    };
    let awards =
        Award::all(pool.section).filter_map(|one| Some((names::award(one).to_string(), pool.awards[one.index()]?)));
    html! {
        div.ec-pool {
            p.ec-pool__name {
                @if place > 0 { (say("asks.or")) " " (uncapital(section)) } @else { (section) }
            }
            dl.ec-tests {
                (test("test.award", Test::Award, by_outcome(awards)))
                @match &pool.result {
                    ResultTest::None => {}
                    ResultTest::Pass => (test("test.result", Test::Result, passes()))
                    ResultTest::Class { outcomes, judged } => {
                        (test("test.result.class", Test::Result, classes(outcomes, judged)))
                    }
                }
                @if let Some(of) = &pool.subject {
                    (test("test.subject", Test::Subject, subject(of, pool.section, subjects)))
                }
            }
        }
    }
}

fn passes() -> Markup {
    let all = [("result.pass", Outcome::Met), ("result.no-pass", Outcome::NotMet)];
    by_outcome(all.into_iter().map(|(key, outcome)| (say(key).to_string(), outcome)))
}

fn classes(outcomes: &[Outcome; Class::ALL.len()], judged: &[Award]) -> Markup {
    let named = |class: Class| (text(&format!("class.{}", class.id())).to_string(), outcomes[class as usize]);
    let judged: Vec<&str> = judged.iter().map(|one| award(*one)).collect();
    let others =
        (!judged.is_empty()).then(|| (fill("result.judged", &[("awards", &either(&judged))]), Outcome::Judgement));
    by_outcome(Class::ALL.into_iter().map(named).chain(others))
}

/// Subjects by what they are to the division, less those that count otherwise, which are named.
fn subject(test: &SubjectTest, section: Section, subjects: &Subjects) -> Markup {
    let (known, of): (&[Standing], &str) = match section {
        Section::Level3 => (&Standing::OF_LEVEL_3, "level3"),
        _ => (&Standing::OF_DEGREES, "degree"),
    };
    let apart = test.apart.iter().map(|(id, outcome)| (subjects.name_of(*id).to_string(), *outcome));
    let groups = known.iter().map(|one| {
        // The few that are a science for certain stand by name.
        let words = match one {
            Standing::Certain => names::with_standing(test, section, *one, subjects).join(", "),
            _ => say(&format!("subject.{of}.{}", one.id())).to_string(),
        };
        (words, test.outcomes[*one as usize])
    });
    let unlisted = (say("subject.unlisted").to_string(), test.outcomes[Standing::Unlisted as usize]);
    html! {
        (by_outcome(apart.chain(groups).chain([unlisted])))
        p { a href=(format!("#subjects-{of}")) { (say("subject.list")) } }
    }
}

/// A line for each outcome that there is: what counts, what a person decides, what does not count.
fn by_outcome(all: impl Iterator<Item = (String, Outcome)>) -> Markup {
    let all: Vec<(String, Outcome)> = all.collect();
    let lines = [("counts", Outcome::Met), ("judged", Outcome::Judgement), ("not", Outcome::NotMet)];
    html! {
        ul.ec-counts {
            @for (key, wanted) in lines {
                @let names: Vec<&str> =
                    all.iter().filter(|(_, outcome)| *outcome == wanted).map(|(name, _)| name.as_str()).collect();
                @if !names.is_empty() { li { strong { (say(key)) } " " (names.join("; ")) "." } }
            }
        }
    }
}

fn sized(needs: u32, worth: &[Worth]) -> Markup {
    let of = |wanted: Worth| -> Vec<&str> {
        let awards = Award::all(Section::Level3).filter(move |award| worth[award.index()] == wanted);
        awards.map(names::award).collect()
    };
    let mut sizes: Vec<u32> =
        worth.iter().filter_map(|one| if let Worth::Tenths(tenths) = one { Some(*tenths) } else { None }).collect();
    sizes.sort_unstable();
    sizes.dedup();
    let unknown = of(Worth::Unknown);
    html! {
        p { (fill("size.needs", &[("size", &size(needs))])) " " (say("size.less")) }
        table.ec-sizes {
            caption { (say("size.table")) }
            thead { tr { th scope="col" { (say("size.of")) } th scope="col" { (say("size.award")) } } }
            tbody {
                @for tenths in sizes.iter().rev() {
                    tr { th scope="row" { (size(*tenths)) } td { (of(Worth::Tenths(*tenths)).join("; ")) } }
                }
            }
        }
        @if !unknown.is_empty() { p { (say("size.unknown")) " " (unknown.join("; ")) "." } }
    }
}

fn gcses(number: u16, including: &[SubjectGroup]) -> Markup {
    let groups: Vec<&str> = including.iter().map(|group| text(&format!("gcse.{}", group.id))).collect();
    let (needs, less) =
        if groups.is_empty() { ("gcses", "gcses.less") } else { ("gcses.including", "gcses.less.including") };
    let values: [(&str, &str); 2] = [("number", &number.to_string()), ("including", &list(&groups))];
    html! { p { (fill(needs, &values)) " " (say(less)) } }
}
