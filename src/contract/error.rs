//! What is wrong with what a caller handed over.

use std::fmt;

use crate::near::{did_you_mean, echo};

/// A mistake in a call: a code for programs, a message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractError {
    /// `E_PROFILE` or `E_ROLE`.
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
}

impl fmt::Display for ContractError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} {}", self.code, self.message)
    }
}

impl std::error::Error for ContractError {}
