//! Which Rust files need which: the paths of a program, each followed to the file that defines what it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::graph::Graph;
use super::source::{Names, Source};

/// The files of a program by their modules: the path of each, and what stands in it.
type Program = BTreeMap<Names, (String, Source)>;

/// Reads the imports of a program, which begins in a file.
pub fn imports(root: &str) -> Graph {
    let mut program = Program::new();
    let folder = Path::new(root).parent().expect("a file is in a folder");
    read(&mut program, &[], root, &folder.display().to_string());
    let mut graph = Graph::new();
    for (module, (path, source)) in &program {
        let child = |name: &String| program.get(&child(module, name)).map(|(path, _)| path.clone());
        let declared = source.modules.iter().filter_map(child);
        let named = source.uses.values().cloned().chain(source.paths());
        let defined = named.filter_map(|names| defined_in(&program, &names, 0));
        let needs: BTreeSet<String> = declared.chain(defined).filter(|other| other != path).collect();
        graph.insert(path.clone(), needs);
    }
    graph
}

fn child(module: &[String], name: &String) -> Names {
    [module, std::slice::from_ref(name)].concat()
}

/// Reads a file and the files of the modules that it declares.
fn read(program: &mut Program, module: &[String], path: &str, folder: &str) {
    let source = Source::read(module, &fs::read_to_string(path).expect("a source is text"));
    for name in &source.modules {
        let stem = format!("{folder}/{name}");
        let files = [format!("{stem}.rs"), format!("{stem}/mod.rs")];
        // Without a file of its own here it has a `#[path]` and belongs to another program.
        if let Some(path) = files.iter().find(|path| Path::new(path).exists()) {
            read(program, &child(module, name), path, &stem);
        }
    }
    program.insert(module.to_vec(), (path.to_string(), source));
}

/// The most re-exports that are followed: more would be a circle of them.
const MOST: usize = 10;

/// The file that defines what a path names, or `None` where that is a module, or of another program.
fn defined_in(program: &Program, names: &[String], followed: usize) -> Option<String> {
    let length = (0..=names.len()).rev().find(|length| program.contains_key(&names[..*length]))?;
    let ((path, source), rest) = (&program[&names[..length]], &names[length..]);
    let item = rest.first().filter(|item| !source.modules.contains(*item))?;
    match source.uses.get(item) {
        Some(to) if followed < MOST => defined_in(program, &[to, &rest[1..]].concat(), followed + 1),
        _ => Some(path.clone()),
    }
}
