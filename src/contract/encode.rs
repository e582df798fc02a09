//! A profile in the contract's shape, to be written; it reads back as the same.

use serde::Serialize;

use crate::catalogue::Subjects;
use crate::rules::{Award, Mark, Profile, Qualification, Section};

/// A profile as the contract writes it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Encoded<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    gcse: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level3: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    degree: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    higher_degree: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    professional: Option<Vec<Entry<'a>>>,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    award: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u16>,
}

/// Writes a profile, leaving out what is as it is by default.
pub fn encode<'a>(subjects: &'a Subjects, profile: &'a Profile) -> Encoded<'a> {
    let section = |section| {
        let held = profile.section(section)?;
        Some(held.iter().map(|held| entry(subjects, held)).collect())
    };
    Encoded {
        gcse: section(Section::Gcse),
        level3: section(Section::Level3),
        degree: section(Section::Degree),
        higher_degree: section(Section::HigherDegree),
        professional: section(Section::Professional),
    }
}

fn entry<'a>(subjects: &'a Subjects, held: &'a Qualification) -> Entry<'a> {
    Entry {
        award: Some(held.award).filter(|award| *award != Award::GCSE && award.is_known()).map(Award::id),
        subject: held.subject.as_ref().map(|subject| subjects.id(subject)),
        class: held.class().map(|class| class.id()),
        grade: match &held.mark {
            Some(Mark::Grade(grade)) => Some(&grade.text),
            _ => None,
        },
        status: Some(held.status.id()).filter(|_| held.is_predicted()),
        count: Some(held.count).filter(|count| *count > 1),
    }
}
