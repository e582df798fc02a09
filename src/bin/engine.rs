//! The wasm of the JavaScript door: rules and contract, without a page. Everything is in the library.
use entry_checker as _;

fn main() {}
