//! What a person did, and what follows.

use std::cmp::Ordering;
use std::rc::Rc;

use super::answers::{Answer, Part, QuestionId};
use super::device::Tells;
use super::questions::{Input, read};
use super::retold::retold;
use super::screen::Screen;
use super::state::State;
use super::typing::Typing;
use crate::catalogue::RolePack;
use crate::rules::{Profile, Section};

/// What a person did.
#[derive(Clone, Debug)]
pub enum Action {
    /// Chose the role of that id, or all of them at once.
    Enter(&'static str),
    /// Opened the result of a role, or of all of them, for the same answers.
    Open(&'static str),
    /// Came by a link that holds answers.
    OpenLink(String),
    /// Typed something to find a role by.
    Filter(String),
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
    /// Went to an address by the browser's Back or Forward.
    Revisit(String),
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
    Tick(&'static str, bool),
    /// Wrote in a part of the example for a claim.
    Write(&'static str, &'static str, String),
    /// Said of the example for a claim that it can show a value, or that it cannot.
    Shows(&'static str, &'static str, bool),
    /// Opened the example for a claim, to write it, or closed it.
    Unfold(&'static str),
    /// Confirmed that all answers are to be cleared.
    Clear,
    /// Goes on from what was saved on the device.
    GoOn,
    /// Nothing: the page has a role of its own, and begins with a screen of that name.
    Adopt(&'static RolePack, &'static str),
    /// Nothing: the page says what the person holds.
    Take(Rc<Profile>),
    /// Something that the device tells.
    Device(Tells),
    /// Nothing: another language is spoken.
    Reword,
}

impl Action {
    /// Whether it leaves a person where they are.
    fn stays(&self) -> bool {
        matches!(
            self,
            Action::Tick(..)
                | Action::Write(..)
                | Action::Shows(..)
                | Action::Unfold(_)
                | Action::Device(_)
                | Action::Reword
                | Action::Adopt(..)
                | Action::Take(_)
                | Action::Filter(_)
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
        new.filter.clear();
        new.came = None;
        new.open.clear();
        new.device.came_of = None;
        new.moves = state.moves.wrapping_add(1);
        new.revisit = matches!(action, Action::Revisit(_));
    }
    match action {
        Action::Enter(id) => {
            new.from_all = false;
            new.enter(id);
            new.show(Screen::Start);
        }
        Action::Open(id) => {
            new.from_all = new.from_all || new.role.is_none();
            new.enter(id);
            new.show(Screen::Result);
        }
        Action::OpenLink(link) => new.open_link(&link),
        Action::Filter(typed) => new.filter = typed,
        Action::Begin => new.screen = new.onward(),
        Action::Answer(put_in) => answer(&mut new, put_in),
        Action::Change(id) if new.is_live(id) => {
            new.screen = Screen::Question(id);
            new.changing = true;
        }
        Action::AddAnother(section) => add_another(&mut new, section),
        Action::Remove(section, index) => remove(&mut new, section, index),
        Action::Back => new.back(),
        Action::Show(screen) => new.show(screen),
        Action::Revisit(address) => new.go_to(&address),
        Action::Type(words) => type_in(&mut new, words),
        Action::Move(_) | Action::Choose(_) | Action::CloseList | Action::LeaveField => in_list(&mut new, &action),
        Action::Tick(id, ticked) => new.tick(id, ticked),
        Action::Write(claim, part, words) => new.write(claim, part, words),
        Action::Shows(claim, value, shows) => new.set_shows(claim, value, shows),
        Action::Unfold(claim) => new.unfold(claim),
        Action::GoOn => new.go_on_from_saved(),
        Action::Adopt(pack, screen) => {
            new.own = Some(pack);
            new.go_to(&[pack.rules.id, "/", screen].concat());
        }
        Action::Take(profile) => take(&mut new, &profile),
        Action::Device(tells) => new.told(tells),
        Action::Clear => {
            let device = std::mem::take(&mut new.device);
            let mut cleared = State { moves: new.moves, device, own: new.own, ..State::new(new.catalogue, "") };
            cleared.go_to(new.role_id());
            new = cleared;
        }
        Action::Change(_) | Action::Reword => {}
    }
    new
}

/// The focus stays where it is: nobody has done anything.
fn take(state: &mut State, profile: &Profile) {
    state.refused = None;
    state.typing = None;
    state.came = None;
    state.answers = retold(state.catalogue, state.rules(), profile);
    state.answer_changed();
    state.show(Screen::Check);
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
