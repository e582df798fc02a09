//! Runs the test files of Node's test runner side by side, each in a process of its own, and tells how each came out.

use std::collections::BTreeMap;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::compile::target;
use crate::progress::seconds;
use crate::run::{Result, root};

/// A file that takes longer than this hangs, and is stopped.
const LIMIT: Duration = Duration::from_secs(6 * 60);
/// How long each file took the last time, so that the slowest begin first.
const TIMES: &str = "test-times.txt";

/// One test file in one engine.
pub struct Job {
    /// The kind of tests that it counts among: `chromium`, `firefox`, `webkit`, `node`.
    pub kind: &'static str,
    /// The file, from the root of the repository.
    pub file: String,
    /// What runs it.
    pub command: Command,
}

impl Job {
    /// The name in lists: `webkit  tests/browser/device.test.mjs`.
    fn name(&self) -> String {
        format!("{:<9} {}", self.kind, self.file)
    }

    /// How a person runs it alone.
    fn alone(&self) -> String {
        let name = stem(&self.file);
        match self.kind {
            "node" => format!("cargo xtask test node {name}"),
            engine => format!("cargo xtask test browser {name} --engine {engine}"),
        }
    }
}

/// What came of a job.
pub struct Done {
    /// The kind of tests.
    pub kind: &'static str,
    /// Its name in lists.
    pub name: String,
    /// How long it took.
    pub time: Duration,
    /// How many tests passed.
    pub passed: usize,
    /// Nothing where all passed, or how to run it alone.
    pub failed: Option<String>,
}

/// Runs jobs, so many at once, and prints each when it ends: the closing lines of its runner, or all that it said where it
/// failed.
pub fn run_all(mut jobs: Vec<Job>, at_once: usize) -> Vec<Done> {
    let before = times();
    let before_of = |job: &Job| before.get(&job.name()).copied().unwrap_or(u64::MAX);
    // The last of the list is taken first: what took longest, or is not known yet.
    jobs.sort_by_key(|job| (before_of(job), job.kind == "webkit"));
    let total = jobs.len();
    let (waiting, done) = (Mutex::new(jobs), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..at_once.max(1) {
            scope.spawn(|| {
                loop {
                    let Some(job) = waiting.lock().ok().and_then(|mut jobs| jobs.pop()) else { return };
                    let (one, said) = run_one(job);
                    if let Ok(mut done) = done.lock() {
                        println!(
                            "[{}/{total}] {:>6.1} s  {}  {said}",
                            done.len() + 1,
                            one.time.as_secs_f64(),
                            one.name
                        );
                        done.push(one);
                    }
                }
            });
        }
    });
    let done = done.into_inner().unwrap_or_default();
    remember(before, &done);
    done
}

fn run_one(mut job: Job) -> (Done, String) {
    let started = Instant::now();
    let (output, success) = output(&mut job.command);
    let time = started.elapsed();
    let passed = output.lines().map(passed_in).sum();
    let good = success && passed > 0;
    let closing = output.lines().filter(|line| line.starts_with("ℹ ")).collect::<Vec<_>>().join("  ");
    let said = match (good, success) {
        (true, _) => closing,
        (false, true) => format!("RAN NO TEST\n{output}"),
        (false, false) => format!("FAILED\n{output}"),
    };
    let failed = (!good).then(|| job.alone());
    (Done { kind: job.kind, name: job.name(), time, passed, failed }, said)
}

/// All that a program says until it ends, and whether it succeeded. One that does not end in time is stopped.
fn output(command: &mut Command) -> (String, bool) {
    let (reader, writer) = match std::io::pipe() {
        Ok(pipe) => pipe,
        Err(error) => return (error.to_string(), false),
    };
    let errors = writer.try_clone().map_or_else(|_| Stdio::inherit(), Stdio::from);
    let mut child = match command.stdout(writer).stderr(errors).spawn() {
        Ok(child) => child,
        Err(error) => return (error.to_string(), false),
    };
    // The pipe ends once nobody can write into it any more.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let said = thread::spawn(move || {
        let (mut reader, mut bytes) = (reader, Vec::new());
        let _ = reader.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    });
    let end = Instant::now() + LIMIT;
    let success = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status.success(),
            Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(50)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                break false;
            }
        }
    };
    (said.join().unwrap_or_default(), success)
}

/// The number in `ℹ pass 12`, as Node's test runner writes it.
fn passed_in(line: &str) -> usize {
    line.strip_prefix("ℹ pass ").and_then(|number| number.trim().parse().ok()).unwrap_or(0)
}

/// The slowest jobs, as a table.
pub fn slowest(done: &[Done], number: usize) -> String {
    let mut sorted: Vec<&Done> = done.iter().collect();
    sorted.sort_by_key(|one| std::cmp::Reverse(one.time));
    let lines = sorted.iter().take(number).map(|one| format!("{:>10}  {}\n", seconds(one.time), one.name));
    lines.collect()
}

fn times() -> BTreeMap<String, u64> {
    let text = fs::read_to_string(target().join(TIMES)).unwrap_or_default();
    let line = |line: &str| line.split_once('\t').and_then(|(time, name)| Some((name.to_string(), time.parse().ok()?)));
    text.lines().filter_map(line).collect()
}

/// Failing to write this costs nothing but the order of the next run.
fn remember(mut times: BTreeMap<String, u64>, done: &[Done]) {
    times.extend(done.iter().map(|one| (one.name.clone(), one.time.as_millis() as u64)));
    let text: String = times.iter().map(|(name, time)| format!("{time}\t{name}\n")).collect();
    let _ = fs::write(target().join(TIMES), text);
}

/// The name of a test file without its folder and its ending.
fn stem(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or_default().trim_end_matches(".test.mjs")
}

/// The test files of a folder whose names contain one of some words; all where there are no words. Fails where a word is in
/// no name.
pub fn files(folders: &[&str], words: &[&str]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(root().join(folder)).map_err(|error| format!("{folder}: {error}"))?;
        let names = entries.flatten().map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()));
        all.extend(names.filter(|name| name.ends_with(".test.mjs")));
    }
    all.sort();
    let names: Vec<String> = all.iter().map(|file| stem(file).to_string()).collect();
    // A name that is given in full means that file alone.
    let fits = |file: &str, word: &str| {
        let word = stem(word);
        if names.iter().any(|name| name == word) { stem(file) == word } else { stem(file).contains(word) }
    };
    if let Some(word) = words.iter().find(|word| !all.iter().any(|file| fits(file, word))) {
        return Err(format!("no test file is called \"{word}\"; there are\n  {}", all.join("\n  ")));
    }
    all.retain(|file| words.is_empty() || words.iter().any(|word| fits(file, word)));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_means_one_file_and_a_part_of_names_means_all() {
        let named = |word: &str| files(&["tests/browser"], &[word]);
        for word in ["frame", "frame.test.mjs", "tests/browser/frame.test.mjs"] {
            assert_eq!(named(word), Ok(vec!["tests/browser/frame.test.mjs".to_string()]), "{word}");
        }
        assert!(named("host").is_ok_and(|files| files.len() > 5));
        assert!(named("browser").is_err(), "the folder is no part of a name");
    }
}
