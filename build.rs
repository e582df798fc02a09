//! Puts the packs under `roles/` together into one text, and the copy deck into another, without white space, with their
//! keys sorted, and without the notes to editors. So adding a role touches no Rust.
//!
//! It also writes the table of the characters that Unicode NFKC makes ASCII (see `src/catalogue/fold.rs`).

use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

#[path = "src/stamp.rs"]
mod stamp;

const FOLDERS: [&str; 5] = ["roles", "roles/divisions", "roles/programmes", "roles/shared", "roles/subjects"];

const DECK: &str = "src/copy/en.json";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut packs = Map::new();
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        for file in json_files(folder)? {
            println!("cargo::rerun-if-changed={}", file.display());
            packs.insert(file.display().to_string(), compact(&file)?);
        }
    }
    let bundle = Value::from(packs).to_string();
    println!("cargo::rustc-env=BUNDLE_STAMP={}", stamp::stamp(&bundle));
    fs::write(out.join("catalogue.json"), bundle)?;
    fs::write(out.join("compatibility.txt"), compatibility_table())?;
    println!("cargo::rerun-if-changed={DECK}");
    let deck = compact(Path::new(DECK))?;
    let english = deck.to_string();
    println!("cargo::rustc-env=DECK_STAMP={}", stamp::stamp(&english));
    fs::write(out.join("en.json"), english)?;
    Ok(())
}

fn json_files(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    // The schema of the packs is not a pack.
    files.retain(|file| file.file_name().is_some_and(|name| name != "schema.json"));
    files.sort();
    Ok(files)
}

/// A file without what is for editors. What is not JSON stays text, so that it is told of where packs are checked, with
/// its place, and not here.
fn compact(file: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let mut pack: Value = serde_json::from_str(&text).unwrap_or(Value::String(text));
    if let Some(pack) = pack.as_object_mut() {
        pack.remove("note");
        pack.remove("$schema");
    }
    Ok(pack)
}

/// The characters beyond ASCII that NFKC makes ASCII, a line each. A character that becomes one (`ＡA`) begins a run where the
/// characters after it do so too (`ＡABC`); one that becomes several has a tab behind it.
fn compatibility_table() -> String {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for (code, normal) in (0x80..=0x10_FFFF).filter_map(|code| Some((code, normal_ascii(char::from_u32(code)?)?))) {
        match lines.last_mut() {
            _ if normal.len() > 1 => lines.push((code, format!("\t{normal}"))),
            Some((first, run)) if !run.starts_with('\t') && *first + run.len() as u32 == code => run.push_str(&normal),
            _ => lines.push((code, normal)),
        }
    }
    lines.into_iter().filter_map(|(first, line)| Some(format!("{}{line}\n", char::from_u32(first)?))).collect()
}

/// Returns what NFKC makes of a character, where that is ASCII.
fn normal_ascii(one: char) -> Option<String> {
    let normal: String = one.nfkc().collect();
    normal.is_ascii().then_some(normal)
}
