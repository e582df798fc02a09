//! Bytes in letters that every address may have (RFC 4648, section 5, without padding).
//!
//! A third of what a library for it weighs in the page's wasm.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letters for some bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut letters = String::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            letters.push(letter(bits >> count));
        }
    }
    if count > 0 {
        letters.push(letter(bits << (6 - count)));
    }
    letters
}

fn letter(bits: u32) -> char {
    LETTERS[bits as usize % 64].into()
}

/// The bytes of some letters; `None` where they are not what `encode` writes.
pub fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for letter in letters.bytes() {
        let place = LETTERS.iter().position(|known| *known == letter)?;
        bits = bits << 6 | place as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    // What is left over is less than a letter, and nothing.
    (count < 6 && bits & ((1 << count) - 1) == 0).then_some(bytes)
}
