//! The wasm entry point. Everything is in the library; the page calls its exports.
use entry_checker as _;

fn main() {}
