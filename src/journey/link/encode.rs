//! Writes a link.

use super::codes::{
    AWARDS, CLASS, CLASSES, GCSE_GROUPS, GRADE, LISTED, MORE, NONE, OWN_WORDS, QUESTIONS, STAGES, STATUSES,
};
use super::envelope::seal;
use super::subject::short_stamp;
use crate::catalogue::Catalogue;
use crate::journey::answers::{Answer, Choice, QuestionId};
use crate::journey::told::range;
use crate::rules::{Mark, Subject};

/// Returns the link for some answers, of any length. The answers come in the order in which they are asked. `None` where
/// a piece is too long for its one byte of length, which only a person's own words could be, and they are not.
pub fn write(catalogue: &Catalogue, role: &str, answers: &[(QuestionId, &Answer)]) -> Option<String> {
    let rules_version = catalogue.role(role).map_or("", |pack| pack.rules_version);
    let mut payload = Vec::new();
    push(&mut payload, role.as_bytes())?;
    push(&mut payload, rules_version.as_bytes())?;
    for (id, answer) in answers {
        payload.push(QUESTIONS.code(id.at(0))?);
        push(&mut payload, &value(catalogue, answer)?)?;
    }
    Some(seal(&payload))
}

/// Adds a piece behind its length.
fn push(bytes: &mut Vec<u8>, piece: &[u8]) -> Option<()> {
    bytes.push(u8::try_from(piece.len()).ok()?);
    bytes.extend_from_slice(piece);
    Some(())
}

fn value(catalogue: &Catalogue, answer: &Answer) -> Option<Vec<u8>> {
    // A first byte that says what follows, and what follows.
    let with = |kind: u8, rest: &[u8]| Some([&[kind], rest].concat());
    let byte = match answer {
        Answer::Number(Choice::NotSure)
        | Answer::Groups(Choice::NotSure)
        | Answer::Award(Choice::NotSure)
        | Answer::Subject(None)
        | Answer::Result(None) => return Some(Vec::new()),
        Answer::Subject(Some(Subject::Own(words))) => return with(OWN_WORDS, words.as_bytes()),
        Answer::Subject(Some(subject @ Subject::Listed(_))) => {
            return with(LISTED, &short_stamp(catalogue.subjects.id(subject)));
        }
        Answer::Result(Some(Mark::Class(class))) => return with(CLASS, &[CLASSES.code(*class)?]),
        Answer::Result(Some(Mark::Grade(grade))) => return with(GRADE, grade.text.as_bytes()),
        Answer::Number(Choice::None) | Answer::Groups(Choice::None) | Answer::Award(Choice::None) => NONE,
        Answer::Number(Choice::One(number)) => u8::try_from(*number).ok()?,
        Answer::Groups(Choice::One(places)) => groups(catalogue, places),
        Answer::Award(Choice::One(award)) => AWARDS.code(*award)?,
        Answer::Stage(stage) => STAGES.code(*stage)?,
        Answer::Status(status) => STATUSES.code(*status)?,
        Answer::More(more) => MORE.code(*more)?,
    };
    Some(vec![byte])
}

/// Returns a byte with a bit for each group.
fn groups(catalogue: &Catalogue, places: &[usize]) -> u8 {
    let groups = range(catalogue, &catalogue.everything).groups;
    let chosen = places.iter().filter_map(|place| groups.get(*place));
    chosen.filter_map(|group| GCSE_GROUPS.code(group.id)).fold(0, |all, code| all | code)
}
