//! The public contract, version 1, as JSON: a profile in, a report out.
//!
//! Pure. It has its own types, so that the domain's can change without the contract changing.

mod encode;
mod error;
mod profile;
mod report;

use crate::catalogue::{Catalogue, RolePack};
use crate::rules::evaluate;

pub use encode::{Encoded, encode as encode_profile};
pub use error::ContractError;
pub use profile::decode as decode_profile;
pub use report::{Report, RoleInfo, report, roles};

/// Evaluates a profile given as JSON text for a role of the catalogue.
///
/// # Errors
/// `E_ROLE` for a role that is not in the catalogue, `E_PROFILE` for a profile that is not as the contract says; the
/// message names the path.
pub fn evaluate_json<'a>(catalogue: &'a Catalogue, profile: &str, role: &str) -> Result<Report<'a>, ContractError> {
    let pack = find_role(catalogue, role)?;
    let profile = decode_profile(&catalogue.subjects, profile)?;
    Ok(report(catalogue, pack, &profile, &evaluate(&pack.rules, &profile)))
}

/// The role of that id.
///
/// # Errors
/// `E_ROLE` where there is none.
pub fn find_role<'a>(catalogue: &'a Catalogue, role: &str) -> Result<&'a RolePack, ContractError> {
    let known = || catalogue.roles.iter().map(|pack| pack.rules.id).collect::<Vec<_>>();
    catalogue.role(role).ok_or_else(|| ContractError::role(role, &known()))
}
