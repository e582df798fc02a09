//! Short names for what wasm and its glue call each other by.
//!
//! wasm-bindgen gives each import a name with a hash, which stands in both files and does not compress: 3 kB of brotli.

use std::process::Stdio;

use serde_json::Value;

use crate::npm;
use crate::run::{Result, shown};
use crate::site::Site;

/// What the compiler uses beside the first version of wasm, and every browser of the last years has.
pub const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Shortens the names between `{name}_bg.wasm` and `{name}.js`.
pub fn shorten(site: &Site, name: &str) -> Result {
    let wasm = site.path(&format!("{name}_bg.wasm"));
    let mut opt = npm::tool("wasm-opt");
    opt.args(["-g", "--minify-imports-and-exports-and-modules"]).arg(&wasm).arg("-o").arg(&wasm);
    opt.args(["--strip-producers", "--strip-target-features"]).args(FEATURES);
    let output = opt.stderr(Stdio::inherit()).output().map_err(|error| format!("{}: {error}", shown(&opt)))?;
    if !output.status.success() {
        return Err(format!("{} failed ({})", shown(&opt), output.status));
    }
    let names: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("{}: {error}", shown(&opt)))?;
    let glue = format!("{name}.js");
    let script = renamed(site.text(&glue)?, &names, name)?;
    site.write(&glue, script)
}

/// The glue with the names that wasm-opt chose, which it lists as `[module, old, new]` and `[old, new]`.
fn renamed(mut script: String, names: &Value, name: &str) -> Result<String> {
    let listed = |key: &str| names[key].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let mut replace = |old: String, new: String| {
        if script.contains(&old) {
            script = script.replace(&old, &new);
            Ok(())
        } else {
            Err(format!("{name}.js does not hold \"{old}\"; has wasm-bindgen changed what it writes?"))
        }
    };
    replace(format!("\"./{name}_bg.js\": import0"), "\"a\": import0".to_string())?;
    for import in listed("imports") {
        let (old, new) = (text(&import[1]), text(&import[2]));
        replace(format!(" {old}: function("), format!(" {new}: function("))?;
    }
    for export in listed("exports") {
        let (old, new) = (text(&export[0]), text(&export[1]));
        // Some exports are for the start of the module alone, and some only for threads: not all are called by name.
        for end in ["(", ".", ";", ",", ")"] {
            script = script.replace(&format!("wasm.{old}{end}"), &format!("wasm.{new}{end}"));
        }
    }
    Ok(script)
}
