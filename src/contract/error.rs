//! What is wrong with what a caller handed over.

use std::fmt;

use crate::catalogue::did_you_mean;

/// A mistake in a call: a code for programs, a message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractError {
    /// `E_PROFILE` or `E_ROLE`.
    pub code: &'static str,
    /// Where it is and what is wrong: `degree[0].class: unknown class "2.5"`.
    pub message: String,
}

impl ContractError {
    pub(super) fn profile(path: &str, what: impl fmt::Display) -> ContractError {
        let at = if path.is_empty() { "profile" } else { path };
        ContractError { code: "E_PROFILE", message: format!("{at}: {what}") }
    }

    /// Something that is not one of the known names.
    pub(super) fn unknown(path: &str, what: &str, given: &str, known: &[&str]) -> ContractError {
        ContractError::profile(path, format_args!("unknown {what} \"{}\"{}", echo(given), did_you_mean(given, known)))
    }

    pub(super) fn role(given: &str, known: &[&str]) -> ContractError {
        let message = format!("role: unknown role \"{}\"{}", echo(given), did_you_mean(given, known));
        ContractError { code: "E_ROLE", message }
    }
}

/// At most 40 characters of what was given, so that a message never carries a person's data far.
fn echo(given: &str) -> String {
    given.chars().map(|c| if c.is_control() { ' ' } else { c }).take(40).collect()
}

impl fmt::Display for ContractError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} {}", self.code, self.message)
    }
}

impl std::error::Error for ContractError {}
