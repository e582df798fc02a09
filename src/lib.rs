//! Entry Checker: evaluates the published entry rules of a role for the qualifications a person holds or expects, and
//! explains the answer.
//!
//! ```text
//! roles/*.json -> catalogue -> rules <- journey <- app (Yew) <- embed::mount    (the page)
//!  (content)         |           |
//!                    +-----------+--- contract <------------- embed::engine   (programs)
//! ```
//!
//! An arrow is "knows of". [`rules`], [`catalogue`], [`journey`], [`copy`] and [`contract`] do not know that a browser
//! exists: no clock, no randomness, no I/O. `ARCHITECTURE.md` has the rest.

#[cfg(feature = "app")]
pub mod app;
mod base64url;
pub mod catalogue;
pub mod contract;
pub mod copy;
#[cfg(not(target_arch = "wasm32"))]
pub mod editor;
#[cfg(any(feature = "app", feature = "engine"))]
pub mod embed;
pub mod journey;
pub mod json;
pub mod letters;
mod near;
mod order;
pub mod rules;
mod stamp;
