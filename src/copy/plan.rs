//! A plan in plain words: "2 A levels, one of them in biology, chemistry or physics, and 5 GCSEs at grade 4 or C or above".

use super::reasons::{about, any_subject, award, class, has_one_that_counts, level_3_subjects, result, wanted};
use super::sentences::{count, either, fill, list, text};
use super::words::Words;
use crate::letters::capital;
use crate::rules::advise::{in_place_of_a_levels, rests_on_open_results, subjects_of};
use crate::rules::{Gap, Grant, Pathway, Plan, Profile, Requirement, Rule, Section};

/// The steps of a plan, each with the place of its requirement.
pub fn plan_steps(words: &Words, pathway: &Pathway, profile: &Profile, plan: &Plan) -> Vec<(usize, String)> {
    let writer = Writer { words, pathway, profile, plan };
    plan.steps.iter().map(|step| (step.requirement, format!("{}.", capital(writer.step(step))))).collect()
}

/// A plan in one sentence, and what could take the place of several A levels in another.
pub fn plan_text(words: &Words, pathway: &Pathway, profile: &Profile, plan: &Plan) -> String {
    let writer = Writer { words, pathway, profile, plan };
    let mut phrases: Vec<String> = Vec::new();
    let at_level_3: Vec<&Gap> = plan.steps.iter().filter(|step| step.grant.is_at_level_3()).collect();
    for step in &plan.steps {
        if !step.grant.is_at_level_3() {
            phrases.push(writer.step(step));
        } else if at_level_3.first() == Some(&step) {
            // All of them are said together, where the first one stands.
            phrases.push(writer.a_levels(&at_level_3));
        }
    }
    let sentence = match &phrases[..] {
        [first @ .., last] if !first.is_empty() => fill("plan.and", &[("first", &first.join(", ")), ("last", last)]),
        phrases => phrases.concat(),
    };
    let sentence = if rests_on_open_results(plan, pathway, profile) {
        format!("{}. {}", capital(sentence), text("plan.results"))
    } else {
        format!("{}.", capital(sentence))
    };
    let instead: Vec<&str> = in_place_of_a_levels(plan, pathway, profile).into_iter().map(award).collect();
    if instead.is_empty() {
        return sentence;
    }
    let in_subject = at_level_3.iter().any(|step| matches!(step.grant, Grant::More(..)));
    let key = if in_subject { "plan.instead.subject" } else { "plan.instead.any-subject" };
    format!("{sentence} {}", fill(key, &[("awards", &either(&instead))]))
}

/// What the phrases of a plan are made from.
struct Writer<'a> {
    words: &'a Words<'a>,
    pathway: &'a Pathway,
    profile: &'a Profile,
    plan: &'a Plan,
}

impl Writer<'_> {
    fn requirement(&self, step: &Gap) -> &Requirement {
        &self.pathway.requirements[step.requirement]
    }

    /// A step as a phrase: "5 GCSEs at grade 4 or C or above".
    fn step(&self, step: &Gap) -> String {
        let requirement = self.requirement(step);
        let accepted = self.words.pack.accepted.text;
        match &step.grant {
            Grant::Size { .. } | Grant::More(Section::Level3, _) => self.a_levels(&[step]),
            Grant::Gcses { groups, others } => self.gcses(requirement, groups, *others),
            Grant::Class { index, to } => {
                let held = self.profile.section(Section::Degree).and_then(|held| held.get(*index));
                let open = held.is_some_and(|held| held.subject.is_none()) && !any_subject(requirement);
                let key = if open { "plan.class.subject" } else { "plan.class" };
                let predicted = held.map_or("", result);
                fill(key, &[("predicted", predicted), ("to", class(*to)), ("subjects", accepted)])
            }
            Grant::More(section, _) => {
                let floor = requirement.floor().map_or("", class);
                let values = [("subjects", accepted), ("floor", floor), ("award", wanted(requirement))];
                let more = if has_one_that_counts(requirement, self.profile, *section) { ".more" } else { "" };
                let key = format!("plan.{}.{}{more}", section.key(), about(requirement));
                self.unless_held(*section, fill(&key, &values))
            }
        }
    }

    /// Steps at level 3, together: "2 A levels, one of them in biology, chemistry or physics".
    fn a_levels(&self, steps: &[&Gap]) -> String {
        let (mut in_subject, mut total, mut subjects, mut are_new) = (0, 0, String::new(), false);
        for step in steps {
            match step.grant {
                Grant::More(_, number) if !any_subject(self.requirement(step)) => {
                    (in_subject, total) = (in_subject + number, total + number);
                    let possible = subjects_of(step, self.plan, self.pathway, self.profile);
                    subjects = level_3_subjects(self.words, self.requirement(step), &possible);
                }
                Grant::More(_, number) => total += number,
                Grant::Size { number, in_new } => {
                    total += usize::from(number);
                    are_new |= in_new;
                }
                _ => {}
            }
        }
        let more = if self.may_have_passed(Section::Level3) { ".more" } else { "" };
        let mut a_levels = count(&format!("plan.a-levels{more}"), total, &[]);
        if are_new {
            a_levels = count("plan.a-levels.new", total, &[("passes", &a_levels)]);
        }
        let values = [("passes", a_levels.as_str()), ("subjects", &subjects)];
        let phrase = match in_subject {
            0 => a_levels,
            some if some == total => count("plan.a-levels.in", in_subject, &values),
            _ => count("plan.a-levels.of-them", in_subject, &values),
        };
        self.unless_held(Section::Level3, phrase)
    }

    fn gcses(&self, requirement: &Requirement, groups: &[usize], others: u16) -> String {
        let Rule::Range(range) = &requirement.rule else { return String::new() };
        let more = if self.may_have_passed(Section::Gcse) { ".more" } else { "" };
        let gcses = count(&format!("plan.gcses{more}"), groups.len() + usize::from(others), &[]);
        let names: Vec<&str> =
            groups.iter().map(|group| text(&format!("gcse.{}", range.including[*group].id))).collect();
        let values = [("passes", gcses.as_str()), ("subjects", &list(&names))];
        let phrase = match (groups.len(), others) {
            (0, _) => gcses,
            (_, 0) => fill("plan.gcses.in", &values),
            _ => fill("plan.gcses.with", &values),
        };
        self.unless_held(Section::Gcse, phrase)
    }

    /// A person may hold what they have not told us about.
    fn unless_held(&self, section: Section, phrase: String) -> String {
        let held = self.profile.section(section);
        let is_told =
            held.is_some_and(|held| section != Section::Gcse || held.iter().all(|held| held.subject.is_some()));
        if is_told { phrase } else { fill("plan.unless-held", &[("step", &phrase)]) }
    }

    fn may_have_passed(&self, section: Section) -> bool {
        self.profile.section(section).unwrap_or_default().iter().any(|held| held.passes() != Some(false))
    }
}
