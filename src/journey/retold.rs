//! A profile that a program hands over, as a person would have told it: what `told` does, the other way round.
//!
//! What a profile leaves open stays open, to be asked. GCSEs are told in less detail than a profile can hold: how many
//! are in the range, and in which groups of subjects.

use super::answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
use super::told::{ONE_BY_ONE, awaits_gcses, range, told};
use crate::catalogue::Catalogue;
use crate::rules::role::SubjectGroup;
use crate::rules::{Profile, Qualification, Role, Section, Status, gcses_in_range};

/// The answers that say what a profile says; none where it says nothing.
pub(super) fn retold(catalogue: &Catalogue, role: &Role, profile: &Profile) -> Answers {
    let said = |section: &Section| profile.section(*section).is_some();
    if !said(&Section::Gcse) && !ONE_BY_ONE.iter().any(said) {
        return Answers::default();
    }
    let told_at = |stage: Stage| {
        let mut answers = Answers::default();
        answers.set(QuestionId::Stage, Answer::Stage(stage));
        gcses(catalogue, role, stage, profile, &mut answers);
        ONE_BY_ONE.into_iter().for_each(|section| one_by_one(section, profile, &mut answers));
        answers
    };
    let stage = stage(profile);
    let answers = told_at(stage);
    let again = told(catalogue, role, &answers).profile;
    let same = |section: &Section| again.section(*section) == profile.section(*section);
    let waits = |profile: &Profile| {
        profile.section(Section::Gcse).is_some_and(|held| held.iter().any(Qualification::is_predicted))
    };
    // A stage says of the sections above it that they are empty, and of GCSEs that their results are in. Where it says too
    // much, it stays open.
    if ONE_BY_ONE.iter().all(same) && waits(&again) == waits(profile) { answers } else { told_at(Stage::Other) }
}

/// The highest level of which something is held.
fn stage(profile: &Profile) -> Stage {
    let holds = |section: Section| profile.section(section).is_some_and(|held| !held.is_empty());
    let levels = [
        (Section::HigherDegree, Stage::HigherDegree),
        (Section::Degree, Stage::Degree),
        (Section::Level3, Stage::Level3),
        (Section::Gcse, Stage::Gcse),
    ];
    levels.into_iter().find(|(section, _)| holds(*section)).map_or(Stage::Other, |(_, stage)| stage)
}

fn one_by_one(section: Section, profile: &Profile, answers: &mut Answers) {
    let Some(held) = profile.section(section) else { return };
    if held.is_empty() {
        return answers.set(QuestionId::Held(section, 0, Part::Award), Answer::Award(Choice::None));
    }
    for (index, one) in (0..u8::MAX).zip(held) {
        let id = |part| QuestionId::Held(section, index, part);
        let award = if one.award.is_known() { Choice::One(one.award) } else { Choice::NotSure };
        answers.set(id(Part::Award), Answer::Award(award));
        answers.set(id(Part::Status), Answer::Status(one.status));
        if let Some(mark) = &one.mark {
            answers.set(id(Part::Result), Answer::Result(Some(mark.clone())));
        }
        if let Some(subject) = &one.subject {
            answers.set(id(Part::Subject), Answer::Subject(Some(subject.clone())));
        }
        answers.set(QuestionId::More(section, index), Answer::More(usize::from(index) + 1 < held.len()));
    }
}

fn gcses(catalogue: &Catalogue, role: &Role, stage: Stage, profile: &Profile, answers: &mut Answers) {
    let Some(held) = profile.section(Section::Gcse) else { return };
    let known = held.iter().all(|one| one.passes().is_some());
    let passed: Vec<&Qualification> = held.iter().filter(|one| one.passes() == Some(true)).collect();
    // Which of several grades is open cannot be told: the person is asked.
    if !known {
        return;
    }
    let range = range(catalogue, role);
    let number = gcses_in_range(range.doubles, held).min(range.number);
    answers.set(QuestionId::Gcse(GcsePart::Number), Answer::Number(Choice::One(number)));
    if number == 0 {
        return;
    }
    let in_group = |group: &SubjectGroup| passed.iter().any(|one| one.subject.as_ref().is_some_and(|it| group.has(it)));
    let groups: Vec<usize> = (0..range.groups.len()).filter(|place| in_group(range.groups[*place])).collect();
    if groups.len() == range.groups.len() || passed.iter().all(|one| one.subject.is_some()) {
        let groups = if groups.is_empty() { Choice::None } else { Choice::One(groups) };
        answers.set(QuestionId::Gcse(GcsePart::Including), Answer::Groups(groups));
    }
    if awaits_gcses(stage) {
        // Of some it is known and of others not: then the whole still waits for results.
        let open = passed.iter().any(|one| one.is_predicted());
        let status = if open { Status::Predicted } else { Status::Awarded };
        answers.set(QuestionId::Gcse(GcsePart::Status), Answer::Status(status));
    }
}
