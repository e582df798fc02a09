//! Holds a value against its shape and notes every difference, with the mend.

use super::at::At;
use super::shape::{Object, Shape};

impl At<'_, '_> {
    /// Notes everything in which the value here differs from a shape.
    pub fn check(&self, shape: &Shape) {
        match *shape {
            Shape::Text(most) => self.check_text(most),
            Shape::Https => self.check_https(),
            Shape::Address => self.check_text(usize::MAX),
            Shape::Date => self.check_date(),
            Shape::Flag => self.check_is(self.flag().is_some(), "must be true or false"),
            Shape::Whole(least, most) => {
                let fits = self.whole().is_some_and(|number| (least..=most).contains(&number));
                if !fits {
                    self.wrong(format_args!("must be a whole number from {least} to {most}"));
                }
            }
            Shape::Tenths => {
                self.check_is(self.tenths().is_some(), "must be a number from 0.1 to 100 with at most one decimal");
            }
            Shape::Name(what, names) => {
                self.check_text(usize::MAX);
                if !self.as_text().is_empty() {
                    self.find(what, &names());
                }
            }
            Shape::List(of, least, most) => self.check_list(of, least, most),
            Shape::Map(what, names, of) => self.check_map(what, names.map(|names| names()), of),
            Shape::Object(object) => self.check_object(object),
            Shape::IdOr(_) if self.is_text() => self.check_text(usize::MAX),
            Shape::IdOr(object) => self.check_object(object),
            Shape::Any => {}
        }
    }

    fn check_is(&self, fits: bool, what: &str) {
        if !fits {
            self.wrong(format_args!("{what}"));
        }
    }

    fn check_text(&self, most: usize) {
        let text = self.as_text();
        self.check_is(self.is_text(), "must be text");
        self.check_is(!self.is_text() || !text.is_empty(), "is empty; write it or leave the key out");
        if text.chars().count() > most {
            self.wrong(format_args!("is longer than {most} characters"));
        }
    }

    fn check_https(&self) {
        self.check_text(usize::MAX);
        let url = self.as_text();
        self.check_is(url.is_empty() || url.starts_with("https://"), "an address starts with https://");
    }

    fn check_date(&self) {
        self.check_text(usize::MAX);
        let date = self.as_text();
        let fits = |shape: &[u8]| {
            let same = |(byte, shape): (&u8, &u8)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == shape };
            date.len() == shape.len() && date.as_bytes().iter().zip(shape).all(same)
        };
        let fits = date.is_empty() || fits(b"0000-00") || fits(b"0000-00-00");
        self.check_is(fits, "is not a date; write it as 2026-11 or 2026-11-23");
    }

    fn check_list(&self, of: &Shape, least: usize, most: usize) {
        let mut count = 0;
        self.each(&mut |at| {
            count += 1;
            if count <= most {
                at.check(of);
            }
        });
        if !self.is_list() {
            self.wrong(format_args!("must be a list"));
        } else if count < least {
            self.wrong(format_args!("is empty; it needs at least one entry"));
        } else if count > most {
            self.wrong(format_args!("has more than {most} entries"));
        }
    }

    fn check_map(&self, what: &str, names: Option<Vec<&str>>, of: &Shape) {
        self.check_is(self.is_object(), "must be an object");
        let mut seen: Vec<&str> = Vec::new();
        self.entries(&mut |key, at| {
            if seen.contains(&key) {
                return at.wrong(format_args!("stands here twice; leave one"));
            }
            seen.push(key);
            if let Some(names) = &names {
                at.find_named(what, key, names);
            }
            at.check(of);
        });
        self.check_is(!self.is_object() || !seen.is_empty(), "is empty; it needs at least one entry");
    }

    fn check_object(&self, object: &Object) {
        self.check_is(self.is_object(), "must be an object");
        let mut seen = vec![false; object.fields.len()];
        self.entries(&mut |key, at| match object.fields.iter().position(|field| field.key == key) {
            None => at.unknown_key(key, object),
            Some(place) if seen[place] => at.wrong(format_args!("stands here twice; leave one")),
            Some(place) => {
                seen[place] = true;
                at.check(&object.fields[place].shape);
            }
        });
        for (field, seen) in object.fields.iter().zip(seen) {
            if field.needed && !seen && self.is_object() {
                self.wrong(format_args!("\"{}\" is missing; add it", field.key));
            }
        }
    }

    fn unknown_key(&self, key: &str, object: &Object) {
        let keys: Vec<&str> = object.fields.iter().map(|field| field.key).collect();
        let near = crate::near::did_you_mean(key, &keys);
        self.wrong(format_args!("unknown key{near}; the keys here are {}", keys.join(", ")));
    }
}
