//! The programs of `node_modules/`, which `cargo xtask` installs before it calls the builder.

use std::process::Command;

use crate::run::{Result, command, root, run};

/// A program of an npm package.
pub fn tool(name: &str) -> Command {
    command(&root().join("node_modules/.bin").join(name).to_string_lossy(), &[])
}

/// Runs esbuild, which says nothing unless something is wrong. The settings of TypeScript beside a script are for its check
/// alone: esbuild would build other bytes for them.
pub fn esbuild(arguments: &[&str]) -> Result {
    run(tool("esbuild").args(arguments).args(["--tsconfig-raw={}", "--log-level=warning"]))
}
