//! Which tests to run, as the arguments of `cargo xtask test` say it.

use crate::run::Result;

/// The engines that the browser tests run in.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// Which tests to run.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// Every test.
    All,
    /// `cargo test`, with its own arguments.
    Native(Vec<String>),
    /// The built module and the package in Node: the files with these words in their names.
    Node(Vec<String>),
    /// The browsers: the files with these words in their names, in one engine or all.
    Browser(Vec<String>, Option<&'static str>),
}

impl Part {
    /// Reads the arguments of `test`. Fails at one that is unknown.
    pub fn read(arguments: &[String]) -> Result<Part> {
        let Some((first, rest)) = arguments.split_first() else { return Ok(Part::All) };
        match first.as_str() {
            "all" if rest.is_empty() => Ok(Part::All),
            "native" => Ok(Part::Native(rest.to_vec())),
            "node" => Ok(Part::Node(rest.to_vec())),
            "browser" => {
                let (mut words, mut engine) = (Vec::new(), None);
                let mut rest = rest.iter();
                while let Some(word) = rest.next() {
                    if word == "--engine" {
                        let name = rest.next();
                        let known = ENGINES.into_iter().find(|engine| name.is_some_and(|name| name == engine));
                        engine = Some(known.ok_or_else(|| format!("--engine takes one of {}", ENGINES.join(", ")))?);
                    } else if word.starts_with('-') {
                        return Err(format!("unknown option {word}"));
                    } else {
                        words.push(word.clone());
                    }
                }
                Ok(Part::Browser(words, engine))
            }
            other => Err(format!("\"{other}\" is no part of the tests; there are native, node, browser and all")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Part> {
        Part::read(&line.split_whitespace().map(str::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn parts_are_read_and_what_is_unknown_is_refused() {
        assert_eq!(read(""), Ok(Part::All));
        assert_eq!(read("all"), Ok(Part::All));
        assert_eq!(read("native second --nocapture"), Ok(Part::Native(vec!["second".into(), "--nocapture".into()])));
        assert_eq!(read("browser device --engine webkit"), Ok(Part::Browser(vec!["device".into()], Some("webkit"))));
        for wrong in ["brwoser", "browser --engine opera", "browser --engine", "browser --fast", "all the rest"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
