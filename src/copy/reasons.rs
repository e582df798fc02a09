//! Reasons and gains in plain words about this person.

use super::deck::find;
use super::plural::OTHER;
use super::sentences::{count, decider, either, fill, fill_with, list, text};
use super::words::Words;
use crate::letters::capital;
use crate::order::places_by;
use crate::rules::advise::subjects_left;
use crate::rules::role::Pool;
use crate::rules::{
    Award, Basis, Class, Grant, Mark, Outcome, Profile, Qualification, Reason, Requirement, Rule, Section, Standing,
    Subject, SubjectId, Test,
};

/// Why a requirement came out as it did, in plain words.
pub fn because(words: &Words, requirement: &Requirement, reason: &Reason) -> String {
    // A sentence may begin with the name of an award, which has a small letter elsewhere.
    capital(sentence(words, requirement, reason))
}

/// The code of a reason, for programs: the key of its sentence in the deck, without `because.` and without the form of a
/// number. The list of codes is closed: it is that of the keys.
pub fn reason_code(requirement: &Requirement, reason: &Reason) -> String {
    match reason {
        Reason::Unasked(section) => format!("unasked.{}", section.key()),
        Reason::Nothing(section) => format!("nothing.{}", section.key()),
        Reason::Open { held, test } => format!("open.{}.{}", held.award.section().key(), test.id()),
        Reason::Adds { tenths, passed, given, unsized_award, .. } => {
            adds_code(requirement, *tenths, *passed, *given, unsized_award.is_some()).to_string()
        }
        Reason::Counts { total, missing, .. } => counts_code(requirement, *total, missing.is_empty()).to_string(),
        Reason::Fewer { held, .. } => format!("{}.fewer.{}", held.award.section().key(), about(requirement)),
        Reason::Judged(_) => "judged".to_string(),
        Reason::Decides { held, limit, outcome, standing, instead_of, .. } => {
            let standing = standing.map_or("", |standing| standing.id());
            match (limit, instead_of) {
                (None, _) => met_code(held, standing),
                (Some(Test::Award), Some(usual)) => format!("{}.borrowed", usual.key()),
                (Some(Test::Award), None) => award_code(held, *outcome),
                (Some(Test::Result), _) => result_code(held, *outcome),
                (Some(Test::Subject), _) => format!("{}.subject.{standing}", held.award.section().key()),
            }
        }
    }
}

fn sentence(words: &Words, requirement: &Requirement, reason: &Reason) -> String {
    let key = format!("because.{}", reason_code(requirement, reason));
    let (decider, decider_first) = decider(requirement.decider);
    let deciders = [("decider", decider), ("Decider", &*decider_first)];
    match reason {
        Reason::Unasked(_) | Reason::Nothing(_) => text(&key).to_string(),
        Reason::Open { held, .. } => {
            fill_with(&key, &|place| if place == "award" { award(held.award) } else { words.subject(held) })
        }
        Reason::Adds { tenths, predicted, unsized_award, .. } => {
            let needs = if let Rule::Size { needs, .. } = requirement.rule { needs } else { 0 };
            let is_unknown = key == "because.size.unknown";
            // The award whose size is not known has to make up for what the others lack.
            let needs = size(if is_unknown { needs - tenths } else { needs });
            let award = unsized_award.map_or("", |held| award(held.award));
            let passes = text(if *predicted { "passes.expected" } else { "passes.held" });
            let values = [("size", &*size(*tenths)), ("needs", &*needs), ("passes", passes), ("award", award)];
            let why = fill(&key, &[&deciders[..], &values].concat());
            match *tenths {
                1.. if is_unknown => [fill("passes.beside", &values), why].join(" "),
                _ if *predicted && key == "because.size.met" => [&why, text("enough.passes")].join(" "),
                _ => why,
            }
        }
        Reason::Counts { total, missing, predicted } => {
            let missing: Vec<&str> = missing.iter().map(|group| text(&format!("gcse.{}", group.id))).collect();
            let values = [&deciders[..], &[("have", have(*predicted))]].concat();
            counts(&key, requirement, *total, &missing, &values)
        }
        Reason::Fewer { number, held } => {
            let needs = if let Rule::Holds { needs, .. } = requirement.rule { needs } else { 1 };
            let have = have(held.is_predicted());
            // "Other" names no subject, so the award is named in its place.
            let is_other = matches!(&held.subject, Some(Subject::Own(words)) if &**words == "other");
            let own = fill("your.own", &[("award", award(held.award))]);
            let subject = if is_other { &*own } else { words.subject(held) };
            let values = [("needs", &*needs.to_string()), ("subject", subject), ("have", have)];
            count(&key, *number, &[&deciders[..], &values].concat())
        }
        Reason::Judged(because) => because.to_string(),
        Reason::Decides { held, floor, limit, .. } => {
            let why = fill_with(&key, &|place| match place {
                "your" => words.your(held),
                "award" => award(held.award),
                "subject" => words.subject(held),
                "result" => result(held),
                "floor" => floor.map_or("", class),
                place => deciders.iter().find(|(known, _)| *known == place).map_or("", |(_, decider)| decider),
            });
            let is_open = limit.is_none() && held.is_predicted();
            if is_open { [why, enough(held, *floor)].join(" ") } else { why }
        }
    }
}

/// Says which result is the least that is enough, for a result that is predicted.
fn enough(held: &Qualification, floor: Option<Class>) -> String {
    match (held.award.section(), floor, held.award.lowest_pass()) {
        (Section::Degree, Some(floor), _) => fill("enough.class", &[("floor", class(floor))]),
        (Section::Level3, _, Some(grade)) => fill("enough.grade", &[("grade", grade)]),
        (Section::Level3, ..) => text("enough.pass").to_string(),
        _ => text("enough.award").to_string(),
    }
}

/// Returns "You have", or "You have or expect" where a result is predicted.
fn have(predicted: bool) -> &'static str {
    text(if predicted { "have.expected" } else { "have.held" })
}

fn met_code(held: &Qualification, standing: &str) -> String {
    let section = held.award.section().key();
    // A test without a subject says so: "the subject does not matter".
    let about = if standing.is_empty() { "any-subject" } else { "subject" };
    format!("{section}.met.{about}")
}

fn award_code(held: &Qualification, outcome: Outcome) -> String {
    let own = format!("{}.award.{}", held.award.section().key(), held.award.id());
    let general = match outcome {
        Outcome::Judgement => "judgement",
        _ => "not-met",
    };
    let has_own = find(&format!("because.{own}")).is_some();
    if has_own { own } else { format!("{}.award.{general}", held.award.section().key()) }
}

fn result_code(held: &Qualification, outcome: Outcome) -> String {
    match held.mark {
        Some(Mark::Class(class)) if outcome == Outcome::Judgement => format!("degree.result.{}", class.id()),
        Some(Mark::Class(Class::Pass)) => "degree.result.pass".to_string(),
        Some(Mark::Class(_)) => "degree.result.below".to_string(),
        // A fail decides whatever it is in, so its subject may be unanswered.
        _ if held.subject.is_none() => format!("{}.result.fail.any-subject", held.award.section().key()),
        _ => format!("{}.result.fail", held.award.section().key()),
    }
}

/// An award as it stands in a sentence.
pub fn award(award: Award) -> &'static str {
    text(&format!("award.{}.short", award.id()))
}

/// A class as it stands in a sentence.
pub(super) fn class(class: Class) -> &'static str {
    text(&format!("class.{}.short", class.id()))
}

pub(super) fn result(held: &Qualification) -> &str {
    match &held.mark {
        Some(Mark::Class(held)) => class(*held),
        Some(Mark::Grade(grade)) => &grade.text,
        None => "",
    }
}

fn adds_code(requirement: &Requirement, tenths: u32, passed: usize, given: usize, has_unknown: bool) -> &'static str {
    let needs = if let Rule::Size { needs, .. } = requirement.rule { needs } else { 0 };
    match (given, passed, tenths) {
        (0, ..) => "nothing.level3",
        (_, 0, _) => "size.no-pass",
        (.., tenths) if tenths >= needs => "size.met",
        _ if has_unknown => "size.unknown",
        _ if requirement.source.basis == Basis::Page => "size.short.page",
        _ => "size.short",
    }
}

/// A size in A levels: "one A level", "2 A levels", "2.4 A levels".
pub fn size(tenths: u32) -> String {
    let (whole, rest) = (tenths / 10, tenths % 10);
    match rest {
        0 => count("size", whole as usize, &[]),
        // Only whole numbers have forms of their own.
        _ => fill(&format!("size.{OTHER}"), &[("number", &format!("{whole}.{rest}"))]),
    }
}

fn counts_code(requirement: &Requirement, total: u16, has_all: bool) -> &'static str {
    let Rule::Range(range) = &requirement.rule else { return "gcse.none" };
    match total {
        0 => "gcse.none",
        total if total < range.number => "gcse.few",
        _ if range.including.is_empty() => "gcse.met.any",
        _ if has_all => "gcse.met",
        _ => "gcse.without",
    }
}

fn counts(key: &str, requirement: &Requirement, total: u16, missing: &[&str], deciders: &[(&str, &str)]) -> String {
    if total == 0 {
        return text(key).to_string();
    }
    let including = if let Rule::Range(range) = &requirement.rule { &range.including[..] } else { &[] };
    let all: Vec<&str> = including.iter().map(|group| text(&format!("gcse.{}", group.id))).collect();
    let (all, missing) = (list(&all), either(missing));
    let number = total.to_string();
    // The page offers "5 or more", which is told as 5.
    let is_most = matches!(&requirement.rule, Rule::Range(range) if range.number == total);
    let total_words = if is_most { fill("gcse.at-least", &[("number", &number)]) } else { number };
    let values = [("including", &*all), ("missing", &missing), ("total", &total_words)];
    let said = count(key, usize::from(total), &[deciders, &values].concat());
    // The number that is asked for may be our reading.
    let is_our_reading = key.starts_with("because.gcse.met") && requirement.source.basis == Basis::Reading;
    if is_our_reading { [&said, text("gcse.enough")].join(" ") } else { said }
}

/// What would close a gap.
pub fn gain(words: &Words, requirement: &Requirement, profile: &Profile, grant: &Grant) -> String {
    let accepted = words.pack.accepted.text;
    match grant {
        Grant::Gcses { groups, .. } => gcse_gain(requirement, profile, groups),
        Grant::Size { number, in_new } => {
            count(if *in_new { "gain.size.new" } else { "gain.size" }, usize::from(*number), &[])
        }
        Grant::Class { index, to } => {
            let held = profile.section(Section::Degree).and_then(|held| held.get(*index));
            let predicted = held.map_or("", result);
            let open = held.is_some_and(|held| held.subject.is_none()) && !any_subject(requirement);
            let key = if open { "gain.class.subject" } else { "gain.class" };
            fill(key, &[("predicted", predicted), ("to", class(*to)), ("subjects", accepted)])
        }
        Grant::More(Section::Level3, number) if !any_subject(requirement) => {
            level_3_gain(words, requirement, profile, *number)
        }
        Grant::More(section, _) => {
            let more = if has_one_that_counts(requirement, profile, *section) { ".more" } else { "" };
            let key = format!("gain.{}.{}{more}", section.key(), about(requirement));
            let floor = requirement.floor().map_or("", class);
            // The sentence may begin with the name of the award.
            capital(fill(&key, &[("subjects", accepted), ("floor", floor), ("award", wanted(requirement))]))
        }
    }
}

/// Whether a higher degree is held already that is one to the requirement, whatever it is in.
pub(super) fn has_one_that_counts(requirement: &Requirement, profile: &Profile, section: Section) -> bool {
    let held = profile.section(section).unwrap_or_default();
    section == Section::HigherDegree && requirement.usual().is_some_and(|pool| pool.has_award_of(held))
}

/// The first award that a requirement takes.
pub(super) fn wanted(requirement: &Requirement) -> &'static str {
    let takes = |pool: &Pool| Award::all(pool.section).find(|award| pool.award(*award) == Outcome::Met);
    requirement.usual().and_then(takes).map_or("", award)
}

/// Names some of the subjects that meet a requirement at level 3: "biology, chemistry or physics". Unless the pack names subjects,
/// one that is a kind of another, such as human biology, is named only where nothing else is left.
pub(super) fn level_3_subjects(words: &Words, requirement: &Requirement, some: &[SubjectId]) -> String {
    let subjects = &words.catalogue.subjects;
    let name = |id: &SubjectId| subjects.name_of(*id);
    let test = requirement.usual().and_then(|pool| pool.subject.as_ref()).filter(|test| test.apart.is_empty());
    let meets = |id| test.is_some_and(|test| test.outcome(&Subject::Listed(id)) == Outcome::Met);
    let is_kind = |id: &&SubjectId| {
        let of = name(id).rsplit_once(' ').and_then(|(_, of)| subjects.find(of));
        of.is_some_and(meets)
    };
    // In the order of the table.
    let places = places_by(some.len(), &|place| some[place].0.into());
    let (kinds, plain): (Vec<SubjectId>, Vec<SubjectId>) = places.iter().map(|place| &some[*place]).partition(is_kind);
    either(&(if plain.is_empty() { kinds } else { plain }).iter().map(name).collect::<Vec<_>>())
}

/// More passes at level 3, in the subjects that are sure to count.
fn level_3_gain(words: &Words, requirement: &Requirement, profile: &Profile, number: usize) -> String {
    let Rule::Holds { pools, .. } = &requirement.rule else { return String::new() };
    let counts = |standing: Standing| {
        pools
            .iter()
            .filter_map(|pool| pool.subject.as_ref())
            .any(|test| test.outcomes[standing as usize] == Outcome::Met)
    };
    let left = requirement.usual().map_or(Vec::new(), |pool| subjects_left(pool, profile, usize::MAX));
    let subjects = level_3_subjects(words, requirement, &left);
    let gain = count("gain.level3.subject", number, &[("subjects", &subjects)]);
    if number == 1 && counts(Standing::Course) { format!("{gain} {}", text("gain.level3.course")) } else { gain }
}

/// Which of two sentences a requirement takes.
pub(super) fn about(requirement: &Requirement) -> &'static str {
    if any_subject(requirement) { "any-subject" } else { "subject" }
}

/// Whether a requirement takes a qualification in any subject.
pub(super) fn any_subject(requirement: &Requirement) -> bool {
    requirement.usual().is_some_and(|pool| pool.subject.is_none())
}

fn gcse_gain(requirement: &Requirement, profile: &Profile, groups: &[usize]) -> String {
    let Rule::Range(crate::rules::Range { number, including, .. }) = &requirement.rule else {
        return String::new();
    };
    let names = |places: &mut dyn Iterator<Item = usize>| -> Vec<&str> {
        places.map(|place| text(&format!("gcse.{}", including[place].id))).collect()
    };
    let all = names(&mut (0..including.len()));
    let is_reading = requirement.source.basis == Basis::Reading;
    let key = match (including.is_empty(), is_reading) {
        (true, true) => "gain.gcse.any.reading",
        (true, false) => "gain.gcse.any",
        (false, true) => "gain.gcse.reading",
        (false, false) => "gain.gcse",
    };
    let target = count(key, usize::from(*number), &[("including", &list(&all))]);
    // Where a subject was not asked for, we cannot say that it is missing.
    let known = profile.section(Section::Gcse).unwrap_or_default().iter().all(|held| held.subject.is_some());
    if !known || groups.is_empty() {
        return target;
    }
    let missing = fill("gain.gcse.missing", &[("missing", &either(&names(&mut groups.iter().copied())))]);
    format!("{target} {missing}")
}
