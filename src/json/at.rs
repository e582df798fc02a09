//! A value and its place, with a reader for each kind of thing that can stand there.
//!
//! Reading is silent: what is not as it has to be was noted by `check`, and reads as nothing.

use std::fmt;

use super::mistakes::{Mistake, Mistakes};
use super::value::Value;
use crate::near::{did_you_mean, echo};

/// A value and its place.
///
/// `'v` is how long the value is kept, `'p` how long the place is.
pub struct At<'v, 'p> {
    value: &'v Value<'v>,
    place: Place<'v, 'p>,
    mistakes: &'p Mistakes,
}

#[derive(Clone, Copy)]
enum Place<'v, 'p> {
    File(&'p str),
    Key(&'p At<'v, 'p>, &'p str),
    Index(&'p At<'v, 'p>, usize),
}

impl<'v, 'p> At<'v, 'p> {
    /// The whole of a file; `file` is empty where it is not from a file.
    pub fn new(file: &'p str, value: &'v Value<'v>, mistakes: &'p Mistakes) -> At<'v, 'p> {
        At { value, place: Place::File(file), mistakes }
    }

    /// Notes a mistake at this place.
    pub fn wrong(&self, what: fmt::Arguments) {
        let mut path = String::new();
        let file = self.write_path(&mut path).to_string();
        // What is not JSON was noted as such; that it then lacks everything is no news.
        if !(matches!(self.value, Value::Null) && path.is_empty() && self.mistakes.has_whole(&file)) {
            self.mistakes.add(Mistake { file, path, what: what.to_string() });
        }
    }

    /// Writes the path and gives back the file.
    fn write_path(&self, path: &mut String) -> &'p str {
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

    /// Whether text stands here.
    pub fn is_text(&self) -> bool {
        matches!(self.value, Value::String(_))
    }

    /// Whether a list stands here.
    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::Array(_))
    }

    /// Whether an object stands here.
    pub fn is_object(&self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    /// What stands under a key, if anything.
    pub fn get(&'p self, key: &'p str) -> Option<At<'v, 'p>> {
        let Value::Object(entries) = self.value else { return None };
        let (_, value) = entries.iter().find(|(known, _)| known == key)?;
        Some(At { value, place: Place::Key(self, key), mistakes: self.mistakes })
    }

    /// What stands under a key; nothing where the key is not there.
    pub fn need(&'p self, key: &'p str) -> At<'v, 'p> {
        let nothing = At { value: &Value::Null, place: Place::Key(self, key), mistakes: self.mistakes };
        self.get(key).unwrap_or(nothing)
    }

    /// The text here; empty where there is none.
    pub fn as_text(&self) -> &'v str {
        match self.value {
            Value::String(text) if !text.trim_ascii().is_empty() => text,
            _ => "",
        }
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> &'v str {
        self.need(key).as_text()
    }

    /// The text under a key, if the key is there.
    pub fn text_if(&self, key: &str) -> Option<&'v str> {
        self.get(key).map(|at| at.as_text())
    }

    /// The number here, in tenths: from 0.1 to 100 with at most one decimal.
    pub fn tenths(&self) -> Option<u32> {
        let Value::Number((number, _)) = self.value else { return None };
        tenths(number).filter(|tenths| (1..=1000).contains(tenths))
    }

    /// The whole number here.
    pub fn whole(&self) -> Option<u16> {
        let Value::Number((number, _)) = self.value else { return None };
        number.parse().ok()
    }

    /// What is said here with `true` or `false`.
    pub fn flag(&self) -> Option<bool> {
        if let Value::Bool(yes) = self.value { Some(*yes) } else { None }
    }

    /// Reads each entry of the list here.
    pub fn each(&self, read: &mut dyn FnMut(&At<'v, '_>)) {
        let Value::Array(list) = self.value else { return };
        for (index, value) in list.iter().enumerate() {
            read(&At { value, place: Place::Index(self, index), mistakes: self.mistakes });
        }
    }

    /// What `read` makes of each entry of the list under a key; nothing where the key is not there.
    pub fn list<T>(&self, key: &str, mut read: impl FnMut(&At<'v, '_>) -> T) -> Vec<T> {
        let mut made = Vec::new();
        self.need(key).each(&mut |at| made.push(read(at)));
        made
    }

    /// Reads each entry of the object here, with its key.
    pub fn entries(&self, read: &mut dyn FnMut(&'v str, &At<'v, '_>)) {
        let Value::Object(entries) = self.value else { return };
        for (key, value) in entries {
            read(key, &At { value, place: Place::Key(self, key), mistakes: self.mistakes });
        }
    }

    /// The place, among the known names, of the name that stands here; `None` where it is none of them.
    pub fn place(&self, known: &[&str]) -> Option<usize> {
        let name = self.as_text();
        known.iter().position(|known| *known == name)
    }

    /// The same, for names that no shape can know: one that is none of them is noted.
    pub fn find(&self, what: &str, known: &[&str]) -> Option<usize> {
        let name = self.as_text();
        if name.is_empty() { None } else { self.find_named(what, name, known) }
    }

    /// The same for a name that has to do with this place.
    pub fn find_named(&self, what: &str, name: &str, known: &[&str]) -> Option<usize> {
        let place = known.iter().position(|known| *known == name);
        if place.is_none() {
            self.wrong(format_args!("unknown {what} \"{}\"{}", echo(name), did_you_mean(name, known)));
        }
        place
    }

    /// Notes a name that is none of a short list, with a suggestion or the list. A name of fewer than `least` characters gets
    /// the list: "1:1" is one character from "2:1", and means a first.
    pub fn unknown(&self, what: &str, name: &str, known: &[&str], least: usize) {
        let suggestion = if name.chars().count() < least { String::new() } else { did_you_mean(name, known) };
        let list = if suggestion.is_empty() { format!("; give one of {}", known.join(", ")) } else { suggestion };
        self.wrong(format_args!("unknown {what} \"{}\"{list}", echo(name)));
    }
}

/// `1.5` is 15, `3` is 30.
fn tenths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let part = Some(part).filter(|part| part.len() == 1)?.parse::<u32>().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(part)
}
