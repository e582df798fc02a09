//! Entry Checker.

#[cfg(feature = "app")]
pub mod embed;
