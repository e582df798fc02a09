//! What a person typed for a subject or a role, and how well a name fits it.

/// What stands around a subject and is not part of it.
const AROUND: [&str; 22] = [
    "a", "an", "the", "in", "of", "degree", "bsc", "ba", "beng", "meng", "msci", "mphys", "mmath", "mchem", "ma",
    "llb", "hons", "honours", "level", "btec", "diploma", "and",
];

/// From this rank on, what was typed is more than the name.
pub(super) const MORE: u32 = 14;
/// The shortest word in which a typing error is looked for.
const LONG: usize = 4;

/// A name, folded once: as it is, and without what stands around it.
#[derive(Debug)]
pub(super) struct Folded {
    whole: Box<str>,
    core: Box<str>,
}

impl Folded {
    pub(super) fn new(name: &str) -> Folded {
        let whole = fold(name);
        Folded { core: core(&whole).collect::<Vec<_>>().join(" ").into(), whole: whole.into() }
    }

    /// The words that say what it is.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.core.split(' ').filter(|word| !word.is_empty())
    }
}

/// What a person typed, without what stands around a subject, in words.
pub(super) struct Typed {
    core: Vec<String>,
    spaced: String,
}

impl Typed {
    pub(super) fn new(typed: &str) -> Typed {
        let core: Vec<String> = core(&fold(typed)).map(str::to_string).collect();
        Typed { spaced: core.join(" "), core }
    }

    /// Whether nothing is typed beside what stands around a subject.
    pub(super) fn is_empty(&self) -> bool {
        self.core.is_empty()
    }

    /// Whether it says a name in full, but for what stands around. Only words around a subject name none.
    pub(super) fn is(&self, name: &Folded) -> bool {
        !self.core.is_empty() && self.spaced == *name.core
    }

    /// How well a name fits; the lower the better, `None` for not at all.
    pub(super) fn rank(&self, name: &Folded, alias: bool, with_errors: bool) -> Option<u32> {
        let begins = |typed: &String| name.words().any(|word| word.starts_with(typed.as_str()));
        let almost = |typed: &String| begins(typed) || name.words().any(|word| nearly_begins(typed, word));
        let kind = match () {
            () if self.is_empty() => return None,
            () if self.is(name) => 1,
            () if name.whole.starts_with(&self.spaced) => 2,
            () if self.core.iter().all(begins) => 3,
            () if self.runs_together_into(name) => 4,
            () if self.is_initials_of(name) => 5,
            () if with_errors && self.core.iter().all(almost) => 6,
            // A name with more beside it: "natural sciences (Cambridge)".
            () if !name.core.is_empty() && name.words().all(|word| self.core.iter().any(|typed| typed == word)) => 7,
            () => return None,
        };
        Some(kind * 2 + u32::from(alias))
    }

    /// Whether the name begins with it, wherever the spaces are.
    fn runs_together_into(&self, name: &Folded) -> bool {
        let mut letters = name.whole.bytes().filter(|byte| *byte != b' ');
        self.core.iter().flat_map(|word| word.bytes()).all(|typed| letters.next() == Some(typed))
    }

    fn is_initials_of(&self, name: &Folded) -> bool {
        let [typed] = self.core.as_slice() else { return false };
        name.words().nth(1).is_some() && typed.chars().eq(name.words().filter_map(|word| word.chars().next()))
    }
}

/// Lower case, `&` as "and", anything but letters and digits as one space. Letters beyond ASCII stay as they are: no
/// name of the tables has one.
fn fold(text: &str) -> String {
    let text = text.to_ascii_lowercase().replace('&', " and ");
    let words: Vec<&str> =
        text.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The words of a folded name that say what it is.
fn core(name: &str) -> impl Iterator<Item = &str> {
    name.split(' ').filter(|word| !word.is_empty() && !AROUND.contains(word))
}

/// Whether a word begins with what was typed but for one letter too many, too few, wrong, or swapped with the next.
fn nearly_begins(typed: &str, word: &str) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    if typed.len() < LONG {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(typed, letter)| typed == letter).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    let goes_on = |typed_skipped: usize, skipped: usize| {
        let rest = word.get(skipped..).unwrap_or_default();
        rest.starts_with(typed.get(typed_skipped..).unwrap_or_default())
    };
    let swapped = matches!((typed, word), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    goes_on(1, 1) || goes_on(1, 0) || goes_on(0, 1) || (swapped && goes_on(2, 2))
}
