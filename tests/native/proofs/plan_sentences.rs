//! The sentence of a plan, taken at its word: whichever of its subjects a person takes, the pathway is met.
//!
//! The sentence is read here without the rules that it was made by.

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::copy::{Words, plan_text};
use entry_checker::editor::kinds::Said;
use entry_checker::rules::advise::with_good_results;
use entry_checker::rules::{
    Award, Mark, Outcome, Pathway, Plan, Profile, Qualification, Role, Section, Subject, evaluate, plan,
};

use super::spaces::{roles, space};

/// What the sentence of a plan asks for at level 3.
#[derive(Debug)]
struct ALevels {
    /// How many A levels in all.
    number: usize,
    /// How many of them have to be in the subjects that are named.
    in_subjects: usize,
    subjects: Vec<Subject>,
    /// Whether the subjects have to be new ones.
    are_new: bool,
}

fn subject(name: &str) -> Subject {
    let subject = Catalogue::built_in().subjects.read(Section::Level3, name).subject;
    assert!(matches!(subject, Subject::Listed(_)), "{name} is no subject of the table");
    subject
}

fn number(word: &str) -> usize {
    if word == "one" { 1 } else { word.parse().expect("a sentence begins with a number") }
}

/// Reads "2 more A levels, one of them in biology, chemistry or physics" out of a plan; nothing where it asks for no A levels.
fn a_levels(text: &str) -> Option<ALevels> {
    let sentence = text.split_once(". ").map_or(text.trim_end_matches('.'), |(first, _)| first);
    let phrase = sentence.split(", and ").find(|phrase| phrase.contains("A level"))?;
    let phrase = phrase.trim_end_matches(", if you do not have that yet").to_lowercase();
    let (before, rest) = phrase.split_once("a level").expect("it is there");
    let total = number(before.split(' ').next().expect("there is a word"));
    let rest = rest.trim_start_matches('s');
    let new = [" in a new subject", " in new subjects"].into_iter().find_map(|words| rest.strip_prefix(words));
    let named = new.unwrap_or(rest);
    let (in_subjects, names) = if named.is_empty() {
        (0, "")
    } else if let Some(names) = named.strip_prefix(" in different subjects (") {
        (total, names.trim_end_matches(')'))
    } else if let Some((of, names)) = named.strip_prefix(", ").and_then(|rest| rest.split_once(" of them in ")) {
        (number(of), names)
    } else {
        (total, named.strip_prefix(" in ").unwrap_or_else(|| panic!("cannot read: {text}")))
    };
    let names = names.split(", ").flat_map(|name| name.split(" or ")).filter(|name| !name.is_empty());
    Some(ALevels { number: total, in_subjects, subjects: names.map(subject).collect(), are_new: new.is_some() })
}

#[test]
fn sentences_are_read_as_they_stand() {
    let read = |text: &str| {
        let read = a_levels(text).expect("it asks for A levels");
        (read.number, read.in_subjects, read.subjects.len(), read.are_new)
    };
    assert_eq!(read("One more A level in biology or chemistry."), (1, 1, 2, false));
    assert_eq!(read("One more A level in a new subject."), (1, 0, 0, true));
    assert_eq!(read("2 A levels in different subjects (biology, chemistry or physics), and 1 GCSE."), (2, 2, 3, false));
    assert_eq!(read("1 GCSE, and 3 more A levels in new subjects, 2 of them in biology or physics."), (3, 2, 2, true));
    assert!(a_levels("5 GCSEs at grade 4 or C or above.").is_none());
}

/// Every choice of so many.
fn choices(of: &[Subject], number: usize) -> Vec<Vec<Subject>> {
    if number == 0 {
        return vec![Vec::new()];
    }
    let with = |(place, one): (usize, &Subject)| {
        let rest = choices(&of[place + 1..], number - 1).into_iter();
        rest.map(|rest| [std::slice::from_ref(one), &rest].concat()).collect::<Vec<_>>()
    };
    of.iter().enumerate().flat_map(with).collect()
}

fn passed(award: &str, grade: &str, subject: Subject) -> Qualification {
    let award = Award::named(award).expect("an award");
    Qualification { subject: Some(subject), mark: award.grade(grade).map(Mark::Grade), ..Qualification::new(award) }
}

/// The subjects that A levels can be in so that it makes a difference: those that are sure to be sciences, those that are held,
/// and others.
fn different_subjects(held: &[Qualification]) -> Vec<Subject> {
    let sciences = ["biology", "chemistry", "human-biology", "physics", "music", "dance"].map(subject);
    let mut all: Vec<Subject> = sciences.to_vec();
    let of_held = held.iter().filter_map(|held| held.subject.clone()).filter(|one| matches!(one, Subject::Listed(_)));
    for one in of_held {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// A route with one pathway, to evaluate it alone.
fn alone(role: &RolePack, place: usize, index: usize) -> Role {
    let mut route = role.rules.routes[place].clone();
    route.pathways = vec![route.pathways.swap_remove(index)];
    Role { id: role.rules.id, routes: vec![route] }
}

fn is_met(role: &Role, profile: &Profile) -> bool {
    evaluate(role, profile).routes[0].verdict.outcome() == Some(Outcome::Met)
}

fn with_a_levels(profile: &Profile, subjects: &[Subject]) -> Profile {
    let mut with = profile.clone();
    subjects.iter().for_each(|subject| with.add(passed("a-level", "E", subject.clone())));
    with
}

/// Every list that a list could be once each subject is known. What is of no known kind is left out: it may add nothing.
fn completions(held: &[Qualification]) -> Vec<Vec<Qualification>> {
    // One that is held, a science, or neither: for more there is no time.
    let of_held = held.iter().find_map(|held| held.subject.clone());
    let mut subjects: Vec<Subject> = of_held.into_iter().chain(["physics", "music"].map(subject)).collect();
    subjects.dedup();
    let mut all = vec![Vec::new()];
    for one in held.iter().filter(|one| one.award.is_known()) {
        let versions: Vec<Qualification> = match one.subject {
            Some(_) => vec![one.clone()],
            None => subjects.iter().map(|id| Qualification { subject: Some(id.clone()), ..one.clone() }).collect(),
        };
        let longer = |list: &Vec<Qualification>| -> Vec<Vec<Qualification>> {
            versions.iter().map(|version| [list.as_slice(), std::slice::from_ref(version)].concat()).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// Takes the sentence of a plan at its word in every way; gives how many ways there are. A person knows what their qualifications
/// are in, even where they have not told us.
fn take_at_its_word(role: &Role, profile: &Profile, plan: &Plan, text: &str) -> usize {
    let pathway = &role.routes[0].pathways[0];
    let Some(asked) = a_levels(text) else { return 0 };
    let mut with_rest = with_good_results(profile);
    for step in plan.steps.iter().filter(|step| !step.grant.is_at_level_3()) {
        with_rest = step.granted(&pathway.requirements[step.requirement], &with_rest);
    }
    let mut ways = 0;
    for held in completions(with_rest.section(Section::Level3).unwrap_or_default()) {
        let mut known = with_rest.clone();
        known.set(Section::Level3, held.clone());
        let possible = different_subjects(&held);
        // "One more A level" is no resit of one that is passed.
        let is_held = |subject: &Subject, is_any: bool| {
            let is_of = |one: &Qualification| is_any || one.award.id() == "a-level";
            held.iter().any(|one| one.subject.as_ref() == Some(subject) && one.passes() == Some(true) && is_of(one))
        };
        let named: Vec<Subject> = asked.subjects.iter().filter(|subject| !is_held(subject, false)).cloned().collect();
        for named in choices(&named, asked.in_subjects) {
            let is_free = |subject: &&Subject| !is_held(subject, asked.are_new) && !named.contains(subject);
            let free: Vec<Subject> = possible.iter().filter(is_free).cloned().collect();
            for others in choices(&free, asked.number - asked.in_subjects) {
                ways += 1;
                let with = with_a_levels(&with_a_levels(&known, &named), &others);
                assert!(is_met(role, &with), "{text} {named:?} and {others:?} are not enough for {held:?}");
            }
        }
    }
    assert!(ways > 0, "{text} cannot be done");
    ways
}

fn text_of(role: &RolePack, pathway: &Pathway, profile: &Profile, plan: &Plan) -> String {
    plan_text(&Words::new(Catalogue::built_in(), role), pathway, profile, plan)
}

/// For every list of level 3 qualifications that the rules can tell apart, beside nothing else.
#[test]
fn every_plan_can_be_taken_at_its_word() {
    let (mut sentences, mut ways) = (0, 0);
    for role in roles() {
        let space = space(role, Said::Some);
        let Some(level_3) = space.sections.iter().find(|of| of.section == Section::Level3) else { continue };
        for (place, route) in role.rules.routes.iter().enumerate() {
            for (index, pathway) in route.pathways.iter().enumerate() {
                let alone = &alone(role, place, index);
                for held in &level_3.lists {
                    let mut profile = Profile::default();
                    Section::ALL.into_iter().for_each(|section| profile.set(section, Vec::new()));
                    profile.set(Section::Level3, held.clone());
                    let Some(plan) = plan(0, pathway, &profile) else { continue };
                    let text = text_of(role, pathway, &profile, &plan);
                    let taken = take_at_its_word(alone, &profile, &plan, &text);
                    sentences += usize::from(taken > 0);
                    ways += taken;
                }
            }
        }
    }
    println!("plans at their word: {sentences} sentences, {ways} ways");
}

/// The situations above have each kind of subject once. Here all four sciences are held, each in a smaller award, in a larger
/// one, not passed, or not at all: the plan is there, it can be taken at its word, and no fewer A levels would do.
#[test]
fn a_science_in_a_smaller_award_is_not_in_the_way() {
    let sciences = ["biology", "chemistry", "human-biology", "physics"].map(subject);
    let ways_to_hold: [&[(&str, &str)]; 6] = [
        &[],
        &[("as-level", "E")],
        &[("a-level", "U")],
        &[("a-level", "E")],
        &[("scottish-higher", "D")],
        &[("btec-extended-certificate", "P")],
    ];
    let of = |award, grade, name| passed(award, grade, subject(name));
    let beside: [Vec<Qualification>; 8] = [
        vec![],
        vec![of("a-level", "E", "history")],
        vec![of("as-level", "E", "history")],
        vec![of("as-level", "E", "history"), of("as-level", "E", "mathematics")],
        vec![of("epq", "E", "physics")],
        vec![of("scottish-higher", "D", "history"), of("as-level", "E", "mathematics")],
        vec![of("btec-extended-certificate", "P", "business")],
        vec![of("btec-foundation-diploma", "P", "applied-science")],
    ];
    let (mut plans, mut ways) = (0, 0);
    for role in roles() {
        let Some(place) = role.rules.routes.iter().position(|route| route.id == "ptp") else { continue };
        let alone = &alone(role, place, 0);
        let pathway = &alone.routes[0].pathways[0];
        for (combination, others) in (0..6_usize.pow(4)).flat_map(|one| beside.iter().map(move |others| (one, others)))
        {
            let mut held = others.clone();
            for (at, science) in sciences.iter().enumerate() {
                let way = ways_to_hold[combination / 6_usize.pow(at as u32) % 6];
                held.extend(way.iter().map(|(award, grade)| passed(award, grade, science.clone())));
            }
            let mut profile = Profile::default();
            profile.set(Section::Level3, held);
            let gcse = |name: &str| passed("gcse", "4", subject(name));
            let mut gcses = ["english-language", "mathematics", "biology", "history", "geography"].map(gcse).to_vec();
            gcses.iter_mut().for_each(|one| one.award = Award::GCSE);
            profile.set(Section::Gcse, gcses);
            if is_met(alone, &profile) {
                continue;
            }
            let held = profile.section(Section::Level3).unwrap_or_default();
            let plan = plan(0, pathway, &profile).unwrap_or_else(|| panic!("no plan for {held:?}"));
            let text = text_of(role, pathway, &profile, &plan);
            plans += 1;
            ways += take_at_its_word(alone, &profile, &plan, &text);
            let asked = a_levels(&text).expect("all GCSEs are there, so it asks for A levels").number;
            let fewer = choices(&different_subjects(held), asked - 1);
            let enough = fewer.iter().find(|fewer| is_met(alone, &with_a_levels(&profile, fewer)));
            assert_eq!(enough, None, "{text} for {held:?}");
        }
    }
    println!("sciences in smaller awards: {plans} plans, {ways} ways");
}

/// The plan of the first role for somebody with good GCSEs and no degree.
fn first_role(held: &[(&str, &str, &str)]) -> String {
    let role = &roles().iter().find(|role| role.rules.id == crate::profiles::ROLE).expect("the role is there");
    let place = role.rules.routes.iter().position(|route| route.id == "ptp").expect("the route is there");
    let pathway = &role.rules.routes[place].pathways[0];
    let mut profile = Profile::default();
    let level_3 = held.iter().map(|(award, grade, name)| passed(award, grade, subject(name)));
    profile.set(Section::Level3, level_3.collect());
    let names = ["english-language", "mathematics", "biology", "history", "geography"];
    let gcse = |name: &str| Qualification {
        subject: Some(subject(name)),
        mark: Award::GCSE.grade("4").map(Mark::Grade),
        ..Qualification::new(Award::GCSE)
    };
    profile.set(Section::Gcse, names.map(gcse).to_vec());
    text_of(role, pathway, &profile, &plan(0, pathway, &profile).expect("there is a plan"))
}

#[test]
fn plans_beside_as_levels_in_one_to_four_sciences() {
    let as_levels = |names: &[&'static str]| -> Vec<(&str, &str, &str)> {
        names.iter().map(|name| ("as-level", "E", *name)).collect()
    };
    let with = |one: (&'static str, &'static str, &'static str), names: &[&'static str]| {
        first_role(&[&[one], &as_levels(names)[..]].concat())
    };
    let of_any = "One more A level in biology, chemistry or physics.";
    assert_eq!(with(("a-level", "C", "history"), &["physics"]), of_any);
    assert_eq!(with(("epq", "C", "physics"), &["history", "mathematics"]), of_any);
    assert_eq!(first_role(&as_levels(&["biology", "chemistry", "human-biology", "physics"])), of_any);
    let two = first_role(&as_levels(&["physics"]));
    assert!(two.starts_with("2 more A levels, one of them in biology, chemistry or physics."), "{two}");
    let two = first_role(&as_levels(&["biology", "physics"]));
    assert!(two.starts_with("2 more A levels, one of them in biology, chemistry or physics."), "{two}");
    assert_eq!(first_role(&as_levels(&["biology", "chemistry", "physics"])), "One more A level in human biology.");
    assert_eq!(
        first_role(&as_levels(&["physics", "history", "mathematics"])),
        "One more A level in biology or chemistry."
    );
    assert_eq!(
        first_role(&[("scottish-higher", "B", "physics"), ("scottish-higher", "B", "mathematics")]),
        "One more A level in a new subject."
    );
}
