//! The only place that speaks JavaScript. Two modules of wasm are built from it, so that neither carries the other:
//! `mount` for pages, `engine` for programs.

#[cfg(feature = "engine")]
mod engine;
#[cfg(feature = "app")]
mod host;
#[cfg(feature = "app")]
mod mount;

#[cfg(feature = "engine")]
pub use engine::{Comparer, Evaluator, roles_list};
#[cfg(feature = "app")]
pub use mount::{begin, mount, mount_again};
