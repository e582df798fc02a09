//! How people write subjects and classes: folding, the awards that stand before a subject, and the spellings of a class.
//!
//! Nothing is matched by likeness: two texts are the same where they are equal once folded (contract 1.1).

use super::fold::fold;
use super::packs::PackAt;
use crate::rules::Class;

/// What may stand between an award and its subject, in this order.
const BETWEEN: [&str; 6] = ["(hons)", "(honours)", "hons", "honours", "degree", "in"];
/// What stands for honours behind a subject or a class.
const HONOURS_AT_THE_END: [&str; 3] = ["(hons)", "(hons.)", "(honours)"];

/// The spellings of `roles/subjects/spellings.json`, folded.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    awards_before: Vec<String>,
    classes: Vec<(String, Class)>,
}

impl Spellings {
    /// Reads the spellings of a table, where it has some.
    pub(super) fn read(&mut self, at: &PackAt) {
        self.awards_before.extend(at.list("awardsBefore", |at| fold(at.as_text())));
        at.need("classes").entries(&mut |class, at| {
            let Some(class) = Class::find(class) else { return };
            at.each(&mut |at| {
                let spelling = fold(at.as_text());
                match self.classes.iter().find(|(known, _)| *known == spelling) {
                    Some((_, known)) if *known != class => {
                        at.wrong(format_args!(
                            "is a spelling of \"{}\" already; a spelling is of one class",
                            known.id()
                        ));
                    }
                    _ => self.classes.push((spelling, class)),
                }
            });
        });
    }

    /// Returns the class that a text names, and whether the text says that it is predicted.
    pub(super) fn class(&self, text: &str) -> Option<(Class, bool)> {
        if let Some(class) = Class::find(text) {
            return Some((class, false));
        }
        let folded = fold(text);
        let (rest, predicted) = match folded.strip_suffix("(predicted)") {
            Some(rest) => (rest.trim_end(), true),
            None => (folded.as_str(), false),
        };
        let name = without_honours(rest);
        let spelling = self.classes.iter().find(|(known, _)| known == name)?;
        Some((spelling.1, predicted))
    }

    /// Returns a text that names a subject, folded, without the award before it and the "(Hons)" behind it. Empty where the text
    /// is an award alone, which is no subject.
    pub(super) fn subject(&self, text: &str) -> String {
        // With a space behind it, an award alone stands before nothing.
        let folded = fold(text) + " ";
        let mut rest = folded.as_str();
        while let Some(shorter) = self.without_award(rest) {
            rest = shorter;
        }
        without_honours(rest.trim_end()).to_string()
    }

    /// Removes one award from the front: `bsc (hons)`, `a level`, `degree in`.
    fn without_award<'a>(&self, text: &'a str) -> Option<&'a str> {
        let awards = self.awards_before.iter().filter_map(|award| after_word(text, award));
        let mut rest = awards.min_by_key(|rest| rest.len())?;
        for word in BETWEEN {
            rest = after_word(rest, word).unwrap_or(rest);
        }
        Some(rest)
    }
}

/// What follows some words and a space. A dot may stand behind each of their letters: "B.Sc. (Hons.)".
fn after_word<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for letter in words.chars() {
        rest = rest.strip_prefix(letter)?;
        rest = rest.strip_prefix('.').unwrap_or(rest);
    }
    rest.strip_prefix(' ')
}

fn without_honours(text: &str) -> &str {
    HONOURS_AT_THE_END.iter().find_map(|end| text.strip_suffix(end)).map_or(text, str::trim_end)
}
