//! A value and its place, with a reader for each kind of thing that can stand there.

use super::{Mistake, Mistakes, Value};
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
    #[inline(never)]
    pub fn wrong(&self, what: &str) {
        let mut path = String::new();
        let file = self.write_path(&mut path).to_string();
        // What is not JSON was noted as such; that it then lacks everything is no news.
        let known = |mistake: &Mistake| mistake.path.is_empty() && mistake.file == file;
        let mut mistakes = self.mistakes.0.borrow_mut();
        if !(matches!(self.value, Value::Null) && path.is_empty() && mistakes.iter().any(known)) {
            mistakes.push(Mistake { file, path, what: what.to_string() });
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

    /// Refuses an object with any other key than these, or with one of them twice.
    #[inline(never)]
    pub fn only(&self, keys: &[&str]) {
        let mut seen = vec![false; keys.len()];
        self.entries(&mut |key, at| match keys.iter().position(|known| *known == key) {
            None => {
                let near = did_you_mean(key, keys);
                at.wrong(&format!("unknown key{near}; the keys here are {}", keys.join(", ")));
            }
            Some(place) if seen[place] => at.wrong("stands here twice; leave one"),
            Some(place) => seen[place] = true,
        });
    }

    /// What stands under a key, if anything.
    #[inline(never)]
    pub fn get(&'p self, key: &'p str) -> Option<At<'v, 'p>> {
        let Value::Object(entries) = self.value else { return None };
        let (_, value) = entries.iter().find(|(known, _)| known == key)?;
        Some(At { value, place: Place::Key(self, key), mistakes: self.mistakes })
    }

    /// What stands under a key; nothing, which is noted, where the key is not there.
    #[inline(never)]
    pub fn need(&'p self, key: &'p str) -> At<'v, 'p> {
        self.get(key).unwrap_or_else(|| {
            self.wrong(&format!("\"{key}\" is missing; add it"));
            At { value: &Value::Null, place: Place::Key(self, key), mistakes: self.mistakes }
        })
    }

    /// The text here.
    #[inline(never)]
    pub fn as_text(&self) -> &'v str {
        match self.value {
            Value::String(text) if !text.trim_ascii().is_empty() => return text,
            Value::String(_) => self.wrong("is empty; write it or leave the key out"),
            _ => self.unless_missing("must be text"),
        }
        ""
    }

    /// Notes a wrong type, but not of what was noted as missing.
    #[inline(never)]
    fn unless_missing(&self, what: &str) {
        let there = match self.place {
            Place::Key(up, key) => up.get(key).is_some(),
            Place::File(_) | Place::Index(..) => true,
        };
        if there {
            self.wrong(what);
        }
    }

    /// The text under a key.
    #[inline(never)]
    pub fn text(&self, key: &str) -> &'v str {
        self.need(key).as_text()
    }

    /// The text under a key, if the key is there.
    #[inline(never)]
    pub fn text_if(&self, key: &str) -> Option<&'v str> {
        self.get(key).map(|at| at.as_text())
    }

    /// The number here, in tenths.
    #[inline(never)]
    pub fn tenths(&self) -> u32 {
        let tenths = match self.value {
            Value::Number((number, _)) => tenths(number),
            _ => None,
        };
        tenths.filter(|tenths| (1..=1000).contains(tenths)).unwrap_or_else(|| {
            self.unless_missing("must be a number from 0.1 to 100 with at most one decimal");
            1
        })
    }

    /// The whole number here, from `least` to `most`.
    #[inline(never)]
    pub fn whole(&self, least: u16, most: u16) -> u16 {
        let number = match self.value {
            Value::Number((number, _)) => number.parse().ok(),
            _ => None,
        };
        number.filter(|number| (least..=most).contains(number)).unwrap_or_else(|| {
            self.unless_missing(&format!("must be a whole number from {least} to {most}"));
            least
        })
    }

    /// Whether it says `true` under a key.
    pub fn is(&self, key: &str) -> bool {
        match self.get(key) {
            None => false,
            Some(At { value: Value::Bool(yes), .. }) => *yes,
            Some(at) => {
                at.wrong("must be true or false");
                false
            }
        }
    }

    /// Reads each entry of the list here.
    #[inline(never)]
    pub fn each(&self, read: &mut dyn FnMut(&At<'v, '_>)) {
        let Value::Array(list) = self.value else { return self.unless_missing("must be a list") };
        for (index, value) in list.iter().enumerate() {
            read(&At { value, place: Place::Index(self, index), mistakes: self.mistakes });
        }
    }

    /// What `read` makes of each entry of the list under a key.
    pub fn list<T>(&self, key: &str, mut read: impl FnMut(&At<'v, '_>) -> T) -> Vec<T> {
        let mut made = Vec::new();
        self.need(key).each(&mut |at| made.push(read(at)));
        made
    }

    /// What `read` makes of each entry of the list under a key; nothing where the key is not there.
    pub fn list_if<T>(&self, key: &str, read: impl FnMut(&At<'v, '_>) -> T) -> Vec<T> {
        if self.get(key).is_some() { self.list(key, read) } else { Vec::new() }
    }

    /// Reads each entry of the object here, with its key.
    #[inline(never)]
    pub fn entries(&self, read: &mut dyn FnMut(&'v str, &At<'v, '_>)) {
        let Value::Object(entries) = self.value else { return self.unless_missing("must be an object") };
        for (key, value) in entries {
            read(key, &At { value, place: Place::Key(self, key), mistakes: self.mistakes });
        }
    }

    /// The place, among the known names, of the name that stands here; `None` where it is none of them, which is noted.
    #[inline(never)]
    pub fn find(&self, what: &str, known: &[&str]) -> Option<usize> {
        let name = self.as_text();
        if name.is_empty() { None } else { self.find_name(what, name, known) }
    }

    /// The same, or 0, for where any one will do until the mistake is mended.
    pub fn known(&self, what: &str, known: &[&str]) -> usize {
        self.find(what, known).unwrap_or(0)
    }

    /// The place, among the known names, of a name that has to do with this place; 0 where it is none of them, which
    /// is noted.
    pub fn named(&self, what: &str, name: &str, known: &[&str]) -> usize {
        self.find_name(what, name, known).unwrap_or(0)
    }

    #[inline(never)]
    fn find_name(&self, what: &str, name: &str, known: &[&str]) -> Option<usize> {
        let place = known.iter().position(|known| *known == name);
        if place.is_none() {
            self.wrong(&format!("unknown {what} \"{}\"{}", echo(name), did_you_mean(name, known)));
        }
        place
    }

    /// An address under a key.
    #[inline(never)]
    pub fn https(&self, key: &str) -> &'v str {
        let at = self.need(key);
        let url = at.as_text();
        if !url.is_empty() && !url.starts_with("https://") {
            at.wrong("an address starts with https://");
        }
        url
    }

    /// A date under a key, `2026-11` or `2026-11-23`.
    #[inline(never)]
    pub fn date(&self, key: &str) -> &'v str {
        let at = self.need(key);
        let date = at.as_text();
        let fits = |shape: &[u8]| {
            let same = |(byte, shape): (&u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == shape };
            date.len() == shape.len() && date.as_bytes().iter().zip(shape).all(same)
        };
        if !(date.is_empty() || fits(b"0000-00") || fits(b"0000-00-00")) {
            at.wrong("is not a date; write it as 2026-11 or 2026-11-23");
        }
        date
    }
}

/// `1.5` is 15, `3` is 30.
fn tenths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let part = Some(part).filter(|part| part.len() == 1)?.parse::<u32>().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(part)
}
