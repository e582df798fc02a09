//! Typing a subject: the list of what may be meant, and the place in it.

use crate::catalogue::Subjects;
use crate::letters::capital;
use crate::rules::profile::MAX_SUBJECT;
use crate::rules::{Section, SubjectId};

/// The most subjects that the list shows.
const MOST: usize = 8;

/// A subject as it is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing {
    /// What stands in the field.
    pub words: String,
    /// The subjects that may be meant, the likeliest first.
    pub found: Vec<SubjectId>,
    /// Whether the list is to be seen.
    pub open: bool,
    /// The place in the list that the arrow keys are at.
    pub active: Option<usize>,
    /// The field was left with the list open: the list keeps its room, so that what is being pressed stays in its place.
    pub left: bool,
}

impl Typing {
    /// Something was typed.
    pub fn new(subjects: &Subjects, section: Section, words: String) -> Typing {
        let looked_at: String = words.chars().take(MAX_SUBJECT).collect();
        Typing { found: subjects.search(section, &looked_at, MOST), words, open: true, active: None, left: false }
    }

    /// An arrow key was pressed: one down (1) or up (-1), round and round.
    pub fn go(&mut self, by: isize) {
        let count = self.found.len();
        if count > 0 {
            let from = self.active.unwrap_or(if by.is_negative() { 0 } else { count - 1 });
            self.active = Some((from + count).wrapping_add_signed(by) % count);
            self.open = true;
            self.left = false;
        }
    }

    /// One of the list was chosen.
    pub fn choose(&mut self, subjects: &Subjects, place: usize) {
        if let Some(&subject) = self.found.get(place) {
            self.words = capital(subjects.name_of(subject));
        }
        self.close();
    }

    /// The field was left.
    pub fn leave(&mut self) {
        self.left |= self.open;
        self.close();
    }

    /// The list was closed.
    pub fn close(&mut self) {
        self.open = false;
        self.active = None;
    }
}
