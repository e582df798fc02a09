//! What is around the answers of a link: the version before them and the checksum behind them.

use crate::base64url;
use crate::stamp::stamp;

/// The longest link that is written or read, in characters.
pub const LONGEST: usize = 512;
/// The version that is written.
const VERSION: &str = "v2";
/// The versions that are read. In version 2 a qualification whose kind is not known can have others after it, which a
/// program that knows version 1 alone would lose; otherwise they are the same.
const READABLE: [&str; 2] = ["v1", VERSION];

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is longer than any that is written.
    TooLong,
    /// It is of a version that this program does not know.
    Version,
    /// A part of it is missing or changed.
    Damaged,
}

/// Returns a link with this payload.
pub fn seal(payload: &[u8]) -> String {
    let payload = base64url::encode(payload);
    [VERSION, &payload, &checksum(&payload)].join(".")
}

/// Returns the payload of a link.
///
/// # Errors
/// Where the version is not known, or the checksum does not fit.
pub fn unseal(link: &str) -> Result<Vec<u8>, Broken> {
    let (version, rest) = link.split_once('.').ok_or(Broken::Damaged)?;
    if !READABLE.contains(&version) {
        return Err(Broken::Version);
    }
    let (payload, sum) = rest.split_once('.').ok_or(Broken::Damaged)?;
    if sum != checksum(payload) {
        return Err(Broken::Damaged);
    }
    base64url::decode(payload).ok_or(Broken::Damaged)
}

/// Returns six letters that another text hardly has too.
pub fn checksum(text: &str) -> String {
    base64url::encode(&stamp(text).to_be_bytes()[..4])
}
