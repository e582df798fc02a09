//! What can be said without running a test: formatting, lints, types, licences.

use crate::compile::WASM;
use crate::run::{Result, command, run};
use crate::soak;
use crate::tools::TestTools;

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
    let types = [
        "--noEmit",
        "--strict",
        "--target",
        "es2022",
        "--lib",
        "es2022,dom",
        "npm/entry-checker.d.ts",
        "src/embed/engine.d.ts",
    ];
    run(&mut command("node_modules/.bin/tsc", &types))?;
    soak::licences()
}
