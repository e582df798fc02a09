//! Share links: the answers of a person in an address. A link holds answers alone, never notes or names.
//!
//! The format is `v2.PAYLOAD.CHECK`, in letters that every address may have. The payload is the id of the role, the
//! version of its rules, and the answers. Each answer stands behind the code of its question and its length, so that a
//! reader can skip an answer that it does not know.
//!
//! Links live for ever: somebody keeps one in an e-mail, and no program can change it there. So the format is
//! append-only. The numbers that stand in a link are in [`codes`], old links stand in `tests/links/`, and tests fail when
//! a code moves or an old link reads differently.

pub mod codes;
mod decode;
mod encode;
mod envelope;
mod subject;

pub use decode::{Link, read};
pub use envelope::{Broken, LONGEST};

pub(super) use decode::read_of_any_length;
pub(super) use encode::write;
pub(super) use envelope::{checksum, unseal};
