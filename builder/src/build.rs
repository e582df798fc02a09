//! Writes the site: first what the page needs, then what programs need, so that a page can be served before the second.

use std::path::Path;

use entry_checker::catalogue::BUNDLE;
use entry_checker::copy::LATER;
use wasm_bindgen_cli_support::Bindgen;

use crate::npm::{self, esbuild};
use crate::run::{Result, run};
use crate::site::Site;
use crate::split::{self, FIRST, SECOND};
use crate::{assignments, faults, hashes, languages, manifest, names, page, plain, reload, sbom, size};

/// Scripts that are written as they are, without what they import.
const SCRIPTS: [&str; 4] =
    ["src/embed/device.js", "src/embed/keep.js", "src/embed/frame.js", "src/embed/frame-host.js"];
const LANGUAGES: &str = "src/embed/languages.js";
/// The scripts of the engine, which are written as they are too.
const ENGINE: [&str; 3] = ["src/embed/engine.js", "src/embed/engine-node.js", "src/embed/front-door.js"];
/// What shows a checker in an element, with what it takes in.
const SESSION: &str = "src/embed/session.js";
/// The scripts that begin, each with what it takes in: they import the rest later.
const BEGIN: [&str; 2] = ["src/embed/start.js", "src/embed/entry-checker.js"];
/// What the element imports by name, for bundlers to find.
const NAMED: [&str; 3] = ["checker.js", "device.js", "session.js"];
/// The scripts that those import, beside what the page and the element fetch.
const IMPORTED: [&str; 5] = ["checker.js", "device.js", "keep.js", CHOICE, "session.js"];
/// The choice of a language, which only a page with several has.
const CHOICE: &str = "languages.js";
/// The version of this build, for the element to tell.
const VERSION: &str = concat!("--define:VERSION=\"", env!("CARGO_PKG_VERSION"), "\"");

/// What the page fetches beside its wasm: the rules, and the sentences that go with them.
const DELIVERED: [(&str, &str); 2] = [("catalogue.json", BUNDLE), ("sentences.json", LATER)];

/// For whom a site is built.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// For people: as small as can be, and held to the budgets.
    Release,
    /// For whoever works on it: as soon as can be. Nothing is made smaller, and no budget is held.
    Dev,
}

/// Writes what the page and the element need, from their compiled wasm. With `reloads` the page loads itself anew once
/// it was built again.
pub fn page(site: &Site, wasm: &Path, profile: Profile, reloads: bool) -> Result {
    bind(site, wasm, "checker")?;
    faults::tell(site)?;
    if profile == Profile::Release {
        names::shorten(site, "checker")?;
    }
    split::split(site)?;
    if profile == Profile::Release {
        for part in [FIRST, SECOND] {
            shrink(site, part)?;
        }
    }
    minify_glue(site, "checker.js")?;
    around(site, reloads)
}

/// Writes what stands around the page's wasm: the plain pages, the scripts, the styles, the rules.
pub fn around(site: &Site, reloads: bool) -> Result {
    page::write(site)?;
    SCRIPTS.iter().chain([&LANGUAGES]).try_for_each(|script| minify(site, script))?;
    let languages = languages::define()?;
    bundle(site, SESSION, &[&languages])?;
    styles(site)?;
    for (name, text) in DELIVERED {
        site.write(name, text)?;
    }
    site.copy("icon.svg", "icon.svg")?;
    languages::write(site)?;
    let hashes = hashes::of(site, fetched()?)?;
    let hashes = format!("--define:HASHES={}", hashes::written(&hashes)?);
    for script in BEGIN {
        bundle(site, script, &[&languages, &hashes])?;
    }
    plain::write(site)?;
    esbuild(&["styles/rules.css", "--minify", &to(site, "rules/rules.css")])?;
    page::write_frame(site)?;
    hashes::add_integrity(site)?;
    if reloads {
        reload::add(site)?;
    } else {
        worker(site)?;
    }
    esbuild(&["src/embed/frame.css", "--minify", &to(site, "frame.css")])?;
    site.copy("LICENSE", "LICENSE")
}

/// Writes what programs need. Programs load no page, and the page carries no door for programs.
pub fn engine(site: &Site, wasm: &Path, profile: Profile) -> Result {
    bind(site, wasm, "engine-wasm")?;
    assignments::guard(site)?;
    if profile == Profile::Release {
        wasm_opt(site, "engine-wasm_bg.wasm", &["-O3"])?;
        names::shorten(site, "engine-wasm")?;
    }
    minify_glue(site, "engine-wasm.js")?;
    ENGINE.iter().try_for_each(|script| minify(site, script))?;
    site.copy("src/embed/engine.d.ts", "engine.d.ts")
}

/// Writes the lists of what the site holds, and prints what it weighs. Fails where that is over a budget.
pub fn finish(site: &Site) -> Result {
    sbom::write(site)?;
    manifest::write(site)?;
    size::report(site)?;
    manifest::report(site)
}

/// Writes the style sheet of the page into a folder.
pub fn styles(site: &Site) -> Result {
    esbuild(&["styles/index.css", "--bundle", "--external:./icon.svg", "--minify", &to(site, "entry-checker.css")])
}

/// What the program `wasm-bindgen --target web --no-typescript` does: `NAME.js` and `NAME_bg.wasm`.
fn bind(site: &Site, wasm: &Path, name: &str) -> Result {
    let failed = |error| format!("{}: {error:#}", wasm.display());
    let mut bindgen = Bindgen::new();
    bindgen
        .web(true)
        .map_err(failed)?
        .input_path(wasm)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(false);
    bindgen.generate(site.path("")).map_err(failed)
}

/// A script with what it takes in. What it imports by name stays where it is, for bundlers to find.
fn bundle(site: &Site, script: &str, defined: &[&str]) -> Result {
    let later: Vec<String> = NAMED.iter().map(|name| format!("--external:./{name}")).collect();
    let out = to(site, file_name(script));
    let options = [script, "--bundle", "--minify", "--format=esm", VERSION, &out];
    esbuild(
        &options.into_iter().chain(defined.iter().copied()).chain(later.iter().map(String::as_str)).collect::<Vec<_>>(),
    )
}

fn minify(site: &Site, script: &str) -> Result {
    esbuild(&[script, "--minify", "--format=esm", &to(site, file_name(script))])
}

fn minify_glue(site: &Site, name: &str) -> Result {
    let glue = site.path(name);
    esbuild(&[&glue.to_string_lossy(), "--minify", "--format=esm", "--allow-overwrite", &to(site, name)])
}

/// Everything that the page and the element fetch once their first script runs.
fn fetched() -> Result<Vec<String>> {
    let decks: Vec<String> = languages::translations()?.iter().map(languages::file).collect();
    let imported = IMPORTED.into_iter().filter(|name| *name != CHOICE || !decks.is_empty());
    let delivered = DELIVERED.iter().map(|(name, _)| *name);
    let files = imported.chain([FIRST, SECOND, "entry-checker.css"]).chain(delivered).map(ToString::to_string);
    Ok(files.chain(decks.iter().cloned()).collect())
}

/// The worker comes last: it is told of all the others. It keeps what the page uses, and nothing that is for programs.
fn worker(site: &Site) -> Result {
    let mut files: Vec<String> = size::FIRST_QUESTION.map(ToString::to_string).into();
    files.extend(fetched()?.into_iter().filter(|name| name != "session.js"));
    files.extend(plain::files(site)?);
    let files = hashes::written(&hashes::of(site, files)?)?;
    let stamp = format!("--define:VERSION=\"{}\"", hashes::stamp(files.as_bytes()));
    let files = format!("--define:FILES={files}");
    esbuild(&["src/embed/sw.js", "--minify", "--format=iife", &stamp, &files, &to(site, "sw.js")])
}

/// Makes a part of the page's wasm as small as can be. A second round, with its blocks laid out anew, saves 2 kB of brotli.
/// The stack lies lowest in memory and grows down, so nothing is kept in the first kilobyte.
fn shrink(site: &Site, part: &str) -> Result {
    let low = "--low-memory-unused";
    wasm_opt(site, part, &[low, "-Oz"])?;
    wasm_opt(site, part, &[low, "--flatten", "--rereloop", "-Oz", "-Oz"])
}

fn wasm_opt(site: &Site, name: &str, passes: &[&str]) -> Result {
    let wasm = site.path(name);
    run(npm::tool("wasm-opt").args(passes).arg(&wasm).arg("-o").arg(&wasm).args(names::FEATURES))
}

fn to(site: &Site, name: &str) -> String {
    format!("--outfile={}", site.path(name).display())
}

fn file_name(script: &str) -> &str {
    script.rsplit('/').next().unwrap_or(script)
}
