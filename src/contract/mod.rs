//! The public contract, version 1, as JSON: a profile in, a report out.
//!
//! Pure. It has its own types, so that the domain's can change without the contract changing.

mod compare;
mod encode;
mod error;
mod host;
mod profile;
mod report;
mod static_text;

use crate::catalogue::{Catalogue, RolePack};
use crate::rules::evaluate;

pub use compare::{Standing, compare};
pub use encode::{Encoded, encode as encode_profile};
pub use error::ContractError;
pub use host::HostPacks;
pub use profile::{Decoded, Understood, decode as decode_profile, read as read_profile};
pub use report::{Report, RoleInfo, report, roles};

/// Evaluates a profile given as JSON text for a role of the catalogue.
///
/// # Errors
/// `E_ROLE` for a role that is not in the catalogue, `E_PROFILE` for a profile that is not as the contract says; the
/// message names the path.
pub fn evaluate_json(catalogue: &Catalogue, profile: &str, role: &str) -> Result<Report, ContractError> {
    evaluate_pack(catalogue, find_role(catalogue, role)?, profile)
}

/// Evaluates a profile given as JSON text for a role.
///
/// # Errors
/// `E_PROFILE`, as above.
pub fn evaluate_pack(catalogue: &Catalogue, pack: &RolePack, profile: &str) -> Result<Report, ContractError> {
    let decoded = read_profile(&catalogue.subjects, profile)?;
    Ok(report(catalogue, pack, &decoded, &evaluate(&pack.rules, &decoded.profile)))
}

/// The role of that id.
///
/// # Errors
/// `E_ROLE` where there is none.
pub fn find_role<'a>(catalogue: &'a Catalogue, role: &str) -> Result<&'a RolePack, ContractError> {
    let known = || catalogue.roles.iter().map(|pack| pack.rules.id).collect::<Vec<_>>();
    catalogue.role(role).ok_or_else(|| ContractError::role(role, &known()))
}
