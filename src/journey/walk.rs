//! The walk: from the answers to the questions that led to them, the next question, and the profile they make.
//!
//! It starts anew each time and asks for each question whether the answers have it. So an answer that a change made
//! meaningless is passed over but not lost, and a question that a change made needed is asked.

use super::answers::{Answer, Answers, Choice, GcsePart, Part, QuestionId, Stage};
use crate::catalogue::{Catalogue, Subjects};
use crate::rules::advise::{Fact, counts, fact_open, more_could_help, open_sections};
use crate::rules::role::SubjectGroup;
use crate::rules::{Award, Mark, Profile, Qualification, Role, Rule, Section, Status, Subject, SubjectId, evaluate};

/// The most qualifications that are asked for in one section.
const MOST: u8 = 20;

/// Where the answers lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Walk {
    /// The questions asked and answered, in order.
    pub path: Vec<QuestionId>,
    /// The next question; `None` when nothing worth asking is left.
    pub next: Option<QuestionId>,
    /// What the answers say.
    pub profile: Profile,
}

/// Walks through the questions of a role.
pub fn walk(catalogue: &Catalogue, role: &Role, answers: &Answers) -> Walk {
    let mut draft = Draft { catalogue, role, stage: None, gcse: Gcse::default(), sections: Default::default() };
    let mut path = Vec::new();
    loop {
        let profile = draft.profile();
        let next = draft.next(&profile, answers);
        match next.and_then(|question| Some((question, answers.get(question)?))) {
            Some((question, answer)) if draft.take(question, answer) => path.push(question),
            _ => return Walk { path, next, profile },
        }
    }
}

/// What is known so far.
struct Draft<'a> {
    catalogue: &'a Catalogue,
    role: &'a Role,
    stage: Option<Stage>,
    gcse: Gcse,
    /// Level 3, degree, higher degree, professional.
    sections: [Entries; ONE_BY_ONE.len()],
}

#[derive(Default)]
struct Gcse {
    number: Option<Choice<u16>>,
    including: Option<Choice<Vec<usize>>>,
    status: Option<Status>,
}

/// The qualifications of a section.
#[derive(Default)]
struct Entries {
    held: Vec<Entry>,
    /// There is another, of which nothing is known yet.
    another: bool,
    /// There is none, or no other.
    closed: bool,
    /// The person is not sure what they hold.
    unsure: bool,
}

impl Entries {
    fn is_untouched(&self) -> bool {
        self.held.is_empty() && !self.closed && !self.unsure
    }

    fn take_award(&mut self, choice: Choice<Award>, subjects: &Subjects) {
        self.another = false;
        match choice {
            Choice::One(award) => {
                let subject = award.only_subject().map(|id| subjects.read(id));
                let held = Qualification { subject, ..Qualification::new(award) };
                self.held.push(Entry { held, asked: [false; 4] });
            }
            Choice::NotSure if self.held.is_empty() => self.unsure = true,
            Choice::None | Choice::NotSure => self.closed = true,
        }
    }
}

struct Entry {
    held: Qualification,
    asked: [bool; 4],
}

impl Entry {
    fn take(&mut self, part: Part, answer: &Answer) -> bool {
        match (part, answer) {
            (Part::Subject, Answer::Subject(subject)) => self.held.subject = Some(subject.clone()),
            (Part::Status, Answer::Status(status)) => self.held.status = *status,
            (Part::Result, Answer::Result(mark)) => self.held.mark = mark.clone(),
            _ => return false,
        }
        self.asked[part as usize] = true;
        true
    }
}

const ONE_BY_ONE: [Section; 4] = [Section::Level3, Section::Degree, Section::HigherDegree, Section::Professional];

impl<'a> Draft<'a> {
    fn entries(&self, section: Section) -> Option<&Entries> {
        (section as usize).checked_sub(1).map(|place| &self.sections[place])
    }

    fn entries_mut(&mut self, section: Section) -> Option<&mut Entries> {
        (section as usize).checked_sub(1).map(|place| &mut self.sections[place])
    }

    fn next(&self, profile: &Profile, answers: &Answers) -> Option<QuestionId> {
        if self.stage.is_none() {
            return Some(QuestionId::Stage);
        }
        if let Some(question) = self.next_gcse(profile) {
            return Some(question);
        }
        for section in ONE_BY_ONE {
            if let Some(question) = self.next_of_section(section, profile, answers) {
                return Some(question);
            }
        }
        let untouched = |section: Section| match self.entries(section) {
            None => self.gcse.number.is_none(),
            Some(entries) => entries.is_untouched(),
        };
        match open_sections(self.role, profile, &evaluate(self.role, profile))
            .into_iter()
            .find(|&section| untouched(section))?
        {
            Section::Gcse => Some(QuestionId::Gcse(GcsePart::Number)),
            section => Some(QuestionId::Held(section, 0, Part::Award)),
        }
    }

    /// What is still to be asked about GCSEs that have been begun.
    fn next_gcse(&self, profile: &Profile) -> Option<QuestionId> {
        let Some(Choice::One(number)) = self.gcse.number else { return None };
        if number == 0 {
            return None;
        }
        if number >= range(self.role).number && self.gcse.including.is_none() {
            let evaluation = evaluate(self.role, profile);
            let held = profile.section(Section::Gcse).unwrap_or_default();
            if held.iter().any(|held| fact_open(self.role, &evaluation, held, Fact::Subject)) {
                return Some(QuestionId::Gcse(GcsePart::Including));
            }
        }
        // Those who are further on have their GCSE results.
        let early = matches!(self.stage, Some(Stage::Gcse | Stage::Other));
        (early && self.gcse.status.is_none()).then_some(QuestionId::Gcse(GcsePart::Status))
    }

    /// What is still to be asked about a section that has been begun.
    fn next_of_section(&self, section: Section, profile: &Profile, answers: &Answers) -> Option<QuestionId> {
        let entries = self.entries(section)?;
        if entries.closed || entries.unsure {
            return None;
        }
        let number = u8::try_from(entries.held.len()).ok()?;
        if entries.another {
            return Some(QuestionId::Held(section, number, Part::Award));
        }
        let last = number.checked_sub(1)?;
        let entry = entries.held.last()?;
        let evaluation = evaluate(self.role, profile);
        let worth_asking = |part: Part| match part {
            Part::Award => false,
            // A registration is there or it is not.
            Part::Status => section != Section::Professional && counts(self.role, entry.held.award),
            Part::Result => fact_open(self.role, &evaluation, &entry.held, Fact::Result),
            Part::Subject => fact_open(self.role, &evaluation, &entry.held, Fact::Subject),
        };
        let part = order(section).into_iter().find(|&part| !entry.asked[part as usize] && worth_asking(part));
        if let Some(part) = part {
            return Some(QuestionId::Held(section, last, part));
        }
        let more = QuestionId::More(section, last);
        // A person who says of themselves that there is another is asked about it, whether it can help or not.
        let said_so = answers.get(more) == Some(&Answer::More(true));
        let room = number < MOST;
        (room && (said_so || more_could_help(self.role, profile, section))).then_some(more)
    }

    /// Takes an answer in; `false` where it is not of the question's kind.
    fn take(&mut self, question: QuestionId, answer: &Answer) -> bool {
        match (question, answer) {
            (QuestionId::Stage, Answer::Stage(stage)) => self.stage = Some(*stage),
            (QuestionId::Gcse(GcsePart::Number), Answer::Number(number)) => self.gcse.number = Some(*number),
            (QuestionId::Gcse(GcsePart::Including), Answer::Groups(groups)) => {
                self.gcse.including = Some(groups.clone());
            }
            (QuestionId::Gcse(GcsePart::Status), Answer::Status(status)) => self.gcse.status = Some(*status),
            (QuestionId::Held(section, _, Part::Award), Answer::Award(choice)) => {
                let subjects = &self.catalogue.subjects;
                let fits = |choice: &Choice<Award>| !matches!(choice, Choice::One(award) if award.section() != section);
                let Some(entries) = self.entries_mut(section).filter(|_| fits(choice)) else { return false };
                entries.take_award(*choice, subjects);
            }
            (QuestionId::Held(section, _, part), answer) => {
                let entry = self.entries_mut(section).and_then(|entries| entries.held.last_mut());
                return entry.is_some_and(|entry| entry.take(part, answer));
            }
            (QuestionId::More(section, _), Answer::More(more)) => {
                let Some(entries) = self.entries_mut(section) else { return false };
                entries.another = *more;
                entries.closed = !*more;
            }
            _ => return false,
        }
        true
    }

    /// The profile that is known so far.
    fn profile(&self) -> Profile {
        let mut profile = Profile::default();
        let Some(stage) = self.stage else { return profile };
        if let Some(gcses) = self.gcses() {
            profile.set(Section::Gcse, gcses);
        }
        for section in ONE_BY_ONE {
            let Some(entries) = self.entries(section) else { continue };
            if entries.closed || !entries.held.is_empty() {
                profile.set(section, entries.held.iter().map(|entry| entry.held.clone()).collect());
            } else if stage.rules_out(section) && entries.is_untouched() {
                profile.set(section, Vec::new());
            }
        }
        profile
    }

    /// GCSEs as they were given: a number at the lowest grade of the range, some of them in known subjects.
    fn gcses(&self) -> Option<Vec<Qualification>> {
        let number = match self.gcse.number? {
            Choice::One(number) => number,
            Choice::None => 0,
            Choice::NotSure => return None,
        };
        let Range { number: most, groups } = range(self.role);
        let gcse = |subject: Option<Subject>, count: u16| Qualification {
            subject,
            mark: Award::GCSE.grade("4").map(Mark::Grade),
            status: self.gcse.status.unwrap_or(Status::Awarded),
            count,
            ..Qualification::new(Award::GCSE)
        };
        Some(match &self.gcse.including {
            _ if number == 0 => Vec::new(),
            // Their subjects do not matter: the number decides.
            None if number < most => vec![gcse(None, number)],
            None | Some(Choice::NotSure) => (0..number).map(|_| gcse(None, 1)).collect(),
            Some(Choice::None) => vec![gcse(Some(Subject::Own("other".into())), number)],
            Some(Choice::One(chosen)) => {
                let first = |group: &usize| groups.get(*group).and_then(|group| group.subjects.first()).copied();
                let subjects: Vec<SubjectId> = chosen.iter().filter_map(first).collect();
                let others = number.saturating_sub(u16::try_from(subjects.len()).unwrap_or(u16::MAX));
                let mut held: Vec<Qualification> =
                    subjects.into_iter().map(|subject| gcse(Some(Subject::Listed(subject)), 1)).collect();
                if others > 0 {
                    held.push(gcse(Some(Subject::Own("other".into())), others));
                }
                held
            }
        })
    }
}

/// What the GCSE rules of a role ask for, taken together.
pub(super) struct Range<'a> {
    /// The number of the rule that asks for most.
    pub(super) number: u16,
    /// The groups that any of them asks for.
    pub(super) groups: Vec<&'a SubjectGroup>,
}

/// What the GCSE rules of a role ask for.
pub(super) fn range(role: &Role) -> Range<'_> {
    let mut all = Range { number: 0, groups: Vec::new() };
    let pathways = role.routes.iter().flat_map(|route| &route.pathways);
    for requirement in pathways.flat_map(|pathway| &pathway.requirements) {
        if let Rule::Range { number, including } = &requirement.rule {
            all.number = all.number.max(*number);
            for group in including {
                if !all.groups.contains(&group) {
                    all.groups.push(group);
                }
            }
        }
    }
    all
}

/// Most deciding first: a class ends more than a subject does, and at level 3 a subject more than a grade.
fn order(section: Section) -> [Part; 3] {
    match section {
        Section::Degree => [Part::Status, Part::Result, Part::Subject],
        _ => [Part::Subject, Part::Status, Part::Result],
    }
}
