//! Builds the site, serves it on a local port, builds it again after each change, and has open pages load anew.
//!
//! The server sends the headers that a careful host would send.

use std::fs::File;
use std::path::{Component, Path, PathBuf};
use std::thread;

use tiny_http::{Header, Request, Response, Server};

use crate::compile::{self, Profile};
use crate::progress::Progress;
use crate::run::{Result, command, root};
use crate::site;
use crate::watch::Watch;

/// The page, for the policy in it: a header says the same, and `frame-ancestors`, which only counts there.
const PAGE: &str = include_str!("../../web/page/index.html");
/// What is served, and where the next one is written.
const SITE: &str = "target/served/site";
const NEXT: &str = "target/served/next";

fn policy() -> String {
    let meta = PAGE.split_once("\"Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    format!("{}; frame-ancestors 'self'", meta.map_or("default-src 'none'", |(policy, _)| policy))
}

/// How to serve.
#[derive(Debug, PartialEq)]
pub struct Options {
    port: u16,
    open: bool,
    build: bool,
    profile: Profile,
}

impl Options {
    /// Reads the options of `serve` or `dev`. Fails at one that is unknown.
    pub fn read(profile: Profile, arguments: &[String]) -> Result<Options> {
        let mut options = Options { port: 8080, open: true, build: true, profile };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--no-open" => options.open = false,
                "--no-build" if profile == Profile::Release => options.build = false,
                "--port" => {
                    let port = arguments.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or("--port takes a number from 0 to 65535")?;
                }
                other => return Err(format!("unknown option {other}")),
            }
        }
        Ok(options)
    }
}

/// Serves until it is stopped.
pub fn serve(options: &Options) -> Result {
    if !options.build {
        let page = root().join(site::DIST).join("index.html");
        if !page.exists() {
            return Err("dist/ holds no page yet: run it without --no-build, or `cargo xtask build` first".into());
        }
        let server = listen(options.port)?;
        announce(&server, options);
        answer_all(&server, &root().join(site::DIST));
        return Ok(());
    }
    let server = listen(options.port)?;
    let mut progress = Progress::new(4);
    site::tools_for_build(&mut progress)?;
    let watch = Watch::new();
    let wasm = site::compile_page(options.profile, &mut progress)?;
    let slow = if options.profile == Profile::Release { "wasm-opt works on it for some seconds" } else { "" };
    progress.step("Writing the page", slow, || write_page(&wasm, options.profile))?;
    thread::scope(|scope| {
        scope.spawn(|| answer_all(&server, &root().join(SITE)));
        println!("The page is there after {}.", progress.elapsed());
        announce(&server, options);
        let engine = watch.nothing_newer().and_then(|()| {
            progress.step("The engine for programs, engine.js", "the page needs nothing of it", || {
                write_engine(options.profile)
            })
        });
        if let Err(error) = engine {
            println!("{error}");
        }
        println!(
            "Watching for changes of Rust, scripts, styles, roles and sentences. Open pages load anew by themselves."
        );
        rebuild_forever(watch, options.profile)
    })
}

/// Builds again after each change; a newer change that is seen between two steps begins it anew. What is wrong is printed,
/// and the last build that succeeded stays.
fn rebuild_forever(mut watch: Watch, profile: Profile) -> ! {
    loop {
        let changed = watch.wait();
        println!("{changed} has changed: building again");
        let mut progress = Progress::new(3);
        let built = site::compile_page(profile, &mut progress).and_then(|wasm| {
            watch.nothing_newer()?;
            progress.step("Writing the page", "", || write_page(&wasm, profile))?;
            watch.nothing_newer()?;
            progress.step("The engine", "", || write_engine(profile))
        });
        match built {
            Err(error) if watch.nothing_newer().is_err() => println!("{error}"),
            Ok(()) => println!("Built in {}.", progress.elapsed()),
            Err(error) => println!("{error}\nThe page stays as it was. Mend this, and it is built again."),
        }
    }
}

fn write_page(wasm: &str, profile: Profile) -> Result {
    site::clear(&root().join(NEXT))?;
    compile::build(&["page", NEXT, wasm, profile.name(), "--reload"])?;
    site::replace(NEXT, SITE)
}

fn write_engine(profile: Profile) -> Result {
    let wasm = compile::engine(profile)?;
    compile::build(&["engine", SITE, &wasm.to_string_lossy(), profile.name()])
}

fn announce(server: &Server, options: &Options) {
    let address = format!("http://{}/", server.server_addr());
    println!("The checker is at {address} (stop it with Ctrl+C)");
    if options.open {
        open(&address);
    }
}

/// The first free port from the wanted one on.
fn listen(port: u16) -> Result<Server> {
    let mut tries = (port..=port.saturating_add(20)).map(|port| Server::http(("127.0.0.1", port)));
    let server = tries.find_map(std::result::Result::ok);
    server.ok_or_else(|| format!("no free port from {port} on; choose another with --port"))
}

/// Opens a browser where there is one to open.
fn open(address: &str) {
    for program in ["xdg-open", "open", "explorer"] {
        if command(program, &[address]).stderr(std::process::Stdio::null()).spawn().is_ok() {
            return;
        }
    }
}

fn answer_all(server: &Server, folder: &Path) {
    for request in server.incoming_requests() {
        // A browser that hung up does not stop the server.
        let _ = answer(folder, request);
    }
}

fn answer(folder: &Path, request: Request) -> std::io::Result<()> {
    let file = path(folder, request.url()).and_then(|path| Some((mime(&path), File::open(path).ok()?)));
    match file {
        Some((mime, file)) => {
            let policy = policy();
            let headers = [
                ("Content-Type", mime),
                ("Content-Security-Policy", &policy),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
                ("Cache-Control", "no-cache"),
            ];
            let response = Response::from_file(file);
            request.respond(
                headers.iter().filter_map(|(name, value)| header(name, value)).fold(response, Response::with_header),
            )
        }
        None => request.respond(Response::from_string("Not found").with_status_code(404)),
    }
}

fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

/// The file that an address names, never one outside the folder.
fn path(folder: &Path, url: &str) -> Option<PathBuf> {
    let name = url.split(['?', '#']).next()?.trim_start_matches('/');
    let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
    let name = format!("{name}{index}");
    let inside = Path::new(&name).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| folder.join(name))
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options> {
        Options::read(Profile::Release, &arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn unknown_options_and_ports_are_refused() {
        assert_eq!(
            read(&["--port", "9000", "--no-open"]),
            Ok(Options { port: 9000, open: false, build: true, profile: Profile::Release })
        );
        assert!(read(&["--prot", "9000"]).is_err_and(|error| error.contains("--prot")));
        assert!(read(&["--port", "90000"]).is_err() && read(&["--port"]).is_err());
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let folder = Path::new("site");
        assert_eq!(path(folder, "/?x#y"), Some("site/index.html".into()));
        assert_eq!(path(folder, "/rules/"), Some("site/rules/index.html".into()));
        for out in ["/../Cargo.toml", "//etc/passwd/..", "/a/../../b", "/./x/../.."] {
            assert_eq!(path(folder, out), None, "{out}");
        }
    }
}
