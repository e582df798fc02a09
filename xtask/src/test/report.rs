//! Collects the counts, times and failures of the stages of the tests, and prints them.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::jobs::{self, Done};
use crate::progress::seconds;
use crate::run::{Result, shown};
use crate::tools::Missing;

/// How many of the slowest files are printed.
const SLOWEST: usize = 10;

/// The counts, failures and times of the stages that have run.
#[derive(Default)]
pub struct Report {
    counts: Vec<(String, usize)>,
    /// One text for each failure, with the command that runs it alone.
    pub failures: Vec<String>,
    times: Vec<(String, String)>,
}

impl Report {
    /// Programs that are missing are failures: at once in CI, and for a person once everything else has run.
    pub fn missing<'a>(&mut self, missing: impl Iterator<Item = &'a Missing>) -> Result {
        for one in missing {
            println!("{}", one.advice);
            self.failures.push(one.advice.clone());
        }
        if env::var("CI").is_ok_and(|value| value == "true") && !self.failures.is_empty() {
            return Err("In CI nothing is left out: see above for what is missing.".into());
        }
        Ok(())
    }

    pub fn stage(&mut self, title: &str, work: impl FnOnce() -> Result) {
        self.stage_counted("", title, || work().map(|()| 0));
    }

    pub fn stage_counted(&mut self, kind: &str, title: &str, work: impl FnOnce() -> Result<usize>) {
        heading(title);
        let started = Instant::now();
        match work() {
            Ok(0) => {}
            Ok(count) => self.counts.push((kind.to_string(), count)),
            Err(error) => {
                println!("{error}");
                self.failures.push(format!("{title}: {error}"));
            }
        }
        self.times.push((title.to_string(), seconds(started.elapsed())));
    }

    pub fn end(mut self, done: &[Done], started: Instant) -> Result {
        println!("\nStages");
        for (title, time) in &self.times {
            println!("{time:>12}  {title}");
        }
        println!("\nTests passed, by kind");
        for (kind, count) in self.counts.drain(..) {
            println!("{count:>6}  {kind}");
        }
        verdict(done, self.failures, started)
    }
}

/// Prints how the test files came out, and fails where one failed or something else did.
pub fn verdict(done: &[Done], mut failures: Vec<String>, started: Instant) -> Result {
    for kind in ["node", "chromium", "firefox", "webkit"] {
        let passed: usize = done.iter().filter(|one| one.kind == kind).map(|one| one.passed).sum();
        if passed > 0 {
            println!("{passed:>6}  {kind}");
        }
    }
    println!("\nThe slowest files\n{}", jobs::slowest(done, SLOWEST));
    failures.extend(done.iter().filter_map(|one| Some(format!("{}\n  alone: {}", one.name, one.failed.as_ref()?))));
    println!("All of it took {}.", seconds(started.elapsed()));
    if failures.is_empty() {
        return Ok(());
    }
    Err(format!("\nFailed:\n{}", failures.join("\n")))
}

/// Prints the heading of a stage.
pub fn heading(title: &str) {
    println!("\n== {title}");
}

/// Runs a test runner, prints what it says as it comes, and counts the tests that passed. None at all is a failure. For each
/// test that failed the error has a line with `alone`, the command that runs one test by its name.
pub fn counted(command: &mut Command, alone: &str) -> Result<usize> {
    let name = shown(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{name}: {error}"))?;
    let (mut passed, mut failed) = (0, Failed::default());
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(std::result::Result::ok) {
            passed += passed_in(&line);
            failed.read(&line);
            println!("{line}");
        }
    }
    let status = child.wait().map_err(|error| format!("{name}: {error}"))?;
    match (status.success(), passed) {
        (false, _) => {
            let tests: String = failed.tests.iter().map(|test| format!("\n  alone: {alone} {test}")).collect();
            Err(format!("{name} failed ({status}){tests}"))
        }
        (true, 0) => Err(format!("{name} ran no test")),
        (true, passed) => Ok(passed),
    }
}

/// The number in `test result: ok. 12 passed; ...`, as Cargo writes it.
fn passed_in(line: &str) -> usize {
    let number = line.strip_prefix("test result: ok. ").and_then(|rest| rest.split(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// The tests that failed, from the list that Rust's test runner prints: a line `failures:`, then one line a test, indented.
#[derive(Default)]
struct Failed {
    tests: Vec<String>,
    is_in_list: bool,
}

impl Failed {
    fn read(&mut self, line: &str) {
        match line.strip_prefix("    ") {
            Some(test) if self.is_in_list => self.tests.push(test.to_string()),
            _ => self.is_in_list = line == "failures:",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_are_read_from_the_list_at_the_end() {
        let output = "test a::b ... FAILED\n\nfailures:\n\n---- a::b stdout ----\n    left: 1\n\nfailures:\n    a::b\n    c\n\n\
            test result: FAILED. 3 passed\n    not a test";
        let mut failed = Failed::default();
        output.lines().for_each(|line| failed.read(line));
        assert_eq!(failed.tests, ["a::b", "c"]);
    }

    #[test]
    fn closing_lines_are_counted() {
        assert_eq!(passed_in("test result: ok. 12 passed; 0 failed; 0 ignored"), 12);
        assert_eq!(passed_in("test result: FAILED. 11 passed; 1 failed"), 0);
    }
}
