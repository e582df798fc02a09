//! Entry Checker.

#[cfg(feature = "app")]
pub mod app;
pub mod catalogue;
pub mod contract;
pub mod copy;
pub mod journey;
pub mod json;
pub mod letters;
mod order;
pub mod rules;

#[cfg(any(feature = "app", feature = "engine"))]
pub mod embed;
