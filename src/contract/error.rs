//! What is wrong with what a caller handed over.

use std::fmt;

use crate::json::Mistake;
use crate::near::{did_you_mean, echo};

/// The most mistakes of a pack that a message names.
const MOST_MISTAKES: usize = 10;

/// A mistake in a call: a code for programs, a message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractError {
    /// `E_PROFILE`, `E_ROLE` or `E_PACK`.
    pub code: &'static str,
    /// Where it is and what is wrong: `degree[0].class: unknown class "2.5"`.
    pub message: String,
}

impl ContractError {
    pub(super) fn profile(path: &str, what: &str) -> ContractError {
        let path = if path.is_empty() { "profile" } else { path };
        ContractError { code: "E_PROFILE", message: format!("{path}: {what}") }
    }

    pub(super) fn role(given: &str, known: &[&str]) -> ContractError {
        let message = format!("role: unknown role \"{}\"{}", echo(given), did_you_mean(given, known));
        ContractError { code: "E_ROLE", message }
    }

    /// Every mistake of a pack, one a line, up to a number that a person would read.
    pub(super) fn pack(mistakes: &[Mistake]) -> ContractError {
        let line = |mistake: &Mistake| {
            let path = if mistake.path.is_empty() { "pack" } else { &mistake.path };
            format!("{path}: {}", mistake.what)
        };
        let lines: Vec<String> = mistakes.iter().take(MOST_MISTAKES).map(line).collect();
        ContractError { code: "E_PACK", message: lines.join("\n") }
    }

    pub(super) fn pack_size(what: &str) -> ContractError {
        ContractError { code: "E_PACK", message: format!("pack: {what}") }
    }
}

impl fmt::Display for ContractError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} {}", self.code, self.message)
    }
}

impl std::error::Error for ContractError {}
