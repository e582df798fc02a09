//! The browsers, their drivers, a display and fonts for them, Java and valgrind, by the system's packages.

use std::env;
use std::path::Path;

use super::find::find;
use crate::run::{Result, command, run};

/// A program that could not be had.
#[derive(Debug)]
pub struct Missing {
    /// The program.
    pub program: &'static str,
    /// What to do about it.
    pub advice: String,
}

impl Missing {
    /// A program that is missing, the variable that may name another place, its package, and why it could not be installed.
    pub fn new(program: &'static str, variable: &str, package: &str, why: String) -> Missing {
        let advice = format!("{program} is missing: install {package}, or set {variable} to where it is\n  {why}");
        Missing { program, advice }
    }

    /// Whether tests in an engine cannot run without it.
    pub fn stops(&self, engine: &str) -> bool {
        match engine {
            "chromium" => matches!(self.program, "chromium" | "chromedriver"),
            "firefox" => matches!(self.program, "firefox-esr" | "geckodriver"),
            "webkit" => matches!(self.program, "WebKitWebDriver" | "MiniBrowser" | "Xvfb"),
            other => self.program == other,
        }
    }
}

/// A program of the tests: its name, the variable that names another place, its package, and what it is for.
struct Needed(&'static str, &'static str, &'static str, &'static str);

const NEEDED: [Needed; 7] = [
    Needed("chromium", "CHROMIUM", "chromium", "a browser to test in"),
    Needed("chromedriver", "CHROMEDRIVER", "chromium-driver", "its driver"),
    Needed("firefox-esr", "FIREFOX", "firefox-esr", "a browser to test in"),
    Needed("WebKitWebDriver", "WEBKIT_DRIVER", "webkit2gtk-driver", "WebKit and its driver"),
    Needed("Xvfb", "XVFB", "xvfb", "the display that WebKit needs"),
    Needed("valgrind", "VALGRIND", "valgrind", "it counts instructions"),
    Needed("java", "JAVA", "default-jre-headless", "the Nu HTML checker runs on it"),
];
/// Programs of no package of their own that a variable may name too.
const ALSO_NAMED: [(&str, &str); 2] = [("geckodriver", "GECKODRIVER"), ("MiniBrowser", "WEBKIT_BROWSER")];
/// Without it a page in a fresh container has no letters.
const FONTS: (&str, &str) = ("/usr/share/fonts/truetype/liberation", "fonts-liberation");

/// Installs the programs that are missing, where the system has `apt-get`. Returns those that could not be had.
pub fn install() -> Vec<Missing> {
    let missing = || NEEDED.iter().filter(|needed| env::var_os(needed.1).is_none() && find(needed.0).is_none());
    let named = NEEDED.iter().map(|needed| (needed.0, needed.1)).chain(ALSO_NAMED);
    let misplaced: Vec<Missing> = named.filter_map(|(program, variable)| misplaced(program, variable)).collect();
    let apt = find("apt-get").is_some();
    let mut packages: Vec<(&str, &str)> = missing().map(|needed| (needed.2, needed.3)).collect();
    // Where the system has other packages, it may keep its fonts anywhere.
    if apt && !Path::new(FONTS.0).exists() {
        packages.push((FONTS.1, "letters to show"));
    }
    let why = match (packages.is_empty(), apt) {
        (true, _) => return misplaced,
        (_, true) => apt_install(&packages).err().unwrap_or_default(),
        (_, false) => "This system has no apt-get, so nothing was installed for you.".to_string(),
    };
    let others = missing().map(|needed| Missing::new(needed.0, needed.1, needed.2, why.clone()));
    misplaced.into_iter().chain(others).collect()
}

/// A program whose variable names a place where no program is.
fn misplaced(program: &'static str, variable: &str) -> Option<Missing> {
    let place = env::var(variable).ok().filter(|place| find(place).is_none())?;
    let advice = format!("{variable} is set to {place}, where no program is: correct it, or unset it");
    Some(Missing { program, advice })
}

fn apt_install(packages: &[(&str, &str)]) -> Result {
    for (package, what) in packages {
        println!("      installing {package}, {what}");
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get", arguments);
        run(apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null()))
            .map_err(|error| format!("{error}. Are you root, and is the package mirror reached from here?"))
    };
    let names = packages.iter().map(|(name, _)| *name);
    apt(&["update", "-qq"])?;
    apt(&["install", "-y", "-qq", "--no-install-recommends"].into_iter().chain(names).collect::<Vec<_>>())
}
