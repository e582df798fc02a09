//! The first letter of a name: small inside a sentence, large where one begins.

/// With a capital first letter.
pub fn capital(text: &str) -> String {
    first(text, char::to_ascii_uppercase)
}

/// With a small first letter.
pub fn uncapital(text: &str) -> String {
    first(text, char::to_ascii_lowercase)
}

fn first(text: &str, change: fn(&char) -> char) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| change(&letter));
    first.into_iter().chain(letters).collect()
}
