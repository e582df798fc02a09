//! A profile as JSON, read strictly: nothing unknown is passed over, and an error says where it is.

use super::error::ContractError;
use crate::catalogue::Subjects;
use crate::json::shape::{About, Object, Shape, may};
use crate::json::{At, Mistakes};
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::{Award, Class, Grade, Mark, Profile, Qualification, Section, Status, Subject};

/// The longest profile that is read, in bytes of JSON.
pub const MAX_BYTES: usize = 16 * 1024;
/// The most qualifications in a section.
const MAX_HELD: usize = 100;
/// The longest grade, in characters.
const MAX_GRADE: usize = 20;
/// The most GCSEs that one entry can stand for.
const MAX_COUNT: u16 = 50;

const SUBJECT: Shape = Shape::Text(MAX_SUBJECT);
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
        may("award", Shape::Name("award", || Award::ids(Section::Gcse)), ""),
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
        may("award", Shape::Name("award", || Award::ids(Section::Level3)), ""),
        may("subject", SUBJECT, ""),
        may("grade", Shape::Any, ""),
        may("status", STATUS, ""),
    ],
};

const DEGREE: Object = Object {
    name: "degree",
    about: About::new("A first degree."),
    fields: &[
        may("award", Shape::Name("award", || Award::ids(Section::Degree)), ""),
        may("subject", SUBJECT, ""),
        may("class", Shape::Any, ""),
        may("status", STATUS, ""),
    ],
};

const HIGHER_DEGREE: Object = Object {
    name: "higherDegree",
    about: About::new("A higher degree."),
    fields: &[
        may("award", Shape::Name("award", || Award::ids(Section::HigherDegree)), ""),
        may("subject", SUBJECT, ""),
        may("status", STATUS, ""),
    ],
};

const PROFESSIONAL: Object = Object {
    name: "professional",
    about: About::new("What a professional body has confirmed."),
    fields: &[may("award", Shape::Name("award", || Award::ids(Section::Professional)), ""), may("status", STATUS, "")],
};

/// Reads a profile, without which of its texts were read as a listed subject.
///
/// # Errors
/// As [`read`].
pub fn decode(subjects: &Subjects, json: &str) -> Result<Profile, ContractError> {
    read(subjects, json).map(|decoded| decoded.profile)
}

/// A profile that was read, and which of its texts were read as a listed subject by their folded name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The profile.
    pub profile: Profile,
    /// The texts, in the order of the profile.
    pub understood: Vec<Understood>,
}

impl From<Profile> for Decoded {
    fn from(profile: Profile) -> Decoded {
        Decoded { profile, understood: Vec::new() }
    }
}

/// A text that was read as a listed subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The section of the entry.
    pub section: Section,
    /// The place of the entry in its section.
    pub index: usize,
    /// What stands in the profile.
    pub text: String,
    /// The subject.
    pub subject: Subject,
}

/// Reads a profile.
///
/// # Errors
/// `E_PROFILE`, with the path, for the first thing that is not as the contract says.
pub fn read(subjects: &Subjects, json: &str) -> Result<Decoded, ContractError> {
    if json.len() > MAX_BYTES {
        return Err(ContractError::profile("", &format!("is longer than {MAX_BYTES} bytes")));
    }
    let mistakes = Mistakes::default();
    let value = mistakes.parse("", json);
    let at = At::new("", &value, &mistakes);
    at.check(&Shape::Object(&PROFILE));
    let mut decoded = Decoded::default();
    for section in Section::ALL {
        if let Some(at) = at.get(section.key()) {
            decoded.read_section(subjects, section, &at);
        }
    }
    mistakes.or(decoded).map_err(|mistakes| {
        mistakes
            .first()
            .map_or_else(|| ContractError::profile("", ""), |first| ContractError::profile(&first.path, &first.what))
    })
}

impl Decoded {
    fn read_section(&mut self, subjects: &Subjects, section: Section, at: &At) {
        let mut held = Vec::new();
        at.each(&mut |at| {
            let subject = at.get("subject").map(|at| (at.as_text(), subjects.read(section, at.as_text())));
            if let Some((text, read)) = subject.as_ref().filter(|(_, read)| read.is_understood) {
                let (text, subject) = (text.to_string(), read.subject.clone());
                self.understood.push(Understood { section, index: held.len(), text, subject });
            }
            held.extend(qualification(subjects, section, at, subject.map(|(_, read)| read.subject)));
        });
        self.profile.set(section, held);
    }
}

/// Reads an entry; `None` where its award is not one of the section's.
fn qualification(subjects: &Subjects, section: Section, at: &At, subject: Option<Subject>) -> Option<Qualification> {
    let award = match (at.get("award"), section) {
        (Some(at), _) => Award::find(section, at.as_text())?,
        (None, Section::Gcse) => Award::GCSE,
        (None, _) => Award::unknown(section)?,
    };
    let class = at.get("class").and_then(|at| class(subjects, &at));
    let is_double =
        matches!(&subject, Some(Subject::Listed(id)) if section == Section::Gcse && subjects.doubles().contains(id));
    let status = at.need("status").place(&Status::ALL.map(Status::id)).map_or(Status::Awarded, |at| Status::ALL[at]);
    Some(Qualification {
        award,
        subject,
        mark: class
            .map(|(class, _)| Mark::Class(class))
            .or_else(|| grade(award, is_double, &at.get("grade")?).map(Mark::Grade)),
        status: if class.is_some_and(|(_, predicted)| predicted) { Status::Predicted } else { status },
        count: at.need("count").whole().unwrap_or(1),
    })
}

/// A class in one of its spellings, and whether it says that it is predicted.
fn class(subjects: &Subjects, at: &At) -> Option<(Class, bool)> {
    at.check(&Shape::Text(MAX_SUBJECT));
    let class = subjects.class(at.as_text());
    if class.is_none() && !at.as_text().is_empty() {
        at.unknown("class", at.as_text(), &Class::ALL.map(Class::id), 4);
    }
    class
}

/// A grade on the award's own scale. Which those are depends on the award, so no shape says it.
fn grade(award: Award, is_double: bool, at: &At) -> Option<Grade> {
    at.check(&Shape::Text(MAX_GRADE));
    if !award.is_known() {
        at.wrong(format_args!("needs an award beside it: each award has its own grades"));
        return None;
    }
    let text = at.as_text();
    let grade = if is_double { award.double_grade(text) } else { award.grade(text) };
    if grade.is_none() && !is_double && award.section() == Section::Gcse && award.double_grade(text).is_some() {
        at.wrong(format_args!("is a pair of grades; give the subject combined-science, or one grade"));
    } else if grade.is_none() && !text.is_empty() {
        // No grade is suggested, however near it is: the nearest to "b" is "A".
        let points = ["the points from 0 to 45"];
        at.unknown("grade", text, if award.grades().is_empty() { &points } else { award.grades() }, usize::MAX);
    }
    grade
}
