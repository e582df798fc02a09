//! What a value has to look like, as data: one definition from which the reader checks and the schema of the packs is
//! written.

/// The names that can stand somewhere.
pub type Names = fn() -> Vec<&'static str>;

/// What a value has to look like.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Text, not empty, of at most so many characters.
    Text(usize),
    /// An address that starts with `https://`.
    Https,
    /// An address as it stands on a page, old ones too.
    Address,
    /// A date, `2026-11` or `2026-11-23`.
    Date,
    /// `true` or `false`.
    Flag,
    /// A whole number, from and to.
    Whole(u16, u16),
    /// A number from 0.1 to 100 with at most one decimal.
    Tenths,
    /// One of some names; the text says what they are names of.
    Name(&'static str, Names),
    /// A list, of at least and at most so many.
    List(&'static Shape, usize, usize),
    /// An object whose keys are names (any, where none are given).
    Map(&'static str, Option<Names>, &'static Shape),
    /// An object with these keys.
    Object(&'static Object),
    /// The id of something, or the thing itself.
    IdOr(&'static Object),
    /// What can stand here depends on what stands beside it; the reader says.
    Any,
}

/// An object: its name, and its keys.
pub struct Object {
    /// What it is, in a word.
    pub name: &'static str,
    /// What it is for.
    pub about: About,
    /// Its keys.
    pub fields: &'static [Field],
}

/// A key of an object.
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether it has to be there.
    pub needed: bool,
    /// What stands under it.
    pub shape: Shape,
    /// What it is for.
    pub about: About,
}

/// A key that has to be there.
pub const fn need(key: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { key, needed: true, shape, about: About::new(about) }
}

/// A key that may be there.
pub const fn may(key: &'static str, shape: Shape, about: &'static str) -> Field {
    Field { key, needed: false, shape, about: About::new(about) }
}

/// Words for editors. They are in the schema, and are not carried into a browser.
#[derive(Clone, Copy)]
pub struct About(#[cfg(not(target_arch = "wasm32"))] pub &'static str);

impl About {
    /// These words.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn new(words: &'static str) -> About {
        About(words)
    }

    /// No words.
    #[cfg(target_arch = "wasm32")]
    pub const fn new(_: &'static str) -> About {
        About()
    }
}
