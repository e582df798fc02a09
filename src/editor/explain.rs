//! The rules of a role as a page that a subject expert can sign off: what is asked for, the words it rests on, how they
//! are read, and every distinct situation with its outcome.

use super::kinds::Said;
use super::space::{Situation, Space};
use super::words::{held, outcome_by, reading_of_subjects, rule, section};
use crate::catalogue::{Catalogue, RolePack};
use crate::rules::{Outcome, Pathway, Requirement, Route, Section, Source, evaluate};

/// The page, in Markdown.
pub fn explain(catalogue: &Catalogue, role: &RolePack) -> String {
    let mut page = String::new();
    let mut line = |text: String| {
        page.push_str(&text);
        page.push_str("\n\n");
    };
    line(format!("# {}", role.name));
    line(format!(
        "Rules version {}. Division: {}. Page: [{}]({}), checked {}.",
        role.rules_version, role.division, role.page.title, role.page.url, role.page.checked
    ));
    line(format!("Degrees most often accepted: {}. {}", role.accepted.text, words(&role.accepted.source)));
    line(reading_of_subjects().to_string());
    for (place, route) in role.rules.routes.iter().enumerate() {
        let about = &role.routes[place];
        line(format!("## {} (`{}`)", about.name, route.id));
        line(format!("Job: {}. {} Open where one of its pathways is.", about.job, about.about));
        for (index, pathway) in route.pathways.iter().enumerate() {
            line(format!("### {} (`{}`)", about.pathways[index].name, pathway.id));
            for (requirement, name) in pathway.requirements.iter().zip(&about.pathways[index].requirements) {
                line(format!("**{name}** (`{}`)", requirement.id));
                line(requirement_words(requirement));
            }
        }
        if !route.cautions.is_empty() {
            let cautions = route.cautions.iter().map(|one| format!("- {} {}", one.text, words(&one.source)));
            line(format!("Also told:\n\n{}", cautions.collect::<Vec<_>>().join("\n")));
        }
        line(format!("### Every situation of `{}`", route.id));
        line(table(catalogue, role, place, route));
    }
    page.trim_end().to_string() + "\n"
}

fn requirement_words(requirement: &Requirement) -> String {
    let mut lines = vec![rule(requirement).join("\n"), words(&requirement.source)];
    lines.extend(requirement.source.reading.map(|reading| format!("Read as: {reading}")));
    if !requirement.decider.is_empty() {
        lines.push(format!("Where the words leave it open, {} decides.", requirement.decider));
    }
    lines.extend(requirement.clauses.iter().map(|(test, source)| format!("For the {}: {}", test.id(), words(source))));
    lines.join("\n\n")
}

fn words(source: &Source) -> String {
    let quote = if source.quote.is_empty() { String::new() } else { format!("“{}” ", source.quote) };
    format!("{quote}({}, checked {}, [source]({}))", source.basis.id(), source.checked, source.url)
}

/// A row for each situation: what is held in each section, how each pathway comes out, and the route.
fn table(catalogue: &Catalogue, role: &RolePack, place: usize, route: &Route) -> String {
    let to: Vec<&Requirement> = route.requirements().collect();
    let space = Space::new(&role.rules, &catalogue.subjects, Said::All);
    let mut situations: Vec<(Vec<String>, Outcome)> =
        space.profiles(&to).iter().map(|situation| row(catalogue, role, place, situation)).collect();
    // What is met first, as an expert would read it.
    situations.sort_by_key(|(_, outcome)| std::cmp::Reverse(*outcome));
    let looked_at: Vec<Section> = super::kinds::sections(to.iter().copied());
    let several = route.pathways.len() > 1;
    let mut heads: Vec<String> = looked_at.iter().map(|one| section(*one).to_string()).collect();
    if several {
        heads.extend(route.pathways.iter().map(|pathway: &Pathway| format!("`{}`", pathway.id)));
    }
    heads.push("Outcome".into());
    let mut lines = vec![format!("| {} |", heads.join(" | ")), format!("|{}", " --- |".repeat(heads.len()))];
    lines.extend(situations.iter().map(|(cells, _)| format!("| {} |", cells.join(" | "))));
    lines.join("\n")
}

fn row(catalogue: &Catalogue, role: &RolePack, place: usize, situation: &Situation) -> (Vec<String>, Outcome) {
    let verdict = &evaluate(&role.rules, &situation.profile).routes[place];
    let decided = |verdict: crate::rules::Verdict| verdict.outcome().unwrap_or(Outcome::NotMet);
    let decider = role.routes[place].decider;
    let mut cells: Vec<String> = situation
        .answers
        .iter()
        .map(|(of, _)| held(*of, situation.profile.section(*of).unwrap_or_default(), &role.rules, &catalogue.subjects))
        .collect();
    if verdict.pathways.len() > 1 {
        cells.extend(verdict.pathways.iter().map(|pathway| outcome_by(decided(pathway.verdict), decider)));
    }
    let all = decided(verdict.verdict);
    cells.push(format!("**{}**", outcome_by(all, decider)));
    (cells, all)
}
