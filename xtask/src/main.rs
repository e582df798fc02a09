//! The project's own commands. Each installs what is missing, then does its work.
//!
//! This crate has to compile within seconds and know nothing of the product: what needs heavy libraries or the rules is in
//! `builder`.

mod bench;
mod check;
mod compile;
mod fuzz;
mod jobs;
mod licences;
#[path = "../../src/near.rs"]
mod near;
mod progress;
mod run;
mod serve;
mod site;
mod soak;
mod test;
mod tools;
mod wasm_target;
mod watch;

use std::process::ExitCode;

use compile::Profile;
use near::{did_you_mean, echo};
use run::Result;

const HELP: &str = "\
To use it
  cargo xtask serve [--port N] [--no-open] [--no-build]   build the checker, open it on a local port, follow changes
  cargo xtask test                                        run every test
To work on it
  cargo xtask dev [--port N] [--no-open]                  as serve, but compiled in seconds and not made small
  cargo xtask check                                       format, lints and types of Rust and scripts; licences
  cargo xtask test native [ARGUMENTS OF cargo test]       the tests of rules, content, copy and markup
  cargo xtask test node [FILE...]                         the built module and the package in Node
  cargo xtask test browser [FILE...] [--engine NAME]      in chromium, firefox, webkit or all three
  cargo xtask roles [help]                                check the packs under roles/; print a role, compare versions
  cargo xtask shots | fixtures                            pictures of every view; the page of all components
To publish it
  cargo xtask build                                       dist/, ready for any static host
  cargo xtask pages                                       its plain pages, scripts and styles again; compiles nothing
  cargo xtask package [--no-build]                        the npm package, in pkg/
To prove it
  cargo xtask bench | speed                               measurements, into docs/performance.md; changes of view
  cargo xtask soak [STEP...] [OPTIONS]                    long runs; `cargo xtask soak help` lists them";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match perform(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn perform(arguments: &[String]) -> Result {
    let (command, options) = arguments.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    if options.iter().any(|option| ["--help", "-h"].contains(&option.as_str())) && command != "roles" {
        println!("{HELP}");
        return Ok(());
    }
    match (command, options) {
        ("serve", options) => {
            helped(serve::Options::read(Profile::Release, options)).and_then(|options| serve::serve(&options))
        }
        ("dev", options) => {
            helped(serve::Options::read(Profile::Dev, options)).and_then(|options| serve::serve(&options))
        }
        ("test", options) => helped(test::Part::read(options)).and_then(|part| test::test(&part)),
        ("check", []) => check::check(),
        ("build", []) => site::build(),
        ("pages", []) => site::pages(),
        ("package", []) => site::build().and_then(|()| site::package()),
        ("package", [option]) if option == "--no-build" => site::package(),
        ("roles", options) => compile::roles(&strings("roles", options)),
        ("shots", []) => bench::shots(),
        ("fixtures", []) => tools::for_build().and_then(|()| test::fixtures()),
        ("bench", []) => bench::bench(),
        ("speed", []) => bench::speed(),
        ("soak", options) => soak::soak(options),
        ("trunk-hook", []) => site::trunk_hook(),
        ("" | "help" | "--help" | "-h", _) => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown: cargo xtask {}{}\n\n{HELP}", echo(&arguments.join(" ")), suggestion(command))),
    }
}

/// `; did you mean "test"?` where a command is misspelt. The commands are those of the help.
fn suggestion(command: &str) -> String {
    let lines = HELP.lines().filter_map(|line| line.strip_prefix("  cargo xtask ")?.split("   ").next());
    let known: Vec<&str> = lines.flat_map(|line| line.split(" | ")).filter_map(|one| one.split(' ').next()).collect();
    if known.contains(&command) { String::new() } else { did_you_mean(command, &known) }
}

/// A mistake in an option comes with the help.
fn helped<T>(read: Result<T>) -> Result<T> {
    read.map_err(|error| format!("{error}\n\n{HELP}"))
}

fn strings<'a>(first: &'a str, rest: &'a [String]) -> Vec<&'a str> {
    std::iter::once(first).chain(rest.iter().map(String::as_str)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_command_comes_with_the_one_that_was_meant() {
        for (wrong, meant) in [("tset", "test"), ("pckage", "package"), ("fixture", "fixtures"), ("sped", "speed")] {
            assert_eq!(suggestion(wrong), format!("; did you mean \"{meant}\"?"));
        }
        // A command that is known was given a wrong option.
        assert_eq!([suggestion("check"), suggestion("publish"), suggestion("")], ["", "", ""]);
    }
}
