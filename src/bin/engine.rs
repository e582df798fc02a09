//! The wasm of the JavaScript door: rules and contract, without a page. Everything is in the library.
use entry_checker as _;

/// Quicker than the standard one at the many small texts of a report.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
