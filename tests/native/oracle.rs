//! The section "The first role, exactly" of the contract, written by hand a second time and as plainly as it can be.

use std::collections::{BTreeMap, BTreeSet};

use Outcome::{Judgement, Met, NotMet};
use entry_checker::catalogue::Catalogue;
use entry_checker::rules::{Class, Outcome, Profile, Qualification, Section, Subject};

fn id(held: &Qualification) -> String {
    match &held.subject {
        Some(subject @ Subject::Listed(_)) => Catalogue::built_in().subjects.id(subject).to_string(),
        _ => "other".to_string(),
    }
}

fn all(profile: &Profile, section: Section) -> Vec<Qualification> {
    profile.section(section).unwrap_or_default().to_vec()
}

pub fn ptp(profile: &Profile) -> Outcome {
    size(profile).min(science(profile)).min(range(profile))
}

fn size(profile: &Profile) -> Outcome {
    let passed: Vec<Qualification> =
        all(profile, Section::Level3).into_iter().filter(|held| held.passes() == Some(true)).collect();
    let has_diploma = passed.iter().any(|held| held.award.id() == "ib-diploma");
    let beside_diploma = passed.iter().filter(|held| held.award.id() != "ib-higher-level");
    let without_diploma = passed.iter().filter(|held| held.award.id() != "ib-diploma");
    let beside = if has_diploma { tenths(beside_diploma) } else { 0 };
    match passed.is_empty() {
        true => NotMet,
        false if beside.max(tenths(without_diploma)) >= 20 => Met,
        false => Judgement,
    }
}

/// Tenths of an A level: of several in one listed subject the largest.
fn tenths<'a>(held: impl Iterator<Item = &'a Qualification>) -> u32 {
    let mut sum = 0;
    let mut largest = BTreeMap::new();
    for one in held {
        let size = match one.award.id() {
            "a-level" | "btec-extended-certificate" | "ib-higher-level" | "scottish-advanced-higher" => 10,
            "as-level" | "core-maths" => 4,
            "epq" | "irish-leaving-certificate-higher" => 5,
            "t-level" | "btec-extended-diploma" | "access-to-he-diploma" | "ib-diploma" => 30,
            "btec-diploma" => 20,
            "btec-foundation-diploma" => 15,
            "scottish-higher" => 6,
            _ => 0,
        };
        let has_subject = !["other", ""].contains(&id(one).as_str());
        if has_subject && !["epq", "ib-diploma"].contains(&one.award.id()) {
            let known = largest.entry(id(one)).or_insert(0);
            *known = size.max(*known);
        } else {
            sum += size;
        }
    }
    sum + largest.values().sum::<u32>()
}

fn science(profile: &Profile) -> Outcome {
    let one = |held: &Qualification| {
        if held.passes() != Some(true) {
            return NotMet;
        }
        let subject = match id(held).as_str() {
            "physics" => Met,
            "applied-science" => match held.award.id() {
                "t-level" | "access-to-he-diploma" => Met,
                award if award.starts_with("btec") => Met,
                _ => Judgement,
            },
            "history" => NotMet,
            _ => Judgement,
        };
        let most = match held.award.id() {
            "a-level" | "ib-higher-level" | "scottish-advanced-higher" | "scottish-higher" => Met,
            "irish-leaving-certificate-higher" => Met,
            // Science, applied science and healthcare science are named for these; another science is near.
            "t-level" | "access-to-he-diploma" => {
                if id(held) == "applied-science" {
                    Met
                } else {
                    Judgement
                }
            }
            award if award.starts_with("btec") => {
                if id(held) == "applied-science" {
                    Met
                } else {
                    Judgement
                }
            }
            _ => Judgement,
        };
        subject.min(most)
    };
    all(profile, Section::Level3).iter().map(one).max().unwrap_or(NotMet)
}

fn range(profile: &Profile) -> Outcome {
    let good: Vec<Qualification> =
        all(profile, Section::Gcse).into_iter().filter(|held| held.passes() == Some(true)).collect();
    let listed: BTreeSet<String> = good.iter().map(id).filter(|id| id != "other").collect();
    let others: u16 = good.iter().filter(|held| id(held) == "other").map(|held| held.count).sum();
    // Combined science at one grade is two GCSEs.
    let total = listed.len() as u16 + u16::from(listed.contains("combined-science")) + others;
    let has = |subject: &str| good.iter().any(|held| id(held) == subject);
    match total {
        0 => NotMet,
        5.. if has("english-language") && has("mathematics") && (has("biology") || has("combined-science")) => Met,
        _ => Judgement,
    }
}

pub fn stp(profile: &Profile) -> Outcome {
    let degrees = all(profile, Section::Degree);
    let a = degrees.iter().map(first_pathway).max().unwrap_or(NotMet);
    let class = degrees.iter().map(any_subject).max().unwrap_or(NotMet);
    let higher = all(profile, Section::HigherDegree).iter().map(higher).max().unwrap_or(NotMet);
    let twice =
        degrees.iter().filter(|held| held.award.id() == "integrated-masters").map(|held| relevant(held).min(Judgement));
    a.max(class.min(higher.max(twice.max().unwrap_or(NotMet))))
}

fn relevant(held: &Qualification) -> Outcome {
    match id(held).as_str() {
        "physics" => Met,
        "history" => NotMet,
        _ => Judgement,
    }
}

fn kind(held: &Qualification) -> Outcome {
    match held.award.id() {
        "bachelor-honours" | "integrated-masters" | "scottish-ma-honours" => Met,
        "medical-degree" | "overseas-degree" => Judgement,
        _ => NotMet,
    }
}

fn class(held: &Qualification, met: &[Class]) -> Outcome {
    match held.class() {
        _ if kind(held) == Judgement => Judgement,
        Some(class) if met.contains(&class) => Met,
        Some(Class::UndividedSecond | Class::Unclassified) => Judgement,
        _ => NotMet,
    }
}

fn first_pathway(held: &Qualification) -> Outcome {
    kind(held).min(class(held, &[Class::First, Class::UpperSecond])).min(relevant(held))
}

fn any_subject(held: &Qualification) -> Outcome {
    let met = [Class::First, Class::UpperSecond, Class::LowerSecond, Class::UndividedSecond];
    kind(held).min(class(held, &met))
}

fn higher(held: &Qualification) -> Outcome {
    let kind = match held.award.id() {
        "pgdip" | "pgcert" | "pgce" | "graduate-diploma" | "oxbridge-ma" => NotMet,
        "overseas-higher-degree" => Judgement,
        _ => Met,
    };
    kind.min(relevant(held))
}
