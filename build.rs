//! Puts the packs under `roles/` together into one text, and the copy deck into another, without white space, with their
//! keys sorted, and without the notes to editors. So adding a role touches no Rust. What the page needs before it has
//! fetched these stands in files of its own: the outlines of the roles, and the sentences of the first screens.
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

/// How the keys begin of what is said before the rules are there. The rest of the deck comes with them.
const FIRST: [&str; 13] = [
    "back",
    "continue",
    "error.",
    "month.",
    "option.stage.",
    "question.stage.",
    "restart.",
    "roles.",
    "rules.",
    "service.",
    "start.",
    "title",
    "waiting.",
];

/// What an outline of a role keeps of it: enough to choose it by.
const OUTLINE: [&str; 6] = ["id", "name", "division", "rulesVersion", "page", "opening"];

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
    fs::write(out.join("outlines.json"), outlines(&packs).to_string())?;
    let bundle = Value::from(packs).to_string();
    println!("cargo::rustc-env=BUNDLE_STAMP={}", stamp::stamp(&bundle));
    fs::write(out.join("catalogue.json"), bundle)?;
    fs::write(out.join("compatibility.txt"), compatibility_table())?;
    println!("cargo::rerun-if-changed={DECK}");
    let deck = compact(Path::new(DECK))?;
    let english = deck.to_string();
    println!("cargo::rustc-env=DECK_STAMP={}", stamp::stamp(&english));
    fs::write(out.join("en.json"), english)?;
    let (first, later): (Map<_, _>, Map<_, _>) =
        deck.as_object().cloned().unwrap_or_default().into_iter().partition(|(key, _)| is_first(key));
    let later = Value::from(later).to_string();
    println!("cargo::rustc-env=SENTENCES_STAMP={}", stamp::stamp(&later));
    fs::write(out.join("first.json"), Value::from(first).to_string())?;
    fs::write(out.join("later.json"), later)?;
    Ok(())
}

fn is_first(key: &str) -> bool {
    FIRST.iter().any(|start| key.starts_with(start))
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

/// The outlines of the roles, each with the name of its division.
fn outlines(packs: &Map<String, Value>) -> Value {
    let name_of = |division: &Value| {
        let found = packs.values().find(|pack| pack["id"] == *division);
        found.map_or(Value::Null, |pack| pack["name"].clone())
    };
    let roles = packs.values().filter(|pack| pack["page"].is_object());
    let outline = |role: &Value| -> Map<String, Value> {
        let part = |key: &str| if key == "division" { name_of(&role[key]) } else { role[key].clone() };
        let parts = OUTLINE.into_iter().map(|key| (key.to_string(), part(key)));
        parts.filter(|(_, part)| !part.is_null()).collect()
    };
    roles.map(|role| Value::from(outline(role))).collect()
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
