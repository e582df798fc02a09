//! The rules as plain pages, `rules/`: one a role and one that lists them, for a browser without JavaScript, for
//! paper, and for who would rather read. They are made from the same packs as the checker.

mod all;
mod asks;
mod files;
mod frame;
mod list;
mod names;
mod role;
mod source;
#[cfg(test)]
mod tests;
mod words;
mod write;

pub use files::{file, files};
pub use write::write;
