//! The space of answers of a role: every situation that its rules can tell apart, each with one profile that is in it.
//!
//! It is finite and explored in full: of each section, one qualification after the other is added until nothing new can
//! happen. What people hold in different sections is independent, so the situations of a role are the combinations.

use std::collections::HashSet;

use super::kinds::{Said, kinds, sections, versions};
use super::tally::{Grain, tally};
use crate::catalogue::Subjects;
use crate::rules::{Profile, Qualification, Requirement, Role, Section, Subject, SubjectId};

/// What can be said of one section.
pub struct SectionSpace {
    /// The section.
    pub section: Section,
    /// Every kind of qualification in it.
    pub kinds: Vec<Qualification>,
    /// A list for each way in which its qualifications can add up; the empty list first.
    pub lists: Vec<Vec<Qualification>>,
}

/// The space of answers of a role.
pub struct Space<'a> {
    role: &'a Role,
    subjects: &'a Subjects,
    said: Said,
    /// The sections that the role looks at.
    pub sections: Vec<SectionSpace>,
}

impl<'a> Space<'a> {
    /// Explores the space of a role.
    pub fn new(role: &'a Role, subjects: &'a Subjects, said: Said) -> Space<'a> {
        let explored = |section| explore(role, subjects, section, said);
        let sections = sections(role.requirements()).into_iter().map(explored).collect();
        Space { role, subjects, said, sections }
    }

    /// How many situations the role as a whole tells apart: with a section unanswered too, where not all is said.
    pub fn len(&self) -> usize {
        let all: Vec<&Requirement> = self.role.requirements().collect();
        self.sections.iter().map(|of| self.answers(of, &all).len()).product()
    }

    /// Whether there is no situation, which cannot be.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The answers in a section that some requirements can tell apart: a list, or `None` for unanswered.
    pub fn answers(&self, of: &SectionSpace, to: &[&Requirement]) -> Vec<Option<Vec<Qualification>>> {
        let mut seen = HashSet::new();
        let coarse = |list: &&Vec<Qualification>| {
            seen.insert(key(to, of.section, &list.iter().collect::<Vec<_>>(), self.said, Grain::Coarse))
        };
        let mut answers: Vec<_> = of.lists.iter().filter(coarse).cloned().map(Some).collect();
        if self.said == Said::Some {
            answers.push(None);
        }
        answers
    }

    /// A profile for each situation that some requirements can tell apart, with each section's place among its answers.
    pub fn profiles(&self, to: &[&Requirement]) -> Vec<Situation> {
        let mut all = vec![Situation { answers: Vec::new(), profile: Profile::default() }];
        let looked_at = sections(to.iter().copied());
        for of in self.sections.iter().filter(|of| looked_at.contains(&of.section)) {
            let answers = self.answers(of, to);
            let with = |situation: &Situation| -> Vec<Situation> {
                let one = |(place, answer): (usize, &Option<Vec<Qualification>>)| {
                    let mut new = situation.clone();
                    new.answers.push((of.section, place));
                    if let Some(held) = answer {
                        new.profile.set(of.section, held.clone());
                    }
                    new
                };
                answers.iter().enumerate().map(one).collect()
            };
            all = all.iter().flat_map(with).collect();
        }
        all
    }

    /// Every way to answer what a profile leaves open in a section, as lists that some requirements can tell apart.
    pub fn completions(&self, section: Section, profile: &Profile, to: &[&Requirement]) -> Vec<Vec<Qualification>> {
        let Some(held) = profile.section(section) else {
            return Vec::new();
        };
        let mut lists: Vec<Vec<Qualification>> = vec![Vec::new()];
        for one in held {
            let versions = versions(one, self.role, self.subjects, Said::All);
            let longer = |list: &Vec<Qualification>| -> Vec<Vec<Qualification>> {
                versions.iter().map(|version| [list.as_slice(), std::slice::from_ref(version)].concat()).collect()
            };
            let mut seen = HashSet::new();
            lists = lists.iter().flat_map(longer).collect();
            // What the rules cannot tell apart as it stands they cannot tell apart later, unless a subject comes again.
            lists.retain(|list| {
                let mut subjects: Vec<_> = list.iter().map(|held| listed(held.subject.as_ref())).collect();
                subjects.sort_unstable();
                seen.insert((key(to, section, &list.iter().collect::<Vec<_>>(), Said::All, Grain::Fine), subjects))
            });
        }
        lists
    }
}

fn listed(subject: Option<&Subject>) -> Option<SubjectId> {
    if let Some(Subject::Listed(id)) = subject { Some(*id) } else { None }
}

/// One situation: the place of each section's answer among its answers, and a profile that is in it.
#[derive(Clone, Debug)]
pub struct Situation {
    /// The place of each section's answer.
    pub answers: Vec<(Section, usize)>,
    /// The profile.
    pub profile: Profile,
}

fn explore(role: &Role, subjects: &Subjects, section: Section, said: Said) -> SectionSpace {
    let all: Vec<&Requirement> = role.requirements().collect();
    let kinds = kinds(role, subjects, section, said);
    // Lists of places among the kinds: there are many more lists to look at than to keep.
    let mut lists: Vec<Vec<usize>> = vec![Vec::new()];
    let mut seen = HashSet::from([key(&all, section, &[], said, Grain::Fine)]);
    let mut next = 0;
    while let Some(list) = lists.get(next).cloned() {
        next += 1;
        let mut longer: Vec<&Qualification> = list.iter().map(|place| &kinds[*place]).collect();
        for (place, kind) in kinds.iter().enumerate() {
            longer.push(kind);
            if seen.insert(key(&all, section, &longer, said, Grain::Fine)) {
                lists.push([list.as_slice(), &[place]].concat());
            }
            longer.pop();
        }
    }
    let lists = lists.into_iter().map(|list| list.into_iter().map(|place| kinds[place].clone()).collect()).collect();
    SectionSpace { section, kinds, lists }
}

/// What a list adds up to for some requirements.
pub fn key(to: &[&Requirement], section: Section, held: &[&Qualification], said: Said, grain: Grain) -> Vec<u32> {
    let mut key = Vec::new();
    for requirement in to {
        key.extend(tally(requirement, section, held, true, grain));
        if said == Said::AllPredicted {
            key.extend(tally(requirement, section, held, false, grain));
        }
    }
    key
}
