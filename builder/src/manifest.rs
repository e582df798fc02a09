//! `manifest.json`: the files of a folder, what they weigh, and the hash that a page can hold a browser to.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::run::Result;
use crate::sbom;
use crate::site::Site;

const FILE: &str = "manifest.json";
/// The scripts that a page of somebody else's names, so that it can name their hash too.
const NAMED: [&str; 2] = ["entry-checker.js", "frame-host.js"];

/// Writes the manifest of a folder into it.
pub fn write(site: &Site) -> Result {
    let files = site.files()?.into_iter().filter(|name| name != FILE);
    let listed = files.map(|name| {
        let bytes = site.read(&name)?;
        Ok(json!({ "file": name, "bytes": bytes.len(), "integrity": integrity(&bytes) }))
    });
    let listed = listed.collect::<Result<Vec<Value>>>()?;
    let manifest = json!({ "version": env!("CARGO_PKG_VERSION"), "sbom": sbom::FILE, "files": listed });
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| format!("{FILE}: {error}"))?;
    site.write(FILE, format!("{text}\n"))
}

/// Prints what a page writes beside the scripts that it names.
pub fn report(site: &Site) -> Result {
    for name in NAMED {
        println!("{name:<20} integrity=\"{}\"", integrity(&site.read(name)?));
    }
    println!();
    Ok(())
}

/// The hash of some bytes as browsers check it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
