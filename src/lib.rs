//! Entry Checker.

pub mod catalogue;
pub mod contract;
pub mod copy;
pub mod rules;

#[cfg(feature = "app")]
pub mod embed;
