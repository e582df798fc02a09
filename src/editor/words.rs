//! Rules and situations in words, for editors and subject experts.

use crate::catalogue::Subjects;
use crate::copy::label;
use crate::rules::profile::SubjectId;
use crate::rules::role::{Pool, ResultTest, Standing, Worth};
use crate::rules::{Award, Class, Mark, Outcome, Qualification, Requirement, Role, Rule, Section, Subject};

use super::tally::signature;

/// What an outcome is called.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Judgement => "a person decides",
        Outcome::NotMet => "not met",
    }
}

/// What a section is called.
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Gcse => "GCSEs",
        Section::Level3 => "Level 3",
        Section::Degree => "Degree",
        Section::HigherDegree => "Higher degree",
        Section::Professional => "Professional",
    }
}

fn award(award: Award) -> &'static str {
    // The section of GCSEs names no award.
    if award == Award::GCSE { "GCSE" } else { label_of("award", award.id()) }
}

fn label_of(family: &str, id: &'static str) -> &'static str {
    crate::copy::find(&format!("{family}.{id}")).unwrap_or(id)
}

/// What is held in a section.
pub fn held(of: Section, held: &[Qualification], role: &Role, subjects: &Subjects) -> String {
    let mut words: Vec<(String, usize)> = Vec::new();
    for one in held {
        let said = qualification(one, role, subjects);
        match words.iter_mut().find(|(known, _)| *known == said) {
            Some((_, count)) => *count += 1,
            None => words.push((said, 1)),
        }
    }
    let all: Vec<String> =
        words.into_iter().map(|(said, count)| if count > 1 { format!("{count} × {said}") } else { said }).collect();
    if all.is_empty() { format!("no {}", section(of)) } else { all.join("; ") }
}

fn qualification(held: &Qualification, role: &Role, subjects: &Subjects) -> String {
    let same = |other: &Qualification| signature(role, other, true) == signature(role, held, true);
    let awards = super::kinds::awards(held.award.section())
        .into_iter()
        .filter(|one| same(&Qualification { award: *one, ..held.clone() }));
    let mut said = or(awards.map(award).collect());
    match &held.mark {
        Some(Mark::Class(_)) => {
            let with = |class: &Class| same(&Qualification { mark: Some(Mark::Class(*class)), ..held.clone() });
            let classes = Class::ALL.into_iter().filter(with).map(|class| label_of("class", class.id()));
            said.push_str(&format!(", {}", or(classes.collect())));
        }
        Some(Mark::Grade(grade)) => said.push_str(if grade.passes { ", passed" } else { ", not passed" }),
        None => {}
    }
    match &held.subject {
        Some(Subject::Listed(_)) => {
            let with = |id: &SubjectId| same(&Qualification { subject: Some(Subject::Listed(*id)), ..held.clone() });
            let names = subjects.of(held.award.section()).filter(with).map(|id| subjects.name_of(id));
            said.push_str(&format!(", in {}", or(names.collect())));
        }
        Some(Subject::Own(_)) => said.push_str(", in a subject of no list"),
        None => {}
    }
    if held.is_predicted() {
        said.push_str(", predicted");
    }
    said
}

/// Names of what makes no difference, the first few where there are many.
fn or(names: Vec<&str>) -> String {
    match names.as_slice() {
        [] => String::new(),
        [few @ .., last] if few.len() < 3 => {
            let before: String = few.iter().map(|name| format!("{name} or ")).collect();
            before + last
        }
        [first, rest @ ..] => format!("{first} or one of {} alike", rest.len()),
    }
}

/// What a requirement asks for, a line each.
pub fn rule(requirement: &Requirement) -> Vec<String> {
    match &requirement.rule {
        Rule::Judged { .. } => vec!["No qualification shows this: a person always decides.".into()],
        Rule::Size { needs, worth } => {
            let sized = |award: &Award| match worth[award.index()] {
                Worth::Tenths(tenths) => Some(format!("{} {}", label(award_key(*award).as_str()), number(tenths))),
                Worth::Nothing | Worth::Unknown => None,
            };
            let unknown = |award: &Award| worth[award.index()] == Worth::Unknown;
            let all: Vec<Award> = Award::all(Section::Level3).collect();
            let sizes: Vec<String> = all.iter().filter_map(sized).collect();
            let mut lines = vec![
                format!(
                    "Level 3 awards, passed, that add up to {} A levels: met. Some: a person decides. None: not met.",
                    number(*needs)
                ),
                format!("Sizes: {}.", sizes.join(", ")),
            ];
            let unknown: Vec<&str> = all.iter().filter(|award| unknown(award)).map(|one| award(*one)).collect();
            if !unknown.is_empty() {
                lines.push(format!("Of no known size: {}.", unknown.join(", ")));
            }
            lines
        }
        Rule::Range { number, including } => {
            let groups: Vec<&str> = including.iter().map(|group| group.id).collect();
            let with =
                if groups.is_empty() { String::new() } else { format!(", with {} among them", groups.join(", ")) };
            vec![format!("{number} GCSEs at grade 4 or C or above{with}: met. Some: a person decides. None: not met.")]
        }
        Rule::Holds { needs, judged_from, pools } => {
            let mut lines = vec![match (needs, judged_from) {
                (1, _) => "One of these:".to_string(),
                (needs, 0) => format!("{needs} of these:"),
                (needs, from) => format!("{needs} of these; from {from} on a person decides:"),
            }];
            lines.extend(pools.iter().map(pool));
            lines
        }
    }
}

fn award_key(award: Award) -> String {
    format!("award.{}", award.id())
}

fn number(tenths: u32) -> String {
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

fn pool(pool: &Pool) -> String {
    let awards = by_outcome(Award::all(pool.section).filter_map(|one| Some((award(one), pool.awards[one.index()]?))));
    let result = match &pool.result {
        ResultTest::None => String::new(),
        ResultTest::Pass => " Passed.".into(),
        ResultTest::Class { outcomes, judged } => {
            let classes = Class::ALL.into_iter().map(|class| (label_of("class", class.id()), outcomes[class as usize]));
            let judged: Vec<&str> = judged.iter().map(|one| award(*one)).collect();
            let apart = if judged.is_empty() {
                String::new()
            } else {
                format!(" Of {}, a person decides.", judged.join(" and "))
            };
            format!(" Class: {}.{apart}", by_outcome(classes))
        }
    };
    let subject = pool.subject.as_ref().map_or_else(String::new, |test| {
        let known: &[Standing] =
            if pool.section == Section::Level3 { &Standing::OF_LEVEL_3 } else { &Standing::OF_DEGREES };
        let all = known.iter().chain([&Standing::Unlisted]);
        let apart = if test.apart.is_empty() { String::new() } else { format!(" {} apart.", test.apart.len()) };
        format!(" Subject: {}.{apart}", by_outcome(all.map(|one| (one.id(), test.outcomes[*one as usize]))))
    });
    format!("- {}: {}.{result}{subject}", section(pool.section), awards)
}

/// "met: a, b; a person decides: c".
fn by_outcome(all: impl Iterator<Item = (&'static str, Outcome)>) -> String {
    let all: Vec<(&str, Outcome)> = all.collect();
    let of = |wanted: Outcome| {
        let names: Vec<&str> = all.iter().filter(|(_, outcome)| *outcome == wanted).map(|(name, _)| *name).collect();
        (!names.is_empty()).then(|| format!("{}: {}", outcome(wanted), names.join(", ")))
    };
    [Outcome::Met, Outcome::Judgement, Outcome::NotMet].into_iter().filter_map(of).collect::<Vec<_>>().join("; ")
}
