//! Files, which other files each of them needs, and the circles among them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The files that each file needs.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// Returns the groups of files in which every file needs every other one, directly or through others.
pub fn tangles(graph: &Graph) -> Vec<BTreeSet<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|file| (file.as_str(), reached(graph, file))).collect();
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for (file, others) in &reached {
        if others.contains(file) && !found.iter().any(|tangle| tangle.contains(file)) {
            let back = |other: &&&str| reached.get(**other).is_some_and(|reached| reached.contains(file));
            found.push(others.iter().filter(back).copied().collect());
        }
    }
    found
}

/// Every file that a file needs, directly or through others.
fn reached<'a>(graph: &'a Graph, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = graph[from].iter().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file.as_str()) {
            open.extend(graph.get(file).into_iter().flatten());
        }
    }
    reached
}

/// Returns a shortest circle through a file, with that file at both ends; nothing where there is none.
pub fn circle<'a>(graph: &'a Graph, through: &'a str) -> Vec<&'a str> {
    let mut paths = VecDeque::from([vec![through]]);
    let mut seen = BTreeSet::new();
    while let Some(path) = paths.pop_front() {
        for next in path.last().and_then(|last| graph.get(*last)).into_iter().flatten() {
            let longer = [path.as_slice(), &[next.as_str()]].concat();
            if next == through {
                return longer;
            }
            if seen.insert(next) {
                paths.push_back(longer);
            }
        }
    }
    Vec::new()
}
