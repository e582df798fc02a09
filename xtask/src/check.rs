//! What can be said without running a test: formatting, lints, types, licences.

use crate::licences::licences;
use crate::run::{Result, command, run};
use crate::tools::TestTools;
use crate::wasm_target::WASM;

/// The TypeScript projects: the scripts of pages, the workers, and the types that hosts compile against.
const TYPES: [&str; 3] = ["web/tsconfig.json", "web/tsconfig.worker.json", "tsconfig.types.json"];

/// Formatting, lints and types, and that the pure layers need no browser. It needs the npm packages of the tests.
pub fn quick() -> Result {
    scripts()?;
    for arguments in [
        &["fmt", "--all", "--check"][..],
        &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"],
        &["check", "--quiet", "--no-default-features"],
        &["check", "--quiet", "--no-default-features", "--target", WASM],
    ] {
        println!("cargo {}", arguments.join(" "));
        run(&mut command("cargo", arguments))?;
    }
    Ok(())
}

/// The same, with the licences, bans and sources of every crate.
pub fn check() -> Result {
    TestTools::for_scripts()?;
    quick()?;
    licences()
}

/// Formatting and lints of the scripts (`biome.jsonc`), and their types.
fn scripts() -> Result {
    println!("biome ci --error-on-warnings");
    run(&mut command("node_modules/.bin/biome", &["ci", "--error-on-warnings"]))
        .map_err(|error| format!("{error}\n  npx biome check --write mends what it can"))?;
    for project in TYPES {
        println!("tsc --project {project}");
        run(&mut command("node_modules/.bin/tsc", &["--project", project]))?;
    }
    Ok(())
}
