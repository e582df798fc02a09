//! The tools that are not Rust crates of the project, each in one exact version, installed where it is missing.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::build::WASM;
use crate::run::{Result, command, output, root, run};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
/// A smaller effort of the compiler makes the install of a tool several times faster.
const QUICK: [(&str, &str); 2] = [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];
const NODE: u32 = 20;

/// Where the tools are, once they are there.
pub struct Tools {
    /// Folders to look in first.
    paths: Vec<PathBuf>,
}

impl Tools {
    /// What a build needs.
    pub fn for_build() -> Result<Tools> {
        target()?;
        npm()?;
        let trunk =
            cargo_install("trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"], &QUICK)?;
        let bindgen = cargo_install("wasm-bindgen-cli", &locked_version("wasm-bindgen")?, &[], &[])?;
        Ok(Tools { paths: vec![trunk, bindgen, root().join("node_modules/.bin")] })
    }

    /// What the browser tests need beside it.
    pub fn for_test() -> Result<Tools> {
        let mut tools = Tools::for_build()?;
        browsers()?;
        if env::var_os("GECKODRIVER").is_none() {
            // The driver of Firefox is in no package of Debian.
            tools.paths.push(cargo_install("geckodriver", GECKODRIVER, &["--locked"], &QUICK)?);
        }
        Ok(tools)
    }

    /// A `PATH` that finds these tools before any other.
    pub fn path(&self) -> String {
        let others = env::var_os("PATH").unwrap_or_default();
        let all = self.paths.iter().cloned().chain(env::split_paths(&others));
        env::join_paths(all).map_or_else(|_| String::new(), |path| path.to_string_lossy().into_owned())
    }

    /// The program of that name among the installed tools.
    pub fn find(&self, program: &str) -> Result<PathBuf> {
        let found = self.paths.iter().map(|path| path.join(program)).find(|path| path.exists());
        found.ok_or_else(|| {
            format!("{program} is missing although it was installed; remove the tools folder and try again")
        })
    }
}

/// The compiler's target for the browser.
fn target() -> Result {
    let library = output("rustc", &["--print", "target-libdir", "--target", WASM]);
    if Path::new(&library).exists() {
        return Ok(());
    }
    println!("Installing the {WASM} target");
    run(&mut command("rustup", &["target", "add", WASM])).map_err(|error| {
        format!("{error}\nThe {WASM} target is needed: install rustup, or the target by your system's way")
    })
}

/// Where a crate's programs are installed: in the user's cache, one folder a version, shared by all clones.
fn cache() -> Result<PathBuf> {
    let base =
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cache")));
    base.map(|base| base.join("entry-checker/tools"))
        .ok_or_else(|| "no home folder to keep tools in; set XDG_CACHE_HOME".into())
}

/// Installs the programs of a crate in one version, where they are missing; gives back where they are.
pub fn cargo_install(name: &str, version: &str, options: &[&str], environment: &[(&str, &str)]) -> Result<PathBuf> {
    if let Some(programs) = cargo_installed(name, version)? {
        return Ok(programs);
    }
    println!("Installing {name} {version}; this takes some minutes, once");
    let folder = folder_of(name, version)?;
    let root = folder.to_string_lossy();
    let mut install = command("cargo", &["install", name, "--version", version, "--root", &root]);
    install.args(options).envs(environment.iter().copied());
    run(&mut install)?;
    Ok(folder.join("bin"))
}

/// Where the programs of a crate are, if they were installed in that version.
pub fn cargo_installed(name: &str, version: &str) -> Result<Option<PathBuf>> {
    let folder = folder_of(name, version)?;
    // Cargo writes this file last, so a broken install is none.
    Ok(folder.join(".crates.toml").exists().then(|| folder.join("bin")))
}

fn folder_of(name: &str, version: &str) -> Result<PathBuf> {
    Ok(cache()?.join(format!("{name}-{version}")))
}

/// The version of a crate in `Cargo.lock`.
fn locked_version(name: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_string).ok_or_else(|| format!("Cargo.lock names no version of {name}"))
}

/// The packages of `package-lock.json`: wasm-opt, and what the browser tests need.
fn npm() -> Result {
    let version = output("node", &["--version"]);
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!(
            "Node.js {NODE} or newer is needed for wasm-opt and the browser tests; found \"{version}\""
        ));
    }
    npm_in(".", "ci")
}

/// The packages of the lock file in a folder, by `npm ci`; by `npm install` where some are for other systems alone, of which
/// the one asks for what the registry may not have.
pub fn npm_in(folder: &str, by: &str) -> Result {
    let folder = root().join(folder);
    // npm writes its own lock file here when it is done.
    let (wanted, installed) = (folder.join("package-lock.json"), folder.join("node_modules/.package-lock.json"));
    let age = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    if age(&installed).is_some_and(|installed| age(&wanted).is_some_and(|wanted| wanted <= installed)) {
        return Ok(());
    }
    println!("Installing the packages of {}", wanted.display());
    run(command("npm", &[by, "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder))
}

/// A program of the browser tests: its name, the variable that names another place, and its package.
struct Needed(&'static str, &'static str, &'static str);

const NEEDED: [Needed; 7] = [
    Needed("chromium", "CHROMIUM", "chromium"),
    Needed("chromedriver", "CHROMEDRIVER", "chromium-driver"),
    Needed("firefox-esr", "FIREFOX", "firefox-esr"),
    Needed("WebKitWebDriver", "WEBKIT_DRIVER", "webkit2gtk-driver"),
    Needed("Xvfb", "XVFB", "xvfb"),
    // It counts instructions.
    Needed("valgrind", "VALGRIND", "valgrind"),
    // The Nu HTML checker runs on it.
    Needed("java", "JAVA", "default-jre-headless"),
];
/// Without it a page in a fresh container has no letters.
const FONTS: (&str, &str) = ("/usr/share/fonts/truetype/liberation", "fonts-liberation");

/// The browsers, their drivers, a display and letters for them, and Java, by the system's packages.
fn browsers() -> Result {
    let missing: Vec<&Needed> = NEEDED
        .iter()
        .filter(|Needed(program, variable, _)| env::var_os(variable).is_none() && !on_path(program))
        .collect();
    let apt = on_path("apt-get");
    let mut packages: Vec<&str> = missing.iter().map(|needed| needed.2).collect();
    // Where the system has other packages, it may keep its letters anywhere.
    if apt && !Path::new(FONTS.0).exists() {
        packages.push(FONTS.1);
    }
    if packages.is_empty() {
        return Ok(());
    }
    let mends: String = missing
        .iter()
        .map(|Needed(program, variable, package)| {
            format!("\n{program} is missing: install {package}, or set {variable} to where it is")
        })
        .collect();
    if !apt {
        return Err(format!("The tests run in Chromium, Firefox and WebKit, and check the HTML.{mends}"));
    }
    println!("Installing {}", packages.join(", "));
    let run = |arguments: &[&str]| run(command("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive"));
    let install = [&["install", "-y", "-qq", "--no-install-recommends"], packages.as_slice()].concat();
    run(&["update", "-qq"]).and_then(|()| run(&install)).map_err(|error| format!("{error}{mends}"))
}

fn on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
