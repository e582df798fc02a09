//! Rules and situations in words, for editors and subject experts.

use crate::catalogue::Subjects;
use crate::copy::{decider, label};
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

/// What an outcome is called where it is known who decides.
pub fn outcome_by(outcome: Outcome, of_pack: &'static str) -> String {
    match outcome {
        Outcome::Judgement => format!("for {} to decide", decider(of_pack).0),
        decided => self::outcome(decided).to_string(),
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
    let judged = outcome_by(Outcome::Judgement, requirement.decider);
    match &requirement.rule {
        Rule::Judged { .. } => vec![format!("No qualification shows this: it is always {judged}.")],
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
                    "Level 3 awards, passed, that add up to {} A levels: met. Some: {judged}. None: not met.",
                    number(*needs)
                ),
                format!("Sizes: {}.", sizes.join(", ")),
            ];
            let unknown: Vec<&str> = all.iter().filter(|award| unknown(award)).map(|one| award(*one)).collect();
            if !unknown.is_empty() {
                lines.push(format!("Of no known size: {}.", unknown.join(", ")));
            }
            lines.push(counted_once(&all));
            lines
        }
        Rule::Range(crate::rules::Range { number, including, .. }) => {
            let groups: Vec<&str> = including.iter().map(|group| group.id).collect();
            let with =
                if groups.is_empty() { String::new() } else { format!(", with {} among them", groups.join(", ")) };
            vec![
                format!("{number} GCSEs at grade 4 or C or above{with}: met. Some: {judged}. None: not met."),
                format!("In the range: {}.", in_range()),
                "Each subject is counted once, at its best grade. Combined science is two GCSEs, and each of its two grades counts \
                 by itself."
                    .into(),
            ]
        }
        Rule::Holds { needs, judged_from, pools } => {
            let mut lines = vec![match (needs, judged_from) {
                (1, _) => "One of these:".to_string(),
                (needs, 0) => format!("{needs} of these:"),
                (needs, from) => format!("{needs} of these; from {from} on it is {judged}:"),
            }];
            lines.extend(pools.iter().map(|one| pool(one, requirement.decider)));
            lines
        }
    }
}

/// Which level 3 awards add to each other, and which do not.
fn counted_once(awards: &[Award]) -> String {
    let names = |which: &dyn Fn(&Award) -> bool| {
        let names: Vec<&str> = awards.iter().copied().filter(|award| which(award)).map(award).collect();
        names.join(" and ")
    };
    let diploma = names(&|award| award.holds().is_some());
    let inside = names(&|award| awards.iter().any(|diploma| diploma.holds() == Some(*award)));
    format!(
        "Sizes add up over different subjects. Of several passes in one subject the largest counts: a resit, or an AS beside \
         the A level, adds nothing. Each of these counts by itself: {}. The {diploma} holds each {inside}, which adds nothing \
         to it. A subject of no list counts by itself. Where a subject is not known, it could be any of the others.",
        names(&|award| award.counts_by_itself()),
    )
}

/// The grades that are in the range of GCSEs, on each scale.
fn in_range() -> String {
    let of = |award: Award| {
        let grades = award.grades().iter().copied().filter(|text| award.grade(text).is_some_and(|grade| grade.passes));
        format!("{} {}", award.id(), grades.collect::<Vec<_>>().join(" "))
    };
    Award::all(Section::Gcse).map(of).collect::<Vec<_>>().join(", ")
}

/// How a subject that is typed is read.
pub fn reading_of_subjects() -> &'static str {
    "A subject is read from what a person types where it is the same as an id, a HECoS code, a name or an alias of the table, \
     once both are folded: letters of another width or style are plain ones, capitals are small letters, invisible letters and \
     spaces at the ends are gone, spaces, hyphens and dashes are one space, & is \"and\", and an award before it (\"BSc \
     (Hons)\", \"B.Sc.(Honours)\", \"degree in\") or \"(Hons)\" behind it is taken away. An award alone (\"MEng\") is no subject. \
     Nothing is read by likeness: every other text is a subject \
     of no list, and those whom the requirement names decide. The spellings of a class are in `roles/subjects/spellings.json`; a percentage or a grade \
     point average is never read as one."
}

fn award_key(award: Award) -> String {
    format!("award.{}", award.id())
}

fn number(tenths: u32) -> String {
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

fn pool(pool: &Pool, decider: &'static str) -> String {
    let by_outcome = |all: &mut dyn Iterator<Item = (&'static str, Outcome)>| by_outcome(all, decider);
    let awards =
        by_outcome(&mut Award::all(pool.section).filter_map(|one| Some((award(one), pool.awards[one.index()]?))));
    let result = match &pool.result {
        ResultTest::None => String::new(),
        ResultTest::Pass => " Passed.".into(),
        ResultTest::Class { outcomes, judged } => {
            let mut classes =
                Class::ALL.into_iter().map(|class| (label_of("class", class.id()), outcomes[class as usize]));
            let judged: Vec<&str> = judged.iter().map(|one| award(*one)).collect();
            let apart = if judged.is_empty() {
                String::new()
            } else {
                format!(" Of {}: {}.", judged.join(" and "), outcome_by(Outcome::Judgement, decider))
            };
            format!(" Class: {}.{apart}", by_outcome(&mut classes))
        }
    };
    let subject = pool.subject.as_ref().map_or_else(String::new, |test| {
        let known: &[Standing] =
            if pool.section == Section::Level3 { &Standing::OF_LEVEL_3 } else { &Standing::OF_DEGREES };
        let all = known.iter().chain([&Standing::Unlisted]);
        let apart = if test.apart.is_empty() { String::new() } else { format!(" {} apart.", test.apart.len()) };
        format!(" Subject: {}.{apart}", by_outcome(&mut all.map(|one| (one.id(), test.outcomes[*one as usize]))))
    });
    format!("- {}: {}.{result}{subject}", section(pool.section), awards)
}

/// "met: a, b; for the employer to decide: c".
fn by_outcome(all: &mut dyn Iterator<Item = (&'static str, Outcome)>, decider: &'static str) -> String {
    let all: Vec<(&str, Outcome)> = all.collect();
    let of = |wanted: Outcome| {
        let names: Vec<&str> = all.iter().filter(|(_, outcome)| *outcome == wanted).map(|(name, _)| *name).collect();
        (!names.is_empty()).then(|| format!("{}: {}", outcome_by(wanted, decider), names.join(", ")))
    };
    [Outcome::Met, Outcome::Judgement, Outcome::NotMet].into_iter().filter_map(of).collect::<Vec<_>>().join("; ")
}
