//! Subjects and classes as people write them: what equals a listed one once folded is read as it, and nothing else is.

use entry_checker::catalogue::{Catalogue, fold};
use entry_checker::contract::{decode_profile, evaluate_json, read_profile};
use entry_checker::rules::{Class, Section, Status, Subject};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use crate::profiles::ROLE;

/// A text as fullwidth letters, which Unicode takes for the same in another width.
fn fullwidth(text: &str) -> String {
    let wide = |letter: char| match letter {
        '!'..='~' => char::from_u32(letter as u32 + 0xFEE0).expect("it is in the block"),
        ' ' => '\u{3000}',
        other => other,
    };
    text.chars().map(wide).collect()
}

/// A name in the ways in which people write it.
fn ways(name: &str) -> Vec<String> {
    vec![
        name.to_uppercase(),
        format!("  {name} "),
        format!("{name}\u{200b}"),
        format!("\u{feff}{name}\u{2060}"),
        name.replace(' ', "\u{a0}"),
        name.replace(' ', " - "),
        name.replace(' ', "\u{2013}"),
        name.replace(" and ", " & "),
        fullwidth(name),
        format!("BSc (Hons) {name}"),
        format!("BSc {name} (Hons)"),
        format!("BSc (Honours) {name}"),
        format!("BSc. (Hons.) {name}"),
        format!("B.Sc.(Hons) {name}"),
        format!("BSc(Hons){name}"),
        format!("{name} (Honours)"),
        format!("{name} (Hons.)"),
        format!("MEng {name}"),
        format!("Degree in {name}"),
        format!("A-level {name}"),
    ]
}

#[test]
fn every_listed_subject_is_read_in_every_way_of_writing_it() {
    let subjects = &Catalogue::built_in().subjects;
    let mut read = 0;
    for section in [Section::Level3, Section::Degree, Section::HigherDegree, Section::Gcse] {
        for id in subjects.of(section) {
            for text in ways(subjects.name_of(id)) {
                if text.chars().count() > 80 {
                    continue;
                }
                let found = subjects.read(section, &text).subject;
                assert_eq!(found, Subject::Listed(id), "{section:?} {text:?} is {}", subjects.id(&Subject::Listed(id)));
                read += 1;
            }
        }
    }
    println!("{read} texts were read as their subject");
}

#[test]
fn nothing_is_read_by_likeness() {
    let subjects = &Catalogue::built_in().subjects;
    for text in [
        "Physik",
        "Phys ics",
        "Physicss",
        "Physics with something",
        "BSc",
        "degree",
        "(Hons)",
        "ｐhysｉk",
        "phÿsics",
        "",
    ] {
        assert_eq!(subjects.read(Section::Degree, text).subject, Subject::Own(text.into()), "{text:?}");
    }
    for text in ["Physics Hons", "Physics BSc", "Ph.ysics", "BSc: Physics", "MEng", "systems", "MPhys"] {
        assert_eq!(subjects.read(Section::Degree, text).subject, Subject::Own(text.into()), "{text:?}");
    }
    // What names two subjects names none.
    assert_eq!(subjects.read(Section::Degree, "aero eng").subject, Subject::Own("aero eng".into()));
}

/// An award says nothing of its subject: an MEng can be in software engineering.
#[test]
fn an_award_alone_is_no_subject() {
    let subjects = &Catalogue::built_in().subjects;
    let table: Value = serde_json::from_str(include_str!("../../roles/subjects/spellings.json")).expect("it is JSON");
    let awards = table["awardsBefore"].as_array().expect("it has the awards").iter().filter_map(Value::as_str);
    let mut tried = 0;
    for award in awards {
        for text in [award.to_string(), award.to_uppercase(), format!("{award} (Hons)"), format!(" {award} degree in ")]
        {
            for section in [Section::Level3, Section::Degree, Section::HigherDegree, Section::Gcse] {
                assert_eq!(subjects.read(section, &text).subject, Subject::Own(text.as_str().into()), "{section:?}");
                assert_eq!(subjects.named(section, &text), None, "{section:?} {text:?}");
                tried += 1;
            }
        }
    }
    println!("{tried} texts are an award alone");
}

#[test]
fn the_most_common_titles_are_read() {
    let subjects = &Catalogue::built_in().subjects;
    let read = |section: Section, text: &str| {
        let read = subjects.read(section, text).subject;
        subjects.id(&read).to_string()
    };
    for (text, id) in [
        ("Electronic and Electrical Engineering", "electrical-and-electronic-engineering"),
        ("BEng(Hons)Electrical & Electronics Engineering", "electrical-and-electronic-engineering"),
        ("Civil Eng", "civil-engineering"),
        ("Mathematics and Statistics", "statistics"),
        ("MEng General Engineering", "general-or-integrated-engineering"),
    ] {
        assert_eq!(read(Section::Degree, text), id);
    }
    for text in ["Double Award Science", "double science", "double-award-science", "Combined Science: Trilogy"] {
        let is_read = read(Section::Gcse, text) == "combined-science";
        assert_eq!(is_read, !text.contains(':'), "{text}");
    }
}

/// A GCSE that is worth two, under another name.
#[test]
fn double_award_science_is_two_gcses() {
    for (grade, total) in [("5-5", 2), ("CC", 2), ("5-3", 1), ("4", 2)] {
        let profile = json!({ "gcse": [{ "subject": "Double Award Science", "grade": grade }] });
        let report = evaluate_json(Catalogue::built_in(), &profile.to_string(), ROLE).expect("a good profile");
        let report = serde_json::to_value(&report).expect("a report is JSON").to_string();
        let number = if total == 1 { "1 GCSE at" } else { "2 GCSEs at" };
        assert!(report.contains(&format!("You have {number} grade 4 or C or above.")), "{grade}: {report}");
    }
    let both = json!({ "gcse": [{ "subject": "combined-science", "grade": "4" }, { "subject": "double science", "grade": "5" }] });
    let report = evaluate_json(Catalogue::built_in(), &both.to_string(), ROLE).expect("a good profile");
    let report = serde_json::to_value(&report).expect("a report is JSON").to_string();
    assert!(report.contains("You have 2 GCSEs at grade 4 or C or above."), "one subject counts once: {report}");
}

#[test]
fn the_report_says_what_was_understood() {
    let profile = json!({
        "level3": [{ "award": "a-level", "subject": "physics", "grade": "B" }, { "award": "a-level", "subject": " History" }],
        "degree": [{ "award": "bachelor-honours", "subject": "Mech Eng", "class": "2:1" }, { "award": "hnd", "subject": "100190" }],
    });
    let report = evaluate_json(Catalogue::built_in(), &profile.to_string(), ROLE).expect("a good profile");
    let understood = serde_json::to_value(&report).expect("a report is JSON")["understood"].clone();
    let expected = json!([
        { "section": "level3", "index": 1, "text": " History", "subject": "history" },
        { "section": "degree", "index": 0, "text": "Mech Eng", "subject": "mechanical-engineering" },
    ]);
    assert_eq!(understood, expected);
}

fn with_class(class: &str) -> Value {
    json!({ "degree": [{ "award": "bachelor-honours", "subject": "physics", "class": class }] })
}

#[test]
fn a_class_is_read_in_every_spelling() {
    let subjects = &Catalogue::built_in().subjects;
    let table: Value = serde_json::from_str(include_str!("../../roles/subjects/spellings.json")).expect("it is JSON");
    let classes = table["classes"].as_object().expect("it has the classes");
    assert_eq!(classes.len(), Class::ALL.len(), "every class has its spellings");
    for (class, spellings) in classes {
        let class = Class::find(class).expect("a class");
        let spellings = spellings.as_array().expect("a list").iter().filter_map(Value::as_str).chain([class.id()]);
        for spelling in spellings {
            let written = [
                (spelling.to_string(), Status::Awarded),
                (spelling.to_uppercase(), Status::Awarded),
                (format!(" {}\u{200b}", spelling.replace(' ', "\u{a0}")), Status::Awarded),
                (spelling.replace(' ', "-"), Status::Awarded),
                (fullwidth(spelling), Status::Awarded),
                (format!("{spelling} (Hons)"), Status::Awarded),
                (format!("{spelling} (predicted)"), Status::Predicted),
                (format!("{spelling} (Hons) (Predicted)"), Status::Predicted),
            ];
            for (text, status) in written {
                let profile =
                    decode_profile(subjects, &with_class(&text).to_string()).unwrap_or_else(|error| panic!("{error}"));
                let held = &profile.section(Section::Degree).expect("there is a degree")[0];
                assert_eq!((held.class(), held.status), (Some(class), status), "{text:?}");
            }
        }
    }
}

#[test]
fn what_is_no_class_is_refused_with_a_suggestion_or_the_list() {
    let refused = |class: &str| {
        let read = read_profile(&Catalogue::built_in().subjects, &with_class(class).to_string());
        read.expect_err("it is no class").to_string()
    };
    let list = "first, 2:1, 2:2, undivided-second, third, pass, unclassified";
    for class in ["Merit", "Distinction", "68%", "3.7 GPA", "first-ish", "1", "1:1", "2nd", "2.5"] {
        assert_eq!(refused(class), format!("E_PROFILE degree[0].class: unknown class \"{class}\"; give one of {list}"));
    }
    assert_eq!(refused("frist"), "E_PROFILE degree[0].class: unknown class \"frist\"; did you mean \"first\"?");
}

/// The wasm has a table in place of the library for NFKC. It is enough where all names are ASCII but for an apostrophe that
/// NFKC leaves alone.
#[test]
fn folding_agrees_with_the_library_for_nfkc_on_every_character() {
    let is_plain = |text: &str| text.chars().all(|one| one.is_ascii() || one == '\u{2019}');
    let mut compatible = 0;
    for one in '\u{0}'..=char::MAX {
        let (ours, theirs) = (fold(&one.to_string()), fold(&one.nfkc().collect::<String>()));
        assert!(ours == theirs || !(is_plain(&ours) || is_plain(&theirs)), "{one:?} is {ours:?} and not {theirs:?}");
        compatible += usize::from(!one.is_ascii() && is_plain(&ours));
    }
    println!("folding: {compatible} characters beyond ASCII become ASCII");
    let subjects = &Catalogue::built_in().subjects;
    for section in Section::ALL {
        for name in subjects.of(section).flat_map(|id| subjects.names(id)) {
            assert!(is_plain(name), "{name}: extend the table of src/catalogue/fold.rs first");
        }
    }
}
