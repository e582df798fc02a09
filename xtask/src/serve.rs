//! A small static server for `dist/`, with the headers that a careful host would send.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Request, Response, Server};

use crate::build::build;
use crate::run::{Result, command, root};

/// The page, for the policy in it: a header says the same, and `frame-ancestors`, which only counts there.
const PAGE: &str = include_str!("../../index.html");

fn policy() -> String {
    let meta = PAGE.split_once("\"Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    format!("{}; frame-ancestors 'self'", meta.map_or("default-src 'none'", |(policy, _)| policy))
}

/// How to serve.
pub struct Options {
    port: u16,
    open: bool,
    build: bool,
}

impl Options {
    /// Reads the command's options.
    pub fn read(arguments: &[String]) -> Result<Options> {
        let mut options = Options { port: 8080, open: true, build: true };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--no-open" => options.open = false,
                "--no-build" => options.build = false,
                "--port" => {
                    let port = arguments.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or("--port takes a number from 0 to 65535")?;
                }
                other => return Err(format!("unknown option {other}; serve takes --port N, --no-open and --no-build")),
            }
        }
        Ok(options)
    }
}

/// Serves until it is stopped.
pub fn serve(options: &Options) -> Result {
    if options.build {
        build()?;
    }
    let dist = root().join("dist");
    let server = listen(options.port)?;
    let address = server.server_addr();
    println!("The checker is at http://{address}/ (stop it with Ctrl+C)");
    if options.open {
        open(&format!("http://{address}/"));
    }
    for request in server.incoming_requests() {
        // A browser that hung up does not stop the server.
        let _ = answer(&dist, request);
    }
    Ok(())
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
        if command(program, &[address]).spawn().is_ok() {
            return;
        }
    }
}

fn answer(dist: &Path, request: Request) -> std::io::Result<()> {
    let file = path(dist, request.url()).and_then(|path| Some((mime(&path), File::open(path).ok()?)));
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
fn path(dist: &Path, url: &str) -> Option<PathBuf> {
    let name = url.split(['?', '#']).next()?.trim_start_matches('/');
    let index = if name.is_empty() || name.ends_with('/') { "index.html" } else { "" };
    let name = format!("{name}{index}");
    let inside = Path::new(&name).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| dist.join(name))
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
