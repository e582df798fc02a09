//! What a person can show: what they ticked, the examples they wrote, and the values that an example can show. It is theirs
//! to say; nothing is counted for or against them.

use super::notes::Note;
use super::state::State;
use super::update::Action;

/// Ticked where the skills that only some jobs ask for concern the person.
pub const CONDITION: &str = "condition";

impl State {
    /// Whether a claim, value or duty of the role is ticked, or the [`CONDITION`].
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

    pub(super) fn tick(&mut self, id: &'static str, ticked: bool) {
        let tick = (self.role_id(), id);
        self.ticked.retain(|known| *known != tick);
        self.ticked.extend(ticked.then_some(tick));
    }
}

/// What follows where something is ticked or written.
pub(super) fn note_down(state: &mut State, action: Action) {
    match action {
        Action::Tick(id, ticked) => {
            state.tick(id, ticked);
            // A value that has no example is shown by none.
            if !ticked {
                let role = state.role_id();
                state.shown.retain(|&(of, _, value)| (of, value) != (role, id));
            }
        }
        Action::Write(claim, part, words) => {
            // Who begins to write an example has one. The tick stays theirs to take away.
            if !words.is_empty() && state.note(claim, part).is_empty() {
                state.tick(claim, true);
            }
            let note = Note { role: state.role_id(), claim, part, words };
            state.notes.retain(|known| !known.is_about(note.role, claim, part));
            if !note.words.is_empty() {
                state.notes.push(note);
            }
        }
        Action::Shows(claim, value, shows) => {
            let one = (state.role_id(), claim, value);
            state.shown.retain(|known| *known != one);
            state.shown.extend(shows.then_some(one));
        }
        Action::Unfold(claim) => {
            let was_open = state.is_open(claim);
            state.open.retain(|known| *known != claim);
            state.open.extend((!was_open).then_some(claim));
        }
        _ => {}
    }
}
