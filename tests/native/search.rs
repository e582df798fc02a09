//! The search for a subject: what people type, and what they mean. The list was written before the search was.

use entry_checker::catalogue::Catalogue;
use entry_checker::rules::Section;

/// The subjects found for what is typed, by id.
fn found(section: Section, typed: &str) -> Vec<&'static str> {
    let subjects = &Catalogue::built_in().subjects;
    let ids: Vec<&str> = subjects.ids().collect();
    subjects.search(section, typed, 8).into_iter().map(|subject| ids[usize::from(subject.0)]).collect()
}

#[test]
fn finds_what_people_mean() {
    let lines: Vec<&str> = include_str!("../typed.tsv").lines().skip(1).collect();
    assert!(lines.len() >= 150, "{} lines", lines.len());
    let (mut first, mut missed) = (0, Vec::new());
    for line in &lines {
        let [section, typed, meant] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let section = if section == "level3" { Section::Level3 } else { Section::Degree };
        let found = found(section, typed);
        assert!(Catalogue::built_in().subjects.find(meant).is_some(), "{meant} is in no table");
        match found.iter().position(|id| *id == meant) {
            Some(0) => first += 1,
            Some(1..=4) => println!("not first: {typed}: {found:?}"),
            _ => missed.push(format!("{typed}: meant {meant}, found {found:?}")),
        }
    }
    println!("{first} of {} are found first", lines.len());
    assert!(missed.is_empty(), "not among the first five:\n{}", missed.join("\n"));
    assert!(first * 100 >= lines.len() * 95, "{first} of {} are found first", lines.len());
}

#[test]
fn finds_nothing_in_nothing_and_does_not_mind_nonsense() {
    for typed in
        ["", "   ", "-", "()", "&", "\u{0}", "🎓", "bsc", "degree in", "BSc (Hons)", "the", "x".repeat(80).as_str()]
    {
        let found = found(Section::Degree, typed);
        assert!(found.len() <= 8, "{typed}: {found:?}");
    }
    for typed in ["", "degree in", "BSc (Hons)", "A level", "a degree"] {
        for section in [Section::Degree, Section::Level3] {
            assert_eq!(Catalogue::built_in().subjects.named(section, typed), None, "\"{typed}\" names no subject");
        }
    }
    assert!(found(Section::Degree, "basket weaving").is_empty());
    assert!(found(Section::Degree, "qwertyuiop").is_empty());
}
