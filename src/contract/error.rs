//! What is wrong with what a caller handed over.

use std::fmt;

use serde::Serialize;

use crate::json::Mistake;
use crate::near::{did_you_mean, echo};

/// The most mistakes of a pack that a message names.
const MOST_MISTAKES: usize = 10;

/// A mistake in a call: a code and a path for programs, a message for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContractError {
    /// `E_PROFILE`, `E_ROLE` or `E_PACK`.
    pub code: &'static str,
    /// The place of the mistake, or of the first one: `degree[0].class`.
    pub path: String,
    /// The path, then what is wrong: `degree[0].class: unknown class "2.5"`.
    pub message: String,
}

impl ContractError {
    pub(super) fn profile(path: &str, what: &str) -> ContractError {
        ContractError::at("E_PROFILE", if path.is_empty() { "profile" } else { path }, what)
    }

    pub(super) fn role(given: &str, known: &[&str]) -> ContractError {
        let what = format!("unknown role \"{}\"{}", echo(given), did_you_mean(given, known));
        ContractError::at("E_ROLE", "role", &what)
    }

    /// Every mistake of a pack, one a line, up to a number that a person would read.
    pub(super) fn pack(mistakes: &[Mistake]) -> ContractError {
        let path = |mistake: &Mistake| if mistake.path.is_empty() { "pack".to_string() } else { mistake.path.clone() };
        let line = |mistake: &Mistake| format!("{}: {}", path(mistake), mistake.what);
        let lines: Vec<String> = mistakes.iter().take(MOST_MISTAKES).map(line).collect();
        let path = mistakes.first().map(path).unwrap_or_default();
        ContractError { code: "E_PACK", path, message: lines.join("\n") }
    }

    pub(super) fn pack_size(what: &str) -> ContractError {
        ContractError::at("E_PACK", "pack", what)
    }

    fn at(code: &'static str, path: &str, what: &str) -> ContractError {
        ContractError { code, path: path.to_string(), message: format!("{path}: {what}") }
    }
}

impl fmt::Display for ContractError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} {}", self.code, self.message)
    }
}

impl std::error::Error for ContractError {}
