//! Measurements and pictures: nothing here passes or fails.

use std::fs;

use crate::compile::{self, Profile};
use crate::run::{Result, command, output, root, run};
use crate::site;
use crate::test::{fixtures, heading};
use crate::tools::{TestTools, npm_install};

/// Runs the benchmarks: native, beside peers in Node, in Chromium; and writes them into `docs/performance.md`.
pub fn bench() -> Result {
    let tools = TestTools::for_engines(&["chromium"])?;
    npm_install("benches/peers")?;
    heading("Native");
    let native =
        output("cargo", &["bench", "--no-default-features", "--package", "entry-checker", "--bench", "evaluate"]);
    println!("{native}");
    heading("Build");
    site::build()?;
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|error| format!("target/bench: {error}"))?;
    let keep =
        |name: &str, text: String| fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"));
    keep("native.txt", native)?;
    // Before wasm-opt, since that takes the names of the functions away. The compiler's own names are not readable.
    let (site, wasm) = (folder.join("site"), compile::page(Profile::Release)?);
    compile::build(&["page", &site.to_string_lossy(), &wasm.to_string_lossy(), Profile::Dev.name()])?;
    let wasm = site.join("checker_bg.wasm");
    keep(
        "anatomy.txt",
        output("cargo", &["run", "--quiet", "--package", "builder", "--", "anatomy", &wasm.to_string_lossy()]),
    )?;
    heading("Beside others, in Node and in Chromium");
    run(command("node", &["benches/report.mjs"]).env("PATH", tools.path()))
}

/// Builds, and takes a picture of every view and of every component in each of its states.
pub fn shots() -> Result {
    let tools = TestTools::for_engines(&["chromium"])?;
    site::build()?;
    fixtures()?;
    heading("Pictures");
    run(command("node", &["tests/shots.mjs"]).env("PATH", tools.path()))
}

/// Builds, and times the page in Chromium as on a slow phone.
pub fn speed() -> Result {
    let tools = TestTools::for_engines(&["chromium"])?;
    site::build()?;
    heading("In Chromium");
    run(command("node", &["benches/speed.mjs"]).env("PATH", tools.path()))
}
