//! Everything that needs no browser, as one program.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::panic, reason = "a test stops where it cannot go on")]

mod asked;
mod cases;
mod claims;
mod content;
mod contract;
mod copy;
mod css;
mod days;
mod decks;
#[cfg(feature = "app")]
mod device_pages;
mod doors;
mod editor;
mod explanations;
#[cfg(feature = "app")]
mod glossary;
mod grades;
mod honest_words;
mod hostile;
mod import_cycles;
mod journey;
mod kept;
mod link;
mod map;
#[cfg(feature = "app")]
mod markup;
mod mistakes;
mod notes;
mod oracle;
mod profiles;
mod proofs;
mod properties;
#[cfg(feature = "app")]
mod pseudo;
mod retold;
mod roles_at_once;
#[cfg(feature = "app")]
mod route_map;
mod rules;
mod saved;
mod search;
mod second;
#[cfg(feature = "app")]
mod skills;
mod spellings;
mod styles;
mod told;
mod travel;
mod ways;
mod wire_formats;
