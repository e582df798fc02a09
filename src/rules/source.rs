//! What an answer rests on.

/// What a requirement, a caution or a fact rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words it rests on, as they stand there. Empty where only the place is given (cautions and facts).
    pub quote: &'static str,
    /// Where they stand.
    pub url: &'static str,
    /// When that was last checked, `2026-11` or `2026-11-23`.
    pub checked: &'static str,
    /// Whose words they are.
    pub basis: Basis,
    /// How loose words are read, in plain words.
    pub reading: Option<&'static str>,
}

/// Whose words a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The role's page.
    Page,
    /// A later text of the School, or another official page.
    Guidance,
    /// Our own reading of loose words, shown as such.
    Reading,
}

impl Basis {
    /// All of them.
    pub const ALL: [Basis; 3] = [Basis::Page, Basis::Guidance, Basis::Reading];

    /// The contract's name for it.
    pub fn id(self) -> &'static str {
        match self {
            Basis::Page => "page",
            Basis::Guidance => "guidance",
            Basis::Reading => "reading",
        }
    }
}
