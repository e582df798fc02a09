//! A value in a pack, and where it stands: every error names the file and the path.
//!
//! Read by hand rather than by derived code: the messages are better, and the page is lighter by some 20 kB. The
//! readers are kept out of line for the same reason.

use serde_json::Value;

use super::error::{PackError, did_you_mean};

/// What reading gives back.
pub type Result<T> = std::result::Result<T, Box<PackError>>;

/// A value and its place.
#[derive(Clone)]
pub struct At<'a> {
    file: &'a str,
    path: String,
    value: &'a Value,
}

/// Parses the text of a file.
pub fn parse((name, text): &(&str, &str)) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| PackError::new(name, "", format!("is not JSON: {error}")))
}

impl<'a> At<'a> {
    /// The whole of a file.
    pub fn new(file: &'a str, value: &'a Value) -> At<'a> {
        At { file, path: String::new(), value }
    }

    /// A mistake at this place.
    pub fn error(&self, what: impl Into<String>) -> Box<PackError> {
        PackError::new(self.file, &self.path, what.into())
    }

    #[inline(never)]
    fn joined(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_string() } else { format!("{}.{key}", self.path) }
    }

    /// Refuses an object with any other key than these.
    #[inline(never)]
    pub fn only(&self, keys: &[&str]) -> Result<()> {
        for (key, at) in self.entries()? {
            if !keys.contains(&key) {
                let known = did_you_mean(key, keys);
                return Err(at.error(format!("unknown key{known}; the keys here are {}", keys.join(", "))));
            }
        }
        Ok(())
    }

    /// What stands under a key, if anything.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<At<'a>> {
        let value = self.value.get(key)?;
        Some(At { file: self.file, path: self.joined(key), value })
    }

    /// What stands under a key.
    #[inline(never)]
    pub fn need(&self, key: &str) -> Result<At<'a>> {
        self.get(key).ok_or_else(|| self.error(format!("\"{key}\" is missing; add it")))
    }

    /// The text here.
    #[inline(never)]
    pub fn as_text(&self) -> Result<&'a str> {
        match self.value.as_str() {
            Some(text) if !text.trim().is_empty() => Ok(text),
            Some(_) => Err(self.error("is empty; write it or leave the key out")),
            None => Err(self.error("must be text")),
        }
    }

    /// The text under a key.
    #[inline(never)]
    pub fn text(&self, key: &str) -> Result<String> {
        self.need(key)?.as_text().map(str::to_string)
    }

    /// The text under a key, if the key is there.
    #[inline(never)]
    pub fn text_if(&self, key: &str) -> Result<Option<String>> {
        self.get(key).map(|at| at.as_text().map(str::to_string)).transpose()
    }

    /// The number here.
    pub fn as_number(&self) -> Result<f64> {
        self.value.as_f64().ok_or_else(|| self.error("must be a number"))
    }

    /// The whole number under a key, from `least` to `most`.
    pub fn whole(&self, key: &str, least: u64, most: u64) -> Result<u64> {
        let at = self.need(key)?;
        let number = at.value.as_u64().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| at.error(format!("must be a whole number from {least} to {most}")))
    }

    /// Whether it says `true` under a key.
    pub fn is(&self, key: &str) -> Result<bool> {
        let Some(at) = self.get(key) else { return Ok(false) };
        at.value.as_bool().ok_or_else(|| at.error("must be true or false"))
    }

    /// The list here.
    #[inline(never)]
    pub fn as_list(&self) -> Result<Vec<At<'a>>> {
        let list = self.value.as_array().ok_or_else(|| self.error("must be a list"))?;
        let one = |(index, value)| At { file: self.file, path: format!("{}[{index}]", self.path), value };
        Ok(list.iter().enumerate().map(one).collect())
    }

    /// The list under a key.
    #[inline(never)]
    pub fn list(&self, key: &str) -> Result<Vec<At<'a>>> {
        self.need(key)?.as_list()
    }

    /// The list under a key; empty where the key is not there.
    #[inline(never)]
    pub fn list_if(&self, key: &str) -> Result<Vec<At<'a>>> {
        self.get(key).map_or(Ok(Vec::new()), |at| at.as_list())
    }

    /// The list of texts under a key; empty where the key is not there.
    #[inline(never)]
    pub fn texts(&self, key: &str) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for at in self.list_if(key)? {
            texts.push(at.as_text()?.to_string());
        }
        Ok(texts)
    }

    /// The entries of the object here.
    #[inline(never)]
    pub fn entries(&self) -> Result<Vec<(&'a str, At<'a>)>> {
        let object = self.value.as_object().ok_or_else(|| self.error("must be an object"))?;
        let one = |(key, value): (&'a String, &'a Value)| {
            (key.as_str(), At { file: self.file, path: self.joined(key), value })
        };
        Ok(object.iter().map(one).collect())
    }

    /// The place, among the known names, of a name given here.
    pub fn known<'b>(&self, what: &str, name: &str, known: impl Iterator<Item = &'b str>) -> Result<usize> {
        self.place(what, name, &known.collect::<Vec<_>>())
    }

    #[inline(never)]
    fn place(&self, what: &str, name: &str, known: &[&str]) -> Result<usize> {
        let place = known.iter().position(|known| *known == name);
        place.ok_or_else(|| self.error(format!("unknown {what} \"{name}\"{}", did_you_mean(name, known))))
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
        let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        if matches!(shape.as_str(), "0000-00" | "0000-00-00") {
            Ok(date.to_string())
        } else {
            Err(at.error(format!("\"{date}\" is not a date; write it as 2026-11 or 2026-11-23")))
        }
    }
}
