//! What an editor can get wrong: a fixture each under `tests/mistakes`, with the place and the words it is told in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use entry_checker::catalogue::File;
use entry_checker::editor::{Against, check};
use serde_json::Value;

/// A day on which every date of the packs is fresh.
pub const TODAY: &str = "2026-11-25";

const FIRST: &str = "roles/clinical-or-medical-technology.json";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The packs as they stand in the repository.
pub fn files() -> Vec<File> {
    let mut files = Vec::new();
    for folder in ["roles", "roles/divisions", "roles/programmes", "roles/shared", "roles/subjects"] {
        let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
            .expect("the packs are here")
            .flatten()
            .map(|entry| entry.path())
            .collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
            let name = format!("{folder}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            if name != "roles/schema.json" {
                files.push((kept(name), kept(fs::read_to_string(path).expect("a pack is text"))));
            }
        }
    }
    files
}

/// The library keeps the words of packs for as long as the program runs.
pub fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The packs with some texts of one file replaced.
pub fn with_edits(file: &str, edits: &[(&str, &str)]) -> Vec<File> {
    let edited = |(name, text): File| {
        if name != file {
            return (name, text);
        }
        let mut text = text.to_string();
        for (from, to) in edits {
            assert!(text.contains(from), "{name} does not hold {from}");
            text = text.replacen(from, to, 1);
        }
        (name, kept(text))
    };
    files().into_iter().map(edited).collect()
}

/// A page that holds every quotation of the packs, so that only the one that a fixture changes is not in it.
fn against() -> Against {
    let all: Vec<File> = files();
    let role = all.iter().find(|(name, _)| *name == FIRST);
    let role: Value = serde_json::from_str(role.expect("the first role is there").1).expect("it is JSON");
    let address = role["page"]["url"].as_str().expect("it has an address").to_string();
    Against { today: TODAY.into(), pages: vec![(address, all.iter().map(|(_, text)| *text).collect())] }
}

fn told(files: &[File]) -> Vec<String> {
    check(files, &against()).iter().map(ToString::to_string).collect()
}

#[test]
fn the_packs_have_nothing_to_mend() {
    assert_eq!(told(&files()), Vec::<String>::new());
}

#[test]
fn every_seeded_mistake_is_told_with_its_place_and_its_mend() {
    let (mut seeded, mut missed) = (0, Vec::new());
    for entry in fs::read_dir(root().join("tests/mistakes")).expect("the fixtures are here").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let fixture: Value =
            serde_json::from_str(&fs::read_to_string(entry.path()).expect("it is text")).expect("it is JSON");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let edits: Vec<(String, String)> = fixture["edits"]
            .as_array()
            .expect("a fixture has edits")
            .iter()
            .map(|edit| (text(&edit[0]), text(&edit[1])))
            .collect();
        let edits: Vec<(&str, &str)> = edits.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        let told = told(&with_edits(&text(&fixture["file"]), &edits));
        let expected = text(&fixture["expected"]);
        // One mistake is told once, unless the fixture says what else comes of it. What each role tells of a programme that
        // it shares is one mistake.
        let number = fixture["told"].as_u64().unwrap_or(1) as usize;
        let once: BTreeSet<&str> = told.iter().filter_map(|line| line.split_once(": ")).map(|(_, what)| what).collect();
        if expected.is_empty() || !told.iter().any(|line| line.starts_with(&expected)) || once.len() != number {
            missed.push(format!("{name}: expected {expected}\ntold {} {told:#?}", told.len()));
        }
        seeded += 1;
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert!(seeded >= 20, "{seeded} fixtures");
}

/// An editor sees all mistakes at once, and nothing twice.
#[test]
fn every_mistake_is_told_at_once() {
    let files = with_edits(FIRST, &[("{\n", "{ \"nam\": 1,\n"), ("\"programme\": \"stp\"", "\"programme\": \"stpp\"")]);
    let told = told(&files);
    assert_eq!(told.len(), 2, "{told:#?}");
    // What is not JSON lacks nothing else.
    let files = with_edits("roles/programmes/stp.json", &[("{\n", "{,\n")]);
    let told = self::told(&files);
    assert!(told[0].starts_with("roles/programmes/stp.json: is not JSON at line 1, column 2"), "{told:#?}");
    assert!(!told.iter().any(|line| line.starts_with("roles/programmes/stp.json: \"")), "{told:#?}");
}

/// As many GCSEs as there are groups are enough for one of each.
#[test]
fn a_range_may_be_its_groups_alone() {
    let files =
        with_edits("roles/programmes/ptp.json", &[("\"number\": 5, \"including\"", "\"number\": 3, \"including\"")]);
    assert_eq!(told(&files), Vec::<String>::new());
}

/// The clock may say anything. The page of the first role was compared on 23 November 2026.
#[test]
fn dates_are_held_against_today() {
    let names = files().into_iter().map(|(name, _)| name.to_string());
    let every: BTreeSet<String> = names.filter(|name| name.matches('/').count() == 1).collect();
    let old = |today: &str| -> BTreeSet<String> {
        let told = check(&files(), &Against { today: today.into(), pages: Vec::new() });
        let old = told.into_iter().filter(|one| one.path == "page.checked" && one.what.contains("a year ago"));
        old.map(|one| one.file).collect()
    };
    for today in [TODAY, "2027-11-22", "2027-11-23"] {
        assert!(!old(today).contains(FIRST), "{today}");
    }
    for today in ["2027-11-24", "2028-02-29"] {
        assert!(old(today).contains(FIRST), "{today}");
    }
    for today in ["0000-00-00", ""] {
        assert_eq!(old(today), BTreeSet::new(), "{today}");
    }
    assert_eq!(old("9998-12-31"), every);
}
