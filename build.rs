//! Lists the packs under `roles/`, so that adding a role touches no Rust, and writes them and the copy deck without
//! white space, with their keys sorted, and without the notes to editors.

use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

use serde_json::Value;

const FOLDERS: [(&str, &str); 5] = [
    ("ROLES", "roles"),
    ("PROGRAMMES", "roles/programmes"),
    ("DIVISIONS", "roles/divisions"),
    ("SUBJECTS", "roles/subjects"),
    ("SHARED", "roles/shared"),
];

const DECK: &str = "src/copy/en.json";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut code = String::new();
    for (name, folder) in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        code.push_str(&format!("pub const {name}: &[(&str, &str)] = &[\n"));
        for file in json_files(folder)? {
            println!("cargo::rerun-if-changed={}", file.display());
            code.push_str(&format!("    ({:?}, {:?}),\n", file.display().to_string(), compact(&file)?));
        }
        code.push_str("];\n");
    }
    fs::write(out.join("packs.rs"), code)?;
    println!("cargo::rerun-if-changed={DECK}");
    fs::write(out.join("en.json"), compact(Path::new(DECK))?)?;
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

fn compact(file: &Path) -> Result<String, Box<dyn Error>> {
    let mut pack: Value =
        serde_json::from_str(&fs::read_to_string(file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    if let Some(pack) = pack.as_object_mut() {
        pack.remove("note");
    }
    Ok(pack.to_string())
}
