//! What the page weighs until its first question, in brotli bytes, against the budget.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::run::Result;

/// The most that everything up to the first question may weigh, in brotli bytes.
const BUDGET: usize = 120_000;
/// Everything that is fetched up to the first question.
const FIRST_QUESTION: [&str; 7] =
    ["index.html", "entry-checker.css", "icon.svg", "start.js", "engine.js", "front-door.js", "checker.js"];
const WASM: &str = "checker_bg.wasm";

/// Prints a table of the files, and fails over the budget.
pub fn report(dist: &Path) -> Result {
    println!("\n{:<20} {:>9} {:>9}", "dist/", "bytes", "brotli");
    let mut total = 0;
    for name in FIRST_QUESTION.iter().chain([&WASM]) {
        let bytes = fs::read(dist.join(name)).map_err(|error| format!("dist/{name}: {error}"))?;
        let packed = brotli(&bytes)?;
        total += packed;
        println!("{name:<20} {:>9} {packed:>9}", bytes.len());
    }
    println!("{:<20} {:>9} {total:>9}  of {BUDGET}\n", "to first question", "");
    if total > BUDGET { Err(format!("over the budget by {} brotli bytes", total - BUDGET)) } else { Ok(()) }
}

/// The size in brotli at its best quality, as a static host would store it.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    packed.write_all(bytes).map_err(|error| format!("brotli: {error}"))?;
    Ok(packed.into_inner().len())
}
