//! The project's own commands. Each installs what is missing, then does its work.

mod anatomy;
mod budgets;
mod build;
mod dates;
mod faults;
mod hashes;
mod instructions;
mod languages;
mod manifest;
mod names;
mod package;
mod page;
mod plain;
mod roles;
mod run;
mod sbom;
mod serve;
mod size;
mod soak;
mod split;
#[cfg(test)]
mod supply;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--no-open] [--no-build]   build the checker and open it on a local port
cargo xtask build                                       build dist/, ready for any static host
cargo xtask package [--no-build]                        build, and put the npm package together in pkg/
cargo xtask pages                                       write its plain pages, scripts and looks again; compile nothing
cargo xtask test                                        run every test
cargo xtask shots                                       take a picture of every view, into target/shots/
cargo xtask fixtures                                    draw every component in each state, into target/fixtures/
cargo xtask speed                                       time the page on a slow phone, as a table
cargo xtask roles [help]                                check the packs under roles/; print a role, compare versions
cargo xtask bench                                       run the benchmarks
cargo xtask soak [STEP...] [--seconds N]                the long runs: people, walks, fuzz, advisories, twice, mutants";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, options) = arguments.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let done = match command {
        "serve" => serve::Options::read(options).and_then(|options| serve::serve(&options)),
        "build" => build::build(),
        "package" => package::package(options),
        "pages" => build::pages(),
        "test" => test::test(),
        "shots" => test::shots(),
        "fixtures" => test::fixtures_alone(),
        "speed" => test::speed(),
        "roles" => roles::roles(options),
        "bench" => test::bench(),
        "soak" => soak::soak(options),
        _ => Err(HELP.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
