//! What follows from an event: one pure function from state to state.

use std::cmp::Ordering;

use super::action::{Edit, Event, HostEvent, Move, UserAction};
use super::answers::{Answer, Part, QuestionId};
use super::questions::{Input, read};
use super::retold::retold;
use super::screen::Screen;
use super::state::State;
use super::typing::Typing;
use crate::rules::{Profile, Section};

/// Returns the state that follows from an event.
pub fn update(state: &State, event: impl Into<Event>) -> State {
    let mut new = state.clone();
    match event.into() {
        Event::User(UserAction::Move(action)) => apply_move(&mut new, action),
        Event::User(UserAction::Edit(edit)) => apply_edit(&mut new, edit),
        Event::Host(event) => apply_host_event(&mut new, event),
    }
    new
}

fn apply_move(state: &mut State, action: Move) {
    state.leave_screen();
    match action {
        Move::ChooseRole(id) => {
            state.from_all = false;
            state.enter(id);
            state.show(Screen::Start);
        }
        Move::OpenResult(id) => {
            state.from_all = state.from_all || state.role.is_none();
            state.enter(id);
            state.show(Screen::Result);
        }
        Move::Begin => state.screen = state.onward(),
        Move::Answer(put_in) => answer(state, put_in),
        Move::Change(id) => {
            if state.is_live(id) {
                state.screen = Screen::Question(id);
                state.changing = true;
            }
        }
        Move::AddAnother(section) => add_another(state, section),
        Move::Remove(section, index) => remove(state, section, index),
        Move::Back => state.back(),
        Move::Show(screen) => state.show(screen),
        Move::Clear => clear(state),
        Move::RestoreSaved => state.go_on_from_saved(),
    }
}

fn apply_edit(state: &mut State, edit: Edit) {
    match edit {
        Edit::FilterRoles(typed) => state.filter = typed,
        Edit::TypeSubject(words) => type_subject(state, words),
        Edit::MoveHighlight(by) => move_highlight(state, by),
        Edit::ChooseSubject(place) => {
            let subjects = &state.catalogue.subjects;
            in_subject_field(state, |typing| typing.choose(subjects, place));
        }
        Edit::CloseSubjects => in_subject_field(state, Typing::close),
        Edit::LeaveSubject => in_subject_field(state, Typing::leave),
        Edit::Tick(id, is_ticked) => state.tick_or_clear(id, is_ticked),
        Edit::ToggleExample(claim) => state.toggle_example(claim),
        Edit::WriteNote { claim, part, words } => state.write_note(claim, part, words),
        Edit::ShowValue { claim, value, is_shown } => state.show_value(claim, value, is_shown),
    }
}

fn apply_host_event(state: &mut State, event: HostEvent) {
    match event {
        HostEvent::AddressChanged(address) => {
            state.leave_screen();
            state.revisit = true;
            state.go_to(&address);
        }
        HostEvent::LinkOpened(link) => {
            state.leave_screen();
            state.open_link(&link);
        }
        HostEvent::SetProfile(profile) => set_profile(state, &profile),
        HostEvent::SetCustomRole(pack, screen) => {
            state.own = Some(pack);
            state.go_to(&[pack.rules.id, "/", screen].concat());
        }
        // The number of moves stays, and so does the focus.
        HostEvent::SetState(other) => *state = State { moves: state.moves, ..State::clone(&other) },
        HostEvent::Device(event) => state.apply_device_event(event),
    }
}

fn clear(state: &mut State) {
    let device = std::mem::take(&mut state.device);
    let mut cleared = State { moves: state.moves, device, own: state.own, ..State::new(state.catalogue, "") };
    cleared.go_to(state.role_id());
    *state = cleared;
}

/// Takes a profile in the place of the answers, and shows them. The focus stays where it is: the person has done nothing.
fn set_profile(state: &mut State, profile: &Profile) {
    state.refused = None;
    state.typing = None;
    state.restore_notice = None;
    state.answers = retold(state.catalogue, state.rules(), profile);
    state.answer_changed();
    state.show(Screen::Check);
}

fn type_subject(state: &mut State, words: String) {
    if let Screen::Question(QuestionId::Held(section, _, Part::Subject)) = state.screen {
        state.typing = Some(Typing::new(&state.catalogue.subjects, section, words));
    }
}

fn move_highlight(state: &mut State, by: isize) {
    // In a field that was filled before, an arrow key opens the list for what stands in it.
    if state.typing.is_none()
        && let Screen::Question(id) = state.screen
    {
        let words = state.input(&state.question(id)).typed;
        type_subject(state, words);
    }
    in_subject_field(state, |typing| typing.go(by));
}

/// Changes the subject that is being typed. Does nothing where none is.
fn in_subject_field(state: &mut State, change: impl FnOnce(&mut Typing)) {
    if let Some(typing) = &mut state.typing {
        change(typing);
    }
}

fn answer(state: &mut State, put_in: Input) {
    let Screen::Question(id) = state.screen else { return };
    let question = state.question(id);
    let answer = match read(state.catalogue, &question, &put_in) {
        Ok(answer) => answer,
        Err(error) => return state.refused = Some((put_in, error)),
    };
    let (before, wanted) = (state.answers.clone(), state.walk.next);
    state.answers.set(id, answer);
    state.answer_changed();
    if !state.walk.path.contains(&id) {
        // It goes against another answer: more subjects than there are GCSEs.
        state.answers = before;
        state.answer_changed();
        return state.refused = Some((put_in, format!("{}.error.many", question.key)));
    }
    // Who went back goes on along the same questions, unless the answer made another one needed.
    let after = state.walk.path.iter().skip_while(|asked| **asked != id).nth(1).copied();
    state.screen = match after {
        Some(question) if !state.changing && state.walk.next == wanted => Screen::Question(question),
        _ => state.onward(),
    };
    state.changing = state.changing && state.screen != Screen::Check;
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
        Some((of, index)) if of == section => match index.cmp(&removed) {
            Ordering::Less => Some(id),
            Ordering::Equal => None,
            Ordering::Greater => Some(id.at(index - 1)),
        },
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
