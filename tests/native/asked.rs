//! What is worth asking, as text to be read: `tests/asked.txt`. For each worked case, as it is and with a part of it left
//! open: which sections are open, the most deciding first, how many facts can still matter, and where one more
//! qualification could help; and of each requirement that is open, why.

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::contract::decode_profile;
use entry_checker::rules::advise::{counts, more_could_help, open_sections};
use entry_checker::rules::{Award, Profile, Qualification, Reason, Section, evaluate, explain, next};

use crate::cases;
use crate::kept::same_as_kept;

/// Roles whose rules differ most.
const ROLES: [&str; 5] = [
    "clinical-or-medical-technology",
    "biomedical-science",
    "cardiac-sciences",
    "ophthalmic-and-vision-sciences",
    "reconstructive-science",
];

/// The profile with a part of it left open, and what that is called.
fn opened(profile: &Profile) -> Vec<(String, Profile)> {
    let mut all = vec![("as it is".to_string(), profile.clone())];
    for section in Section::ALL {
        let Some(held) = profile.section(section) else { continue };
        let mut without = Profile::default();
        for other in Section::ALL.into_iter().filter(|other| *other != section) {
            if let Some(held) = profile.section(other) {
                without.set(other, held.to_vec());
            }
        }
        all.push((format!("{} not asked", section.key()), without.clone()));
        if held.is_empty() {
            continue;
        }
        let mut with = |name: &str, open: &dyn Fn(&Qualification) -> Qualification| {
            let mut profile = without.clone();
            profile.set(section, held.iter().map(open).collect());
            all.push((format!("{} without {name}", section.key()), profile));
        };
        with("results", &|one| Qualification { mark: None, ..one.clone() });
        with("subjects", &|one| Qualification { subject: None, ..one.clone() });
    }
    all
}

fn keys(sections: impl IntoIterator<Item = Section>) -> String {
    sections.into_iter().map(Section::key).collect::<Vec<_>>().join(", ")
}

fn asked(pack: &RolePack, profile: &Profile) -> String {
    let evaluation = evaluate(&pack.rules, profile);
    let most = next(&pack.rules, profile, &evaluation).map_or(0, |next| next.at_most);
    let help = Section::ALL.into_iter().filter(|section| more_could_help(&pack.rules, profile, *section));
    let open = keys(open_sections(&pack.rules, profile, &evaluation));
    format!("open: {open}; at most {most}; more could help: {}", keys(help))
}

/// Why what is open is open: each requirement with what is not answered.
fn why_open(pack: &RolePack, profile: &Profile) -> String {
    let evaluation = evaluate(&pack.rules, profile);
    let mut all = Vec::new();
    for (route, verdicts) in pack.rules.routes.iter().zip(&evaluation.routes) {
        for (pathway, verdicts) in route.pathways.iter().zip(&verdicts.pathways) {
            for (requirement, verdict) in pathway.requirements.iter().zip(&verdicts.requirements) {
                let why = match explain(requirement, profile, *verdict) {
                    Reason::Unasked(section) => format!("{} not asked", section.key()),
                    Reason::Open { held, test } => format!("{} of {}", test.id(), held.award.id()),
                    _ => continue,
                };
                all.push(format!("{}.{} {why}", pathway.id, requirement.id));
            }
        }
    }
    all.join(", ")
}

fn all_asked() -> String {
    let catalogue = Catalogue::built_in();
    let mut text = String::new();
    for pack in cases::ROLES.iter().filter_map(|id| catalogue.role(id)) {
        let awards = Section::ALL.into_iter().flat_map(Award::all).filter(|award| counts(&pack.rules, *award));
        text.push_str(&format!("{}: {}\n", pack.rules.id, awards.map(Award::id).collect::<Vec<_>>().join(" ")));
    }
    for (number, case) in cases::all().enumerate() {
        let profile = decode_profile(&catalogue.subjects, &case["profile"].to_string()).expect("a good profile");
        let pack = catalogue.role(ROLES[number % ROLES.len()]).expect("a role");
        text.push_str(&format!("\n{} | {}\n", case["name"].as_str().unwrap_or_default(), pack.rules.id));
        for (what, profile) in opened(&profile) {
            text.push_str(&format!("  {what}: {}; {}\n", asked(pack, &profile), why_open(pack, &profile)));
        }
    }
    text
}

#[test]
fn what_is_worth_asking_is_as_it_was_read() {
    same_as_kept("tests/asked.txt", &all_asked());
}
