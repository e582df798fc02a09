//! What a person can show: what they ticked, the examples they wrote, and the values that an example can show. It is theirs
//! to say; nothing is counted for or against them.

use super::notes::Note;
use super::state::State;

impl State {
    /// Whether a claim, value or duty of the role is ticked, or the
    /// [`CONDITION`](crate::catalogue::CONDITION).
    pub fn is_ticked(&self, id: &str) -> bool {
        self.ticked.iter().any(|(role, ticked)| *role == self.role_id() && *ticked == id)
    }

    /// What is written of a part of the example for a claim of the role.
    pub fn note(&self, claim: &str, part: &str) -> &str {
        let note = self.notes.iter().find(|note| note.is_about(self.role_id(), claim, part));
        note.map_or("", |note| &note.words)
    }

    /// Whether the example for a claim of the role can show a value.
    pub fn shows(&self, claim: &str, value: &str) -> bool {
        self.shown.iter().any(|&(role, of, shown)| (role, of, shown) == (self.role_id(), claim, value))
    }

    /// Whether there is an example of a value of the role: ticked by itself, or shown by the example for a claim.
    pub fn has_value(&self, value: &str) -> bool {
        self.is_ticked(value) || self.shown.iter().any(|&(role, _, shown)| (role, shown) == (self.role_id(), value))
    }

    /// Whether the example for a claim is open, to be written.
    pub fn is_open(&self, claim: &str) -> bool {
        self.open.contains(&claim)
    }

    /// Ticks something, or takes the tick away. A value that has no example any more is shown by none.
    pub(super) fn tick_or_clear(&mut self, id: &'static str, is_ticked: bool) {
        self.tick(id, is_ticked);
        if !is_ticked {
            let role = self.role_id();
            self.shown.retain(|&(of, _, value)| (of, value) != (role, id));
        }
    }

    fn tick(&mut self, id: &'static str, is_ticked: bool) {
        let tick = (self.role_id(), id);
        self.ticked.retain(|known| *known != tick);
        self.ticked.extend(is_ticked.then_some(tick));
    }

    /// Opens the example for a claim, or closes it.
    pub(super) fn toggle_example(&mut self, claim: &'static str) {
        let was_open = self.is_open(claim);
        self.open.retain(|known| *known != claim);
        self.open.extend((!was_open).then_some(claim));
    }

    /// Replaces what a part of the example for a claim says.
    pub(super) fn write_note(&mut self, claim: &'static str, part: &'static str, words: String) {
        // Who begins to write an example has one. The tick stays theirs to take away.
        if !words.is_empty() && self.note(claim, part).is_empty() {
            self.tick(claim, true);
        }
        let note = Note { role: self.role_id(), claim, part, words };
        self.notes.retain(|known| !known.is_about(note.role, claim, part));
        if !note.words.is_empty() {
            self.notes.push(note);
        }
    }

    /// Says whether the example for a claim can show a value.
    pub(super) fn show_value(&mut self, claim: &'static str, value: &'static str, is_shown: bool) {
        let one = (self.role_id(), claim, value);
        self.shown.retain(|known| *known != one);
        self.shown.extend(is_shown.then_some(one));
    }
}
