//! What a person did, and what follows.

use super::answers::{Answer, Part, QuestionId};
use super::questions::{Input, read};
use super::screen::Screen;
use super::state::State;
use super::typing::Typing;
use crate::rules::Section;

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Pressed "Start now".
    Begin,
    /// Pressed "Continue" on the question that is shown.
    Answer(Input),
    /// Wants to change one answer.
    Change(QuestionId),
    /// Wants to add another qualification of a section.
    AddAnother(Section),
    /// Wants a qualification removed.
    Remove(Section, u8),
    /// Went back.
    Back,
    /// Goes to a screen.
    Show(Screen),
    /// Went to a screen by the browser's Back or Forward.
    Revisit(Screen),
    /// Typed in the field for a subject.
    Type(String),
    /// Pressed an arrow key there: one down (1) or up (-1).
    Move(isize),
    /// Chose one of the subjects found.
    Choose(usize),
    /// Closed the list of subjects.
    CloseList,
    /// Left the field, by the keyboard or by pressing on something else.
    LeaveField,
    /// Ticked a claim, value or duty, or took the tick away.
    Tick(String, bool),
    /// Confirmed that all answers are to be cleared.
    Clear,
}

impl Action {
    /// Whether it leaves a person where they are.
    fn stays(&self) -> bool {
        matches!(
            self,
            Action::Tick(..)
                | Action::Type(_)
                | Action::Move(_)
                | Action::Choose(_)
                | Action::CloseList
                | Action::LeaveField
        )
    }
}

/// What follows from what a person did.
pub fn update(state: &State, action: Action) -> State {
    let mut new = state.clone();
    if !action.stays() {
        new.refused = None;
        new.typing = None;
        new.moves = state.moves.wrapping_add(1);
        new.revisit = matches!(action, Action::Revisit(_));
    }
    match action {
        Action::Begin => new.screen = new.onward(),
        Action::Answer(put_in) => answer(&mut new, put_in),
        Action::Change(id) if new.is_live(id) => {
            new.screen = Screen::Question(id);
            new.changing = true;
        }
        Action::AddAnother(section) => add_another(&mut new, section),
        Action::Remove(section, index) => remove(&mut new, section, index),
        Action::Back => back(&mut new),
        Action::Show(screen) | Action::Revisit(screen) => show(&mut new, screen),
        Action::Type(words) => type_in(&mut new, words),
        Action::Move(_) | Action::Choose(_) | Action::CloseList | Action::LeaveField => in_list(&mut new, &action),
        Action::Tick(id, ticked) => {
            new.ticked.retain(|known| *known != id);
            new.ticked.extend(ticked.then_some(id));
        }
        Action::Clear => new = State { moves: new.moves, ..State::new(new.catalogue, new.pack) },
        Action::Change(_) => {}
    }
    new
}

fn type_in(state: &mut State, words: String) {
    if let Screen::Question(QuestionId::Held(section, _, Part::Subject)) = state.screen {
        state.typing = Some(Typing::new(&state.catalogue.subjects, section, words));
    }
}

fn in_list(state: &mut State, action: &Action) {
    // An arrow key in a field that was filled before opens the list for what stands in it.
    if state.typing.is_none()
        && let (Screen::Question(id), Action::Move(_)) = (state.screen, action)
    {
        let words = state.input(&state.question(id)).typed;
        type_in(state, words);
    }
    let Some(typing) = &mut state.typing else { return };
    match *action {
        Action::Move(by) => typing.go(by),
        Action::Choose(place) => typing.choose(&state.catalogue.subjects, place),
        Action::LeaveField => typing.leave(),
        _ => typing.close(),
    }
}

fn answer(state: &mut State, put_in: Input) {
    let Screen::Question(id) = state.screen else { return };
    match read(state.catalogue, &state.question(id), &put_in) {
        Err(error) => state.refused = Some((put_in, error)),
        Ok(answer) => {
            state.answers.set(id, answer);
            state.answer_changed();
            let after = state.walk.path.iter().skip_while(|asked| **asked != id).nth(1).copied();
            state.screen = match after {
                Some(question) if !state.changing => Screen::Question(question),
                _ => state.onward(),
            };
            state.changing = state.changing && state.screen != Screen::Check;
        }
    }
}

fn add_another(state: &mut State, section: Section) {
    let held = state.walk.profile.section(section).map_or(0, <[_]>::len);
    let Some(last) = u8::try_from(held).ok().and_then(|held| held.checked_sub(1)) else {
        return;
    };
    // What was once said of a further one is not what is being added now.
    let stale = |id: QuestionId| id.entry().is_some_and(|(of, index)| of == section && index > last);
    state.answers.keep(|id| (!stale(id)).then_some(id));
    state.answers.set(QuestionId::More(section, last), Answer::More(true));
    state.answer_changed();
    state.changing = true;
    state.screen = state.onward();
}

fn remove(state: &mut State, section: Section, removed: u8) {
    let held = state.walk.profile.section(section).map_or(0, <[_]>::len);
    let last = usize::from(removed) + 1 == held;
    // Those after it move up by one.
    state.answers.keep(|id| match id.entry() {
        Some((of, index)) if of == section && index == removed => None,
        Some((of, index)) if of == section && index > removed => Some(id.at(index - 1)),
        _ => Some(id),
    });
    // The one before it is now the last.
    if last && removed > 0 {
        state.answers.set(QuestionId::More(section, removed - 1), Answer::More(false));
    }
    state.answer_changed();
    state.changing = true;
    state.screen = state.onward();
}

fn back(state: &mut State) {
    let before = |id: QuestionId| {
        let place = state.walk.path.iter().position(|asked| *asked == id).unwrap_or(state.walk.path.len());
        place.checked_sub(1).map_or(Screen::Start, |place| Screen::Question(state.walk.path[place]))
    };
    state.screen = match state.screen {
        Screen::Question(_) if state.changing => Screen::Check,
        Screen::Question(id) => before(id),
        Screen::Check => state.walk.path.last().map_or(Screen::Start, |id| Screen::Question(*id)),
        Screen::Result => Screen::Check,
        Screen::Skills | Screen::Restart => Screen::Result,
        Screen::Start => Screen::Start,
    };
    state.changing = state.changing && matches!(state.screen, Screen::Question(_));
}

fn show(state: &mut State, screen: Screen) {
    let answered = !state.walk.path.is_empty();
    state.screen = match screen {
        Screen::Question(id) if state.is_live(id) => screen,
        Screen::Question(_) if answered => state.onward(),
        Screen::Check | Screen::Result if !answered => Screen::Start,
        Screen::Question(_) => Screen::Start,
        screen => screen,
    };
    state.changing = false;
}
