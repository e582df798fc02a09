//! What a person's device says of itself, and of what is saved on it.

use std::rc::Rc;

use super::day::Day;
use super::saved::Shelf;

/// What is known of the device. Nothing, where the page is not ours.
#[derive(Clone, Debug, Default)]
pub struct Device {
    /// The day by its clock, which may be wrong.
    pub today: Option<Day>,
    /// It says that it has no network.
    pub offline: bool,
    /// What is saved there.
    pub shelf: Rc<Shelf>,
    /// How the last save or deletion ended.
    pub save_result: Option<SaveResult>,
}

/// How a save or a deletion ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveResult {
    /// It is saved.
    Saved,
    /// There is no room.
    Full,
    /// The browser did not let us.
    Refused,
}

/// What the device tells of itself.
#[derive(Clone, Debug)]
pub enum DeviceEvent {
    /// Which day it is, if its clock says one, and whether there is no network.
    Now(Option<Day>, bool),
    /// What is saved there now.
    Shelf(Rc<Shelf>),
    /// How the save or the deletion that the person asked for ended; nothing while it has not.
    SaveResult(Option<SaveResult>),
}
