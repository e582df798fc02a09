//! What changes a state: what a person does, and what the page around the checker or the browser does.

use std::rc::Rc;

use super::answers::QuestionId;
use super::device::DeviceEvent;
use super::questions::Input;
use super::screen::Screen;
use super::state::State;
use crate::catalogue::RolePack;
use crate::rules::{Profile, Section};

/// Anything that [`update`](super::update) takes.
#[derive(Clone, Debug)]
pub enum Event {
    /// A person did something.
    User(UserAction),
    /// The page around the checker, or the browser, did something.
    Host(HostEvent),
}

/// What a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserAction {
    /// Leads to a screen or back to the same one, so the focus moves and what was open is closed.
    Move(Move),
    /// Changes something on the screen, so the focus stays.
    Edit(Edit),
}

/// What leads a person to a screen, or back to the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Chooses the role of that id, or all of them at once.
    ChooseRole(&'static str),
    /// Opens the result of a role, or of all of them, for the same answers.
    OpenResult(&'static str),
    /// Begins with the questions, or goes on with them.
    Begin,
    /// Submits the question that is shown.
    Answer(Input),
    /// Begins to change one answer.
    Change(QuestionId),
    /// Begins to add another qualification of a section.
    AddAnother(Section),
    /// Removes a qualification.
    Remove(Section, u8),
    /// Goes back.
    Back,
    /// Goes to a screen.
    Show(Screen),
    /// Confirms that all answers are to be cleared.
    Clear,
    /// Goes on from what was saved on the device.
    RestoreSaved,
}

/// What a person changes on the screen where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Types something to find a role by.
    FilterRoles(String),
    /// Types in the field for a subject.
    TypeSubject(String),
    /// Presses an arrow key there: one down (1) or up (-1) in the list.
    MoveHighlight(isize),
    /// Chooses the subject at a place in the list.
    ChooseSubject(usize),
    /// Closes the list of subjects.
    CloseSubjects,
    /// Leaves the field for a subject, by the keyboard or by pressing on something else.
    LeaveSubject,
    /// Ticks a claim, value or duty, or takes the tick away.
    Tick(&'static str, bool),
    /// Opens the example for a claim, to write it, or closes it.
    ToggleExample(&'static str),
    /// Writes in a part of the example for a claim.
    WriteNote {
        /// The id of the claim.
        claim: &'static str,
        /// Which of [`PARTS`](super::notes::PARTS).
        part: &'static str,
        /// All that the part says from now on.
        words: String,
    },
    /// Says of the example for a claim whether it can show a value.
    ShowValue {
        /// The id of the claim.
        claim: &'static str,
        /// The id of the value.
        value: &'static str,
        /// Whether it can.
        is_shown: bool,
    },
}

/// What the page around the checker does, or the browser. All but the browser's moves leave the focus where it is.
#[derive(Clone, Debug)]
pub enum HostEvent {
    /// The browser's Back or Forward went to an address.
    AddressChanged(String),
    /// A link that holds answers stands in the address.
    LinkOpened(String),
    /// The page says what the person holds, in the place of the answers so far.
    SetProfile(Rc<Profile>),
    /// The page has a role of its own, and begins with a screen of that name.
    SetCustomRole(&'static RolePack, &'static str),
    /// The page puts another person's state in the place of this one.
    SetState(Rc<State>),
    /// The device tells something of itself.
    Device(DeviceEvent),
}

impl From<UserAction> for Event {
    fn from(action: UserAction) -> Event {
        Event::User(action)
    }
}

impl From<Move> for Event {
    fn from(action: Move) -> Event {
        Event::User(action.into())
    }
}

impl From<Edit> for Event {
    fn from(edit: Edit) -> Event {
        Event::User(edit.into())
    }
}

impl From<HostEvent> for Event {
    fn from(event: HostEvent) -> Event {
        Event::Host(event)
    }
}

impl From<Move> for UserAction {
    fn from(action: Move) -> UserAction {
        UserAction::Move(action)
    }
}

impl From<Edit> for UserAction {
    fn from(edit: Edit) -> UserAction {
        UserAction::Edit(edit)
    }
}
