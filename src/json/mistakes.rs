//! What is not as it has to be, gathered while reading; and the parser that notes what is not JSON at all.

use std::cell::RefCell;
use std::fmt;

use hifijson::SliceLexer;
use hifijson::token::Lex;
use hifijson::value::parse_bounded;

use super::value::Value;

/// Deeper than anything that is read here.
const DEPTH: usize = 32;

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

/// The mistakes found while reading. Reading goes on after each, so that an editor sees them all at once; what was read
/// is given out only where there is none.
#[derive(Debug, Default)]
pub struct Mistakes(RefCell<Vec<Mistake>>);

impl Mistakes {
    /// What was read, where it holds no mistake.
    ///
    /// # Errors
    /// The mistakes, in the order they were found.
    pub fn or<T>(self, read: T) -> Result<T, Vec<Mistake>> {
        let mistakes = self.0.into_inner();
        if mistakes.is_empty() { Ok(read) } else { Err(mistakes) }
    }

    /// Notes a mistake in a file as a whole.
    pub fn note(&self, file: &str, what: String) {
        self.add(Mistake { file: file.to_string(), path: String::new(), what });
    }

    /// Notes a mistake, unless it is noted already: what many roles share is read once for each.
    pub fn add(&self, mistake: Mistake) {
        let mut mistakes = self.0.borrow_mut();
        if !mistakes.contains(&mistake) {
            mistakes.push(mistake);
        }
    }

    /// Whether a mistake in a file as a whole is noted.
    pub(super) fn has_whole(&self, file: &str) -> bool {
        self.0.borrow().iter().any(|known| known.path.is_empty() && known.file == file)
    }

    /// Parses the text of a file. What is not JSON is noted, with its line and column, and read as nothing.
    pub fn parse<'a>(&self, file: &str, text: &'a str) -> Value<'a> {
        let mut lexer = SliceLexer::new(text.as_bytes());
        let value = lexer.exactly_one(Lex::ws_peek, |next, lexer| parse_bounded(DEPTH, next, lexer));
        value.unwrap_or_else(|error| {
            let read = text.len() - lexer.as_slice().len();
            let before = text.as_bytes().get(..read).unwrap_or_default();
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
            self.note(file, format!("is not JSON at line {line}, column {column}: {error}"));
            Value::Null
        })
    }
}
