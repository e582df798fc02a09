//! A profile as JSON, read strictly: nothing unknown is passed over, and an error says where it is.

use super::error::ContractError;
use crate::catalogue::Subjects;
use crate::json::{At, Result, parse};
use crate::rules::{Award, Class, Mark, Profile, Qualification, Section, Status, Subject};

/// The longest profile that is read, in bytes of JSON.
pub const MAX_BYTES: usize = 16 * 1024;
/// The most qualifications in a section.
const MAX_HELD: usize = 100;
/// The longest subject, in characters.
const MAX_SUBJECT: usize = 80;
/// The most GCSEs that one entry can stand for.
const MAX_COUNT: u32 = 50;

/// Reads a profile.
///
/// # Errors
/// `E_PROFILE`, with the path, for anything that is not as the contract says.
pub fn decode(subjects: &Subjects, json: &str) -> std::result::Result<Profile, ContractError> {
    if json.len() > MAX_BYTES {
        let message = format!("profile: is longer than {MAX_BYTES} bytes");
        return Err(ContractError { code: "E_PROFILE", message });
    }
    Ok(profile(subjects, &At::new("", &parse("", json)?))?)
}

fn profile(subjects: &Subjects, at: &At) -> Result<Profile> {
    at.only(&Section::ALL.map(Section::key))?;
    let mut profile = Profile::default();
    for section in Section::ALL {
        let Some(at) = at.get(section.key()) else { continue };
        let entries = at.as_list()?;
        if entries.len() > MAX_HELD {
            return Err(at.error(&format!("has more than {MAX_HELD} entries")));
        }
        let mut held = Vec::with_capacity(entries.len());
        for at in &entries {
            held.push(qualification(subjects, section, at)?);
        }
        profile.set(section, held);
    }
    Ok(profile)
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

fn qualification(subjects: &Subjects, section: Section, at: &At) -> Result<Qualification> {
    at.only(keys(section))?;
    let award = if section == Section::Gcse { Award::GCSE } else { award(section, &at.need("award")?)? };
    let mut held = Qualification::new(award);
    if let Some(at) = at.get("subject") {
        held.subject = Some(subject(subjects, &at)?);
    }
    if let Some(at) = at.get("class") {
        held.mark = Some(Mark::Class(Class::ALL[at.known("class", &Class::ALL.map(Class::id))?]));
    }
    if let Some(at) = at.get("grade") {
        let text = at.as_text()?;
        let Some(grade) = award.grade(text) else {
            // What is on no list, such as points, is not in the list of grades either.
            return at.named("grade", text, award.grades()).and(Err(at.error("unknown grade")));
        };
        held.mark = Some(Mark::Grade(grade));
    }
    if let Some(at) = at.get("status") {
        held.status = Status::ALL[at.known("status", &Status::ALL.map(Status::id))?];
    }
    if let Some(at) = at.get("count") {
        held.count = at.whole(1, MAX_COUNT)? as u16;
    }
    Ok(held)
}

fn award(section: Section, at: &At) -> Result<Award> {
    let text = at.as_text()?;
    Award::find(section, text).map_or_else(
        || {
            let known: Vec<Award> = Award::all(section).collect();
            let ids: Vec<&str> = known.iter().map(|award| award.id()).collect();
            at.named("award", text, &ids).map(|place| known[place])
        },
        Ok,
    )
}

fn subject(subjects: &Subjects, at: &At) -> Result<Subject> {
    let text = at.as_text()?;
    if text.chars().count() > MAX_SUBJECT {
        return Err(at.error(&format!("is longer than {MAX_SUBJECT} characters")));
    }
    Ok(subjects.read(text))
}
