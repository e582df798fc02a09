//! The wasm of the page. Everything is in the library.
use entry_checker as _;

/// Is smaller than the standard one ("Kept for size" in docs/performance.md).
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
