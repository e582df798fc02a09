//! JSON, read strictly: every mistake names its place, and where it can, its mend.
//!
//! Packs and profiles are read through this. It is written by hand over a small parser, because derived code has worse
//! messages and weighs more than the rules do. It knows nothing of qualifications.

use std::borrow::Cow;
use std::fmt;

use hifijson::token::Lex;
use hifijson::value::parse_bounded;
use hifijson::{SliceLexer, value};

/// A parsed value. Numbers are kept as they are written.
pub type Value<'a> = value::Value<&'a str, Cow<'a, str>>;

/// What reading gives back. The mistake is boxed, so that what may fail hands on one word and not three texts.
pub type Result<T> = std::result::Result<T, Box<Mistake>>;

/// Deeper than anything that is read here.
const DEPTH: usize = 32;
/// The most characters of a name or a value that a message repeats: it never carries a person's data far.
const ECHO: usize = 40;

/// Something that is not as it has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Which file; empty where it is not from a file.
    pub file: String,
    /// Where in it: `routes[0].programme`; empty for all of it.
    pub path: String,
    /// What is wrong, and what would mend it.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for place in [&self.file, &self.path] {
            if !place.is_empty() {
                write!(out, "{place}: ")?;
            }
        }
        out.write_str(&self.what)
    }
}

impl std::error::Error for Mistake {}

/// Parses the text of a file.
///
/// # Errors
/// Where it is not JSON, with the line and column.
pub fn parse<'a>(file: &str, text: &'a str) -> Result<Value<'a>> {
    let mut lexer = SliceLexer::new(text.as_bytes());
    lexer.exactly_one(Lex::ws_peek, |next, lexer| parse_bounded(DEPTH, next, lexer)).map_err(|error| {
        let read = text.len() - lexer.as_slice().len();
        let before = text.as_bytes().get(..read).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        let what = format!("is not JSON at line {line}, column {column}: {error}");
        Box::new(Mistake { file: file.to_string(), path: String::new(), what })
    })
}

/// A value and its place.
pub struct At<'a> {
    value: &'a Value<'a>,
    place: Place<'a>,
}

enum Place<'a> {
    File(&'a str),
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// The whole of a file; `file` is empty where it is not from a file.
    pub fn new(file: &'a str, value: &'a Value<'a>) -> At<'a> {
        At { value, place: Place::File(file) }
    }

    /// A mistake at this place.
    #[inline(never)]
    pub fn error(&self, what: &str) -> Box<Mistake> {
        let mut path = String::new();
        let file = self.write_path(&mut path);
        Box::new(Mistake { file: file.to_string(), path, what: what.to_string() })
    }

    /// Writes the path and gives back the file.
    fn write_path(&self, path: &mut String) -> &'a str {
        match self.place {
            Place::File(file) => file,
            Place::Key(up, key) => {
                let file = up.write_path(path);
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&echo(key));
                file
            }
            Place::Index(up, index) => {
                let file = up.write_path(path);
                path.push_str(&format!("[{index}]"));
                file
            }
        }
    }

    /// Refuses an object with any other key than these, or with one of them twice.
    #[inline(never)]
    pub fn only(&self, keys: &[&str]) -> Result<()> {
        let mut seen = vec![false; keys.len()];
        for (key, at) in self.entries()? {
            match keys.iter().position(|known| *known == key) {
                None => {
                    let near = did_you_mean(key, keys);
                    return Err(at.error(&format!("unknown key{near}; the keys here are {}", keys.join(", "))));
                }
                Some(place) if seen[place] => return Err(at.error("stands here twice; leave one")),
                Some(place) => seen[place] = true,
            }
        }
        Ok(())
    }

    /// What stands under a key, if anything.
    #[inline(never)]
    pub fn get(&'a self, key: &'a str) -> Option<At<'a>> {
        let Value::Object(entries) = self.value else { return None };
        let (_, value) = entries.iter().find(|(known, _)| known == key)?;
        Some(At { value, place: Place::Key(self, key) })
    }

    /// What stands under a key.
    #[inline(never)]
    pub fn need(&'a self, key: &'a str) -> Result<At<'a>> {
        self.get(key).ok_or_else(|| self.error(&format!("\"{key}\" is missing; add it")))
    }

    /// The text here.
    #[inline(never)]
    pub fn as_text(&self) -> Result<&'a str> {
        match self.value {
            Value::String(text) if !text.trim_ascii().is_empty() => Ok(text),
            Value::String(_) => Err(self.error("is empty; write it or leave the key out")),
            _ => Err(self.error("must be text")),
        }
    }

    /// The text under a key.
    #[inline(never)]
    pub fn text(&self, key: &str) -> Result<String> {
        Ok(self.need(key)?.as_text()?.to_string())
    }

    /// The text under a key, if the key is there.
    #[inline(never)]
    pub fn text_if(&self, key: &str) -> Result<Option<String>> {
        Ok(match self.get(key) {
            Some(at) => Some(at.as_text()?.to_string()),
            None => None,
        })
    }

    /// The number here, in tenths.
    pub fn tenths(&self, least: u32, most: u32) -> Result<u32> {
        let tenths = match self.value {
            Value::Number((number, _)) => tenths(number),
            _ => None,
        };
        let what = || self.error("must be a number with at most one decimal, from 0.1 to 100");
        tenths.filter(|tenths| (least..=most).contains(tenths)).ok_or_else(what)
    }

    /// The whole number here, from `least` to `most`.
    pub fn whole(&self, least: u32, most: u32) -> Result<u32> {
        let number = match self.value {
            Value::Number((number, _)) => number.parse().ok(),
            _ => None,
        };
        let what = || self.error(&format!("must be a whole number from {least} to {most}"));
        number.filter(|number| (least..=most).contains(number)).ok_or_else(what)
    }

    /// Whether it says `true` under a key.
    pub fn is(&self, key: &str) -> Result<bool> {
        match self.get(key) {
            None => Ok(false),
            Some(At { value: Value::Bool(yes), .. }) => Ok(*yes),
            Some(at) => Err(at.error("must be true or false")),
        }
    }

    /// The list here.
    #[inline(never)]
    pub fn as_list(&'a self) -> Result<Vec<At<'a>>> {
        let Value::Array(list) = self.value else { return Err(self.error("must be a list")) };
        let one = |(index, value)| At { value, place: Place::Index(self, index) };
        Ok(list.iter().enumerate().map(one).collect())
    }

    /// What `read` makes of each entry of the list under a key.
    pub fn list<T>(&self, key: &str, mut read: impl FnMut(&At) -> Result<T>) -> Result<Vec<T>> {
        self.need(key)?.as_list()?.iter().map(&mut read).collect()
    }

    /// What `read` makes of each entry of the list under a key; nothing where the key is not there.
    pub fn list_if<T>(&self, key: &str, read: impl FnMut(&At) -> Result<T>) -> Result<Vec<T>> {
        if self.get(key).is_some() { self.list(key, read) } else { Ok(Vec::new()) }
    }

    /// The entries of the object here.
    #[inline(never)]
    pub fn entries(&'a self) -> Result<Vec<(&'a str, At<'a>)>> {
        let Value::Object(entries) = self.value else { return Err(self.error("must be an object")) };
        let one = |(key, value): &'a (Cow<'a, str>, Value<'a>)| {
            let key: &'a str = key;
            (key, At { value, place: Place::Key(self, key) })
        };
        Ok(entries.iter().map(one).collect())
    }

    /// The place, among the known names, of the name that stands here.
    pub fn known(&self, what: &str, known: &[&str]) -> Result<usize> {
        self.named(what, self.as_text()?, known)
    }

    /// The place, among the known names, of a name that has to do with this place.
    #[inline(never)]
    pub fn named(&self, what: &str, name: &str, known: &[&str]) -> Result<usize> {
        let place = known.iter().position(|known| *known == name);
        place.ok_or_else(|| {
            self.error(&format!("unknown {what} \"{}\"{}", echo(name), did_you_mean(name, known)))
        })
    }

    /// An address under a key.
    #[inline(never)]
    pub fn https(&self, key: &str) -> Result<String> {
        let at = self.need(key)?;
        let url = at.as_text()?;
        if url.starts_with("https://") { Ok(url.to_string()) } else { Err(at.error("an address starts with https://")) }
    }

    /// A date under a key, `2026-11` or `2026-11-23`.
    #[inline(never)]
    pub fn date(&self, key: &str) -> Result<String> {
        let at = self.need(key)?;
        let date = at.as_text()?;
        let fits = |shape: &[u8]| {
            let same = |(byte, shape): (&u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == shape };
            date.len() == shape.len() && date.as_bytes().iter().zip(shape).all(same)
        };
        if fits(b"0000-00") || fits(b"0000-00-00") {
            Ok(date.to_string())
        } else {
            Err(at.error("is not a date; write it as 2026-11 or 2026-11-23"))
        }
    }
}

/// `1.5` is 15, `3` is 30.
fn tenths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let part = Some(part).filter(|part| part.len() == 1)?.parse::<u32>().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(part)
}

/// The start of what was given, on one line.
pub fn echo(given: &str) -> String {
    given.chars().take(ECHO).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// `; did you mean "first"?`, where something known is at most two letters away.
pub fn did_you_mean(given: &str, known: &[&str]) -> String {
    let near = known.iter().map(|known| (distance(given, known), known)).min();
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
