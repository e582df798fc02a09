//! What the page weighs until its first question, and an element until its own, and the catalogue beyond its first role, in
//! brotli bytes, each against its budget.

use std::io::Write;

use entry_checker::catalogue::BUNDLE;
use serde_json::{Map, Value};

use crate::budgets::{budget, within};
use crate::plain;
use crate::run::Result;
use crate::site::Site;
use crate::split::SECOND;

/// Everything that is fetched up to the first question. A test in a browser compares. The catalogue and its
/// sentences are not among it: they come beside these and hold nothing up.
pub const FIRST_QUESTION: [&str; 6] =
    ["index.html", "entry-checker.css", "icon.svg", "start.js", "checker.js", "checker_bg.wasm"];
/// What a page of somebody else's fetches before it is known that the element is looked at.
const LOADER: &str = "entry-checker.js";
/// Everything that an element fetches up to its first question. A test in a browser compares.
const QUESTION_OF_ELEMENT: [&str; 5] = [LOADER, "session.js", "entry-checker.css", "checker.js", "checker_bg.wasm"];
/// The names of their budgets.
const QUESTION: &str = "the first question";
const CATALOGUE: &str = "the catalogue beyond one role";
const ELEMENT: &str = "the loader of the element";
const IN_ELEMENT: &str = "the first question of the element";
/// The role that was there before the others.
const FIRST_ROLE: &str = "clinical-or-medical-technology";
/// What programs fetch.
const ENGINE: [&str; 4] = ["engine.js", "front-door.js", "engine-wasm.js", "engine-wasm_bg.wasm"];

/// Prints a table of the files, and fails over the budget.
pub fn report(site: &Site) -> Result {
    println!("\n{:<20} {:>9} {:>9}", "dist/", "bytes", "brotli");
    let first = table(site, &FIRST_QUESTION)?;
    let sum = |title: &str, sum: usize, name: &str| {
        println!("{title:<20} {:>9} {sum:>9}  of {}", "", budget("brotli", name)?);
        Ok::<_, String>(())
    };
    sum("to first question", first, QUESTION)?;
    let catalogue = table(site, &["catalogue.json"])?;
    let added = catalogue.saturating_sub(brotli(first_role(BUNDLE)?.as_bytes())?);
    sum("beyond one role", added, CATALOGUE)?;
    table(site, &["sentences.json", SECOND, "keep.js", "session.js"])?;
    let loader = table(site, &[LOADER])?;
    sum("the element", loader, ELEMENT)?;
    let element = QUESTION_OF_ELEMENT.iter().map(|name| Ok(weight(site, name)?.1)).sum::<Result<usize>>()?;
    sum("to its question", element, IN_ELEMENT)?;
    plain_pages(site)?;
    let engine = table(site, &ENGINE)?;
    println!("{:<20} {:>9} {engine:>9}\n", "the engine", "");
    within("brotli", QUESTION, first)?;
    within("brotli", CATALOGUE, added)?;
    within("brotli", ELEMENT, loader)?;
    within("brotli", IN_ELEMENT, element)
}

/// The plain pages, of which a person reads one or two, and the worker, which keeps them all.
fn plain_pages(site: &Site) -> Result {
    let files = plain::files(site)?;
    let (mut bytes, mut total) = (0, 0);
    for name in &files {
        let (size, packed) = weight(site, name)?;
        bytes += size;
        total += packed;
    }
    println!("{:<20} {bytes:>9} {total:>9}", format!("rules/ ({} files)", files.len()));
    table(site, &["sw.js"]).map(|_| ())
}

/// The bundle with the first role alone: its division, its programmes, the subject tables, and what all roles share.
fn first_role(bundle: &str) -> Result<String> {
    let mut packs: Map<String, Value> = serde_json::from_str(bundle).map_err(|error| format!("the bundle: {error}"))?;
    let role = packs.values().find(|pack| pack["id"] == FIRST_ROLE && pack["routes"].is_array()).cloned();
    let role = role.ok_or_else(|| format!("the catalogue has no role {FIRST_ROLE}"))?;
    let programmes: Vec<&Value> =
        role["routes"].as_array().into_iter().flatten().map(|one| &one["programme"]).collect();
    packs.retain(|name, pack| match name.rsplit('/').nth(1) {
        Some("roles") => pack["id"] == role["id"],
        Some("divisions") => pack["id"] == role["division"],
        Some("programmes") => programmes.contains(&&pack["id"]),
        _ => true,
    });
    Ok(Value::from(packs).to_string())
}

/// Prints the files and gives back their sum.
fn table(site: &Site, names: &[&str]) -> Result<usize> {
    let mut total = 0;
    for name in names {
        let (bytes, packed) = weight(site, name)?;
        total += packed;
        println!("{name:<20} {bytes:>9} {packed:>9}");
    }
    Ok(total)
}

/// The bytes of a file, and those that they are in brotli.
fn weight(site: &Site, name: &str) -> Result<(usize, usize)> {
    let bytes = site.read(name)?;
    Ok((bytes.len(), brotli(&bytes)?))
}

/// The size in brotli at its best quality, as a static host would store it.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    packed.write_all(bytes).map_err(|error| format!("brotli: {error}"))?;
    Ok(packed.into_inner().len())
}
