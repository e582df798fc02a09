//! What can be said without running a test: formatting, lints, types, licences.

use crate::licences::licences;
use crate::run::{Result, command, run};
use crate::tools::TestTools;
use crate::wasm_target::WASM;

/// Formatting, lints, and that the pure layers need no browser.
pub fn quick() -> Result {
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

/// The same, with the types of the JavaScript interfaces, and the licences, bans and sources of every crate.
pub fn check() -> Result {
    quick()?;
    TestTools::for_types()?;
    println!("tsc on the types of the engine and of the element");
    // Not called tsconfig.json: esbuild reads a file of that name, and builds other bytes for it.
    run(&mut command("node_modules/.bin/tsc", &["--project", "tsconfig.types.json"]))?;
    licences()
}
