//! `pkg/`: the npm package `entry-checker`, with the element, the engine and their types.

use std::fs;

use crate::manifest;
use crate::run::{Result, root};
use crate::sbom;
use crate::site::Site;

const FOLDER: &str = "pkg";
/// What it holds of `dist/`: the element with all that it fetches, and the engine.
const BUILT: [&str; 14] = [
    "entry-checker.js",
    "entry-checker.css",
    "checker.js",
    "checker_bg.wasm",
    "catalogue.json",
    "sentences.json",
    "session.js",
    "engine.js",
    "engine-node.js",
    "engine.d.ts",
    "engine-wasm.js",
    "engine-wasm_bg.wasm",
    "LICENSE",
    sbom::FILE,
];
/// And what is written for it.
const WRITTEN: [&str; 4] = ["custom-elements.json", "entry-checker.d.ts", "nothing.js", "README.md"];
/// The version of the project, in the place of the one that is written.
const PACKAGE: &str = "npm/package.json";
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// Puts the package together in `pkg/` from a site that is built.
pub fn assemble(site: &Site) -> Result {
    let package = Site::new(FOLDER);
    package.clear()?;
    for name in BUILT {
        package.write(name, site.read(name)?)?;
    }
    for name in WRITTEN {
        package.copy(&format!("npm/{name}"), name)?;
    }
    let text = fs::read_to_string(root().join(PACKAGE)).map_err(|error| format!("{PACKAGE}: {error}"))?;
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    package.write("package.json", text.replace(NO_VERSION, &version))?;
    manifest::write(&package)?;
    println!("{FOLDER}/ is ready for \"npm pack\" and \"npm publish\"");
    Ok(())
}
