//! The long runs, which `cargo xtask test` has no time for. Each says what it did.

mod repeat;

use std::fs;

use crate::compile;
use crate::fuzz::fuzz;
use crate::licences::{deny, licences};
use crate::run::{Result, command, output, root, run};
use crate::site;
use crate::test::ENGINES;
use crate::tools::{TestTools, cargo_install};
use crate::wasm_target::WASM;

const MUTANTS: &str = "27.1.0";
const TRUNK: &str = "0.21.14";
/// The tests that take their time, by their names.
const SLOW: [&str; 16] = [
    "proofs",
    "properties",
    "second",
    "hostile",
    "two_thousand",
    "ten_thousand",
    "any_action",
    "misses_nobody",
    "comes_back_as_it_was",
    "reads_back_as_it_was",
    "nothing_is_asked",
    "goes_on_where",
    "nothing_is_left_over",
    "in_peoples_terms",
    "dates_are_held",
    "speak_in_sentences",
];
/// How many people at random are read twice.
const PEOPLE: &str = "1000000";
/// How many walk about at random.
const WALKS: &str = "20";
/// The advisories of RustSec, beside the repository.
const ADVISORIES: &str = "../shared/data/advisory-db.tgz";
/// The folder that cargo-deny gives them.
const UNPACKED: &str = "target/advisories/advisory-db-3157b0e258782691";

const HELP: &str = "\
cargo xtask soak [STEP...] [--seconds N]                every step, or those that are named
  people       a million people at random, and every situation of each role, read twice
  walks        people at random on the page, 20 in each browser
  fuzz         each door of the engine for N seconds (600)
  advisories   licences, bans, sources, and the advisories at hand
  twice        two builds from nothing are the same bytes
  trunk        `trunk build --release` gives the same bytes as `cargo xtask build`
  reload       `cargo xtask dev` follows a change of styles, scripts, sentences, roles and Rust
  lighthouse   the performance that Lighthouse finds, the best of five, on a machine that does nothing else
  mutants      changes of the rules that no test notices
cargo xtask soak repeat N [FILE...] [--engine NAME] [--load]
               the browser tests N times, with a release build in a loop beside them if asked";

/// A long run: its name, and what does it in so many seconds, where it can be told.
type Step = (&'static str, fn(u32) -> Result);

const STEPS: [Step; 9] = [
    ("people", people),
    ("walks", walks),
    ("fuzz", fuzz),
    ("advisories", advisories),
    ("twice", twice),
    ("trunk", trunk),
    ("reload", reload),
    ("lighthouse", lighthouse),
    ("mutants", mutants),
];

/// Runs the steps that are named, or all.
pub fn soak(options: &[String]) -> Result {
    if let Some(("repeat", rest)) = options.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return repeat::repeat(rest, HELP);
    }
    let (mut named, mut seconds) = (Vec::new(), 600);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        if option == "--seconds" {
            let number = options.next().and_then(|number| number.parse().ok());
            seconds = number.ok_or("--seconds takes a whole number")?;
        } else {
            let known = STEPS.iter().find(|(name, _)| name == option);
            named.push(known.ok_or_else(|| format!("unknown step \"{option}\"\n\n{HELP}"))?);
        }
    }
    if named.is_empty() {
        named.extend(&STEPS);
    }
    for (name, step) in named {
        println!("\n== {name}");
        step(seconds)?;
    }
    Ok(())
}

/// The engine beside the second reading: a million people, and each role's whole space of situations.
fn people(_: u32) -> Result {
    let mut test = command("cargo", &["test", "--test", "native", "second", "--", "--nocapture"]);
    run(test.env("PEOPLE", PEOPLE).env("WHOLE_ROLES", "1"))
}

/// People at random on the page, in each browser.
fn walks(_: u32) -> Result {
    let tools = TestTools::for_engines(&ENGINES)?;
    site::build()?;
    let options = ["--test", "--test-reporter=spec", "tests/browser/monkey.test.mjs"];
    run(command("node", &options).env("PATH", tools.path()).env("WALKS", WALKS))
}

/// Licences, bans, sources and advisories, by `deny.toml`.
fn advisories(_: u32) -> Result {
    licences()?;
    if !root().join(ADVISORIES).exists() {
        println!("WARNING: {ADVISORIES} is not there, so no advisory was looked at");
        return Ok(());
    }
    let folder = root().join(UNPACKED);
    site::clear(&folder)?;
    run(&mut command("tar", &["xzf", ADVISORIES, "-C", UNPACKED]))?;
    compile::build(&["advisories", &folder.join("crates").to_string_lossy()])?;
    // cargo-deny reads them from a commit alone, and asks when that was fetched.
    let who = ["-c", "user.name=soak", "-c", "user.email=soak@example.org"];
    for arguments in [&["init", "-q"][..], &["add", "-A"], &["commit", "-q", "-m", "advisories"]] {
        run(command("git", &who).args(arguments).current_dir(&folder))?;
    }
    fs::write(folder.join(".git/FETCH_HEAD"), "").map_err(|error| format!("{UNPACKED}: {error}"))?;
    run(deny()?.arg("advisories"))
}

/// The hash of every file of `dist/`, a line each.
fn sums() -> String {
    output("sh", &["-c", "cd dist && find . -type f | LC_ALL=C sort | xargs sha256sum"])
}

fn same(one: &str, other: &str, what: &str) -> Result {
    if one.is_empty() || one != other {
        return Err(format!("{what} differ:\n{one}\n\n{other}"));
    }
    println!("{what} are the same, {} files", one.lines().count());
    Ok(())
}

/// Two builds from nothing are the same, byte by byte.
fn twice(_: u32) -> Result {
    let mut built = Vec::new();
    for _ in 0..2 {
        run(&mut command("cargo", &["clean", "--target", WASM]))?;
        site::build()?;
        built.push(sums());
    }
    same(&built[0], &built[1], "two clean builds")
}

/// What Trunk builds is the same as what we build, byte by byte; and its server follows changes as ours does.
fn trunk(_: u32) -> Result {
    let tools = TestTools::for_engines(&["chromium"])?;
    site::build()?;
    let ours = sums();
    let trunk = match output("trunk", &["--version"]) == format!("trunk {TRUNK}") {
        true => "trunk".to_string(),
        false => cargo_install("trunk", TRUNK, "to build with it")?.join("trunk").to_string_lossy().into_owned(),
    };
    // NO_COLOR set to "1" is an error to Trunk, and set to "true" it is what everybody else means by it.
    run(command(&trunk, &["build", "--release"]).env_remove("NO_COLOR"))?;
    same(&ours, &sums(), "the builds of Trunk and of cargo xtask")?;
    follows_changes(&tools, Some(&trunk))?;
    site::build()
}

/// The development server builds again and has the page load anew, in Chromium.
fn reload(_: u32) -> Result {
    follows_changes(&TestTools::for_engines(&["chromium"])?, None)
}

fn follows_changes(tools: &TestTools, trunk: Option<&str>) -> Result {
    let mut node = command("node", &["--test", "tests/proofs/reload.test.mjs"]);
    node.env("PATH", tools.path()).envs(trunk.map(|trunk| ("TRUNK", trunk)));
    run(&mut node)
}

/// The performance of the page, which needs the whole machine.
fn lighthouse(_: u32) -> Result {
    let tools = TestTools::for_engines(&["chromium"])?;
    site::build()?;
    run(command("node", &["--test", "tests/proofs/lighthouse-performance.test.mjs"]).env("PATH", tools.path()))
}

/// Changes in the rules, the journey and the catalogue that no test notices: first with the quick tests alone, built
/// without any optimisation, which notice most of them in a few seconds each; then what is left with all.
fn mutants(_: u32) -> Result {
    let tool = cargo_install("cargo-mutants", MUTANTS, "which makes the changes")?.join("cargo-mutants");
    let layers = ["rules", "journey", "catalogue"].map(|layer| format!("src/{layer}/**"));
    let mut over = vec!["mutants", "-j2", "--iterate", "--no-shuffle", "--output", "target/mutants"];
    over.extend(layers.iter().flat_map(|files| ["--file", files]));
    let skip = SLOW.iter().flat_map(|test| ["--skip", *test]);
    let mut quick = command(&tool.to_string_lossy(), &over);
    quick.args(["--cargo-arg=--config=profile.test.opt-level=0", "--cargo-arg=--config=profile.test.debug=0"]);
    quick.args(["--no-default-features", "--", "--test", "native", "--"]).args(skip);
    // It fails where something is left, which is what the second round is for.
    if let Err(left) = run(&mut quick) {
        println!("{left}");
    }
    run(command(&tool.to_string_lossy(), &over).args(["--", "--test", "native"]))
}
