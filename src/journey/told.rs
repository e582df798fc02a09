//! What the answers say, whichever role they were given for: so a person keeps them from one role to another.
//!
//! An answer that a change made meaningless is passed over, not lost. What is still worth asking is for `walk` to say.

use super::answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
use crate::catalogue::Catalogue;
use crate::rules::advise::counts;
use crate::rules::role::SubjectGroup;
use crate::rules::{Award, Mark, Profile, Qualification, Role, Route, Rule, Section, Status, Subject, SubjectId};

/// The sections whose qualifications are told one at a time.
pub(super) const ONE_BY_ONE: [Section; 4] =
    [Section::Level3, Section::Degree, Section::HigherDegree, Section::Professional];

/// What the answers say.
#[derive(Default)]
pub(super) struct Told {
    pub(super) profile: Profile,
    /// The questions whose answers count.
    pub(super) live: Vec<QuestionId>,
    pub(super) stage: Option<Stage>,
    /// How many GCSEs there are, where there are any.
    pub(super) gcses: u16,
    ends: [End; ONE_BY_ONE.len()],
}

/// Where a section that is told one at a time has come to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum End {
    /// There may be another, or there may be none.
    #[default]
    Open,
    /// There is another, of which nothing is told yet.
    Another,
    /// There is none, or no other.
    Closed,
}

/// What the answers say. Roles agree on it; `role` is only for one that is not of the catalogue.
pub(super) fn told(catalogue: &Catalogue, role: &Role, answers: &Answers) -> Told {
    let mut told = Told::default();
    let Some(Answer::Stage(stage)) = answers.get(QuestionId::Stage) else { return told };
    told.live.push(QuestionId::Stage);
    told.stage = Some(*stage);
    told.gcses(*stage, &range(catalogue, role), answers);
    for (place, section) in ONE_BY_ONE.into_iter().enumerate() {
        if stage.rules_out(section) {
            told.profile.set(section, Vec::new());
            continue;
        }
        let (held, end) = told.one_by_one(section, catalogue, role, answers);
        if end == End::Closed || !held.is_empty() {
            told.profile.set(section, held);
        }
        told.ends[place] = end;
    }
    told
}

impl Told {
    /// Whether a question has an answer that counts.
    pub(super) fn has(&self, id: QuestionId) -> bool {
        self.live.contains(&id)
    }

    /// Where a section has come to.
    pub(super) fn end(&self, section: Section) -> End {
        let place = ONE_BY_ONE.iter().position(|known| *known == section);
        place.map_or(End::Closed, |place| self.ends[place])
    }

    fn one_by_one(
        &mut self,
        section: Section,
        catalogue: &Catalogue,
        role: &Role,
        answers: &Answers,
    ) -> (Vec<Qualification>, End) {
        let mut held = Vec::new();
        let mut end = End::Open;
        for index in 0..u8::MAX {
            let id = QuestionId::Held(section, index, Part::Award);
            let choice = match answers.get(id) {
                Some(Answer::Award(choice)) if of_section(choice, section) => choice,
                _ => break,
            };
            self.live.push(id);
            match choice {
                Choice::One(award) => {
                    let asked = counts(&catalogue.everything, *award) || counts(role, *award);
                    held.push(self.one(section, index, *award, catalogue, if asked { Some(answers) } else { None }));
                }
                // Not sure whether there is any at all: that stays open.
                Choice::NotSure if index == 0 => break,
                // There is one more, and its kind is not known. An answer that is not known never closes a section.
                Choice::NotSure => held.extend(Award::unknown(section).map(Qualification::new)),
                Choice::None => {
                    end = End::Closed;
                    break;
                }
            }
            let more = QuestionId::More(section, index);
            end = match answers.get(more) {
                Some(Answer::More(true)) => End::Another,
                Some(Answer::More(false)) => End::Closed,
                _ => End::Open,
            };
            if end != End::Open {
                self.live.push(more);
            }
            if end != End::Another {
                break;
            }
        }
        (held, end)
    }

    /// One qualification. Of an award that counts nowhere nothing else is told.
    fn one(
        &mut self,
        section: Section,
        index: u8,
        award: Award,
        catalogue: &Catalogue,
        answers: Option<&Answers>,
    ) -> Qualification {
        let only = award.only_subject().and_then(|id| catalogue.subjects.find(id)).map(Subject::Listed);
        let mut held = Qualification { subject: only, ..Qualification::new(award) };
        for part in [Part::Subject, Part::Status, Part::Result] {
            let id = QuestionId::Held(section, index, part);
            match (part, answers.and_then(|answers| answers.get(id))) {
                (Part::Subject, Some(Answer::Subject(subject))) if award.only_subject().is_none() => {
                    held.subject.clone_from(subject);
                }
                (Part::Status, Some(Answer::Status(status))) => held.status = *status,
                (Part::Result, Some(Answer::Result(mark))) if is_of(mark.as_ref(), award) => held.mark = mark.clone(),
                _ => continue,
            }
            self.live.push(id);
        }
        held
    }

    /// GCSEs as they were given: a number at the lowest grade of the range, some of them in known subjects.
    fn gcses(&mut self, stage: Stage, range: &Range, answers: &Answers) {
        let id = QuestionId::Gcse(GcsePart::Number);
        let Some(Answer::Number(number)) = answers.get(id) else { return };
        self.live.push(id);
        let Choice::One(number) = *number else { return };
        self.gcses = number;
        let mut status = Status::Awarded;
        let id = QuestionId::Gcse(GcsePart::Status);
        if let (Some(Answer::Status(told)), true) = (answers.get(id), number > 0 && awaits_gcses(stage)) {
            self.live.push(id);
            status = *told;
        }
        let mut groups = &Choice::NotSure;
        let id = QuestionId::Gcse(GcsePart::Including);
        if let Some(Answer::Groups(told)) = answers.get(id).filter(|answer| number > 0 && fit(answer, number)) {
            self.live.push(id);
            groups = told;
        }
        let gcse = |subject: Option<Subject>, count: u16| Qualification {
            subject,
            mark: Award::GCSE.grade("4").map(Mark::Grade),
            status,
            count,
            ..Qualification::new(Award::GCSE)
        };
        let other = || Some(Subject::Own("other".into()));
        let mut held: Vec<Qualification> = Vec::new();
        match groups {
            // So many in different subjects, whichever those are.
            Choice::NotSure if number > 0 => held.push(gcse(None, number)),
            Choice::NotSure => {}
            Choice::None => held.push(gcse(other(), number)),
            Choice::One(chosen) => {
                // The person has counted a subject that is worth two as two.
                let first = |group: &usize| {
                    let mut subjects = range.groups.get(*group)?.subjects.iter();
                    subjects.find(|id| !range.doubles.contains(id)).copied()
                };
                let subjects: Vec<SubjectId> = chosen.iter().filter_map(first).collect();
                let others = number.saturating_sub(u16::try_from(subjects.len()).unwrap_or(u16::MAX));
                held.extend(subjects.into_iter().map(|subject| gcse(Some(Subject::Listed(subject)), 1)));
                held.extend((others > 0).then(|| gcse(other(), others)));
            }
        }
        self.profile.set(Section::Gcse, held);
    }
}

/// Those who are further on have their GCSE results. At A level some take English language or maths again.
pub(super) fn awaits_gcses(stage: Stage) -> bool {
    matches!(stage, Stage::Gcse | Stage::Level3 | Stage::Other)
}

/// Whether there are no more groups than GCSEs.
fn fit(answer: &Answer, number: u16) -> bool {
    !matches!(answer, Answer::Groups(Choice::One(chosen)) if chosen.len() > usize::from(number))
}

fn of_section(choice: &Choice<Award>, section: Section) -> bool {
    !matches!(choice, Choice::One(award) if award.section() != section)
}

/// Whether a result is on the award's own scale: the award may have been changed since.
fn is_of(mark: Option<&Mark>, award: Award) -> bool {
    match mark {
        None => true,
        Some(Mark::Class(_)) => award.section() == Section::Degree,
        Some(Mark::Grade(grade)) => award.grade(&grade.text).is_some_and(|known| known == *grade),
    }
}

/// What GCSE rules ask for, taken together.
pub(super) struct Range<'a> {
    /// The number of the rule that asks for most.
    pub(super) number: u16,
    /// The groups that any of them asks for.
    pub(super) groups: Vec<&'a SubjectGroup>,
    /// The subjects that are worth two GCSEs.
    pub(super) doubles: &'a [SubjectId],
}

/// What any role asks for: one role's answer is the next one's too.
pub(super) fn range<'a>(catalogue: &'a Catalogue, role: &'a Role) -> Range<'a> {
    let mut all = Range { number: 0, groups: Vec::new(), doubles: catalogue.subjects.doubles() };
    let routes = catalogue.everything.routes.iter().chain(&role.routes);
    for requirement in routes.flat_map(Route::requirements) {
        if let Rule::Range(range) = &requirement.rule {
            all.number = all.number.max(range.number);
            for group in &range.including {
                if !all.groups.contains(&group) {
                    all.groups.push(group);
                }
            }
        }
    }
    all
}
