//! The wasm of the page. Everything is in the library.
use entry_checker as _;

/// Five kilobytes of wasm smaller than the standard one.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
