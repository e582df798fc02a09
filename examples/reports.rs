//! The native engine as a filter: a profile on each line in, its report for a role on each line out. A test in Node lays
//! these beside its own.

use std::io::{BufRead, Write, stdin, stdout};

use entry_checker::catalogue::Catalogue;
use entry_checker::contract::evaluate_json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let role = std::env::args().nth(1).unwrap_or_default();
    let mut out = stdout().lock();
    for profile in stdin().lock().lines() {
        let report = evaluate_json(Catalogue::built_in(), &profile?, &role)?;
        writeln!(out, "{}", serde_json::to_string(&report)?)?;
    }
    Ok(())
}
