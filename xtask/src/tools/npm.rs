//! The packages of `package-lock.json`: those of the build (`dependencies`), and those of the tests beside them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::run::{Result, command, output, root, run};

/// The oldest major version of Node.js that does.
const NODE: u32 = 20;

/// Which packages are wanted.
#[derive(Clone, Copy, PartialEq)]
pub enum Wanted {
    /// esbuild and wasm-opt alone.
    Build,
    /// Those and the ones of the tests.
    Tests,
}

/// Fails where Node.js is missing or too old.
pub fn node() -> Result {
    let version = output("node", &["--version"]);
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        Some(_) => {
            Err(format!("Node.js {NODE} or newer is needed, for esbuild, wasm-opt and the tests; this is {version}"))
        }
        None => {
            Err(format!("Node.js is missing: install version {NODE} or newer, for esbuild, wasm-opt and the tests"))
        }
    }
}

/// Installs the packages that are wanted, where one is missing or of another version.
pub fn packages(wanted: Wanted) -> Result {
    let listed = |file: &str| fs::read_to_string(root().join(file)).map(|text| entries(&text));
    let lock = listed("package-lock.json").map_err(|error| format!("package-lock.json: {error}"))?;
    // npm writes this list of what it has installed.
    let installed = listed("node_modules/.package-lock.json").unwrap_or_default();
    let needed = lock.iter().filter(|(_, package)| !package.optional && (wanted == Wanted::Tests || !package.dev));
    if needed.clone().all(|(name, package)| installed.get(name).is_some_and(|one| one.version == package.version)) {
        return Ok(());
    }
    let (what, more): (_, &[&str]) = match wanted {
        Wanted::Build => ("esbuild and wasm-opt, which make scripts and wasm small", &["--omit=dev"]),
        Wanted::Tests => (
            "the npm packages of the tests: Biome, TypeScript, drivers of browsers, axe, Lighthouse, hosts to embed in",
            &[],
        ),
    };
    println!("      installing {what}");
    npm(".", &[&["ci"], more].concat())
}

/// Installs the packages of a folder that has a `package.json` of its own. By `npm install`, since `npm ci` asks the
/// registry for packages of other systems too, which it may not have.
pub fn npm_install(folder: &str) -> Result {
    let of = |file: &str| fs::metadata(root().join(folder).join(file)).and_then(|data| data.modified()).ok();
    if of("node_modules/.package-lock.json").is_some_and(|is| of("package-lock.json").is_some_and(|lock| lock <= is)) {
        return Ok(());
    }
    println!("      installing the npm packages of {folder}");
    npm(folder, &["install"])
}

fn npm(folder: &str, arguments: &[&str]) -> Result {
    let mut npm = command("npm", arguments);
    npm.args(["--no-audit", "--no-fund", "--loglevel=error"]).current_dir(root().join(Path::new(folder)));
    run(&mut npm).map_err(|error| format!("{error}\nIs the npm registry reached from here?"))
}

/// A package of a lock file.
#[derive(Clone, Debug, Default, PartialEq)]
struct Package {
    version: String,
    dev: bool,
    optional: bool,
}

/// The packages of a lock file, as npm writes it: one key a line, and the packages two levels deep.
fn entries(lock: &str) -> BTreeMap<String, Package> {
    let mut packages = BTreeMap::new();
    let mut name: Option<&str> = None;
    let mut package = Package::default();
    for line in lock.lines() {
        if let Some(key) = line.strip_prefix("    \"").and_then(|rest| rest.strip_suffix("\": {")) {
            (name, package) = (key.starts_with("node_modules/").then_some(key), Package::default());
        } else if line.trim_end_matches(',') == "    }" {
            if let Some(name) = name.take() {
                packages.insert(name.to_string(), std::mem::take(&mut package));
            }
        } else if let Some(version) = line.strip_prefix("      \"version\": \"") {
            package.version = version.trim_end_matches(['"', ',']).to_string();
        } else if line.starts_with("      \"dev\": true") || line.starts_with("      \"devOptional\": true") {
            package.dev = true;
        } else if line.starts_with("      \"optional\": true") {
            package.optional = true;
        }
    }
    packages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_is_read_as_npm_writes_it() {
        let lock = fs::read_to_string(root().join("package-lock.json")).unwrap_or_default();
        let all = entries(&lock);
        let of_the_build = |name: &str| all.get(&format!("node_modules/{name}")).is_some_and(|one| !one.dev);
        assert!(of_the_build("esbuild") && of_the_build("binaryen"));
        assert!(!of_the_build("lighthouse") && !of_the_build("vite"));
        assert!(all.len() > 100 && all.values().all(|one| !one.version.is_empty()), "{} packages", all.len());
        assert!(all.get("node_modules/@esbuild/win32-x64").is_some_and(|one| one.optional));
    }
}
