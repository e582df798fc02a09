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
    /// What came of what the person last asked of it.
    pub came_of: Option<CameOf>,
}

/// What came of saving or deleting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameOf {
    /// It is saved.
    Saved,
    /// There is no room.
    Full,
    /// The browser did not let us.
    Refused,
}

/// What the device tells.
#[derive(Clone, Debug)]
pub enum Tells {
    /// Which day it is, if its clock says one, and whether there is no network.
    Now(Option<Day>, bool),
    /// What is saved there now.
    Shelf(Rc<Shelf>),
    /// What came of what the person asked for; nothing yet.
    CameOf(Option<CameOf>),
}
