//! The browser tests again and again, with a second load beside them if asked.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::progress::seconds;
use crate::run::{Result, command, root};
use crate::test;
use crate::wasm_target::WASM;

const USAGE: &str = "repeat takes a number first: cargo xtask soak repeat 10 device";

/// The browser tests again and again. Fails where one was red once, and lists every one that was. An option that is wrong
/// comes with the help.
pub fn repeat(options: &[String], help: &str) -> Result {
    let (load, options): (Vec<&String>, Vec<&String>) = options.iter().partition(|option| *option == "--load");
    let (number, rest) = options.split_first().ok_or_else(|| format!("{USAGE}\n\n{help}"))?;
    let number: u32 = number.parse().map_err(|_| format!("{USAGE}, not \"{number}\"\n\n{help}"))?;
    let arguments: Vec<String> =
        std::iter::once("browser".to_string()).chain(rest.iter().map(ToString::to_string)).collect();
    let part = test::Part::read(&arguments).map_err(|error| format!("{error}\n\n{help}"))?;
    part.check_names()?;
    let ends = AtomicBool::new(false);
    let red = thread::scope(|scope| {
        if !load.is_empty() {
            scope.spawn(|| load_until(&ends));
        }
        let mut red = Vec::new();
        for turn in 1..=number {
            println!("\n== Turn {turn} of {number}");
            let started = Instant::now();
            if let Err(error) = test::test(&part) {
                red.push(format!("turn {turn}: {error}"));
            }
            println!(
                "Turn {turn} took {}; {} of {turn} were green",
                seconds(started.elapsed()),
                turn as usize - red.len()
            );
        }
        ends.store(true, Ordering::Relaxed);
        red
    });
    if red.is_empty() { Ok(()) } else { Err(format!("not always green:\n{}", red.join("\n"))) }
}

/// A second load: the page's program, compiled as for a release again and again in a folder of its own.
fn load_until(ends: &AtomicBool) {
    while !ends.load(Ordering::Relaxed) {
        let folder = root().join("target/load");
        let _ = fs::remove_dir_all(folder.join(WASM));
        let options = [
            "build",
            "--quiet",
            "--release",
            "--bin",
            "checker",
            "--no-default-features",
            "--features",
            "app",
            "--target",
            WASM,
        ];
        let mut cargo = command("cargo", &options);
        let Ok(mut child) = cargo.env("CARGO_TARGET_DIR", &folder).spawn() else { return };
        while matches!(child.try_wait(), Ok(None)) {
            if ends.load(Ordering::Relaxed) {
                let _ = child.kill();
            }
            thread::sleep(Duration::from_millis(200));
        }
    }
}
