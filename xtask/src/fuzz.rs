//! Runs the fuzzer at the doors of the engine.

use std::fs;

use crate::run::{Result, command, root, run};
use crate::tools::{cargo_install, cargo_installed};

const FUZZ: &str = "0.13.2";
/// The doors of `tests/native/doors.rs`.
const DOORS: [&str; 6] = ["link", "profile", "pack", "saved", "search", "address"];

/// Each door for so many seconds, on the compiler at hand. A pack is kept for good, so its door needs memory.
pub fn fuzz(seconds: u32) -> Result {
    let tool = cargo_install("cargo-fuzz", FUZZ, "the fuzzer")?.join("cargo-fuzz");
    let time = format!("-max_total_time={seconds}");
    for door in DOORS {
        println!("-- {door}");
        // What is found goes into target/, the kept texts are only read.
        let found = root().join("target/fuzz-found").join(door);
        fs::create_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
        let (found, kept) = (found.to_string_lossy(), format!("fuzz/corpus/{door}"));
        let options = ["fuzz", "run", "-s", "none", door, &found, &kept, "--", &time, "-rss_limit_mb=8192"];
        run(&mut command(&tool.to_string_lossy(), &options))?;
    }
    Ok(())
}

/// A minute at each door, where the fuzzer was installed for a long run; it is not fetched for that.
pub fn fuzz_where_at_hand() -> Result {
    match cargo_installed("cargo-fuzz", FUZZ)? {
        Some(_) => fuzz(60),
        None => {
            println!("cargo-fuzz is not at hand: the kept texts alone were tried, by the native tests");
            Ok(())
        }
    }
}
