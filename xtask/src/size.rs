//! What the page weighs until its first question, in brotli bytes, against the budget.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::run::Result;

/// The most that everything up to the first question may weigh, in brotli bytes.
const BUDGET: usize = 120_000;
/// Everything that is fetched up to the first question. A test in a browser compares.
const FIRST_QUESTION: [&str; 6] =
    ["index.html", "entry-checker.css", "icon.svg", "start.js", "checker.js", "checker_bg.wasm"];
/// What programs fetch.
const ENGINE: [&str; 4] = ["engine.js", "front-door.js", "engine-wasm.js", "engine-wasm_bg.wasm"];

/// Prints a table of the files, and fails over the budget.
pub fn report(dist: &Path) -> Result {
    println!("\n{:<20} {:>9} {:>9}", "dist/", "bytes", "brotli");
    let first = table(dist, &FIRST_QUESTION)?;
    println!("{:<20} {:>9} {first:>9}  of {BUDGET}", "to first question", "");
    let engine = table(dist, &ENGINE)?;
    println!("{:<20} {:>9} {engine:>9}\n", "the engine", "");
    if first > BUDGET { Err(format!("over the budget by {} brotli bytes", first - BUDGET)) } else { Ok(()) }
}

/// Prints the files and gives back their sum.
fn table(dist: &Path, names: &[&str]) -> Result<usize> {
    let mut total = 0;
    for name in names {
        let bytes = fs::read(dist.join(name)).map_err(|error| format!("dist/{name}: {error}"))?;
        let packed = brotli(&bytes)?;
        total += packed;
        println!("{name:<20} {:>9} {packed:>9}", bytes.len());
    }
    Ok(total)
}

/// The size in brotli at its best quality, as a static host would store it.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    packed.write_all(bytes).map_err(|error| format!("brotli: {error}"))?;
    Ok(packed.into_inner().len())
}
