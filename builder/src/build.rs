//! Writes the site: first what the page needs, then what programs need, so that a page can be served before the second.

use std::path::Path;

use entry_checker::catalogue::BUNDLE;
use entry_checker::copy::ENGLISH;
use wasm_bindgen_cli_support::Bindgen;

use crate::npm::{self, esbuild};
use crate::run::{Result, run};
use crate::site::Site;
use crate::{
    assignments, faults, first_screens, hashes, languages, manifest, page, panic_locations, plain, reload, sbom, size,
};

/// The wasm of the page, and the script that wasm-bindgen writes for it.
pub const WASM: &str = "checker_bg.wasm";
const GLUE: &str = "checker.js";
/// The scripts that our pages name. They hold what they fetch to its hash.
const NAMED_BY_PAGES: [&str; 3] = ["web/page/start.js", "web/element/entry-checker.js", "web/frame/frame.js"];
/// What our page imports later, and what the element does.
const PAGE: &str = "web/page/page.js";
const SESSION: &str = "web/element/session.js";
/// The scripts of the engine.
const ENGINE: [&str; 2] = ["web/engine/engine.js", "web/engine/engine-node.js"];
/// What a bundle imports by name, which stays a file of its own, for the bundlers of others to find.
const FILES_OF_THEIR_OWN: [&str; 4] = ["checker.js", "session.js", "engine.js", "engine-wasm.js"];
/// The version of this build, for the element to tell.
const VERSION: &str = concat!("--define:VERSION=\"", env!("CARGO_PKG_VERSION"), "\"");

/// What the page's wasm starts with: the rules, and the sentences.
const DELIVERED: [(&str, &str); 2] = [("catalogue.json", BUNDLE), ("sentences.json", ENGLISH)];

/// What the compiler uses beside the first version of wasm, and every browser of the last years has.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

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
        panic_locations::strip(&site.path(WASM))?;
        // The second round lays out the blocks anew ("Kept for size" in docs/performance.md). The stack lies lowest in memory and
        // grows down, so nothing is kept in the first kilobyte.
        wasm_opt(site, WASM, &["--low-memory-unused", "--skip-pass=memory-packing", "-Oz"])?;
        wasm_opt(
            site,
            WASM,
            &["--low-memory-unused", "--skip-pass=memory-packing", "--flatten", "--rereloop", "-Oz", "-Oz"],
        )?;
    }
    minify(site, GLUE)?;
    around(site, reloads)
}

/// Writes what stands around the page's wasm: the pages, the scripts, the styles, the rules.
pub fn around(site: &Site, reloads: bool) -> Result {
    page::write(site)?;
    let languages = languages::define()?;
    bundle(site, PAGE, &[])?;
    bundle(site, SESSION, &[&languages, &first_screens::define()])?;
    styles(site)?;
    for (name, text) in DELIVERED {
        site.write(name, text)?;
    }
    site.copy("icon.svg", "icon.svg")?;
    languages::write(site)?;
    let hashes = hashes::of(site, fetched()?)?;
    let hashes = format!("--define:HASHES={}", hashes::written(&hashes)?);
    for script in NAMED_BY_PAGES {
        bundle(site, script, &[&languages, &hashes])?;
    }
    bundle(site, "web/frame/frame-host.js", &[])?;
    plain::write(site)?;
    esbuild(&["styles/rules.css", "--minify", &to(site, "rules/rules.css")])?;
    page::write_frame(site)?;
    hashes::add_integrity(site)?;
    if reloads {
        reload::add(site)?;
    } else {
        worker(site)?;
    }
    esbuild(&["styles/no-script.css", "--minify", &to(site, "no-script.css")])?;
    esbuild(&["web/frame/frame.css", "--minify", &to(site, "frame.css")])?;
    site.copy("LICENSE", "LICENSE")
}

/// Writes what programs need. Programs load no page, and the page carries no door for programs.
pub fn engine(site: &Site, wasm: &Path, profile: Profile) -> Result {
    bind(site, wasm, "engine-wasm")?;
    assignments::guard(site)?;
    if profile == Profile::Release {
        panic_locations::strip(&site.path("engine-wasm_bg.wasm"))?;
        wasm_opt(site, "engine-wasm_bg.wasm", &["-O3"])?;
    }
    minify(site, "engine-wasm.js")?;
    ENGINE.iter().try_for_each(|script| bundle(site, script, &[]))?;
    site.copy("web/engine/engine.d.ts", "engine.d.ts")
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

/// Writes a script with what it takes in.
fn bundle(site: &Site, script: &str, defined: &[&str]) -> Result {
    let external: Vec<String> = FILES_OF_THEIR_OWN.iter().map(|name| format!("--external:./{name}")).collect();
    let out = to(site, file_name(script));
    let options = [script, "--bundle", "--minify", "--format=esm", "--external:node:*", VERSION, &out];
    let external = external.iter().map(String::as_str);
    esbuild(&options.into_iter().chain(defined.iter().copied()).chain(external).collect::<Vec<_>>())
}

/// Makes a script of the site smaller.
fn minify(site: &Site, name: &str) -> Result {
    let script = site.path(name);
    esbuild(&[&script.to_string_lossy(), "--minify", "--format=esm", "--allow-overwrite", &to(site, name)])
}

/// Everything that the page and the element fetch once their first script runs.
fn fetched() -> Result<Vec<String>> {
    let decks = languages::translations()?;
    let files = [GLUE, WASM, "entry-checker.css"].into_iter().chain([PAGE, SESSION].map(file_name));
    let files = files.chain(DELIVERED.iter().map(|(name, _)| *name)).map(ToString::to_string);
    Ok(files.chain(decks.iter().map(languages::file)).collect())
}

/// The worker comes last: it is told of all the others. It keeps what the page uses, and nothing that is for programs or for
/// the element alone.
fn worker(site: &Site) -> Result {
    let mut files: Vec<String> = size::FIRST_SCREEN.map(ToString::to_string).into();
    // The style sheet is among what the page names.
    let of_element = [file_name(SESSION), "entry-checker.css"];
    files.extend(fetched()?.into_iter().filter(|name| !of_element.contains(&name.as_str())));
    files.extend(plain::files(site)?);
    let files = hashes::written(&hashes::of(site, files)?)?;
    let stamp = format!("--define:VERSION=\"{}\"", hashes::stamp(files.as_bytes()));
    let files = format!("--define:FILES={files}");
    esbuild(&["web/page/service-worker.js", "--minify", "--format=iife", &stamp, &files, &to(site, "sw.js")])
}

fn wasm_opt(site: &Site, name: &str, passes: &[&str]) -> Result {
    let wasm = site.path(name);
    run(npm::tool("wasm-opt").args(passes).arg(&wasm).arg("-o").arg(&wasm).args(FEATURES))
}

fn to(site: &Site, name: &str) -> String {
    format!("--outfile={}", site.path(name).display())
}

fn file_name(script: &str) -> &str {
    script.rsplit('/').next().unwrap_or(script)
}
