//! Tools for those who write the rules: check the packs, print a role to sign off, say whom a change concerns.

use std::fs;
use std::path::{Path, PathBuf};

use entry_checker::catalogue::{Catalogue, File, RolePack};
use entry_checker::editor::{Against, check, diff, explain, schema};
use entry_checker::json::Mistake;

use crate::run::{Result, output, root};

/// The folders of a catalogue.
const FOLDERS: [&str; 5] = ["roles", "roles/divisions", "roles/programmes", "roles/shared", "roles/subjects"];

const HELP: &str = "\
cargo xtask roles [--sources FOLDER]   check every pack; with texts of pages, their quotations too
cargo xtask roles explain ROLE         print the rules of a role as a page to sign off
cargo xtask roles diff OLD NEW         say whose outcome changes; each is a folder, a role's file or a git revision
cargo xtask roles schema               write roles/schema.json";

/// Runs one of the tools.
pub fn roles(arguments: &[String]) -> Result {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => check_all(None),
        ["--sources", folder] => check_all(Some(Path::new(folder))),
        ["explain", role] => explain_one(role),
        ["diff", old, new] => diff_two(old, new),
        ["schema"] => fs::write(root().join("roles/schema.json"), schema()).map_err(|error| format!("schema: {error}")),
        _ => Err(HELP.into()),
    }
}

fn check_all(sources: Option<&Path>) -> Result {
    let files = folder(&root().join("roles"))?;
    let today = time::OffsetDateTime::now_utc().date().to_string();
    let pages = sources.map_or_else(|| Ok(Vec::new()), pages)?;
    let read = pages.len();
    let mistakes = check(&files, &Against { today, pages });
    for mistake in &mistakes {
        println!("{mistake}");
    }
    let roles = files.iter().filter(|(name, _)| name.matches('/').count() == 1).count();
    let summary =
        format!("{roles} roles in {} files, held against {read} pages: {} to mend", files.len(), mistakes.len());
    if !mistakes.is_empty() {
        return Err(summary);
    }
    println!("{summary}");
    Ok(())
}

fn explain_one(role: &str) -> Result {
    let catalogue = decoded(&folder(&root().join("roles"))?)?;
    let ids: Vec<&str> = catalogue.roles.iter().map(|role| role.rules.id).collect();
    let found: Option<&RolePack> = catalogue.role(role);
    let found = found.ok_or_else(|| format!("there is no role \"{role}\"; the roles are {}", ids.join(", ")))?;
    print!("{}", explain(&catalogue, found));
    Ok(())
}

fn diff_two(old: &str, new: &str) -> Result {
    let new = version(new)?;
    // Both are read with the new tables of subjects, so that a subject is the same in both.
    let is_table = |(name, _): &File| name.starts_with("roles/subjects/");
    let old: Vec<File> = version(old)?.into_iter().filter(|file| !is_table(file)).collect();
    let old = [old, new.iter().copied().filter(is_table).collect()].concat();
    let lines = diff(&decoded(&old)?, &decoded(&new)?);
    for line in &lines {
        println!("{line}");
    }
    if lines.is_empty() {
        println!("Nobody’s outcome changes.");
    }
    Ok(())
}

fn decoded(files: &[File]) -> Result<Catalogue> {
    let told = |mistakes: Vec<Mistake>| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Catalogue::from_files(files).map_err(told)
}

/// The packs of a version: of a folder, of one role's file with the rest from `roles/`, or of a git revision.
fn version(name: &str) -> Result<Vec<File>> {
    let path = PathBuf::from(name);
    if path.is_dir() {
        return folder(&path);
    }
    if path.is_file() {
        let text = read(&path)?;
        let id = path.file_name().unwrap_or_default().to_string_lossy();
        let own = kept(format!("roles/{id}"));
        let rest = folder(&root().join("roles"))?.into_iter().filter(|(name, _)| *name != own);
        return Ok(rest.chain([(own, text)]).collect());
    }
    let listed = output("git", &["ls-tree", "-r", "--name-only", name, "--", "roles"]);
    let names = listed.lines().filter(|name| is_pack(Path::new(name)));
    let files: Vec<File> =
        names.map(|file| (kept(file.to_string()), kept(output("git", &["show", &format!("{name}:{file}")])))).collect();
    if files.is_empty() {
        Err(format!("\"{name}\" is no folder, no file and no git revision with roles"))
    } else {
        Ok(files)
    }
}

/// The packs of a folder, by the names they have in the repository.
fn folder(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for inside in FOLDERS {
        let place = folder.join(inside.trim_start_matches("roles").trim_start_matches('/'));
        let entries = fs::read_dir(&place).map_err(|error| format!("{}: {error}", place.display()))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        for path in paths.iter().filter(|path| is_pack(path)) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push((kept(format!("{inside}/{name}")), read(path)?));
        }
    }
    Ok(files)
}

fn is_pack(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "json") && !path.ends_with("schema.json")
}

fn read(path: &Path) -> Result<&'static str> {
    fs::read_to_string(path).map(kept).map_err(|error| format!("{}: {error}", path.display()))
}

/// The library keeps the words of packs for as long as the program runs.
fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The texts of pages in a folder, each with the address it names after "Source URL:".
fn pages(folder: &Path) -> Result<Vec<(String, String)>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let texts = entries.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
    let page = |text: String| {
        let (_, after) = text.split_once("Source URL:")?;
        let address = after.split_once('<')?.1.split_once('>')?.0.to_string();
        Some((address, text))
    };
    Ok(texts.filter_map(page).collect())
}
