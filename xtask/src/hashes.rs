//! The hash of each file as browsers check it: for the worker, for our first scripts, and for the pages that begin with them.

use std::collections::BTreeMap;
use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::page;
use crate::run::{Result, root};

/// The names of some files of `dist/`, each with its hash.
pub type Hashes = BTreeMap<String, String>;

/// Our pages, and what each names: how it is written there.
const PAGES: [(&str, &[&str]); 2] = [
    ("dist/index.html", &["href=\"entry-checker.css\"", "src=\"./start.js\"", "src=\"./checker.js\""]),
    ("dist/frame.html", &["src=\"entry-checker.js\"", "src=\"frame.js\""]),
];
const SEAL: &str = " integrity=\"";

/// The hashes of these files.
pub fn of(names: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Hashes> {
    let hash = |name: &str| {
        let bytes = fs::read(root().join("dist").join(name)).map_err(|error| format!("dist/{name}: {error}"))?;
        Ok((name.to_string(), format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))))
    };
    names.into_iter().map(|name| hash(name.as_ref())).collect()
}

/// As a script takes them.
pub fn written(hashes: &Hashes) -> Result<String> {
    serde_json::to_string(hashes).map_err(|error| format!("the hashes: {error}"))
}

/// A stamp to know some bytes by: another where any byte is another.
pub fn stamp(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Holds what our pages name to its hash; what they were held to before is over.
pub fn seal() -> Result {
    for (page, named) in PAGES {
        let mut text = fs::read_to_string(root().join(page)).map_err(|error| format!("{page}: {error}"))?;
        while let Some((before, seal)) = text.split_once(SEAL) {
            let (_, after) = seal.split_once('"').ok_or_else(|| format!("{page}: a seal has no end"))?;
            text = format!("{before}{after}");
        }
        for written in named {
            let name = written.split('"').nth(1).unwrap_or_default().trim_start_matches("./");
            if text.matches(written).count() != 1 {
                return Err(format!("{page} does not hold {written} once"));
            }
            let hash = &of([name])?[name];
            text = text.replace(written, &format!("{written}{SEAL}{hash}\""));
        }
        page::write(page, &text)?;
    }
    Ok(())
}
