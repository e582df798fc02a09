//! Compiles the wasm, the builder and the other programs, by Cargo.

use std::path::{Path, PathBuf};
use std::{env, process};

use crate::run::{Result, command, root, run, shown};
use crate::wasm_target::WASM;

/// How a program is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// For people: small and fast.
    Release,
    /// For whoever works on it: compiled soon.
    Dev,
}

impl Profile {
    /// As the builder calls it.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Release => "release",
            Profile::Dev => "dev",
        }
    }
}

/// Compiles the page's program for the browser, and returns where its wasm is.
pub fn page(profile: Profile) -> Result<PathBuf> {
    wasm("checker", "app", profile, "release")
}

/// Compiles the engine, which is optimised for speed and not for size, and returns where its wasm is.
pub fn engine(profile: Profile) -> Result<PathBuf> {
    wasm("engine", "engine", profile, "engine")
}

fn wasm(name: &str, feature: &str, profile: Profile, release: &str) -> Result<PathBuf> {
    let (profile, folder) = if profile == Profile::Release { (release, release) } else { ("dev", "debug") };
    let mut cargo = cargo(&["build", "--bin", name, "--no-default-features", "--features", feature]);
    run(cargo.args(["--profile", profile, "--target", WASM]).env("CARGO_ENCODED_RUSTFLAGS", flags()))?;
    Ok(target().join(WASM).join(folder).join(format!("{name}.wasm")))
}

/// Compiles the builder.
pub fn builder() -> Result {
    run(&mut cargo(&["build", "--package", "builder"]))
}

/// Runs the builder, which is compiled first where it has to be.
pub fn build(arguments: &[&str]) -> Result {
    run(&mut build_command(arguments))
}

/// Runs a tool for the rule packs, and ends with its exit code: the tool has said what is wrong. What it prints may be
/// written into a file, so the line before it is an error line.
pub fn roles(arguments: &[&str]) -> Result {
    eprintln!("Building the tools for the rule packs (the first time about 150 crates, one or two minutes)");
    let mut tool = build_command(arguments);
    let status = tool.status().map_err(|error| format!("{}: {error}", shown(&tool)))?;
    process::exit(status.code().unwrap_or(1))
}

fn build_command(arguments: &[&str]) -> process::Command {
    let mut cargo = cargo(&["run", "--package", "builder", "--"]);
    cargo.args(arguments);
    cargo
}

/// Compiles the program whose instructions are counted, and returns where it is.
pub fn instructions() -> Result<PathBuf> {
    run(&mut cargo(&["build", "--profile", "engine", "--package", "instructions"]))?;
    Ok(target().join("engine/instructions"))
}

/// Cargo, which prints what is wrong and nothing else.
fn cargo(arguments: &[&str]) -> process::Command {
    let mut cargo = command("cargo", &arguments[..1]);
    cargo.arg("--quiet").args(&arguments[1..]);
    cargo
}

/// The folder of what is compiled.
pub fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from))
}

/// Keeps the folders of this machine out of the messages in the wasm, so that every machine builds the same bytes.
fn flags() -> String {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let crates = cargo.map(|cargo| cargo.join("registry/src"));
    let shortened = crates.into_iter().chain([root()]).map(|folder: PathBuf| remap(&folder));
    shortened.collect::<Vec<_>>().join("\u{1f}")
}

fn remap(folder: &Path) -> String {
    format!("--remap-path-prefix={}=", folder.display())
}
