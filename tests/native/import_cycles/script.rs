//! Which JavaScript files import which.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::graph::Graph;

/// Reads the imports of all files in a folder, `import x from "./y.js"` and `import("./y.js")` alike.
pub fn imports(folder: &str) -> Graph {
    let mut graph = Graph::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).expect("the folder is here").flatten().map(|entry| entry.path()) {
            let ends = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if path.is_dir() && !path.ends_with("node_modules") {
                open.push(path);
            } else if ["js", "mjs", "jsx"].contains(&ends) {
                graph.insert(path.display().to_string(), of_file(&path));
            }
        }
    }
    graph
}

fn of_file(path: &Path) -> BTreeSet<String> {
    let text = without_comments(&fs::read_to_string(path).expect("a script is text"));
    let folder = path.parent().unwrap_or(Path::new(""));
    // A relative name in quotes, right behind one of the words that import.
    let after = |word: &'static str| text.split(word).skip(1).filter_map(|rest| rest.split('"').next());
    let names = ["from \"", "import(\"", "import \""].into_iter().flat_map(after);
    names.filter(|name| name.starts_with('.')).map(|name| normal(&folder.join(name))).collect()
}

/// A script without its block comments: a type that a comment names is not imported when the script runs.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |code, part| code + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// A path without `.` and `..`.
fn normal(path: &Path) -> String {
    let mut parts: Vec<Component> = Vec::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.iter().collect::<PathBuf>().display().to_string()
}
