//! What is to be told of the link, or of the saved session, that led to a screen.

/// How a link led to the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// It held these answers.
    ByLink {
        /// The rules have changed since it was made.
        changed: bool,
        /// Some answers could not be read.
        lost: bool,
    },
    /// It could not be read.
    ByBrokenLink,
    /// No link: the person goes on from what they saved on the device, and this has happened since.
    BySaved {
        /// The rules have changed.
        changed: bool,
        /// Some of it could not be read.
        lost: bool,
    },
}
