//! The bill of materials, as CycloneDX 1.5: every crate that the two modules of wasm are made from, with its licence and
//! hash. It is read from what Cargo resolved, holds no date and no place, and so is the same from every machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::run::{Result, output, root};
use crate::site::Site;
use crate::wasm_target::WASM;

/// The name of the file.
pub const FILE: &str = "sbom.cdx.json";
/// Our own package, in which the tree of crates begins.
const OURS: &str = "entry-checker";

/// Writes the bill into a folder.
pub fn write(site: &Site) -> Result {
    let text = serde_json::to_string_pretty(&bill()?).map_err(|error| format!("{FILE}: {error}"))?;
    site.write(FILE, format!("{text}\n"))
}

/// A crate: its name, version and licence.
type Crate = [String; 3];

fn bill() -> Result<Value> {
    let arguments = ["tree", "--locked", "--package", OURS, "--edges", "normal", "--target", WASM];
    let format = ["--prefix", "depth", "--format", "|{p}|{l}"];
    let tree = output("cargo", &[&arguments[..], &format].concat());
    let (first, needs) = graph(&tree).ok_or_else(|| format!("cargo tree said what is not known:\n{tree}"))?;
    let hashes = hashes()?;
    let others = needs.keys().filter(|one| **one != first);
    let components: Vec<Value> = others.map(|one| component(one, &hashes)).collect();
    let dependencies = needs.iter().map(|(one, needs)| {
        let needs: Vec<String> = needs.iter().map(purl).collect();
        json!({ "ref": purl(one), "dependsOn": needs })
    });
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component(&first, &hashes) },
        "components": components,
        "dependencies": dependencies.collect::<Vec<Value>>(),
    }))
}

/// What needs what, from lines as `2|name v1.2.3 (proc-macro)|MIT (*)`, which say how deep they are.
fn graph(tree: &str) -> Option<(Crate, BTreeMap<Crate, BTreeSet<Crate>>)> {
    let mut needs: BTreeMap<Crate, BTreeSet<Crate>> = BTreeMap::new();
    let mut above: Vec<Crate> = Vec::new();
    for line in tree.lines() {
        let [depth, package, licence] = line.split('|').collect::<Vec<_>>().try_into().ok()?;
        let mut words = package.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        let one = [name, version, licence.trim_end_matches(" (*)")].map(str::to_string);
        above.truncate(depth.parse().ok()?);
        if let Some(parent) = above.last() {
            needs.entry(parent.clone()).or_default().insert(one.clone());
        }
        needs.entry(one.clone()).or_default();
        above.push(one);
    }
    Some((above.into_iter().next()?, needs))
}

fn component(one: &Crate, hashes: &BTreeMap<String, String>) -> Value {
    let [name, version, licence] = one;
    let purl = purl(one);
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        // Older crates write a stroke for what the standard calls OR.
        "licenses": [{ "expression": licence.replace(" / ", "/").replace('/', " OR ") }],
    });
    if let Some(hash) = hashes.get(&purl) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
    }
    component
}

fn purl([name, version, _]: &Crate) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// The hash of each crate that `Cargo.lock` has one for.
fn hashes() -> Result<BTreeMap<String, String>> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let entries = lock.split("[[package]]").filter_map(|entry| {
        let value = |key: &str| {
            let line = entry.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")))?;
            line.strip_suffix('"')
        };
        Some((format!("pkg:cargo/{}@{}", value("name")?, value("version")?), value("checksum")?.to_string()))
    });
    Ok(entries.collect())
}
