//! What is wrong with a pack, where, and the mend.

use std::fmt;

/// A mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// Which file.
    pub file: String,
    /// Where in it, as a JSON path; empty for the file as a whole.
    pub path: String,
    /// What is wrong, and what would mend it.
    pub what: String,
}

impl PackError {
    // Boxed, so that what may fail hands on one word and not three texts.
    pub(super) fn new(file: &str, path: &str, what: String) -> Box<PackError> {
        Box::new(PackError { file: file.to_string(), path: path.to_string(), what })
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}: ", self.file)?;
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        out.write_str(&self.what)
    }
}

impl std::error::Error for PackError {}

/// `; did you mean "first"?`, where something known is at most two letters away.
pub fn did_you_mean(typed: &str, known: &[&str]) -> String {
    let near = known.iter().map(|known| (distance(typed, known), known)).min();
    near.filter(|(distance, _)| *distance <= 2)
        .map_or_else(String::new, |(_, known)| format!("; did you mean \"{known}\"?"))
}

/// The number of letters to add, drop or change to get from one word to the other (Levenshtein). Long texts are far.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(80).collect();
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (i, b) in b.chars().take(80).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, a) in a.iter().enumerate() {
            let change = corner + usize::from(*a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[a.len()]
}
