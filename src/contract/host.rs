//! Packs that a host hands over: decoded once each, kept, and capped.

use super::error::ContractError;
use crate::catalogue::{Catalogue, RolePack, decode_role};

/// The longest pack, in bytes of JSON. The longest of the built-in roles is about 12 kB.
const MAX_BYTES: usize = 64 * 1024;
/// The most that all packs together may be: what is decoded is kept for as long as the program runs.
const MAX_TOTAL: usize = 8 * 1024 * 1024;

/// The packs that have been handed over so far.
#[derive(Debug, Default)]
pub struct HostPacks {
    /// Each with its text. There are a few; were there a thousand, texts of other lengths are told apart at once.
    known: Vec<(&'static str, &'static RolePack)>,
    total: usize,
}

impl HostPacks {
    /// The role of a pack, which is decoded where it is new. It may name the subjects, divisions and programmes of the
    /// catalogue.
    ///
    /// # Errors
    /// `E_PACK`, with every mistake, its path and the mend, a line each; or where a pack, or all of them, are too large.
    pub fn role(&mut self, catalogue: &Catalogue, pack: &str) -> Result<&'static RolePack, ContractError> {
        if let Some((_, role)) = self.known.iter().find(|(text, _)| *text == pack) {
            return Ok(role);
        }
        if pack.len() > MAX_BYTES {
            return Err(ContractError::pack_size(&format!("is longer than {MAX_BYTES} bytes")));
        }
        if self.total + pack.len() > MAX_TOTAL {
            return Err(ContractError::pack_size(&format!("all packs together are longer than {MAX_TOTAL} bytes")));
        }
        // Its words are kept whether it is good or not, so what is refused counts towards the total too.
        self.total += pack.len();
        let text: &'static str = Box::leak(pack.into());
        let role = decode_role(catalogue, text).map_err(|mistakes| ContractError::pack(&mistakes))?;
        let role: &'static RolePack = Box::leak(Box::new(role));
        self.known.push((text, role));
        Ok(role)
    }
}
