//! What a person writes of their examples. It stays in memory, goes to the device when it is saved there, and is never
//! in a link.

/// The parts of an example, in the order that it is told. **Append-only**: saved sessions name them.
pub const PARTS: [&str; 4] = ["situation", "task", "action", "result"];
/// How many letters of a part are enough. More are kept as they are, and told.
pub const ENOUGH: usize = 300;

/// The words of one part of an example of a role's claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id of the role.
    pub role: &'static str,
    /// The id of the claim.
    pub claim: &'static str,
    /// Which of [`PARTS`].
    pub part: &'static str,
    /// The words; never empty.
    pub words: String,
}

impl Note {
    /// Whether it is about the same.
    pub fn is_about(&self, role: &str, claim: &str, part: &str) -> bool {
        (self.role, self.claim, self.part) == (role, claim, part)
    }

    /// On one line: `audiology K1 situation words`.
    pub fn line(&self) -> String {
        let words = self.words.replace('\\', "\\\\").replace('\n', "\\n");
        [self.role, self.claim, self.part, &words].join(" ")
    }
}

/// The words of a line, as they were written.
pub fn unescape(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        words.push(if letter != '\\' {
            letter
        } else if letters.next() == Some('n') {
            '\n'
        } else {
            '\\'
        });
    }
    words
}

/// How many words they are.
pub fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

/// How many letters they have beyond those that are enough.
pub fn over(words: &str) -> usize {
    words.chars().count().saturating_sub(ENOUGH)
}
