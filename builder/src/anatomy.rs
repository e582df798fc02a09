//! Where the instructions of the page's wasm come from, crate by crate, before wasm-opt.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walrus::{FunctionKind, Module};

use crate::run::Result;

/// How many crates are shown by name.
const SHOWN: usize = 12;

/// A table in Markdown, the largest first, of wasm as wasm-bindgen leaves it, with readable names of its functions.
pub fn table(wasm: &Path) -> Result<String> {
    let bytes = fs::read(wasm).map_err(|error| format!("{}: {error}", wasm.display()))?;
    let module = Module::from_buffer(&bytes).map_err(|error| format!("{}: {error}", wasm.display()))?;
    let mut crates: BTreeMap<String, (u64, usize)> = BTreeMap::new();
    let mut total = 0;
    for function in module.funcs.iter() {
        let FunctionKind::Local(local) = &function.kind else { continue };
        let (size, number) = crates.entry(owner(function.name.as_deref().unwrap_or_default())).or_default();
        *size += local.size();
        *number += 1;
        total += local.size();
    }
    let mut rows: Vec<_> = crates.into_iter().collect();
    rows.sort_by_key(|(_, (size, _))| std::cmp::Reverse(*size));
    let share = |size: u64| format!("{:.1} %", size as f64 * 100.0 / total.max(1) as f64);
    let rest = rows.iter().skip(SHOWN).fold((0, 0), |(size, number), (_, (more, also))| (size + more, number + also));
    let line = |name: &str, size, number| format!("| {name} | {} | {number} |\n", share(size));
    let shown: String = rows.iter().take(SHOWN).map(|(name, (size, number))| line(name, *size, *number)).collect();
    Ok(format!("| crate | share | functions |\n| --- | ---: | ---: |\n{shown}{}", line("all others", rest.0, rest.1)))
}

/// The crate that a function is of: of a generic one, or one of a trait, the first that its name says.
fn owner(name: &str) -> String {
    let start = name.trim_start_matches(['<', '&', '[', '(', '*']);
    let start = ["mut ", "dyn ", "impl ", "alloc::boxed::Box<", "alloc::rc::Rc<", "core::ptr::drop_in_place<"]
        .iter()
        .fold(start, |start, prefix| start.strip_prefix(prefix).unwrap_or(start))
        .trim_start_matches(['<', '&', '[', '(', '*']);
    let end = start.find("::").unwrap_or(0);
    // Some names have the hash of their crate behind it.
    let owner = start[..end].split('[').next().unwrap_or_default();
    if owner.is_empty() { "without a path".to_string() } else { owner.to_string() }
}
