//! The packs: every word rests on its source, and a mistake is told with its file, its path and the mend.

use std::fs;
use std::path::Path;

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::editor::plain;
use entry_checker::rules::{Basis, Source, Standing};

fn pack() -> &'static RolePack {
    Catalogue::built_in().role("clinical-or-medical-technology").expect("the first role is built in")
}

/// Every quotation of the page.
fn quotes() -> Vec<&'static str> {
    let pack = pack();
    let mut quotes = vec![pack.accepted.source.quote];
    quotes.extend(pack.conditional_skills.iter().map(|group| group.quote));
    quotes.extend(pack.values_asked.iter().map(|asked| asked.quote));
    quotes.extend(pack.opening);
    quotes.extend(pack.specification.iter().map(|said| said.quote));
    quotes.extend(sources().iter().map(|source| source.quote));
    quotes.extend(pack.skills.iter().map(|group| group.quote));
    quotes.extend(pack.duties.iter().filter_map(|duty| duty.quote));
    quotes
}

fn sources() -> Vec<&'static Source> {
    let mut sources = Vec::new();
    for requirement in pack().rules.routes.iter().flat_map(|route| &route.pathways).flat_map(|way| &way.requirements) {
        sources.push(&requirement.source);
        sources.extend(requirement.clauses.iter().map(|(_, source)| source));
        sources.extend(&requirement.named);
    }
    sources
}

/// A folder beside the repository, where the project's reference material is; not everybody has it.
fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    let text = fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("not compared: {} is not here", path.display());
    }
    text
}

#[test]
fn every_quotation_stands_word_for_word_in_the_page() {
    let Some(page) = shared("source/000_c26573287fe16046.txt") else { return };
    let page = plain(&page);
    assert!(quotes().len() > 15);
    for quote in quotes() {
        assert!(page.contains(&plain(quote)), "not in the page: {quote}");
    }
    for link in &pack().links {
        assert!(page.contains(link.url), "not a link of the page: {}", link.url);
    }
}

#[test]
fn every_source_has_words_an_address_a_date_and_a_basis() {
    for source in sources() {
        assert!(!source.quote.is_empty() && source.url.starts_with("https://") && source.checked.starts_with("2026-"));
        assert_eq!(source.basis == Basis::Reading, source.reading.is_some());
    }
    let readings = sources().iter().filter(|source| source.basis == Basis::Reading).count();
    assert_eq!(readings, 2, "the size and the range of GCSEs are our reading of loose words");
}

#[test]
fn skills_duties_values_and_links_are_the_pages() {
    let pack = pack();
    let claims: Vec<&str> = pack.skills.iter().flat_map(|group| &group.claims).map(|claim| claim.id).collect();
    let expected: Vec<String> = (1..=15).map(|number| format!("K{number}")).collect();
    assert_eq!(claims, expected);
    assert_eq!(pack.skills.len(), 6, "one group a bullet");
    let skills = pack.conditional_skills.as_ref().expect("some skills are only for some jobs");
    let conditional: Vec<&str> = skills.claims.iter().map(|claim| claim.id).collect();
    assert_eq!(conditional, ["K16", "K17"]);
    for word in ["staff", "budgets", "equipment"] {
        assert!(skills.group.contains(word) && skills.quote.contains(word));
    }
    assert_eq!(pack.duties.iter().map(|duty| duty.id).collect::<Vec<_>>(), ["D1", "D2", "D3", "D4"]);
    assert_eq!(Catalogue::built_in().common.values.len(), 6);
    assert_eq!(pack.links.len(), 9);
    for word in ["physical", "right to work", "places"] {
        assert!(
            Catalogue::built_in().common.not_checked.iter().any(|line| line.contains(word)),
            "{word} is not checked, and said so"
        );
    }
}

/// The School's later texts are said, and change nothing.
#[test]
fn cautions_rest_on_later_texts() {
    let cautions: Vec<_> = pack().rules.routes.iter().flat_map(|route| &route.cautions).collect();
    assert!(cautions.len() >= 5);
    for caution in cautions {
        assert_eq!(caution.source.basis, Basis::Guidance);
        assert!(!caution.text.is_empty());
    }
}

/// The project's own table of subjects against the published one. Of two codes that one has other names.
#[test]
fn subject_codes_are_the_published_ones() {
    const NAMED_OTHERWISE: [(&str, &str); 3] =
        [("100367", "computing"), ("100433", "physical-education"), ("100280", "children-s-nursing")];
    let Some(csv) = shared("data/hecos_cah.csv") else { return };
    let subjects = &Catalogue::built_in().subjects;
    let mut compared = 0;
    for id in subjects.ids() {
        let Some(code) = subjects.find(id).and_then(|subject| subjects.hecos(subject)) else { continue };
        let line = csv.lines().find(|line| line.starts_with(code)).unwrap_or_default();
        let name = line.trim_start_matches(code).trim_start_matches(',');
        let name = name.strip_prefix('"').and_then(|name| name.split('"').next()).or(name.split(',').next());
        let words =
            name.unwrap_or_default().to_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), " ");
        let published = words.split_whitespace().collect::<Vec<_>>().join("-");
        assert!(published == id || NAMED_OTHERWISE.contains(&(code, &published)), "{code} is {published}, not {id}");
        compared += 1;
    }
    assert!(compared >= 300, "compared {compared}");
}

#[test]
fn a_subject_has_its_code() {
    let subjects = &Catalogue::built_in().subjects;
    let code = |id: &str| subjects.find(id).and_then(|subject| subjects.hecos(subject));
    assert_eq!(code("physics"), Some("100425"));
    assert_eq!(code("mathematics-numeracy"), None, "a subject of GCSEs alone has none");
}

/// The published groups of subjects (CAH) against the lists of the divisions: what a division takes by name is of the
/// groups that its words name, and what is not a science on its face is of no group of sciences. A group by itself is no
/// standing: of each there are subjects that are something else, so those are named.
#[test]
fn subject_groups_agree_with_the_published_ones() {
    const SCIENCES: [&str; 8] = ["CAH01", "CAH02", "CAH03", "CAH05", "CAH07", "CAH09", "CAH10", "CAH11"];
    let (physics, engineering, biology) = ("CAH07-01-01", ["CAH10-01", "CAH10-03-02"], "CAH03-01");
    let divisions: [(&str, Vec<&str>, &[&str]); 3] = [
        (
            "physical-sciences-and-biomedical-engineering",
            [&[physics, "CAH09-01"], &engineering[..]].concat(),
            &["building-services-engineering"],
        ),
        ("life-sciences", vec![biology, "CAH02-05-03"], &[]),
        (
            "physiological-sciences",
            [&[physics, biology, "CAH02-05-04"], &engineering[..]].concat(),
            &["building-services-engineering"],
        ),
    ];
    let Some(csv) = shared("data/hecos_cah.csv") else { return };
    let subjects = &Catalogue::built_in().subjects;
    let group = |id: &str| {
        let code =
            subjects.find(id).and_then(|subject| subjects.hecos(subject)).unwrap_or_else(|| panic!("{id} has no code"));
        let line = csv.lines().find(|line| line.starts_with(code)).unwrap_or_default();
        line.split(',').find(|cell| cell.starts_with("CAH")).unwrap_or_default()
    };
    for (division, named, apart) in divisions {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("roles/divisions/{division}.json"));
        let text = fs::read_to_string(path).expect("the division is here");
        let lists: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        let list = |standing: &str| -> Vec<String> {
            let ids = lists["subjects"][standing].as_array().expect("a list").iter();
            ids.filter_map(|id| id.as_str().map(str::to_string)).collect()
        };
        for id in list("named").iter().filter(|id| !apart.contains(&id.as_str())) {
            assert!(named.iter().any(|known| group(id).starts_with(known)), "{division} names {id} of {}", group(id));
        }
        for id in list("outside") {
            let science = SCIENCES.iter().any(|known| group(&id).starts_with(known));
            let apart = ["quality-management", "logistics", "sports-coaching"].contains(&id.as_str());
            assert!(!science || apart, "{division}: {id} of {} is taken for no science", group(&id));
        }
    }
}

#[test]
fn a_subject_belongs_to_one_standing() {
    let named = ["physics", "medical-physics", "applied-physics", "mechanical-engineering", "biomedical-engineering"];
    for id in named {
        let subject = Catalogue::built_in().subjects.read(entry_checker::rules::Section::Degree, id).subject;
        let standing = pack().rules.routes.iter().flat_map(|route| &route.pathways[0].requirements).find_map(|one| {
            let entry_checker::rules::Rule::Holds { pools, .. } = &one.rule else { return None };
            pools.first().filter(|pool| pool.section == entry_checker::rules::Section::Degree)?.subject.as_ref()
        });
        assert_eq!(standing.expect("the degree has a test of the subject").standing(&subject), Standing::Named, "{id}");
    }
}
