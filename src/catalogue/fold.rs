//! Folding: what makes two ways of writing the same text equal (contract 1.1).

/// The characters beyond ASCII that Unicode NFKC makes ASCII; `build.rs` writes them and says how.
///
/// The library for NFKC is large ("Kept for size" in docs/performance.md). Names and spellings are ASCII, but for the apostrophe
/// of "children’s", which NFKC leaves as it is. So a text equals one of them only where all its other characters become ASCII.
const COMPATIBLE: &str = include_str!(concat!(env!("OUT_DIR"), "/compatibility.txt"));

/// Folds a text: Unicode NFKC, lower case, invisible characters removed, each run of spaces, hyphens and dashes one space,
/// `&` as `and`, and a space around brackets. Characters that do not become ASCII stay as they are.
pub fn fold(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for one in text.chars().filter(|one| !is_invisible(*one)) {
        let mut itself = [0; 4];
        match compatible(one).unwrap_or_else(|| one.encode_utf8(&mut itself)) {
            "&" => normal.push_str(" and "),
            "(" => normal.push_str(" ("),
            ")" => normal.push_str(") "),
            text => normal.push_str(text),
        }
    }
    normal.make_ascii_lowercase();
    let is_space = |one: char| one.is_whitespace() || is_dash(one);
    let words = normal.split(is_space).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Returns what NFKC makes of a character beyond ASCII, where that is ASCII.
fn compatible(one: char) -> Option<&'static str> {
    if one.is_ascii() {
        return None;
    }
    COMPATIBLE.lines().find_map(|line| {
        let mut rest = line.chars();
        let place = u32::from(one).checked_sub(u32::from(rest.next()?))? as usize;
        match rest.as_str().strip_prefix('\t') {
            Some(several) => (place == 0).then_some(several),
            None => rest.as_str().get(place..=place),
        }
    })
}

/// Hyphens, dashes and the minus sign.
fn is_dash(one: char) -> bool {
    matches!(
        one,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe31}' | '\u{fe32}' | '\u{fe58}' | '\u{207b}' | '\u{208b}'
    )
}

/// Control characters, and those that Unicode lets a program ignore (Default_Ignorable_Code_Point), with the other formats.
fn is_invisible(one: char) -> bool {
    (one.is_control() && !one.is_whitespace())
        || matches!(
            one,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}
