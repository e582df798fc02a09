//! Holds the crates of the project to `deny.toml`.

use std::process::Command;

use crate::run::{Result, command, run};
use crate::tools::cargo_install;

const DENY: &str = "0.20.2";

/// Licences, bans and sources, by `deny.toml`.
pub fn licences() -> Result {
    run(deny()?.args(["licenses", "bans", "sources"]))
}

/// cargo-deny, which asks no network.
pub fn deny() -> Result<Command> {
    let tool = cargo_install("cargo-deny", DENY, "which reads deny.toml")?.join("cargo-deny");
    Ok(command(&tool.to_string_lossy(), &["--offline", "check"]))
}
