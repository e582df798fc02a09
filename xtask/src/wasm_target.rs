//! The compiler's target for the browser. `builder` has it from this same file.

/// The name of the target, as Cargo and rustup know it.
pub const WASM: &str = "wasm32-unknown-unknown";
