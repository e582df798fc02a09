//! `budgets.json`: what may not grow unnoticed, in one place.

use std::fs;

use serde_json::Value;

use crate::run::{Result, root};

const FILE: &str = "budgets.json";

/// The budget of that kind and name.
pub fn budget(kind: &str, name: &str) -> Result<usize> {
    let text = fs::read_to_string(root().join(FILE)).map_err(|error| format!("{FILE}: {error}"))?;
    let budgets: Value = serde_json::from_str(&text).map_err(|error| format!("{FILE}: {error}"))?;
    let number = budgets[kind][name].as_u64().and_then(|number| usize::try_from(number).ok());
    number.ok_or_else(|| format!("{FILE}: {kind} has no number for \"{name}\""))
}

/// An error where something is over its budget.
pub fn within(kind: &str, name: &str, found: usize) -> Result {
    let budget = budget(kind, name)?;
    if found > budget {
        return Err(format!("{name}: {found}, over the budget of {budget} {kind} in {FILE} by {}", found - budget));
    }
    Ok(())
}
