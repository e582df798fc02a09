//! Profiles for the tests: representative qualifications, one of each kind that a rule could tell apart.

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::rules::{Award, Class, Mark, Profile, Qualification, Section, Status, Subject};
use proptest::prelude::*;
use proptest::sample::select;

/// The first role.
pub const ROLE: &str = "clinical-or-medical-technology";

pub fn pack() -> &'static RolePack {
    Catalogue::built_in().role(ROLE).expect("the first role is built in")
}

pub fn subject(text: &str) -> Subject {
    Catalogue::built_in().subjects.read(Section::Degree, text).subject
}

/// A subject of each standing, and one in a person's own words.
pub fn subjects(section: Section) -> Vec<Subject> {
    let ids: &[&str] = match section {
        Section::Gcse => &["english-language", "mathematics", "biology", "combined-science", "other"],
        Section::Level3 => &["physics", "applied-science", "psychology", "history", "basket weaving"],
        // What a professional body confirms has no subject.
        Section::Professional => &[],
        Section::Degree | Section::HigherDegree => {
            &["physics", "chemistry", "microbiology", "natural-sciences", "history", "basket weaving"]
        }
    };
    ids.iter().map(|id| subject(id)).collect()
}

/// A pass and a fail on the award's own scale, or every class.
pub fn marks(award: Award) -> Vec<Option<Mark>> {
    let grade = |text: &str| award.grade(text).map(Mark::Grade);
    match award.section() {
        Section::Degree => Class::ALL.map(|class| Some(Mark::Class(class))).to_vec(),
        Section::HigherDegree | Section::Professional => vec![None],
        Section::Gcse => vec![grade("4"), grade("3")],
        Section::Level3 if award.id() == "ib-diploma" => vec![grade("24"), grade("23")],
        Section::Level3 => {
            let grades: Vec<&str> = if award.grades().is_empty() { vec!["P", "U"] } else { award.grades().to_vec() };
            let passing = grades.iter().rfind(|text| award.grade(text).is_some_and(|grade| grade.passes));
            let failing = grades.iter().find(|text| award.grade(text).is_some_and(|grade| !grade.passes));
            [passing, failing].into_iter().flatten().map(|text| grade(text)).collect()
        }
    }
}

/// Every representative qualification of a section, with nothing left open.
pub fn qualifications(section: Section) -> Vec<Qualification> {
    let awards: Vec<Award> = if section == Section::Gcse { vec![Award::GCSE] } else { Award::all(section).collect() };
    let mut all = Vec::new();
    for award in awards {
        for mark in marks(award) {
            let subjects = subjects(section).into_iter().map(Some);
            for subject in subjects.chain((section == Section::Professional).then_some(None)) {
                all.push(Qualification { subject, mark: mark.clone(), ..Qualification::new(award) });
            }
        }
    }
    all
}

/// One qualification, with `open` perhaps some of it unanswered.
pub fn qualification(section: Section, open: bool) -> impl Strategy<Value = Qualification> {
    let gaps = 0.2;
    let counts = if section == Section::Gcse { vec![1, 1, 2, 5] } else { vec![1] };
    (
        select(qualifications(section)),
        prop::bool::weighted(gaps),
        prop::bool::weighted(gaps),
        prop::bool::weighted(0.3),
        select(counts),
    )
        .prop_map(move |(mut held, no_subject, no_mark, predicted, count)| {
            held.count = count;
            if open && no_subject {
                held.subject = None;
            }
            if open && no_mark {
                held.mark = None;
            }
            if predicted {
                held.status = Status::Predicted;
            }
            held
        })
}

/// Any profile. With `open`, sections and parts of qualifications may be unanswered.
pub fn profile(open: bool) -> impl Strategy<Value = Profile> {
    let section = move |section: Section, most: usize| {
        let held = prop::collection::vec(qualification(section, open), 0..=most);
        (held, prop::bool::weighted(0.25)).prop_map(move |(held, absent)| (!(open && absent)).then_some(held))
    };
    (
        section(Section::Gcse, 5),
        section(Section::Level3, 4),
        section(Section::Degree, 3),
        section(Section::HigherDegree, 2),
        section(Section::Professional, 2),
    )
        .prop_map(|(gcse, level3, degree, higher, professional)| {
            let mut profile = Profile::default();
            for (section, held) in Section::ALL.into_iter().zip([gcse, level3, degree, higher, professional]) {
                if let Some(held) = held {
                    profile.set(section, held);
                }
            }
            profile
        })
}
