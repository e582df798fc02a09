//! Programs of crates.io, installed into the user's cache: one folder a version, shared by all clones.

use std::path::PathBuf;
use std::{env, fs};

use super::find::find;
use crate::run::{Result, command, root, run};

/// Installs the programs of a crate in one version, where they are missing, and returns the folder that they are in.
/// `why` says what they are for. They are compiled without optimisation, which is three times as fast: none of them does
/// work that takes long.
pub fn cargo_install(name: &str, version: &str, why: &str) -> Result<PathBuf> {
    if let Some(programs) = cargo_installed(name, version)? {
        return Ok(programs);
    }
    let folder = folder_of(name, version)?;
    let root = folder.to_string_lossy();
    // It fetches a program that is already compiled, where there is one.
    if find("cargo-binstall").is_some() {
        println!("      installing {name} {version}, {why}");
        let binstall = ["binstall", "--no-confirm", "--quiet", "--version", version, "--root", &root, name];
        if run(&mut command("cargo", &binstall)).is_ok() {
            return Ok(folder.join("bin"));
        }
    }
    println!("      compiling {name} {version}, {why}; about a minute on two cores, once");
    let options = ["install", name, "--version", version, "--root", &root, "--debug", "--quiet"];
    let install = |more: &[&str]| run(command("cargo", &options).args(more));
    // The versions of its own lock file are the ones that it was tested with; one of them may have been withdrawn since.
    if let Err(error) = install(&["--locked"]) {
        println!("      {error}; trying again with the newest versions that it allows");
        install(&[]).map_err(|error| format!("{error}\nIs crates.io reached from here?"))?;
    }
    Ok(folder.join("bin"))
}

/// The folder with the programs of a crate, if they were installed in that version.
pub fn cargo_installed(name: &str, version: &str) -> Result<Option<PathBuf>> {
    let folder = folder_of(name, version)?;
    // Cargo writes this file last, so a broken install is none.
    Ok(folder.join(".crates.toml").exists().then(|| folder.join("bin")))
}

fn folder_of(name: &str, version: &str) -> Result<PathBuf> {
    let base =
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cache")));
    let base = base.ok_or("no home folder to keep tools in; set XDG_CACHE_HOME")?;
    Ok(base.join(format!("entry-checker/tools/{name}-{version}")))
}

/// The version of a crate in `Cargo.lock`.
pub fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_string).ok_or_else(|| format!("Cargo.lock names no version of {name}"))
}
