//! Reads a link.

use super::codes::{
    AWARDS, CLASS, CLASSES, GCSE_GROUPS, GRADE, LISTED, MORE, NONE, OWN_WORDS, QUESTIONS, STAGES, STATUSES,
};
use super::envelope::{Broken, LONGEST, unseal};
use super::subject::short_stamp;
use crate::catalogue::{Catalogue, EVERYTHING};
use crate::journey::answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId};
use crate::journey::told::range;
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::{Award, Mark, Section, Subject, SubjectId};

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The id of the role, or of all of them.
    pub role: String,
    /// The version of the role's rules when the link was made; empty for all roles.
    pub rules_version: String,
    /// The answers.
    pub answers: Answers,
    /// How many answers could not be read: what they name is gone, or newer than this program.
    pub lost: usize,
}

/// Reads a link.
///
/// # Errors
/// Where nothing of it can be trusted.
pub fn read(catalogue: &Catalogue, link: &str) -> Result<Link, Broken> {
    if link.len() > LONGEST {
        return Err(Broken::TooLong);
    }
    read_of_any_length(catalogue, link)
}

/// Reads a link that was kept where there is room for a longer one than in an address.
///
/// # Errors
/// Where nothing of it can be trusted.
pub fn read_of_any_length(catalogue: &Catalogue, link: &str) -> Result<Link, Broken> {
    contents(catalogue, &mut Reader(&unseal(link)?)).ok_or(Broken::Damaged)
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// So many bytes as the next one says.
    fn piece(&mut self) -> Option<&'a [u8]> {
        let length = usize::from(self.byte()?);
        let (piece, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(piece)
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.piece()?).ok()
    }
}

fn contents(catalogue: &Catalogue, reader: &mut Reader) -> Option<Link> {
    let role = reader.text()?;
    let known = role == EVERYTHING || catalogue.role(role).is_some();
    let mut link = Link {
        role: if known { role } else { "" }.to_string(),
        rules_version: reader.text()?.to_string(),
        answers: Answers::default(),
        lost: usize::from(!known),
    };
    let mut begun = Begun::default();
    while !reader.0.is_empty() {
        let code = reader.byte()?;
        let value = reader.piece()?;
        match QUESTIONS.find(code).and_then(|id| answer(catalogue, &mut begun, id, value)) {
            Some((id, answer)) => link.answers.set(id, answer),
            None => link.lost += 1,
        }
    }
    Some(link)
}

/// The qualifications that were read so far, section by section. A qualification begins with its award, and the answers
/// after that are about it.
#[derive(Default)]
struct Begun {
    number: [u8; Section::ALL.len()],
    current: [Option<Current>; Section::ALL.len()],
}

/// The qualification that answers are about.
#[derive(Clone, Copy)]
struct Current {
    index: u8,
    /// `None` where its kind is not known.
    award: Option<Award>,
}

impl Begun {
    /// Begins the next qualification of a section, and returns its number. Where the award cannot be read, the answers
    /// after it are about nothing that is known, and not about the qualification before.
    fn begin(&mut self, section: Section, choice: Option<&Choice<Award>>) -> u8 {
        let index = self.number[section as usize];
        let award = match choice {
            Some(Choice::One(award)) => Some(Some(*award)),
            // One whose kind is not known can still have another after it.
            Some(Choice::NotSure) => Some(None),
            Some(Choice::None) | None => None,
        };
        self.current[section as usize] = award.map(|award| Current { index, award });
        self.number[section as usize] = index.saturating_add(u8::from(choice.is_some()));
        index
    }
}

/// Returns a question with the answer that stands for it, or `None` where that cannot be read.
fn answer(catalogue: &Catalogue, begun: &mut Begun, id: QuestionId, value: &[u8]) -> Option<(QuestionId, Answer)> {
    match id {
        QuestionId::Stage | QuestionId::Gcse(_) => Some((id, alone(catalogue, id, value)?)),
        QuestionId::Held(section, _, Part::Award) => {
            let choice = award(section, value);
            let index = begun.begin(section, choice.as_ref());
            Some((id.at(index), Answer::Award(choice?)))
        }
        QuestionId::Held(section, _, part) => {
            let current = begun.current[section as usize]?;
            Some((id.at(current.index), about(catalogue, section, current.award, part, value)?))
        }
        QuestionId::More(section, _) => {
            let current = begun.current[section as usize]?;
            Some((id.at(current.index), Answer::More(MORE.find(only(value)?)?)))
        }
    }
}

/// The value of an answer that has one byte.
fn only(value: &[u8]) -> Option<u8> {
    if let [byte] = value { Some(*byte) } else { None }
}

/// The answer to a question that is about no single qualification.
fn alone(catalogue: &Catalogue, id: QuestionId, value: &[u8]) -> Option<Answer> {
    Some(match (id, value) {
        (QuestionId::Stage, [stage]) => Answer::Stage(STAGES.find(*stage)?),
        (QuestionId::Gcse(GcsePart::Number), []) => Answer::Number(Choice::NotSure),
        (QuestionId::Gcse(GcsePart::Number), [number @ 0..=20]) => Answer::Number(Choice::One((*number).into())),
        (QuestionId::Gcse(GcsePart::Including), []) => Answer::Groups(Choice::NotSure),
        (QuestionId::Gcse(GcsePart::Including), [bits]) => Answer::Groups(groups(catalogue, *bits)?),
        (QuestionId::Gcse(GcsePart::Status), [status]) => Answer::Status(STATUSES.find(*status)?),
        _ => return None,
    })
}

fn award(section: Section, value: &[u8]) -> Option<Choice<Award>> {
    match value {
        [] => Some(Choice::NotSure),
        [NONE] => Some(Choice::None),
        [code] => AWARDS.find(*code).filter(|award| award.section() == section).map(Choice::One),
        _ => None,
    }
}

/// The answer to a question about a qualification, whose award is `None` where its kind is not known.
fn about(catalogue: &Catalogue, section: Section, award: Option<Award>, part: Part, value: &[u8]) -> Option<Answer> {
    Some(match (part, value) {
        (Part::Subject, []) => Answer::Subject(None),
        (Part::Subject, [OWN_WORDS, words @ ..]) => Answer::Subject(Some(Subject::Own(own(words)?.into()))),
        (Part::Subject, [LISTED, stamp @ ..]) => {
            Answer::Subject(Some(Subject::Listed(listed(catalogue, section, stamp)?)))
        }
        (Part::Status, [status]) => Answer::Status(STATUSES.find(*status)?),
        (Part::Result, []) => Answer::Result(None),
        (Part::Result, [CLASS, class]) if section == Section::Degree => {
            Answer::Result(Some(Mark::Class(CLASSES.find(*class)?)))
        }
        (Part::Result, [GRADE, grade @ ..]) => {
            Answer::Result(Some(Mark::Grade(award?.grade(std::str::from_utf8(grade).ok()?)?)))
        }
        _ => return None,
    })
}

/// A person's own words, as they could have been typed.
fn own(words: &[u8]) -> Option<&str> {
    let words = std::str::from_utf8(words).ok()?;
    let fits = (1..=MAX_SUBJECT).contains(&words.chars().count()) && !words.chars().any(char::is_control);
    (fits && !words.trim().is_empty()).then_some(words)
}

fn listed(catalogue: &Catalogue, section: Section, stamp: &[u8]) -> Option<SubjectId> {
    let is_it = |id: &SubjectId| short_stamp(catalogue.subjects.id(&Subject::Listed(*id))) == stamp;
    catalogue.subjects.of(section).find(is_it)
}

/// The groups that a byte names; `None` where a bit of it is of no group that there is.
fn groups(catalogue: &Catalogue, bits: u8) -> Option<Choice<Vec<usize>>> {
    if bits == NONE {
        return Some(Choice::None);
    }
    let groups = range(catalogue, &catalogue.everything).groups;
    let place = |code: u8| {
        let id = GCSE_GROUPS.find(code)?;
        groups.iter().position(|group| group.id == id)
    };
    let chosen = (0..u8::BITS).map(|place| 1 << place).filter(|bit| bits & bit != 0);
    chosen.map(place).collect::<Option<Vec<usize>>>().map(Choice::One)
}
