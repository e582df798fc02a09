//! The hash of each file as browsers check it: for the worker, for our first scripts, and for the pages that begin with them.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::run::Result;
use crate::site::Site;

/// The names of some files of the site, each with its hash.
pub type Hashes = BTreeMap<String, String>;

/// Our pages, and what each names: how it is written there.
const PAGES: [(&str, &[&str]); 2] =
    [("index.html", &["href=\"entry-checker.css\"", "src=\"./start.js\""]), ("frame.html", &["src=\"frame.js\""])];

/// The hashes of these files.
pub fn of(site: &Site, names: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Hashes> {
    let hash =
        |name: &str| Ok((name.to_string(), format!("sha256-{}", STANDARD.encode(Sha256::digest(site.read(name)?)))));
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

/// Adds the hash of each file that our pages name, as the attribute `integrity`.
pub fn add_integrity(site: &Site) -> Result {
    for (page, named) in PAGES {
        let mut text = site.text(page)?;
        for written in named {
            let name = written.split('"').nth(1).unwrap_or_default().trim_start_matches("./");
            if text.matches(written).count() != 1 {
                return Err(format!("{page} does not hold {written} once"));
            }
            let hash = &of(site, [name])?[name];
            text = text.replace(written, &format!("{written} integrity=\"{hash}\""));
        }
        site.write(page, text)?;
    }
    Ok(())
}
