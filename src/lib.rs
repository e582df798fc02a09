//! Entry Checker.

#[cfg(feature = "app")]
pub mod app;
pub mod catalogue;
pub mod contract;
pub mod copy;
pub mod journey;
pub mod json;
mod order;
pub mod rules;

#[cfg(feature = "app")]
pub mod embed;
