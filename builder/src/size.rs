//! What the page weighs until its first screen can be used and until a result, the same for an element, and the catalogue
//! beyond its first role, in brotli bytes, each against its budget.

use std::io::Write;

use entry_checker::catalogue::BUNDLE;
use serde_json::{Map, Value};

use crate::budgets::{budget, within};
use crate::plain;
use crate::run::Result;
use crate::site::Site;

/// Everything that is fetched until the first screen can be used. A test in a browser compares.
pub const FIRST_SCREEN: [&str; 4] = ["index.html", "entry-checker.css", "icon.svg", "start.js"];
/// What comes behind it, for all that follows to the result.
const PROGRAM: [&str; 4] = ["checker.js", "checker_bg.wasm", "catalogue.json", "sentences.json"];
/// What the page uses beside its program.
const BESIDE: [&str; 1] = ["page.js"];
/// What a page of somebody else's fetches before it is known that the element is looked at.
const LOADER: &str = "entry-checker.js";
/// Everything that an element fetches until its first screen can be used. A test in a browser compares.
const FIRST_SCREEN_OF_ELEMENT: [&str; 3] = [LOADER, "session.js", "entry-checker.css"];
/// The names of their budgets.
const SCREEN: &str = "the first screen";
const RESULT: &str = "a result";
const CATALOGUE: &str = "the catalogue beyond one role";
const ELEMENT: &str = "the loader of the element";
const SCREEN_OF_ELEMENT: &str = "the first screen of the element";
const RESULT_OF_ELEMENT: &str = "a result in the element";
/// The role that was there before the others.
const FIRST_ROLE: &str = "clinical-or-medical-technology";
/// What programs fetch.
const ENGINE: [&str; 3] = ["engine.js", "engine-wasm.js", "engine-wasm_bg.wasm"];

/// Prints a table of the files, and fails over the budget.
pub fn report(site: &Site) -> Result {
    println!("\n{:<20} {:>9} {:>9}", "dist/", "bytes", "brotli");
    let mut over = Vec::new();
    let mut sum = |name: &'static str, sum: usize| {
        println!("{name:<20} {:>9} {sum:>9}  of {}", "", budget("brotli", name)?);
        over.push(within("brotli", name, sum));
        Ok::<_, String>(())
    };
    let first = table(site, &FIRST_SCREEN)?;
    sum(SCREEN, first)?;
    let program = table(site, &PROGRAM)?;
    let beside = table(site, &BESIDE)?;
    sum(RESULT, first + program + beside)?;
    let catalogue = weight(site, "catalogue.json")?.1;
    sum(CATALOGUE, catalogue.saturating_sub(brotli(first_role(BUNDLE)?.as_bytes())?))?;
    sum(ELEMENT, weight(site, LOADER)?.1)?;
    let element = table(site, &FIRST_SCREEN_OF_ELEMENT)?;
    sum(SCREEN_OF_ELEMENT, element)?;
    sum(RESULT_OF_ELEMENT, element + program)?;
    plain_pages(site)?;
    let engine = table(site, &ENGINE)?;
    println!("{:<20} {:>9} {engine:>9}\n", "the engine", "");
    over.into_iter().collect()
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
