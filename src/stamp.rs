//! A stamp to know a text by. The build script has it from this same file.

/// The stamp of a text (FNV-1a, 64 bits). It finds what is broken or of another version. It is no guard against somebody
/// who can change the page's files: they could change the page too.
pub fn stamp(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    text.bytes().fold(start, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
