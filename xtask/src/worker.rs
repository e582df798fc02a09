//! The worker that keeps the page for use offline: it is told which files make up this version, by name and hash.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::run::Result;

/// A version of the page: its files, each with its hash as browsers check it, and a stamp that is another where any file
/// is another.
pub struct Version {
    pub stamp: String,
    pub files: String,
}

/// The version that stands in a folder, of the named files and of all those in the folder of the plain pages.
pub fn version<'a>(dist: &Path, names: impl Iterator<Item = &'a str>) -> Result<Version> {
    let mut names: Vec<String> = names.map(ToString::to_string).collect();
    let rules = fs::read_dir(dist.join("rules")).map_err(|error| format!("dist/rules: {error}"))?;
    names.extend(rules.flatten().map(|entry| format!("rules/{}", entry.file_name().to_string_lossy())));
    let mut files = BTreeMap::new();
    for name in names {
        let bytes = fs::read(dist.join(&name)).map_err(|error| format!("dist/{name}: {error}"))?;
        files.insert(name, format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes))));
    }
    let files = serde_json::to_string(&files).map_err(|error| format!("the files of the worker: {error}"))?;
    Ok(Version { stamp: stamp(files.as_bytes()), files })
}

/// A stamp to know some bytes by.
pub fn stamp(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
