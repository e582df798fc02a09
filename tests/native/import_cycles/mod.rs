//! No circle of imports: where two files need each other, neither can be read, moved or tested alone.
//!
//! A file needs another where it names something that is defined there. What a file re-exports it does not define, so a
//! path through a `mod.rs` counts for the file behind it. A file also needs the modules that it declares. Calls of methods
//! are not seen, because their paths do not say where the method stands.

mod graph;
mod rust;
mod script;
mod source;

use std::collections::BTreeSet;

use graph::{Graph, circle, tangles};

/// The programs of the workspace, each by the file of its root.
const PROGRAMS: [&str; 4] = ["src/lib.rs", "builder/src/main.rs", "xtask/src/main.rs", "tests/native/main.rs"];

/// The folders with JavaScript of our own.
const SCRIPTS: [&str; 5] = ["web", "tests", "benches", "examples", "npm"];

#[test]
fn no_file_needs_itself_through_others() {
    let mut graph = Graph::new();
    PROGRAMS.into_iter().for_each(|root| graph.extend(rust::imports(root)));
    SCRIPTS.into_iter().for_each(|folder| graph.extend(script::imports(folder)));
    assert!(graph.len() > 300, "only {} files were found", graph.len());
    let tangles = tangles(&graph);
    let circles: Vec<String> =
        tangles.iter().filter_map(|tangle| Some(circle(&graph, tangle.first()?).join("\n  needs "))).collect();
    assert!(circles.is_empty(), "these files need each other:\n{}", circles.join("\n\n"));
}

/// The reader of paths sees what it has to see.
#[test]
fn paths_lead_to_the_files_that_define_things() {
    let imports = rust::imports("src/lib.rs");
    let needs = |file: &str, other: &str| imports[file].contains(other);
    // Through a re-export, and not the file that re-exports.
    assert!(needs("src/journey/outlook.rs", "src/rules/outcome.rs"));
    assert!(!needs("src/journey/outlook.rs", "src/rules/mod.rs"));
    // In the middle of an expression: `link::read`.
    assert!(needs("src/journey/travel.rs", "src/journey/link/decode.rs"));
    // A module that is declared.
    assert!(needs("src/rules/mod.rs", "src/rules/award.rs"));
    assert!(script::imports("tests")["tests/support/device.mjs"].contains("tests/support/browser.mjs"));
}

#[test]
fn circles_are_found() {
    let graph = |needs: &[(&str, &str)]| {
        let mut graph = Graph::new();
        for (file, other) in needs {
            graph.entry((*file).to_string()).or_default().insert((*other).to_string());
        }
        graph
    };
    assert!(tangles(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    let tangled = graph(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "b"), ("d", "e"), ("c", "b")]);
    assert_eq!(tangles(&tangled), [BTreeSet::from(["b", "c", "d"])]);
    assert_eq!(circle(&tangled, "c"), ["c", "b", "c"]);
}
