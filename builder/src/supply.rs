//! What the project is made of: from one registry, no more of it than is known, and nothing unsafe in our own.

use std::fs;

use crate::budgets::within;
use crate::run::{output, root};
use crate::wasm_target::WASM;

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_default()
}

#[test]
fn every_crate_comes_from_the_registry_with_a_checksum() {
    let lock = read("Cargo.lock");
    let packages: Vec<&str> = lock.split("[[package]]").skip(1).collect();
    let (mut ours, mut theirs) = (0, 0);
    for package in &packages {
        match package.lines().find_map(|line| line.strip_prefix("source = ")) {
            None => ours += 1,
            Some(source) => {
                assert_eq!(source, "\"registry+https://github.com/rust-lang/crates.io-index\"", "{package}");
                assert!(package.contains("\nchecksum = "), "{package}");
                theirs += 1;
            }
        }
    }
    assert!(ours <= 4 && theirs > 100, "{ours} of ours, {theirs} of others");
}

#[test]
fn the_wasm_is_made_of_no_more_crates_than_is_known() {
    let options = ["tree", "--locked", "--offline", "--target", WASM, "--edges", "normal", "--prefix", "none"];
    let tree = output("cargo", &[&options[..], &["--format", "{p}"]].concat());
    let mut crates: Vec<String> =
        tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    crates.sort();
    crates.dedup();
    assert!(crates.len() > 20, "cargo tree said nothing");
    println!("the wasm is made of {} crates", crates.len());
    within("crates", "the wasm", crates.len()).unwrap_or_else(|error| unreachable!("{error}"));
}

#[test]
fn nothing_of_ours_is_unsafe() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
    for manifest in ["Cargo.toml", "builder/Cargo.toml", "xtask/Cargo.toml", "benches/instructions/Cargo.toml"] {
        assert!(read(manifest).contains("[lints]\nworkspace = true"), "{manifest} takes the lints of the workspace");
    }
    // Put together here, so that this file does not find itself.
    let words = ["fn", "impl", "{", "trait", "extern"].map(|word| ["un", "safe ", word].concat());
    let rust = sources(&["src", "builder/src", "xtask/src", "tests"]);
    let rust: Vec<_> = rust.iter().filter(|(path, _)| path.ends_with(".rs")).collect();
    for (path, text) in &rust {
        assert!(!words.iter().any(|word| text.contains(word)), "{path}");
    }
    assert!(rust.len() > 100, "{} files", rust.len());
}

/// No text is taken for HTML or for a script, neither in Rust nor in JavaScript.
#[test]
fn nothing_is_made_of_html_from_text() {
    let words = [
        "innerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "from_html_unchecked",
        "set_inner_html",
        "eval(",
        "new Function(",
        "srcdoc",
        "setAttribute(\"style\"",
        "setAttribute(\"on",
    ];
    let ours = sources(&["src"]);
    for (path, text) in &ours {
        assert_eq!(words.iter().find(|word| text.contains(**word)), None, "{path}");
    }
    assert!(ours.len() > 100, "{} files", ours.len());
}

/// Every file below some folders: its path and its text.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let mut open: Vec<_> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                files.push((path.display().to_string(), fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    files
}
