//! `dist/`: the page, the JavaScript door and its types, for any static host under any path.

use std::path::{Path, PathBuf};
use std::{env, fs};

use entry_checker::catalogue::BUNDLE;
use entry_checker::copy::LATER;

use crate::names;
use crate::page;
use crate::run::{Result, command, root, run};
use crate::size;
use crate::tools::Tools;

/// The compiler's target for the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Our own scripts, and the glue that wasm-bindgen writes for each module of wasm.
const SCRIPTS: [&str; 4] =
    ["src/embed/start.js", "src/embed/keep.js", "src/embed/engine.js", "src/embed/front-door.js"];
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
    smaller(&tools)?;
    names::shorten(&tools, "checker")?;
    names::shorten(&tools, "engine-wasm")?;
    let esbuild = |arguments: &[&str]| run(command("esbuild", arguments).env("PATH", tools.path()));
    for script in GLUE {
        esbuild(&[script, "--minify", "--format=esm", "--allow-overwrite", "--log-level=warning", &to(script)])?;
    }
    for script in SCRIPTS {
        esbuild(&[script, "--minify", "--format=esm", "--log-level=warning", &to(script)])?;
    }
    esbuild(&["styles/index.css", "--bundle", "--minify", "--log-level=warning", "--outfile=dist/entry-checker.css"])?;
    for (name, text) in DELIVERED {
        page::write(name, text)?;
    }
    copy("src/embed/engine.d.ts", "dist/engine.d.ts")?;
    copy("LICENSE", "dist/LICENSE")?;
    size::report(&root().join("dist"))
}

/// The engine: not the page's wasm, so that programs load no page and the page carries no door for programs.
fn engine(tools: &Tools) -> Result {
    let cargo = ["build", "--profile", "engine", "--bin", "engine", "--no-default-features", "--features", "engine"];
    run(command("cargo", &cargo).args(["--target", WASM]).env(FLAGS, flags()))?;
    let built = format!("target/{WASM}/engine/engine.wasm");
    let bindgen = ["--target", "web", "--no-typescript", "--out-dir", "dist", "--out-name", "engine-wasm", &built];
    run(command("wasm-bindgen", &bindgen).env("PATH", tools.path()))?;
    let wasm = "dist/engine-wasm_bg.wasm";
    run(command("wasm-opt", &["-O3", wasm, "-o", wasm]).args(names::FEATURES).env("PATH", tools.path()))
}

/// A second round over the page's wasm, with its blocks laid out anew: 2 kB of brotli less. The stack lies lowest in
/// memory and grows down, so nothing is kept in the first kilobyte.
fn smaller(tools: &Tools) -> Result {
    let wasm = "dist/checker_bg.wasm";
    let passes = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", wasm, "-o", wasm];
    run(command("wasm-opt", &passes).args(names::FEATURES).env("PATH", tools.path()))
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

fn copy(from: &str, to: &str) -> Result {
    fs::copy(root().join(from), root().join(to)).map(|_| ()).map_err(|error| format!("{from}: {error}"))
}
