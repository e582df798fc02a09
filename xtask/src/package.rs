//! `pkg/`: the npm package `entry-checker`, with the element, the engine and their types.

use std::fs;

use crate::build::{build, copy};
use crate::manifest;
use crate::page;
use crate::run::{Result, root};
use crate::sbom;

const FOLDER: &str = "pkg";
/// What it holds of `dist/`: the element with all that it fetches, and the engine.
const BUILT: [&str; 17] = [
    "entry-checker.js",
    "entry-checker.css",
    "checker.js",
    "checker_bg.wasm",
    "checker-later.wasm",
    "catalogue.json",
    "sentences.json",
    "device.js",
    "session.js",
    "engine.js",
    "engine-node.js",
    "engine.d.ts",
    "engine-wasm.js",
    "engine-wasm_bg.wasm",
    "front-door.js",
    "LICENSE",
    sbom::FILE,
];
/// And what is written for it.
const WRITTEN: [&str; 4] = ["custom-elements.json", "entry-checker.d.ts", "nothing.js", "README.md"];
/// The version of the project, in the place of the one that is written.
const PACKAGE: &str = "npm/package.json";
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// Builds, and puts the package together.
pub fn package(options: &[String]) -> Result {
    match options {
        [] => build()?,
        [option] if option == "--no-build" => {}
        _ => return Err("package takes --no-build alone".to_string()),
    }
    assemble()?;
    println!("{FOLDER}/ is ready for \"npm pack\" and \"npm publish\"");
    Ok(())
}

/// Puts the package together from what is built.
pub fn assemble() -> Result {
    let folder = root().join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{FOLDER}: {error}"))?;
    }
    fs::create_dir(&folder).map_err(|error| format!("{FOLDER}: {error}"))?;
    for name in BUILT {
        copy(&format!("dist/{name}"), &format!("{FOLDER}/{name}"))?;
    }
    for name in WRITTEN {
        copy(&format!("npm/{name}"), &format!("{FOLDER}/{name}"))?;
    }
    let text = fs::read_to_string(root().join(PACKAGE)).map_err(|error| format!("{PACKAGE}: {error}"))?;
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    page::write(&format!("{FOLDER}/package.json"), &text.replace(NO_VERSION, &version))?;
    manifest::write(FOLDER)
}
