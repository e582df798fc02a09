//! The search for a subject: what people type, and what they mean. The list was written before the search was.

use entry_checker::catalogue::Catalogue;
use entry_checker::rules::Section;

use crate::cases::ROLES;
use crate::kept::same_as_kept;

/// The words that people typed, and what they meant.
const TYPED: &str = include_str!("../typed.tsv");
/// Names that are looked for in every way that a hand goes wrong.
const MISTYPED: [&str; 6] = [
    "physics",
    "biomedical engineering",
    "electrical and electronic engineering",
    "medical physics",
    "computer science",
    "optometry",
];

/// The subjects found for what is typed, by id.
fn found(section: Section, typed: &str) -> Vec<&'static str> {
    let subjects = &Catalogue::built_in().subjects;
    let ids: Vec<&str> = subjects.ids().collect();
    subjects.search(section, typed, 8).into_iter().map(|subject| ids[usize::from(subject.0)]).collect()
}

/// Each line of what people typed: the section, the words, the subject that was meant.
fn typed() -> impl Iterator<Item = (Section, &'static str, &'static str)> {
    TYPED.lines().skip(1).map(|line| {
        let [section, typed, meant] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        (if section == "level3" { Section::Level3 } else { Section::Degree }, typed, meant)
    })
}

#[test]
fn finds_what_people_mean() {
    let lines: Vec<_> = typed().collect();
    assert!(lines.len() >= 150, "{} lines", lines.len());
    let (mut first, mut missed) = (0, Vec::new());
    for &(section, typed, meant) in &lines {
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

/// A name as it may be typed: in parts, run together, by its initials, in another order, and with one letter too many, too
/// few, wrong, or swapped with the next, near its beginning and at its end.
fn mistyped(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let backwards: Vec<&str> = words.iter().rev().copied().collect();
    let mut all = vec![
        words.concat(),
        initials,
        backwards.join(" "),
        format!("BSc (Hons) {name}"),
        format!("{name} with basket weaving"),
    ];
    for at in [0, 1, 3, name.len() - 2] {
        let (before, after) = name.split_at(at);
        let mut swapped: Vec<char> = name.chars().collect();
        swapped.swap(at, at + 1);
        all.push(before.to_string());
        all.push(format!("{before}x{after}"));
        all.push(format!("{before}{}", &after[1..]));
        all.push(format!("{before}x{}", &after[1..]));
        all.push(swapped.into_iter().collect());
        all.push(format!("{before}xy{}", &after[1..]));
    }
    all
}

/// Everything that is found, in order, and what is named in full; and the same of roles.
#[test]
fn what_is_found_is_as_it_was_read() {
    let catalogue = Catalogue::built_in();
    let subjects = &catalogue.subjects;
    let mut text = String::new();
    let mut look = |section: Section, typed: &str| {
        let named = subjects.named(section, typed).map_or("nothing", |subject| subjects.name_of(subject));
        text.push_str(&format!("{} | {typed} | names {named} | {}\n", section.key(), found(section, typed).join(", ")));
    };
    typed().for_each(|(section, typed, _)| look(section, typed));
    for name in MISTYPED {
        mistyped(name).iter().for_each(|typed| look(Section::Degree, typed));
    }
    for typed in
        ["", "&", "bsc", "degree in", "the", "p", "x", "R&D", "phys\u{e9}", "biology a level", "applied science btec"]
    {
        look(Section::Degree, typed);
        look(Section::Level3, typed);
    }
    let names = ["audiology", "clinical or medical technology", "physiological sciences"];
    let typed = names.iter().flat_map(|name| mistyped(name)).chain(["", "a", "of", "astronaut"].map(String::from));
    for typed in typed {
        let found = catalogue.roles_like(&typed);
        let ids: Vec<&str> = found.iter().map(|role| role.rules.id).filter(|id| ROLES.contains(id)).collect();
        text.push_str(&format!("roles | {typed} | {}\n", ids.join(", ")));
    }
    same_as_kept("tests/found.txt", &text);
}
