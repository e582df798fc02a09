//! How many instructions the native engine needs, counted by valgrind: the same on every run, as no time is.

use std::fs;
use std::path::Path;

use crate::budgets::{budget, within};
use crate::run::{Result, command, root, run};

/// What is counted, and its name in the budgets.
const COUNTED: [(&str, &str); 2] = [("rules", "the rules of a role"), ("report", "a report from JSON")];
/// One run does this many rounds more than the other, which leaves out what is done once.
const ROUNDS: u64 = 10;

/// Counts the instructions of the compiled program, prints them, and fails over the budget.
pub fn count(program: &Path) -> Result {
    for (what, name) in COUNTED {
        let round = (instructions(program, what, 1 + ROUNDS)? - instructions(program, what, 1)?) / ROUNDS;
        let round = usize::try_from(round).map_err(|error| error.to_string())?;
        println!("{name}: {round} instructions a round of the worked cases, of {}", budget("instructions", name)?);
        within("instructions", name, round)?;
    }
    println!("{} passed, 0 failed", COUNTED.len());
    Ok(())
}

fn instructions(program: &Path, what: &str, rounds: u64) -> Result<u64> {
    let out = root().join("target/callgrind.out");
    let out_option = format!("--callgrind-out-file={}", out.display());
    let mut valgrind = command(
        &std::env::var("VALGRIND").unwrap_or_else(|_| "valgrind".into()),
        &["--tool=callgrind", "--quiet", &out_option],
    );
    run(valgrind.arg(program).args([what, &rounds.to_string()]))?;
    let text = fs::read_to_string(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let line = text.lines().find_map(|line| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: ")));
    let total = line.and_then(|total| total.trim().parse().ok());
    total.ok_or_else(|| format!("{} has no total", out.display()))
}
