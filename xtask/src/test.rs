//! Every test, in order, each with its runner's own output; at the end how many of each kind passed.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

use crate::anatomy;
use crate::build::{WASM, build, copy, looks};
use crate::dates;
use crate::instructions;
use crate::package;
use crate::run::{Result, command, output, root, run, shown};
use crate::soak;
use crate::tools::{Tools, npm_in};

/// Runs every test.
pub fn test() -> Result {
    let tools = Tools::for_test()?;
    for (title, arguments) in [
        ("Formatting", &["fmt", "--all", "--check"][..]),
        ("Lints", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        ("The pure layers alone", &["check", "--no-default-features"]),
        ("The pure layers alone, for the browser", &["check", "--no-default-features", "--target", WASM]),
    ] {
        heading(title);
        run(&mut command("cargo", arguments))?;
    }
    let mut counts = vec![("native", count("Native tests", &mut command("cargo", &["test", "--workspace"]))?)];
    heading("Instructions of the engine");
    counts.push(("counts of instructions", instructions::count()?));
    let mut components = command("cargo", &["test", "--target", WASM, "--test", "components"]);
    components.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.find("wasm-bindgen-test-runner")?);
    components.env("CHROMEDRIVER", env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into()));
    counts.push(("components in Chromium", count("Components in Chromium", &mut components)?));
    heading("Build");
    build()?;
    package::assemble()?;
    fixtures(&tools)?;
    counts.push(("Node", count("The built module in Node", &mut node("tests/node")?)?));
    counts.extend(side_by_side(
        ("journeys in Chromium", &mut journeys(&tools, "chromium")?),
        ("journeys in Firefox", &mut journeys(&tools, "firefox")?),
    )?);
    counts.push(("journeys in WebKit", count("journeys in WebKit", &mut journeys(&tools, "webkit")?)?));
    counts.push(("screens and size in Chromium", count("Screens and size in Chromium", &mut node("tests/chromium")?)?));
    heading("Fuzzing");
    soak::fuzz_where_at_hand()?;
    let deny = fs::read_to_string(root().join("deny.toml")).map_err(|error| format!("deny.toml: {error}"))?;
    let today = dates::today().ok_or("this machine has no day")?;
    dates::of_exceptions(&deny, today).iter().for_each(|warning| println!("{warning}"));
    println!("\nTests passed, by kind");
    for (kind, count) in &counts {
        println!("{count:>6}  {kind}");
    }
    Ok(())
}

/// Runs the benchmarks: native, beside peers in Node, in Chromium; and writes them into `docs/performance.md`.
pub fn bench() -> Result {
    Tools::for_test()?;
    npm_in("benches/peers", "install")?;
    heading("Native");
    let native =
        output("cargo", &["bench", "--no-default-features", "--package", "entry-checker", "--bench", "evaluate"]);
    println!("{native}");
    heading("Build");
    build()?;
    let kept = root().join("target/bench");
    let keep = |name: &str, text: String| fs::write(kept.join(name), text).map_err(|error| format!("{name}: {error}"));
    fs::create_dir_all(&kept).map_err(|error| format!("target/bench: {error}"))?;
    keep("native.txt", native)?;
    keep("anatomy.txt", anatomy::table()?)?;
    heading("Beside others, in Node and in Chromium");
    run(&mut command("node", &["benches/report.mjs"]))
}

/// Builds, and takes a picture of every view and of every component in each of its states.
pub fn shots() -> Result {
    let tools = Tools::for_test()?;
    heading("Build");
    build()?;
    fixtures(&tools)?;
    heading("Pictures");
    run(&mut command("node", &["tests/shots.mjs"]))
}

/// Builds, and times the page in Chromium as on a slow phone.
pub fn speed() -> Result {
    Tools::for_test()?;
    heading("Build");
    build()?;
    heading("In Chromium");
    run(&mut command("node", &["benches/speed.mjs"]))
}

/// Draws the fixtures and compiles nothing for a browser.
pub fn fixtures_alone() -> Result {
    fixtures(&Tools::for_build()?)
}

/// The page of fixtures, `target/fixtures/`: the components as the checker draws them, with the page's own looks.
fn fixtures(tools: &Tools) -> Result {
    heading("Fixtures");
    run(&mut command("cargo", &["run", "--quiet", "--example", "fixtures"]))?;
    copy("icon.svg", "target/fixtures/icon.svg")?;
    looks(tools, "target/fixtures/entry-checker.css")
}

fn heading(title: &str) {
    println!("\n== {title}");
}

/// The journeys in a browser.
fn journeys(tools: &Tools, engine: &str) -> Result<Command> {
    let mut journeys = node("tests/browser")?;
    journeys.env("ENGINES", engine).env("PATH", tools.path());
    Ok(journeys)
}

/// Two test runners side by side, since what they do most is wait. The second says what it has to say at its end.
fn side_by_side(
    first: (&'static str, &mut Command),
    second: (&'static str, &mut Command),
) -> Result<[(&'static str, usize); 2]> {
    let mut lines = Vec::new();
    let (one, other) = thread::scope(|scope| {
        let other = scope.spawn(|| counted(second.1, |line| lines.push(line)));
        (count(first.0, first.1), other.join())
    });
    heading(second.0);
    lines.iter().for_each(|line| println!("{line}"));
    let other = other.map_err(|_| format!("{}: the run has come to no end", second.0))?;
    Ok([(first.0, one?), (second.0, other?)])
}

/// Node's own test runner on the files of a folder, one at a time.
fn node(folder: &str) -> Result<Command> {
    let entries = fs::read_dir(root().join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let mut files: Vec<String> = entries
        .filter_map(|entry| Some(format!("{folder}/{}", entry.ok()?.file_name().to_string_lossy())))
        .filter(|file| file.ends_with(".test.mjs"))
        .collect();
    files.sort();
    let mut node = command("node", &["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    node.args(files);
    Ok(node)
}

/// The same under a title, told as it comes.
fn count(title: &str, command: &mut Command) -> Result<usize> {
    heading(title);
    counted(command, |line| println!("{line}"))
}

/// Runs a test runner and counts from its closing lines the tests that passed. None at all is a failure.
fn counted(command: &mut Command, mut say: impl FnMut(String)) -> Result<usize> {
    let name = shown(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{name}: {error}"))?;
    let mut passed = 0;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(std::result::Result::ok) {
            passed += passed_in(&line);
            say(line);
        }
    }
    let status = child.wait().map_err(|error| format!("{name}: {error}"))?;
    match (status.success(), passed) {
        (false, _) => Err(format!("{name} failed ({status})")),
        (true, 0) => Err(format!("{name} ran no test")),
        (true, passed) => Ok(passed),
    }
}

/// The number in `test result: ok. 12 passed; ...` of cargo, or `ℹ pass 12` of Node.
fn passed_in(line: &str) -> usize {
    let cargo = line.strip_prefix("test result: ok. ").and_then(|rest| rest.split(' ').next());
    let node = line.strip_prefix("ℹ pass ").or_else(|| line.strip_prefix("# pass "));
    cargo.or(node).and_then(|number| number.trim().parse().ok()).unwrap_or(0)
}
