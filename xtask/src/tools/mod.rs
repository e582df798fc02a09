//! The tools that are not Rust crates of the project, each in one exact version, installed where it is missing. Nothing
//! is installed without a line that says what and why.

mod cargo;
mod find;
mod npm;
mod system;

use std::env;
use std::path::{Path, PathBuf};

pub use cargo::{cargo_install, cargo_installed};
pub use npm::npm_install;
pub use system::Missing;

use crate::run::{Result, command, output, root, run};
use crate::wasm_target::WASM;
use find::find;

const GECKODRIVER: &str = "0.37.1";

/// Installs what a build needs.
pub fn for_build() -> Result {
    wasm_target()?;
    npm::node()?;
    npm::packages(npm::Wanted::Build)
}

/// What the tests need beside what a build needs.
pub struct TestTools {
    /// Folders to look in first.
    paths: Vec<PathBuf>,
    /// The programs that could not be had. The tests that need them cannot run.
    pub missing: Vec<Missing>,
}

impl TestTools {
    /// Installs what the tests need. Fails where nothing could run without it; a browser that cannot be had is reported in
    /// `missing`.
    pub fn install() -> Result<TestTools> {
        let mut tools = TestTools::for_node()?;
        tools.missing = system::install();
        // Debian has no package with the driver of Firefox.
        if env::var_os("GECKODRIVER").is_none() && find("geckodriver").is_none() {
            match cargo_install("geckodriver", GECKODRIVER, "the driver of Firefox") {
                Ok(folder) => tools.paths.push(folder),
                Err(error) => tools.missing.push(Missing::new("geckodriver", "GECKODRIVER", "geckodriver", error)),
            }
        }
        Ok(tools)
    }

    /// Installs what the tests need. Fails where one of these engines could not run, before anything is built for it.
    pub fn for_engines(engines: &[&str]) -> Result<TestTools> {
        let tools = TestTools::install()?;
        let missing: Vec<&str> = tools.missing_in(engines).map(|one| one.advice.as_str()).collect();
        if missing.is_empty() { Ok(tools) } else { Err(missing.join("\n")) }
    }

    /// Installs what the tests in Node need, and no browser.
    pub fn for_node() -> Result<TestTools> {
        for_build()?;
        crates()?;
        npm::packages(npm::Wanted::Tests)?;
        Ok(TestTools { paths: vec![root().join("node_modules/.bin")], missing: Vec::new() })
    }

    /// Installs what the checks of the scripts need, and no browser.
    pub fn for_scripts() -> Result {
        for_build()?;
        npm::packages(npm::Wanted::Tests)
    }

    /// A `PATH` that finds these tools before any other.
    pub fn path(&self) -> String {
        let others = env::var_os("PATH").unwrap_or_default();
        let all = self.paths.iter().cloned().chain(env::split_paths(&others));
        env::join_paths(all).map_or_else(|_| String::new(), |path| path.to_string_lossy().into_owned())
    }

    /// What is missing for the tests in these engines: `chromium`, `firefox` or `webkit`.
    pub fn missing_in(&self, engines: &[&str]) -> impl Iterator<Item = &Missing> {
        self.missing.iter().filter(|one| engines.iter().any(|engine| one.stops(engine)))
    }

    /// Whether the tests in an engine can run.
    pub fn can_run(&self, engine: &str) -> bool {
        self.missing_in(&[engine]).next().is_none()
    }
}

/// The program that runs the tests of components in a browser, in the version of the crate `wasm-bindgen`.
pub fn component_test_runner() -> Result<PathBuf> {
    let version = cargo::locked_version("wasm-bindgen")?;
    let name = "wasm-bindgen-test-runner";
    if let Some(program) = find(name)
        && output(&program.to_string_lossy(), &["--version"]).ends_with(&version)
    {
        return Ok(program);
    }
    let why = "the runner of the component tests";
    Ok(cargo_install("wasm-bindgen-cli", &version, why)?.join(name))
}

/// Every crate of `Cargo.lock`, so that what comes later needs no network, and says at once where there is none.
fn crates() -> Result {
    let fetched = run(&mut command("cargo", &["fetch", "--locked", "--quiet"]));
    fetched.map_err(|error| format!("{error}\nIs crates.io reached from here?"))
}

/// The compiler's target for the browser.
fn wasm_target() -> Result {
    let library = output("rustc", &["--print", "target-libdir", "--target", WASM]);
    if Path::new(&library).exists() {
        return Ok(());
    }
    println!("      installing the compiler's target {WASM}, which compiles the checker for browsers");
    run(&mut command("rustup", &["--quiet", "target", "add", WASM])).map_err(|error| {
        format!("{error}\nThe target {WASM} is needed: install rustup, or the target by your system's way")
    })
}
