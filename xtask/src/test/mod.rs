//! Runs the tests: all, or a part. What fails does not stop the rest; at the end each failure is listed with the command
//! that runs it alone.

mod part;
mod report;

use std::process::Command;
use std::time::Instant;
use std::{env, thread};

pub use part::{ENGINES, Part};
pub use report::heading;
use report::{Report, counted, verdict};

use crate::check;
use crate::compile::{self, target};
use crate::fuzz;
use crate::jobs::{self, Done, Job};
use crate::run::{Result, command, root, run, shown};
use crate::site;
use crate::tools::{self, TestTools};
use crate::wasm_target::WASM;

const BROWSER: &str = "tests/browser";
/// The tests that need abilities that only Chromium has.
const CHROMIUM: &str = "tests/chromium";
const NODE: &str = "tests/node";
/// Files that measure time or need the whole machine run alone, after the others.
const ALONE: [&str; 1] = ["tests/chromium/lighthouse.test.mjs"];
/// The command that runs a native test by its name.
const NATIVE_ALONE: &str = "cargo xtask test native";

/// Runs a part of the tests.
pub fn test(part: &Part) -> Result {
    match part {
        Part::All => all(),
        Part::Native(arguments) => native(arguments),
        Part::Node(words) => {
            let started = Instant::now();
            let files = jobs::files(&[NODE], &strings(words))?;
            let tools = TestTools::for_node()?;
            prepare(&files)?;
            verdict(&jobs::run_all(node_jobs(files, &tools), workers()), Vec::new(), started)
        }
        Part::Browser(words, engine) => {
            let started = Instant::now();
            let engines = engines(*engine);
            let files = browser_files(words, &engines)?;
            let tools = TestTools::install()?;
            let mut report = Report::default();
            report.missing(tools.missing_in(&engines))?;
            let (jobs, left_out) = browser_jobs(&files, &engines, &tools);
            if !jobs.is_empty() {
                prepare(&jobs.iter().map(|job| job.file.clone()).collect::<Vec<_>>())?;
            }
            verdict(&side_by_side_then_alone(jobs), report.failures.into_iter().chain(left_out).collect(), started)
        }
    }
}

/// The native tests, with the arguments of `cargo test`. To run no test is a failure.
fn native(arguments: &[String]) -> Result {
    let mut cargo = native_tests();
    cargo.args(arguments.iter().map(String::as_str));
    if arguments.iter().any(|argument| ["--list", "--no-run"].contains(&argument.as_str())) {
        return run(&mut cargo);
    }
    let list = "cargo xtask test native -- --list prints the names of all";
    counted(&mut cargo, NATIVE_ALONE).map(|_| ()).map_err(|error| format!("{error}\n  {list}"))
}

/// The native tests of every crate. One failing test program does not stop the others.
fn native_tests() -> Command {
    command("cargo", &["test", "--workspace", "--no-fail-fast"])
}

/// Every test, in an order in which what is quick to fail comes first.
fn all() -> Result {
    let started = Instant::now();
    let mut report = Report::default();
    heading("Tools");
    let tools = TestTools::install()?;
    report.missing(tools.missing.iter())?;
    report.stage("Formatting, lints, types, and the pure layers alone", check::quick);
    report.stage_counted("native", "Native tests", || counted(&mut native_tests(), NATIVE_ALONE));
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
    let (browser, left_out) = browser_jobs(&browser_files(&[], &ENGINES)?, &ENGINES, &tools);
    report.failures.extend(left_out);
    let jobs = node_jobs(jobs::files(&[NODE], &[])?, &tools).into_iter().chain(browser).collect();
    let done = side_by_side_then_alone(jobs);
    report.stage("Fuzzing", fuzz::fuzz_where_at_hand);
    report.stage("Exceptions", || compile::build(&["exceptions"]));
    report.end(&done, started)
}

/// The test files that need the npm package, the page of fixtures or the program of reports, by a part of their names.
const NEED_EXTRAS: [&str; 4] = ["fixtures", "native", "oracle", "package"];

/// Builds the site and what else these test files need. Nothing is built where no source has changed.
fn prepare(files: &[String]) -> Result {
    if site::is_stale() {
        site::build()?;
        extras()?;
    } else if files.iter().any(|file| NEED_EXTRAS.iter().any(|name| file.contains(name))) {
        extras()?;
    }
    Ok(())
}

/// Makes from the site what only tests need: the npm package, the page of fixtures, and the program whose reports are compared.
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
    let alone = shown(&components);
    counted(&mut components, &alone)
}

fn node_jobs(files: Vec<String>, tools: &TestTools) -> Vec<Job> {
    files.into_iter().map(|file| job("node", file, tools)).collect()
}

impl Part {
    /// Fails where a browser test file is named that does not exist.
    pub fn check_names(&self) -> Result {
        let Part::Browser(words, engine) = self else { return Ok(()) };
        browser_files(words, &engines(*engine)).map(|_| ())
    }
}

/// The engine that is named, or all.
fn engines(named: Option<&'static str>) -> Vec<&'static str> {
    named.map_or(ENGINES.to_vec(), |engine| vec![engine])
}

/// The test files of the engines with these words in their names. Fails where a word is in none.
fn browser_files(words: &[String], engines: &[&str]) -> Result<Vec<String>> {
    let folders = if engines.contains(&"chromium") { &[BROWSER, CHROMIUM][..] } else { &[BROWSER] };
    jobs::files(folders, &strings(words))
}

/// The jobs of the browsers, and what is said of those that cannot run.
fn browser_jobs(files: &[String], engines: &[&'static str], tools: &TestTools) -> (Vec<Job>, Vec<String>) {
    let (mut jobs, mut left_out) = (Vec::new(), Vec::new());
    for engine in engines {
        if !tools.can_run(engine) {
            left_out.push(format!("the tests in {engine} did not run, for what is missing"));
            continue;
        }
        let here = files.iter().filter(|file| *engine == "chromium" || file.starts_with(BROWSER));
        jobs.extend(here.map(|file| job(engine, file.clone(), tools)));
    }
    (jobs, left_out)
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
