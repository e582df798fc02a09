//! `dist/`: the page, the JavaScript door and its types, for any static host under any path.

use std::path::{Path, PathBuf};
use std::{env, fs};

use entry_checker::catalogue::BUNDLE;
use entry_checker::copy::LATER;

use crate::faults;
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
use crate::worker::version;

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
/// Those that take in what they begin with, and what they import later instead.
const BUNDLES: [(&str, &[&str]); 3] = [
    ("src/embed/start.js", &["checker.js", "device.js", "keep.js", "languages.js"]),
    ("src/embed/entry-checker.js", &["checker.js", "device.js", "session.js"]),
    ("src/embed/session.js", &["checker.js"]),
];
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
    for (script, beside) in BUNDLES {
        let beside: Vec<String> = beside.iter().map(|name| format!("--external:./{name}")).collect();
        let bundle = [script, "--bundle", "--minify", "--format=esm", VERSION, &languages, &to(script)];
        esbuild(tools, &bundle.into_iter().chain(beside.iter().map(String::as_str)).collect::<Vec<_>>())?;
    }
    looks(tools, "dist/entry-checker.css")?;
    for (name, text) in DELIVERED {
        page::write(name, text)?;
    }
    languages::write()?;
    plain::write()?;
    esbuild(tools, &["styles/rules.css", "--minify", "--outfile=dist/rules/rules.css"])?;
    worker(tools)?;
    page::frame()?;
    esbuild(tools, &["src/embed/frame.css", "--minify", "--outfile=dist/frame.css"])?;
    copy("src/embed/engine.d.ts", "dist/engine.d.ts")?;
    copy("LICENSE", "dist/LICENSE")?;
    sbom::write("dist")?;
    manifest::write("dist")?;
    size::report(&root().join("dist"))?;
    manifest::report("dist")
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
    let delivered = DELIVERED.iter().map(|(name, _)| name.trim_start_matches("dist/"));
    let decks: Vec<String> = languages::translations()?.iter().map(languages::file).collect();
    let files = size::FIRST_QUESTION.into_iter().chain(delivered).chain([SECOND, "device.js", "keep.js"]);
    let choice = if decks.is_empty() { None } else { Some("languages.js") };
    let files = files.chain(choice).chain(decks.iter().map(String::as_str));
    let version = version(&root().join("dist"), files)?;
    let stamp = format!("--define:VERSION=\"{}\"", version.stamp);
    let files = format!("--define:FILES={}", version.files);
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
