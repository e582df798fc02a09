//! Writes the site from wasm that is already compiled, and has the tools for rule packs.
//!
//! It is apart from `xtask`, because its libraries take half a minute to compile and `xtask` has to answer at once. `xtask`
//! installs what is missing, compiles the wasm, and calls this program. It must not install anything.

mod anatomy;
mod assignments;
mod budgets;
mod build;
mod dates;
mod faults;
mod first_screens;
mod hashes;
mod instructions;
mod languages;
mod manifest;
mod npm;
mod package;
mod page;
mod panic_locations;
mod plain;
mod reload;
mod roles;
#[path = "../../xtask/src/run.rs"]
mod run;
mod sbom;
mod site;
mod size;
#[cfg(test)]
mod supply;
#[path = "../../xtask/src/wasm_target.rs"]
mod wasm_target;

use std::path::Path;
use std::process::ExitCode;

use build::Profile;
use run::Result;
use site::Site;

const HELP: &str = "\
builder page SITE WASM release|dev [--reload]   write what the page and the element need
builder around SITE [--reload]                  write it again without its wasm
builder engine SITE WASM release|dev            write what programs need
builder finish SITE                             write the lists of files and crates, and hold the budgets
builder package SITE                            put the npm package together in pkg/
builder styles SITE                             write the style sheet alone
builder anatomy WASM                            print what the page's wasm consists of
builder instructions PROGRAM                    count the engine's instructions under valgrind
builder exceptions                              print the exceptions of deny.toml whose day has come
builder advisories FOLDER                       print how old the newest advisory is, where that is too old
builder roles [help]                            check the packs under roles/; print a role, compare versions";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Result {
    if let [first, options @ ..] = arguments
        && first == "roles"
    {
        return roles::roles(options);
    }
    let words: Vec<&str> = arguments.iter().map(String::as_str).filter(|word| *word != "--reload").collect();
    let reloads = words.len() < arguments.len();
    match words.as_slice() {
        ["page", site, wasm, to] => build::page(&Site::new(site), Path::new(wasm), profile(to)?, reloads),
        ["around", site] => build::around(&Site::new(site), reloads),
        ["engine", site, wasm, to] => build::engine(&Site::new(site), Path::new(wasm), profile(to)?),
        ["finish", site] => build::finish(&Site::new(site)),
        ["package", site] => package::assemble(&Site::new(site)),
        ["styles", site] => build::styles(&Site::new(site)),
        ["anatomy", wasm] => anatomy::table(Path::new(wasm)).map(|table| print!("{table}")),
        ["instructions", program] => instructions::count(Path::new(program)),
        ["exceptions"] => dates::report_exceptions(),
        ["advisories", folder] => dates::report_advisories(Path::new(folder)),
        _ => Err(HELP.to_string()),
    }
}

fn profile(name: &str) -> Result<Profile> {
    match name {
        "release" => Ok(Profile::Release),
        "dev" => Ok(Profile::Dev),
        _ => Err(format!("\"{name}\" is neither release nor dev\n{HELP}")),
    }
}
