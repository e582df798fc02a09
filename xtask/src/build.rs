//! `dist/`: the page, the wasm, the JavaScript door and its types, for any static host under any path.

use std::fs;
use std::path::Path;

use crate::run::{Result, command, root, run};
use crate::size;
use crate::tools::Tools;

/// Our own JavaScript, put beside the wasm as it is written.
const SCRIPTS: [&str; 4] = ["engine.js", "engine.d.ts", "front-door.js", "start.js"];

/// Builds `dist/`, prints what it weighs, and fails where that is over the budget.
pub fn build() -> Result {
    let tools = Tools::for_build()?;
    // NO_COLOR set to "1" is an error to Trunk, and set to "true" it is what everybody else means by it.
    run(command("trunk", &["build", "--release"]).env("PATH", tools.path()).env_remove("NO_COLOR"))?;
    let dist = root().join("dist");
    for script in SCRIPTS {
        copy(&root().join("src/embed").join(script), &dist.join(script))?;
    }
    copy(&root().join("LICENSE"), &dist.join("LICENSE"))?;
    let css = stylesheet()?;
    fs::write(dist.join("entry-checker.css"), css).map_err(|error| format!("dist/entry-checker.css: {error}"))?;
    size::report(&dist)
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::copy(from, to).map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}

/// The style sheets as one file: tokens, base, each component, print; without comments and indentation.
fn stylesheet() -> Result<String> {
    let styles = root().join("styles");
    let list = |folder: &Path| -> Result<Vec<_>> {
        let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
        files.sort();
        Ok(files)
    };
    let mut files = vec![styles.join("tokens.css"), styles.join("base.css")];
    files.extend(list(&styles.join("components"))?);
    files.push(styles.join("print.css"));
    let mut all = String::new();
    for file in files {
        let css = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for line in without_comments(&css).lines().map(str::trim).filter(|line| !line.is_empty()) {
            all.push_str(line);
            all.push('\n');
        }
    }
    Ok(all)
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |all, part| all + part.split_once("*/").map_or("", |(_, after)| after))
}
