//! The first letter of a name: small inside a sentence, large where one begins.

/// With a capital first letter. Letters beyond ASCII stay as they are.
pub fn capital(text: impl Into<String>) -> String {
    let mut text = text.into();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// With a small first letter. Letters beyond ASCII stay as they are.
pub fn uncapital(text: impl Into<String>) -> String {
    let mut text = text.into();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}
