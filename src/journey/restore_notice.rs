//! What is said of the link, or of the saved session, that led to a screen.

/// What is to be said where the answers are not those that were just given here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreNotice {
    /// A link held these answers.
    FromLink {
        /// The rules have changed since it was made.
        changed: bool,
        /// Some answers could not be read.
        lost: bool,
    },
    /// A link could not be read.
    BrokenLink,
    /// The person goes on from what they saved on the device, and this has happened since.
    FromSaved {
        /// The rules have changed.
        changed: bool,
        /// Some of it could not be read.
        lost: bool,
    },
}
