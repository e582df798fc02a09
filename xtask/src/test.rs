//! Runs the tests: all, or a part. What fails does not stop the rest; at the end each failure is listed with the command
//! that runs it alone.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, thread};

use crate::check;
use crate::compile::{self, WASM, target};
use crate::jobs::{self, Done, Job};
use crate::progress::seconds;
use crate::run::{Result, command, root, run, shown};
use crate::site;
use crate::soak;
use crate::tools::{self, TestTools};

/// The engines that the browser tests run in.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];
const BROWSER: &str = "tests/browser";
/// What only Chromium can be shown.
const CHROMIUM: &str = "tests/chromium";
const NODE: &str = "tests/node";
/// Files that measure time or need the whole machine run alone, after the others.
const ALONE: [&str; 1] = ["tests/chromium/lighthouse.test.mjs"];
/// How many of the slowest files are printed.
const SLOWEST: usize = 10;

/// Which tests to run.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// Every test.
    All,
    /// `cargo test`, with its own arguments.
    Native(Vec<String>),
    /// The built module and the package in Node: the files with these words in their names.
    Node(Vec<String>),
    /// The browsers: the files with these words in their names, in one engine or all.
    Browser(Vec<String>, Option<&'static str>),
}

impl Part {
    /// Reads the arguments of `test`. Fails at one that is unknown.
    pub fn read(arguments: &[String]) -> Result<Part> {
        let Some((first, rest)) = arguments.split_first() else { return Ok(Part::All) };
        match first.as_str() {
            "all" if rest.is_empty() => Ok(Part::All),
            "native" => Ok(Part::Native(rest.to_vec())),
            "node" => Ok(Part::Node(rest.to_vec())),
            "browser" => {
                let (mut words, mut engine) = (Vec::new(), None);
                let mut rest = rest.iter();
                while let Some(word) = rest.next() {
                    if word == "--engine" {
                        let name = rest.next();
                        let known = ENGINES.into_iter().find(|engine| name.is_some_and(|name| name == engine));
                        engine = Some(known.ok_or_else(|| format!("--engine takes one of {}", ENGINES.join(", ")))?);
                    } else if word.starts_with('-') {
                        return Err(format!("unknown option {word}"));
                    } else {
                        words.push(word.clone());
                    }
                }
                Ok(Part::Browser(words, engine))
            }
            other => Err(format!("\"{other}\" is no part of the tests; there are native, node, browser and all")),
        }
    }
}

/// Runs a part of the tests.
pub fn test(part: &Part) -> Result {
    match part {
        Part::All => all(),
        Part::Native(arguments) => {
            run(command("cargo", &["test", "--workspace"]).args(arguments.iter().map(String::as_str)))
        }
        Part::Node(words) => {
            let tools = TestTools::install()?;
            let files = jobs::files(&[NODE], &strings(words))?;
            prepare(&files)?;
            verdict(&jobs::run_all(node_jobs(files, &tools), workers()), Vec::new(), Instant::now())
        }
        Part::Browser(words, engine) => {
            let tools = TestTools::install()?;
            let engines = engine.map_or(ENGINES.to_vec(), |engine| vec![engine]);
            let (jobs, missing) = browser_jobs(&strings(words), &engines, &tools)?;
            prepare(&jobs.iter().map(|job| job.file.clone()).collect::<Vec<_>>())?;
            verdict(&side_by_side_then_alone(jobs), missing, Instant::now())
        }
    }
}

/// Every test, in an order in which what is quick to fail comes first.
fn all() -> Result {
    let started = Instant::now();
    let mut report = Report::default();
    heading("Tools");
    let tools = TestTools::install()?;
    report.missing(&tools)?;
    report.stage("Formatting, lints, and the pure layers alone", check::quick);
    report.counted(
        "native",
        "Native tests",
        "cargo xtask test native",
        &mut command("cargo", &["test", "--workspace", "--no-fail-fast"]),
    );
    if tools.can_run("valgrind") {
        report.stage("Instructions of the engine", instructions);
    }
    if tools.can_run("chromium") {
        report.stage_counted("components in Chromium", "Components in Chromium", components);
    }
    heading("Build");
    site::build()?;
    extras()?;
    heading("Node and the browsers");
    let (browser, left_out) = browser_jobs(&[], &ENGINES, &tools)?;
    report.failures.extend(left_out);
    let jobs = node_jobs(jobs::files(&[NODE], &[])?, &tools).into_iter().chain(browser).collect();
    let done = side_by_side_then_alone(jobs);
    report.stage("Fuzzing", soak::fuzz_where_at_hand);
    report.stage("Exceptions", || compile::build(&["exceptions"]));
    report.end(&done, started)
}

/// What came of the stages so far.
#[derive(Default)]
struct Report {
    counts: Vec<(String, usize)>,
    failures: Vec<String>,
    times: Vec<(String, String)>,
}

impl Report {
    /// Programs that are missing are failures: at once in CI, and for a person once everything else has run.
    fn missing(&mut self, tools: &TestTools) -> Result {
        for missing in &tools.missing {
            println!("{}", missing.advice);
            self.failures.push(missing.advice.clone());
        }
        if env::var("CI").is_ok_and(|value| value == "true") && !tools.missing.is_empty() {
            return Err("In CI nothing is left out: see above for what is missing.".into());
        }
        Ok(())
    }

    fn stage(&mut self, title: &str, work: impl FnOnce() -> Result) {
        self.stage_counted("", title, || work().map(|()| 0));
    }

    fn stage_counted(&mut self, kind: &str, title: &str, work: impl FnOnce() -> Result<usize>) {
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

    fn counted(&mut self, kind: &str, title: &str, alone: &str, command: &mut Command) {
        self.stage_counted(kind, title, || counted(command).map_err(|error| format!("{error}\n  alone: {alone}")));
    }

    fn end(mut self, done: &[Done], started: Instant) -> Result {
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
fn verdict(done: &[Done], mut failures: Vec<String>, started: Instant) -> Result {
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

/// What tests of the built site need: the site, the package, the page of fixtures. Nothing is built where nothing changed.
fn prepare(files: &[String]) -> Result {
    if site::is_stale() {
        site::build()?;
        extras()?;
    } else if files.iter().any(|file| file.contains("fixtures") || file.contains("oracle") || file.contains("native")) {
        extras()?;
    }
    Ok(())
}

/// What is made for tests from the site: the npm package, the page of fixtures, and the program whose reports are compared.
fn extras() -> Result {
    compile::build(&["package", site::DIST])?;
    fixtures()
}

/// The page of fixtures, `target/fixtures/`: the components as the checker draws them, with the page's own styles.
pub fn fixtures() -> Result {
    let examples = ["build", "--quiet", "--workspace", "--example", "fixtures", "--example", "reports"];
    run(&mut command("cargo", &examples))?;
    run(&mut command(&target().join("debug/examples/fixtures").to_string_lossy(), &[]))?;
    compile::build(&["styles", "target/fixtures"])?;
    let (icon, to) = (root().join("icon.svg"), root().join("target/fixtures/icon.svg"));
    std::fs::copy(icon, to).map(|_| ()).map_err(|error| format!("icon.svg: {error}"))
}

fn instructions() -> Result {
    compile::build(&["instructions", &compile::instructions()?.to_string_lossy()])
}

/// The component tests, mounted in Chromium.
fn components() -> Result<usize> {
    let mut components = command("cargo", &["test", "--target", WASM, "--test", "components"]);
    components.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::component_test_runner()?);
    components.env("CHROMEDRIVER", env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into()));
    counted(&mut components)
}

fn node_jobs(files: Vec<String>, tools: &TestTools) -> Vec<Job> {
    files.into_iter().map(|file| job("node", file, tools)).collect()
}

/// The jobs of the browsers, and what is said of those that cannot run.
fn browser_jobs(words: &[&str], engines: &[&'static str], tools: &TestTools) -> Result<(Vec<Job>, Vec<String>)> {
    let folders = if engines.contains(&"chromium") { &[BROWSER, CHROMIUM][..] } else { &[BROWSER] };
    let files = jobs::files(folders, words)?;
    let (mut jobs, mut left_out) = (Vec::new(), Vec::new());
    for engine in engines {
        if !tools.can_run(engine) {
            left_out.push(format!("the tests in {engine} did not run, for what is missing"));
            continue;
        }
        let here = files.iter().filter(|file| *engine == "chromium" || file.starts_with(BROWSER));
        jobs.extend(here.map(|file| job(engine, file.clone(), tools)));
    }
    Ok((jobs, left_out))
}

/// Node's own test runner on one file.
fn job(kind: &'static str, file: String, tools: &TestTools) -> Job {
    let mut command = command("node", &["--test", "--test-reporter=spec", &file]);
    command.env("PATH", tools.path());
    if kind != "node" {
        command.env("ENGINES", kind);
    }
    Job { kind, file, command }
}

fn side_by_side_then_alone(jobs: Vec<Job>) -> Vec<Done> {
    let (alone, others): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(|job| ALONE.contains(&job.file.as_str()));
    let mut done = jobs::run_all(others, workers());
    done.extend(jobs::run_all(alone, 1));
    done
}

/// Test files spend more of their time waiting than computing, so there is one more of them at work than there are cores.
/// The variable `JOBS` sets another number.
fn workers() -> usize {
    let cores = thread::available_parallelism().map_or(2, usize::from);
    env::var("JOBS").ok().and_then(|jobs| jobs.parse().ok()).unwrap_or(cores + 1)
}

fn strings(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

pub fn heading(title: &str) {
    println!("\n== {title}");
}

/// Runs a test runner, prints what it says as it comes, and counts the tests that passed. None at all is a failure.
fn counted(command: &mut Command) -> Result<usize> {
    let name = shown(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{name}: {error}"))?;
    let mut passed = 0;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(std::result::Result::ok) {
            passed += passed_in(&line);
            println!("{line}");
        }
    }
    let status = child.wait().map_err(|error| format!("{name}: {error}"))?;
    match (status.success(), passed) {
        (false, _) => Err(format!("{name} failed ({status})")),
        (true, 0) => Err(format!("{name} ran no test")),
        (true, passed) => Ok(passed),
    }
}

/// The number in `test result: ok. 12 passed; ...`, as Cargo writes it.
fn passed_in(line: &str) -> usize {
    let number = line.strip_prefix("test result: ok. ").and_then(|rest| rest.split(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Part> {
        Part::read(&line.split_whitespace().map(str::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn parts_are_read_and_what_is_unknown_is_refused() {
        assert_eq!(read(""), Ok(Part::All));
        assert_eq!(read("all"), Ok(Part::All));
        assert_eq!(read("native second --nocapture"), Ok(Part::Native(vec!["second".into(), "--nocapture".into()])));
        assert_eq!(read("browser device --engine webkit"), Ok(Part::Browser(vec!["device".into()], Some("webkit"))));
        for wrong in ["brwoser", "browser --engine opera", "browser --engine", "browser --fast", "all the rest"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn closing_lines_are_counted() {
        assert_eq!(passed_in("test result: ok. 12 passed; 0 failed; 0 ignored"), 12);
        assert_eq!(passed_in("test result: FAILED. 11 passed; 1 failed"), 0);
    }
}
