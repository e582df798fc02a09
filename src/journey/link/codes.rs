//! The numbers that stand in a share link for questions, stages, awards, classes and so on.
//!
//! **Append-only.** A link that was sent once can be opened years later, so a code keeps its meaning for ever: it is
//! never changed, never removed, and never given to something else. A new thing gets a code that was never used.
//!
//! These are numbers of their own. They follow neither from the order of an enum nor from a place in another table, so
//! those can be reordered. `tests/wire-formats.txt` keeps every code; a native test fails when one moves, when one is
//! given twice, and when something that can be answered has none.

use crate::journey::answers::{GcsePart, Part, QuestionId, Stage};
use crate::rules::{Award, Class, Section, Status};

/// An append-only table of things and their codes: lines are added, and no line changes.
pub struct Codes<T: 'static>(&'static [(T, u8)]);

impl<T: Copy + PartialEq> Codes<T> {
    /// Returns the code of a thing, or `None` where it has none: a test shows that all that can be answered has one.
    pub fn code(&self, of: T) -> Option<u8> {
        self.0.iter().find(|(known, _)| *known == of).map(|(_, code)| *code)
    }

    /// Returns the thing that a code stands for, or `None` for a code of a later version or of no version.
    pub fn find(&self, code: u8) -> Option<T> {
        self.0.iter().find(|(_, known)| *known == code).map(|(of, _)| *of)
    }

    /// Returns every thing with its code.
    pub fn entries(&self) -> &'static [(T, u8)] {
        self.0
    }
}

/// The questions. One about a qualification has the same code for the first qualification of its section and for every
/// later one, so it stands here with the number 0. Unused codes between the sections are free for new questions.
pub const QUESTIONS: Codes<QuestionId> = Codes(&[
    (QuestionId::Stage, 0),
    (QuestionId::Gcse(GcsePart::Number), 1),
    (QuestionId::Gcse(GcsePart::Including), 2),
    (QuestionId::Gcse(GcsePart::Status), 3),
    (QuestionId::Held(Section::Level3, 0, Part::Award), 4),
    (QuestionId::Held(Section::Level3, 0, Part::Subject), 5),
    (QuestionId::Held(Section::Level3, 0, Part::Status), 6),
    (QuestionId::Held(Section::Level3, 0, Part::Result), 7),
    (QuestionId::More(Section::Level3, 0), 8),
    (QuestionId::Held(Section::Degree, 0, Part::Award), 12),
    (QuestionId::Held(Section::Degree, 0, Part::Subject), 13),
    (QuestionId::Held(Section::Degree, 0, Part::Status), 14),
    (QuestionId::Held(Section::Degree, 0, Part::Result), 15),
    (QuestionId::More(Section::Degree, 0), 16),
    (QuestionId::Held(Section::HigherDegree, 0, Part::Award), 20),
    (QuestionId::Held(Section::HigherDegree, 0, Part::Subject), 21),
    (QuestionId::Held(Section::HigherDegree, 0, Part::Status), 22),
    (QuestionId::Held(Section::HigherDegree, 0, Part::Result), 23),
    (QuestionId::More(Section::HigherDegree, 0), 24),
    (QuestionId::Held(Section::Professional, 0, Part::Award), 28),
    (QuestionId::Held(Section::Professional, 0, Part::Subject), 29),
    (QuestionId::Held(Section::Professional, 0, Part::Status), 30),
    (QuestionId::Held(Section::Professional, 0, Part::Result), 31),
    (QuestionId::More(Section::Professional, 0), 32),
]);

/// The highest levels that a person can name.
pub const STAGES: Codes<Stage> =
    Codes(&[(Stage::Gcse, 0), (Stage::Level3, 1), (Stage::Degree, 2), (Stage::HigherDegree, 3), (Stage::Other, 4)]);

/// The classes of degrees.
pub const CLASSES: Codes<Class> = Codes(&[
    (Class::First, 0),
    (Class::UpperSecond, 1),
    (Class::LowerSecond, 2),
    (Class::UndividedSecond, 3),
    (Class::Third, 4),
    (Class::Pass, 5),
    (Class::Unclassified, 6),
]);

/// Whether a result is in.
pub const STATUSES: Codes<Status> = Codes(&[(Status::Awarded, 0), (Status::Predicted, 1)]);

/// The groups of GCSE subjects, by their ids in the packs. An answer names several groups in one byte, so each code is one
/// bit of it: the next ones are 8, 16, 32, 64 and 128.
pub const GCSE_GROUPS: Codes<&str> = Codes(&[("english-language", 1), ("mathematics", 2), ("science", 4)]);

/// The awards. Code 0 is [`NONE`].
pub const AWARDS: Codes<Award> = Codes(&[
    (award("a-level"), 1),
    (award("as-level"), 2),
    (award("t-level"), 3),
    (award("btec-extended-diploma"), 4),
    (award("btec-diploma"), 5),
    (award("btec-foundation-diploma"), 6),
    (award("btec-extended-certificate"), 7),
    (award("access-to-he-diploma"), 8),
    (award("ib-diploma"), 9),
    (award("ib-higher-level"), 10),
    (award("scottish-higher"), 11),
    (award("scottish-advanced-higher"), 12),
    (award("irish-leaving-certificate-higher"), 13),
    (award("epq"), 14),
    (award("core-maths"), 15),
    (award("other-level-3"), 16),
    (award("bachelor-honours"), 17),
    (award("integrated-masters"), 18),
    (award("scottish-ma-honours"), 19),
    (award("ordinary-degree"), 20),
    (award("foundation-degree"), 21),
    (award("hnd"), 22),
    (award("medical-degree"), 23),
    (award("overseas-degree"), 24),
    (award("msc"), 25),
    (award("ma"), 26),
    (award("mres"), 27),
    (award("mphil"), 28),
    (award("mba"), 29),
    (award("engd"), 30),
    (award("phd"), 31),
    (award("professional-doctorate"), 32),
    (award("pgdip"), 33),
    (award("pgcert"), 34),
    (award("pgce"), 35),
    (award("graduate-diploma"), 36),
    (award("oxbridge-ma"), 37),
    (award("overseas-higher-degree"), 38),
    (award("gcse"), 39),
    (award("gdc-dental-technician"), 40),
    (award("hcpc-clinical-scientist"), 41),
    (award("ibms-accredited-degree"), 42),
    (award("igcse"), 43),
    (award("national-5"), 44),
    (award("o-level"), 45),
    (award("cse"), 46),
]);

/// The award of that id. It is called for the table alone, where an id that is unknown ends the compilation.
const fn award(id: &str) -> Award {
    Award::named(id).expect("an id of the contract")
}

/// The answer "none", of awards and of GCSE groups. The answer "I'm not sure" has no byte at all.
pub const NONE: u8 = 0;

/// Whether there is another qualification.
pub const MORE: Codes<bool> = Codes(&[(false, 0), (true, 1)]);

/// The first byte of a subject: a person's own words follow.
pub const OWN_WORDS: u8 = 0;
/// The first byte of a subject: the short stamp of a subject of the tables follows.
pub const LISTED: u8 = 1;

/// The first byte of a result: a class follows.
pub const CLASS: u8 = 0;
/// The first byte of a result: a grade follows, as it is written.
pub const GRADE: u8 = 1;
