//! A profile as JSON, read strictly: nothing unknown is passed over, and an error says where it is.

use super::error::ContractError;
use crate::catalogue::Subjects;
use crate::json::shape::{About, Object, Shape, may, need};
use crate::json::{At, Mistakes};
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::{Award, Class, Grade, Mark, Profile, Qualification, Section, Status};

/// The longest profile that is read, in bytes of JSON.
pub const MAX_BYTES: usize = 16 * 1024;
/// The most qualifications in a section.
const MAX_HELD: usize = 100;
/// The most GCSEs that one entry can stand for.
const MAX_COUNT: u16 = 50;

const SUBJECT: Shape = Shape::Text(MAX_SUBJECT);
const CLASS: Shape = Shape::Name("class", || Class::ALL.map(Class::id).to_vec());
const STATUS: Shape = Shape::Name("status", || Status::ALL.map(Status::id).to_vec());

const PROFILE: Object = Object {
    name: "profile",
    about: About::new("What a person holds or expects."),
    fields: &[
        may("gcse", Shape::List(&Shape::Object(&GCSE), 0, MAX_HELD), "GCSEs and their like."),
        may("level3", Shape::List(&Shape::Object(&LEVEL_3), 0, MAX_HELD), "A levels and other level 3 awards."),
        may("degree", Shape::List(&Shape::Object(&DEGREE), 0, MAX_HELD), "First degrees."),
        may("higherDegree", Shape::List(&Shape::Object(&HIGHER_DEGREE), 0, MAX_HELD), "Degrees after a first one."),
        may("professional", Shape::List(&Shape::Object(&PROFESSIONAL), 0, MAX_HELD), "What a body has confirmed."),
    ],
};

const GCSE: Object = Object {
    name: "gcse",
    about: About::new("A GCSE, or several of a kind."),
    fields: &[
        may("subject", SUBJECT, ""),
        may("grade", Shape::Any, ""),
        may("count", Shape::Whole(1, MAX_COUNT), ""),
        may("status", STATUS, ""),
    ],
};

const LEVEL_3: Object = Object {
    name: "level3",
    about: About::new("A level 3 award."),
    fields: &[
        need("award", Shape::Name("award", || Award::ids(Section::Level3)), ""),
        may("subject", SUBJECT, ""),
        may("grade", Shape::Any, ""),
        may("status", STATUS, ""),
    ],
};

const DEGREE: Object = Object {
    name: "degree",
    about: About::new("A first degree."),
    fields: &[
        need("award", Shape::Name("award", || Award::ids(Section::Degree)), ""),
        may("subject", SUBJECT, ""),
        may("class", CLASS, ""),
        may("status", STATUS, ""),
    ],
};

const HIGHER_DEGREE: Object = Object {
    name: "higherDegree",
    about: About::new("A higher degree."),
    fields: &[
        need("award", Shape::Name("award", || Award::ids(Section::HigherDegree)), ""),
        may("subject", SUBJECT, ""),
        may("status", STATUS, ""),
    ],
};

const PROFESSIONAL: Object = Object {
    name: "professional",
    about: About::new("What a professional body has confirmed."),
    fields: &[need("award", Shape::Name("award", || Award::ids(Section::Professional)), ""), may("status", STATUS, "")],
};

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
    let at = At::new("", &value, &mistakes);
    at.check(&Shape::Object(&PROFILE));
    let profile = profile(subjects, &at);
    mistakes.or(profile).map_err(|mistakes| {
        mistakes
            .first()
            .map_or_else(|| ContractError::profile("", ""), |first| ContractError::profile(&first.path, &first.what))
    })
}

fn profile(subjects: &Subjects, at: &At) -> Profile {
    let mut profile = Profile::default();
    for section in Section::ALL {
        if let Some(at) = at.get(section.key()) {
            let mut held = Vec::new();
            at.each(&mut |at| held.extend(qualification(subjects, section, at)));
            profile.set(section, held);
        }
    }
    profile
}

fn qualification(subjects: &Subjects, section: Section, at: &At) -> Option<Qualification> {
    let award = if section == Section::Gcse { Award::GCSE } else { Award::find(section, at.text("award"))? };
    let class = at.get("class").and_then(|at| Class::find(at.as_text())).map(Mark::Class);
    Some(Qualification {
        award,
        subject: at.get("subject").map(|at| subjects.read(at.as_text())),
        mark: class.or_else(|| grade(award, &at.get("grade")?).map(Mark::Grade)),
        status: at.need("status").place(&Status::ALL.map(Status::id)).map_or(Status::Awarded, |at| Status::ALL[at]),
        count: at.need("count").whole().unwrap_or(1),
    })
}

/// A grade on the award's own scale. Which those are depends on the award, so no shape says it.
fn grade(award: Award, at: &At) -> Option<Grade> {
    at.check(&Shape::Text(usize::MAX));
    let grade = award.grade(at.as_text());
    if grade.is_none() {
        // Only some scales are a list, but what is on no scale is in no list either.
        at.find("grade", award.grades());
    }
    grade
}
