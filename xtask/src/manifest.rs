//! `manifest.json`: the files of a folder, what they weigh, and the hash that a page can hold a browser to.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::page;
use crate::run::{Result, root};
use crate::sbom;

const FILE: &str = "manifest.json";
/// The scripts that a page of somebody else's names, so that it can name their hash too.
const NAMED: [&str; 2] = ["entry-checker.js", "frame-host.js"];

/// Writes the manifest of a folder of the project into it.
pub fn write(folder: &str) -> Result {
    let mut files = Vec::new();
    list(&root().join(folder), "", &mut files)?;
    files.retain(|name| name != FILE);
    files.sort();
    let listed = files.iter().map(|name| {
        let bytes = read(folder, name)?;
        Ok(json!({ "file": name, "bytes": bytes.len(), "integrity": integrity(&bytes) }))
    });
    let listed = listed.collect::<Result<Vec<Value>>>()?;
    let manifest = json!({ "version": env!("CARGO_PKG_VERSION"), "sbom": sbom::FILE, "files": listed });
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| format!("{FILE}: {error}"))?;
    page::write(&format!("{folder}/{FILE}"), &format!("{text}\n"))
}

/// Prints what a page writes beside the scripts that it names.
pub fn report(folder: &str) -> Result {
    for name in NAMED {
        println!("{name:<20} integrity=\"{}\"", integrity(&read(folder, name)?));
    }
    println!();
    Ok(())
}

fn list(folder: &Path, inside: &str, files: &mut Vec<String>) -> Result {
    let entries = fs::read_dir(folder.join(inside)).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries.flatten() {
        let name = format!("{inside}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => list(folder, &format!("{name}/"), files)?,
            false => files.push(name),
        }
    }
    Ok(())
}

fn read(folder: &str, name: &str) -> Result<Vec<u8>> {
    fs::read(root().join(folder).join(name)).map_err(|error| format!("{folder}/{name}: {error}"))
}

/// The hash of some bytes as browsers check it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
