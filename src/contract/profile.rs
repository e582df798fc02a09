//! A profile as JSON, read strictly: nothing unknown is passed over, and an error says where it is.

use super::error::ContractError;
use crate::catalogue::Subjects;
use crate::json::{At, Mistakes};
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::{Award, Class, Grade, Mark, Profile, Qualification, Section, Status, Subject};

/// The longest profile that is read, in bytes of JSON.
pub const MAX_BYTES: usize = 16 * 1024;
/// The most qualifications in a section.
const MAX_HELD: usize = 100;
/// The most GCSEs that one entry can stand for.
const MAX_COUNT: u16 = 50;

/// Reads a profile.
///
/// # Errors
/// `E_PROFILE`, with the path, for the first thing that is not as the contract says.
pub fn decode(subjects: &Subjects, json: &str) -> Result<Profile, ContractError> {
    if json.len() > MAX_BYTES {
        return Err(ContractError::profile("", &format!("is longer than {MAX_BYTES} bytes")));
    }
    let mistakes = Mistakes::default();
    let value = mistakes.parse("", json);
    let profile = profile(subjects, &At::new("", &value, &mistakes));
    mistakes.or(profile).map_err(|mistakes| {
        mistakes
            .first()
            .map_or_else(|| ContractError::profile("", ""), |first| ContractError::profile(&first.path, &first.what))
    })
}

fn profile(subjects: &Subjects, at: &At) -> Profile {
    at.only(&Section::ALL.map(Section::key));
    let mut profile = Profile::default();
    for section in Section::ALL {
        let Some(at) = at.get(section.key()) else { continue };
        let mut held = Vec::new();
        at.each(&mut |at| held.push(qualification(subjects, section, at)));
        if held.len() > MAX_HELD {
            at.wrong(&format!("has more than {MAX_HELD} entries"));
        }
        profile.set(section, held);
    }
    profile
}

/// The keys an entry of a section may have.
fn keys(section: Section) -> &'static [&'static str] {
    match section {
        Section::Gcse => &["subject", "grade", "count", "status"],
        Section::Level3 => &["award", "subject", "grade", "status"],
        Section::Degree => &["award", "subject", "class", "status"],
        Section::HigherDegree => &["award", "subject", "status"],
    }
}

fn qualification(subjects: &Subjects, section: Section, at: &At) -> Qualification {
    at.only(keys(section));
    let award = if section == Section::Gcse { Award::GCSE } else { award(section, &at.need("award")) };
    Qualification {
        award,
        subject: at.get("subject").map(|at| subject(subjects, &at)),
        mark: match (at.get("class"), at.get("grade")) {
            (Some(at), _) => Some(Mark::Class(Class::ALL[at.known("class", &Class::ALL.map(Class::id))])),
            (None, Some(at)) => grade(award, &at).map(Mark::Grade),
            (None, None) => None,
        },
        status: at
            .get("status")
            .map_or(Status::Awarded, |at| Status::ALL[at.known("status", &Status::ALL.map(Status::id))]),
        count: at.get("count").map_or(1, |at| at.whole(1, MAX_COUNT)),
    }
}

fn award(section: Section, at: &At) -> Award {
    let known: Vec<Award> = Award::all(section).collect();
    let ids: Vec<&str> = known.iter().map(|award| award.id()).collect();
    known[at.known("award", &ids)]
}

fn grade(award: Award, at: &At) -> Option<Grade> {
    let grade = award.grade(at.as_text());
    if grade.is_none() {
        // Only some scales are a list, but what is on no scale is in no list either.
        at.known("grade", award.grades());
    }
    grade
}

fn subject(subjects: &Subjects, at: &At) -> Subject {
    let text = at.as_text();
    if text.chars().count() > MAX_SUBJECT {
        at.wrong(&format!("is longer than {MAX_SUBJECT} characters"));
    }
    subjects.read(text)
}
