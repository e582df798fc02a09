//! A profile as JSON, read strictly: nothing unknown is passed over, and an error says where it is.

use serde_json::{Map, Value, json};

use super::error::ContractError;
use crate::catalogue::Subjects;
use crate::rules::{Award, Class, Mark, Profile, Qualification, Section, Status, Subject};

type Result<T> = std::result::Result<T, ContractError>;

/// The longest profile that is read, in bytes of JSON.
pub const MAX_BYTES: usize = 16 * 1024;
/// The most qualifications in a section.
const MAX_HELD: usize = 100;
/// The longest subject, in characters.
const MAX_SUBJECT: usize = 80;
/// The most GCSEs that one entry can stand for.
const MAX_COUNT: u64 = 50;

/// Reads a profile.
///
/// # Errors
/// `E_PROFILE`, with the path, for anything that is not as the contract says.
pub fn decode(subjects: &Subjects, json: &str) -> Result<Profile> {
    if json.len() > MAX_BYTES {
        return Err(ContractError::profile("", format_args!("is longer than {MAX_BYTES} bytes")));
    }
    let value: Value =
        serde_json::from_str(json).map_err(|error| ContractError::profile("", format_args!("is not JSON: {error}")))?;
    let sections = object("", &value)?;
    let mut profile = Profile::default();
    for (key, held) in sections {
        let section = Section::ALL.into_iter().find(|section| section.key() == key);
        let section = section.ok_or_else(|| ContractError::unknown("", "key", key, &Section::ALL.map(Section::key)))?;
        let held = held.as_array().ok_or_else(|| ContractError::profile(key, "must be a list"))?;
        if held.len() > MAX_HELD {
            return Err(ContractError::profile(key, format_args!("has more than {MAX_HELD} entries")));
        }
        let read = |(index, one)| qualification(subjects, section, &format!("{key}[{index}]"), one);
        profile.set(section, held.iter().enumerate().map(read).collect::<Result<_>>()?);
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

fn qualification(subjects: &Subjects, section: Section, path: &str, value: &Value) -> Result<Qualification> {
    let entry = object(path, value)?;
    if let Some(key) = entry.keys().find(|key| !keys(section).contains(&key.as_str())) {
        return Err(ContractError::unknown(path, "key", key, keys(section)));
    }
    let at = |key: &str| format!("{path}.{key}");
    let text = |key: &str| entry.get(key).map(|value| text(&at(key), value)).transpose();
    let award = match (section, text("award")?) {
        (Section::Gcse, _) => Award::GCSE,
        (_, Some(id)) => Award::find(section, id).ok_or_else(|| {
            ContractError::unknown(&at("award"), "award", id, &Award::all(section).map(Award::id).collect::<Vec<_>>())
        })?,
        (_, None) => return Err(ContractError::profile(&at("award"), "is missing")),
    };
    let mark = match (text("class")?, text("grade")?) {
        (Some(id), _) => Some(Mark::Class(
            Class::find(id)
                .ok_or_else(|| ContractError::unknown(&at("class"), "class", id, &Class::ALL.map(Class::id)))?,
        )),
        (None, Some(grade)) => Some(Mark::Grade(
            award.grade(grade).ok_or_else(|| ContractError::unknown(&at("grade"), "grade", grade, award.grades()))?,
        )),
        (None, None) => None,
    };
    Ok(Qualification {
        award,
        subject: text("subject")?.map(|text| subject(subjects, &at("subject"), text)).transpose()?,
        mark,
        status: match text("status")? {
            None | Some("awarded") => Status::Awarded,
            Some("predicted") => Status::Predicted,
            Some(other) => {
                return Err(ContractError::unknown(&at("status"), "status", other, &["awarded", "predicted"]));
            }
        },
        count: entry.get("count").map_or(Ok(1), |value| count(&at("count"), value))?,
    })
}

fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>> {
    value.as_object().ok_or_else(|| ContractError::profile(path, "must be an object"))
}

fn text<'a>(path: &str, value: &'a Value) -> Result<&'a str> {
    value.as_str().ok_or_else(|| ContractError::profile(path, "must be text"))
}

fn subject(subjects: &Subjects, path: &str, text: &str) -> Result<Subject> {
    match text.chars().count() {
        0 => Err(ContractError::profile(path, "is empty; leave it out where it is not known")),
        1..=MAX_SUBJECT => Ok(subjects.read(text)),
        _ => Err(ContractError::profile(path, format_args!("is longer than {MAX_SUBJECT} characters"))),
    }
}

fn count(path: &str, value: &Value) -> Result<u16> {
    let count = value.as_u64().filter(|count| (1..=MAX_COUNT).contains(count));
    let wrong = || ContractError::profile(path, format_args!("must be a whole number from 1 to {MAX_COUNT}"));
    count.and_then(|count| u16::try_from(count).ok()).ok_or_else(wrong)
}

/// Writes a profile, so that it reads back as the same.
pub fn encode(subjects: &Subjects, profile: &Profile) -> Value {
    let mut sections = Map::new();
    for section in Section::ALL {
        if let Some(held) = profile.section(section) {
            let held = held.iter().map(|held| encode_one(subjects, held)).collect();
            sections.insert(section.key().to_string(), Value::Array(held));
        }
    }
    Value::Object(sections)
}

fn encode_one(subjects: &Subjects, held: &Qualification) -> Value {
    let mut entry = Map::new();
    let mut put = |key: &str, value: Value| {
        entry.insert(key.to_string(), value);
    };
    if held.award != Award::GCSE {
        put("award", json!(held.award.id()));
    }
    if let Some(subject) = &held.subject {
        put("subject", json!(subjects.id(subject)));
    }
    match &held.mark {
        Some(Mark::Class(class)) => put("class", json!(class.id())),
        Some(Mark::Grade(grade)) => put("grade", json!(grade.text)),
        None => {}
    }
    if held.is_predicted() {
        put("status", json!("predicted"));
    }
    if held.count > 1 {
        put("count", json!(held.count));
    }
    Value::Object(entry)
}
