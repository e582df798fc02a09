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

/// Files that still stand in a circle. This list only gets shorter: a file that is in no circle any more has to go.
///
/// The pages take `Page` from the `mod.rs` that declares them. `Catalogue` stands in the `mod.rs` of its folder, while what
/// reads it and what outlines it are declared there.
const KNOWN: [&str; 19] = [
    "src/app/pages/check.rs",
    "src/app/pages/claim.rs",
    "src/app/pages/device.rs",
    "src/app/pages/everything.rs",
    "src/app/pages/keep.rs",
    "src/app/pages/mod.rs",
    "src/app/pages/outlooks.rs",
    "src/app/pages/paper.rs",
    "src/app/pages/question.rs",
    "src/app/pages/restart.rs",
    "src/app/pages/result.rs",
    "src/app/pages/roles.rs",
    "src/app/pages/skills.rs",
    "src/app/pages/so_far.rs",
    "src/app/pages/start.rs",
    "src/app/pages/waiting.rs",
    "src/catalogue/decode/mod.rs",
    "src/catalogue/mod.rs",
    "src/catalogue/outline.rs",
];

/// The programs of the workspace, each by the file of its root.
const PROGRAMS: [&str; 4] = ["src/lib.rs", "builder/src/main.rs", "xtask/src/main.rs", "tests/native/main.rs"];

/// The folders with JavaScript of our own.
const SCRIPTS: [&str; 6] = ["src/embed", "web", "tests", "benches", "examples", "npm"];

#[test]
fn no_file_needs_itself_through_others() {
    let mut graph = Graph::new();
    PROGRAMS.into_iter().for_each(|root| graph.extend(rust::imports(root)));
    SCRIPTS.into_iter().for_each(|folder| graph.extend(script::imports(folder)));
    assert!(graph.len() > 300, "only {} files were found", graph.len());
    let tangles = tangles(&graph);
    let new = tangles.iter().filter_map(|tangle| {
        let file = tangle.iter().find(|file| !KNOWN.contains(file))?;
        Some(circle(&graph, file).join("\n  needs "))
    });
    let new: Vec<String> = new.collect();
    assert!(new.is_empty(), "these files need each other:\n{}", new.join("\n\n"));
    let mended = KNOWN.iter().filter(|known| !tangles.iter().any(|tangle| tangle.contains(**known)));
    let mended: Vec<_> = mended.collect();
    assert!(mended.is_empty(), "these are in no circle any more, so take them off the list: {mended:?}");
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
