//! `dist/`: the page, the JavaScript door and its types, for any static host under any path.

use std::path::{Path, PathBuf};
use std::{env, fs};

use entry_checker::catalogue::BUNDLE;
use entry_checker::copy::LATER;

use crate::faults;
use crate::hashes::{self, stamp};
use crate::languages;
use crate::manifest;
use crate::names;
use crate::page;
use crate::plain;
use crate::run::{Result, command, root, run};
use crate::sbom;
use crate::size;
use crate::split::{self, FIRST, SECOND};
use crate::tools::Tools;

/// The compiler's target for the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Our own scripts, and the glue that wasm-bindgen writes for each module of wasm.
const SCRIPTS: [&str; 8] = [
    "src/embed/device.js",
    "src/embed/keep.js",
    "src/embed/languages.js",
    "src/embed/engine.js",
    "src/embed/engine-node.js",
    "src/embed/front-door.js",
    "src/embed/frame.js",
    "src/embed/frame-host.js",
];
/// What shows a checker in an element, with what it takes in.
const SESSION: &str = "src/embed/session.js";
/// Those that begin, each with what it takes in: they import the rest later.
const BEGIN: [&str; 2] = ["src/embed/start.js", "src/embed/entry-checker.js"];
/// What the element imports by name, for bundlers to find.
const NAMED: [&str; 3] = ["checker.js", "device.js", "session.js"];
/// The scripts that those import, beside what the page and the element fetch.
const IMPORTED: [&str; 5] = ["checker.js", "device.js", "keep.js", CHOICE, "session.js"];
/// The choice of a language, which only a page with several has.
const CHOICE: &str = "languages.js";
/// The version of this build, for the element to tell.
const VERSION: &str = concat!("--define:VERSION=\"", env!("CARGO_PKG_VERSION"), "\"");
const GLUE: [&str; 2] = ["dist/checker.js", "dist/engine-wasm.js"];

/// What the page fetches beside its wasm: the rules, and the sentences that go with them.
const DELIVERED: [(&str, &str); 2] = [("dist/catalogue.json", BUNDLE), ("dist/sentences.json", LATER)];

/// Builds `dist/`, prints what it weighs, and fails where that is over the budget.
pub fn build() -> Result {
    let tools = Tools::for_build()?;
    // NO_COLOR set to "1" is an error to Trunk, and set to "true" it is what everybody else means by it.
    let mut trunk = command("trunk", &["build", "--release"]);
    run(trunk.env("PATH", tools.path()).env_remove("NO_COLOR").env(FLAGS, flags()))?;
    page::fill()?;
    engine(&tools)?;
    faults::tell()?;
    names::shorten(&tools, "checker")?;
    names::shorten(&tools, "engine-wasm")?;
    split::split()?;
    for part in [FIRST, SECOND] {
        smaller(&tools, part)?;
    }
    for script in GLUE {
        esbuild(&tools, &[script, "--minify", "--format=esm", "--allow-overwrite", &to(script)])?;
    }
    around(&tools)
}

/// What stands around the wasm, once more: the plain pages, our own scripts, the looks. Nothing is compiled for it.
pub fn pages() -> Result {
    around(&Tools::for_build()?)
}

fn around(tools: &Tools) -> Result {
    for script in SCRIPTS {
        esbuild(tools, &[script, "--minify", "--format=esm", &to(script)])?;
    }
    let languages = languages::define()?;
    bundle(tools, SESSION, &[&languages])?;
    looks(tools, "dist/entry-checker.css")?;
    for (name, text) in DELIVERED {
        page::write(name, text)?;
    }
    languages::write()?;
    let hashes = hashes::of(fetched()?)?;
    let hashes = format!("--define:HASHES={}", hashes::written(&hashes)?);
    for script in BEGIN {
        bundle(tools, script, &[&languages, &hashes])?;
    }
    plain::write()?;
    esbuild(tools, &["styles/rules.css", "--minify", "--outfile=dist/rules/rules.css"])?;
    page::frame()?;
    hashes::seal()?;
    worker(tools)?;
    esbuild(tools, &["src/embed/frame.css", "--minify", "--outfile=dist/frame.css"])?;
    copy("src/embed/engine.d.ts", "dist/engine.d.ts")?;
    copy("LICENSE", "dist/LICENSE")?;
    sbom::write("dist")?;
    manifest::write("dist")?;
    size::report(&root().join("dist"))?;
    manifest::report("dist")
}

/// A script with what it takes in. What it imports by name stays where it is, for bundlers to find.
fn bundle(tools: &Tools, script: &str, defined: &[&str]) -> Result {
    let later: Vec<String> = NAMED.iter().map(|name| format!("--external:./{name}")).collect();
    let options = [script, "--bundle", "--minify", "--format=esm", VERSION, &to(script)];
    esbuild(
        tools,
        &options.into_iter().chain(defined.iter().copied()).chain(later.iter().map(String::as_str)).collect::<Vec<_>>(),
    )
}

/// Everything that the page and the element fetch once their first script runs.
fn fetched() -> Result<Vec<String>> {
    let decks: Vec<String> = languages::translations()?.iter().map(languages::file).collect();
    let imported = IMPORTED.into_iter().filter(|name| *name != CHOICE || !decks.is_empty());
    let delivered = DELIVERED.iter().map(|(name, _)| name.trim_start_matches("dist/"));
    let files = imported.chain([FIRST, SECOND, "entry-checker.css"]).chain(delivered).map(ToString::to_string);
    Ok(files.chain(decks.iter().cloned()).collect())
}

/// The style sheet of the page, which shows the icon beside it.
pub fn looks(tools: &Tools, to: &str) -> Result {
    let to = format!("--outfile={to}");
    esbuild(tools, &["styles/index.css", "--bundle", "--external:./icon.svg", "--minify", &to])
}

fn esbuild(tools: &Tools, arguments: &[&str]) -> Result {
    run(command("esbuild", arguments).arg("--log-level=warning").env("PATH", tools.path()))
}

/// The worker comes last: it is told of all the others. It keeps what the page uses, and nothing that is for programs.
fn worker(tools: &Tools) -> Result {
    let mut files: Vec<String> = size::FIRST_QUESTION.map(ToString::to_string).into();
    files.extend(fetched()?.into_iter().filter(|name| name != "session.js"));
    files.extend(plain::files()?);
    let files = hashes::written(&hashes::of(files)?)?;
    let stamp = format!("--define:VERSION=\"{}\"", stamp(files.as_bytes()));
    let files = format!("--define:FILES={files}");
    let script = ["src/embed/sw.js", "--minify", "--format=iife", &stamp, &files, "--outfile=dist/sw.js"];
    esbuild(tools, &script)
}

/// The engine: not the page's wasm, so that programs load no page and the page carries no door for programs.
fn engine(tools: &Tools) -> Result {
    let cargo = ["build", "--profile", "engine", "--bin", "engine", "--no-default-features", "--features", "engine"];
    run(command("cargo", &cargo).args(["--target", WASM]).env(FLAGS, flags()))?;
    let built = format!("target/{WASM}/engine/engine.wasm");
    let bindgen = ["--target", "web", "--no-typescript", "--out-dir", "dist", "--out-name", "engine-wasm", &built];
    run(command("wasm-bindgen", &bindgen).env("PATH", tools.path()))?;
    wasm_opt(tools, "engine-wasm_bg.wasm", &["-O3"])
}

/// Makes a part of the page's wasm as small as can be. A second round, with its blocks laid out anew, saves 2 kB of brotli.
/// The stack lies lowest in memory and grows down, so nothing is kept in the first kilobyte.
fn smaller(tools: &Tools, part: &str) -> Result {
    let low = "--low-memory-unused";
    wasm_opt(tools, part, &[low, "-Oz"])?;
    wasm_opt(tools, part, &[low, "--flatten", "--rereloop", "-Oz", "-Oz"])
}

fn wasm_opt(tools: &Tools, name: &str, passes: &[&str]) -> Result {
    let wasm = format!("dist/{name}");
    run(command("wasm-opt", passes).args([&wasm, "-o", &wasm]).args(names::FEATURES).env("PATH", tools.path()))
}

const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Keeps the folders of this machine out of the messages in the wasm, so that every machine builds the same.
fn flags() -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let crates = cargo.map(|cargo| cargo.join("registry/src"));
    let shortened =
        crates.into_iter().chain([root()]).map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    shortened.collect::<Vec<_>>().join("\u{1f}")
}

fn to(script: &str) -> String {
    let name = Path::new(script).file_name().unwrap_or_default().to_string_lossy();
    format!("--outfile=dist/{name}")
}

/// Copies a file of the project.
pub fn copy(from: &str, to: &str) -> Result {
    fs::copy(root().join(from), root().join(to)).map(|_| ()).map_err(|error| format!("{from}: {error}"))
}
