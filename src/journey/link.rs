//! A link that holds answers: compact, with a version and a checksum. It holds answers alone, never notes or names.
//!
//! `v2.PAYLOAD.CHECK`, in letters that every address may have. The payload is the id of the role, the version of its
//! rules, and the answers, each behind its question and its length, so that what is unknown can be passed over. Links
//! live for ever: what is written here is only ever added to, and links of old stand in the tests.

use super::answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
use super::told::{ONE_BY_ONE, range};
use crate::base64url;
use crate::catalogue::{Catalogue, EVERYTHING};
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::{Award, Class, Mark, Section, Status, Subject, SubjectId};
use crate::stamp::stamp;

/// The longest link that is written or read, in characters.
pub const LONGEST: usize = 512;
/// The version that is written.
const VERSION: &str = "v2";
/// The versions that are read. In version 2 a qualification whose kind is not known can have others after it, which a program
/// that knows version 1 alone would lose; otherwise they are the same.
const READABLE: [&str; 2] = ["v1", VERSION];

/// The groups of GCSE subjects, by their places in a link. A new one goes to the end.
const GROUPS: [&str; 3] = ["english-language", "mathematics", "science"];
/// The parts of a qualification, by their places in a link.
const PARTS: [Part; 4] = [Part::Award, Part::Subject, Part::Status, Part::Result];

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

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is longer than any that is written.
    TooLong,
    /// It is of a version that this program does not know.
    Version,
    /// A part of it is missing or changed.
    Damaged,
}

/// The link for some answers, given in the order in which they are asked, of any length. Only what a person typed could
/// be too long for its place, and is not.
pub(super) fn write(catalogue: &Catalogue, role: &str, answers: &[(QuestionId, &Answer)]) -> Option<String> {
    let rules_version = catalogue.role(role).map_or("", |pack| pack.rules_version);
    let mut bytes = Vec::new();
    push(&mut bytes, role.as_bytes())?;
    push(&mut bytes, rules_version.as_bytes())?;
    for (id, answer) in answers {
        bytes.push(code(*id));
        push(&mut bytes, &value(catalogue, answer))?;
    }
    let payload = base64url::encode(&bytes);
    Some([VERSION, &payload, &checksum(&payload)].join("."))
}

/// Adds a piece behind its length.
fn push(bytes: &mut Vec<u8>, piece: &[u8]) -> Option<()> {
    bytes.push(u8::try_from(piece.len()).ok()?);
    bytes.extend_from_slice(piece);
    Some(())
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
pub(super) fn read_of_any_length(catalogue: &Catalogue, link: &str) -> Result<Link, Broken> {
    contents(catalogue, &mut Reader(&envelope(link)?)).ok_or(Broken::Damaged)
}

/// What is in a link, whole and of a version that this program knows.
pub(super) fn envelope(link: &str) -> Result<Vec<u8>, Broken> {
    let (version, rest) = link.split_once('.').ok_or(Broken::Damaged)?;
    if !READABLE.contains(&version) {
        return Err(Broken::Version);
    }
    let (payload, sum) = rest.split_once('.').ok_or(Broken::Damaged)?;
    if sum != checksum(payload) {
        return Err(Broken::Damaged);
    }
    base64url::decode(payload).ok_or(Broken::Damaged)
}

/// Six letters that another text hardly has too.
pub(super) fn checksum(text: &str) -> String {
    base64url::encode(&stamp(text).to_be_bytes()[..4])
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
    // A qualification begins with its award; what follows is about it.
    let mut held: [Option<(u8, Option<Award>)>; ONE_BY_ONE.len()] = [None; ONE_BY_ONE.len()];
    let mut begun = [0_u8; ONE_BY_ONE.len()];
    while !reader.0.is_empty() {
        let code = reader.byte()?;
        let value = reader.piece()?;
        let place = code.checked_sub(4).map(|code| (usize::from(code / 8), usize::from(code % 8)));
        let answered = match place {
            None => alone(catalogue, code, value),
            Some((place, 0)) => {
                let section = ONE_BY_ONE.get(place).copied();
                let read = section.and_then(|section| Some((section, award(section, value)?)));
                read.map(|(section, choice)| {
                    let index = begun[place];
                    begun[place] = index.saturating_add(1);
                    // One whose kind is not known can still have another after it.
                    held[place] = match choice {
                        Choice::One(award) => Some((index, Some(award))),
                        Choice::NotSure => Some((index, None)),
                        Choice::None => None,
                    };
                    (QuestionId::Held(section, index, Part::Award), Answer::Award(choice))
                })
            }
            Some((place, part)) => held
                .get(place)
                .copied()
                .flatten()
                .and_then(|held| about(catalogue, ONE_BY_ONE[place], held, part, value)),
        };
        match answered {
            Some((id, answer)) => link.answers.set(id, answer),
            None => link.lost += 1,
        }
    }
    Some(link)
}

/// A question's place in a link: the first four, then eight for each section, of which six are used.
fn code(id: QuestionId) -> u8 {
    let of = |section: Section, part: u8| {
        let place = ONE_BY_ONE.iter().position(|known| *known == section).unwrap_or_default();
        4 + 8 * place as u8 + part
    };
    match id {
        QuestionId::Stage => 0,
        QuestionId::Gcse(GcsePart::Number) => 1,
        QuestionId::Gcse(GcsePart::Including) => 2,
        QuestionId::Gcse(GcsePart::Status) => 3,
        QuestionId::Held(section, _, part) => {
            of(section, PARTS.iter().position(|known| *known == part).unwrap_or_default() as u8)
        }
        QuestionId::More(section, _) => of(section, PARTS.len() as u8),
    }
}

fn value(catalogue: &Catalogue, answer: &Answer) -> Vec<u8> {
    // A first byte that says what follows, and what follows.
    let with = |kind: u8, rest: &[u8]| [&[kind], rest].concat();
    let byte = match answer {
        Answer::Number(Choice::NotSure) | Answer::Groups(Choice::NotSure) | Answer::Award(Choice::NotSure) => {
            return Vec::new();
        }
        Answer::Result(None) => return Vec::new(),
        Answer::Subject(Subject::Own(words)) => return with(0, words.as_bytes()),
        Answer::Subject(subject @ Subject::Listed(_)) => return with(1, &short(catalogue.subjects.id(subject))),
        Answer::Result(Some(Mark::Class(class))) => return with(0, &[*class as u8]),
        Answer::Result(Some(Mark::Grade(grade))) => return with(1, grade.text.as_bytes()),
        Answer::Stage(stage) => *stage as u8,
        Answer::Number(Choice::One(number)) => *number as u8,
        Answer::Groups(Choice::One(places)) => bits(catalogue, places),
        Answer::Award(Choice::One(award)) => award.index() as u8 + 1,
        Answer::Number(Choice::None) | Answer::Groups(Choice::None) | Answer::Award(Choice::None) => 0,
        Answer::Status(status) => *status as u8,
        Answer::More(more) => u8::from(*more),
    };
    vec![byte]
}

/// The answer to one of the first four questions.
fn alone(catalogue: &Catalogue, code: u8, value: &[u8]) -> Option<(QuestionId, Answer)> {
    Some(match (code, value) {
        (0, [stage]) => (QuestionId::Stage, Answer::Stage(*Stage::ALL.get(usize::from(*stage))?)),
        (1, []) => (QuestionId::Gcse(GcsePart::Number), Answer::Number(Choice::NotSure)),
        (1, [number @ 0..=20]) => (QuestionId::Gcse(GcsePart::Number), Answer::Number(Choice::One((*number).into()))),
        (2, []) => (QuestionId::Gcse(GcsePart::Including), Answer::Groups(Choice::NotSure)),
        (2, [bits]) => (QuestionId::Gcse(GcsePart::Including), Answer::Groups(groups(catalogue, *bits)?)),
        (3, [status]) => (QuestionId::Gcse(GcsePart::Status), Answer::Status(*Status::ALL.get(usize::from(*status))?)),
        _ => return None,
    })
}

fn award(section: Section, value: &[u8]) -> Option<Choice<Award>> {
    match value {
        [] => Some(Choice::NotSure),
        [0] => Some(Choice::None),
        [place] => Award::all(section).find(|award| award.index() + 1 == usize::from(*place)).map(Choice::One),
        _ => None,
    }
}

/// The answer to a question about a qualification, by the place of its part.
fn about(
    catalogue: &Catalogue,
    section: Section,
    (index, award): (u8, Option<Award>),
    part: usize,
    value: &[u8],
) -> Option<(QuestionId, Answer)> {
    let Some(&part) = PARTS.get(part) else {
        let more = if let [more @ 0..=1] = value { *more == 1 } else { return None };
        return (part == PARTS.len()).then_some((QuestionId::More(section, index), Answer::More(more)));
    };
    let answer = match (part, value) {
        (Part::Subject, [0, words @ ..]) => Answer::Subject(Subject::Own(own(words)?.into())),
        (Part::Subject, [1, code @ ..]) => Answer::Subject(Subject::Listed(listed(catalogue, section, code)?)),
        (Part::Status, [status]) => Answer::Status(*Status::ALL.get(usize::from(*status))?),
        (Part::Result, []) => Answer::Result(None),
        (Part::Result, [0, class]) if section == Section::Degree => {
            Answer::Result(Some(Mark::Class(*Class::ALL.get(usize::from(*class))?)))
        }
        (Part::Result, [1, grade @ ..]) => {
            Answer::Result(Some(Mark::Grade(award?.grade(std::str::from_utf8(grade).ok()?)?)))
        }
        _ => return None,
    };
    Some((QuestionId::Held(section, index, part), answer))
}

/// A person's own words, as they could have been typed.
fn own(words: &[u8]) -> Option<&str> {
    let words = std::str::from_utf8(words).ok()?;
    let fits = (1..=MAX_SUBJECT).contains(&words.chars().count()) && !words.chars().any(char::is_control);
    (fits && !words.trim().is_empty()).then_some(words)
}

/// Three bytes that tell a subject from all others; a test sees to that.
fn short(id: &str) -> [u8; 3] {
    let [a, b, c, ..] = stamp(id).to_be_bytes();
    [a, b, c]
}

fn listed(catalogue: &Catalogue, section: Section, code: &[u8]) -> Option<SubjectId> {
    let id = |id: &SubjectId| short(catalogue.subjects.id(&Subject::Listed(*id))) == code;
    catalogue.subjects.of(section).find(id)
}

fn bits(catalogue: &Catalogue, places: &[usize]) -> u8 {
    let groups = range(catalogue, &catalogue.everything).groups;
    let ids = places.iter().filter_map(|place| groups.get(*place)).map(|group| group.id);
    ids.filter_map(|id| GROUPS.iter().position(|known| *known == id)).map(|place| 1 << place).sum()
}

fn groups(catalogue: &Catalogue, bits: u8) -> Option<Choice<Vec<usize>>> {
    if bits == 0 {
        return Some(Choice::None);
    }
    let groups = range(catalogue, &catalogue.everything).groups;
    let asked =
        |(place, id): (usize, &&str)| (bits & 1 << place != 0).then(|| groups.iter().position(|group| group.id == *id));
    let places: Option<Vec<usize>> = GROUPS.iter().enumerate().filter_map(asked).collect();
    (bits < 1 << GROUPS.len()).then_some(Choice::One(places?))
}
