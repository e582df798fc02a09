//! How a checker is shown, as far as the page that it is on may choose.

use std::cell::Cell;

use yew::AttrValue;

use crate::copy::{language, speak};

/// What the page chooses.
#[derive(Clone)]
pub struct Manner {
    /// The level of a screen's own heading: 1 on our own page. Those of its parts come below it.
    pub level: u8,
    /// The language of the sentences; the one that is spoken, unless another is chosen.
    pub language: AttrValue,
    /// Whether links lead to a new tab.
    pub new_tab: bool,
    /// The address of a page of ours, without a fragment, to which a link with answers can lead.
    pub address: Option<AttrValue>,
    /// How much the page around the checker is told about the person.
    pub told: HostIsTold,
}

/// How much a checker tells the page around it about the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HostIsTold {
    /// It tells nothing, because the page is our own.
    #[default]
    Nothing,
    /// It tells the outcomes.
    Outcomes,
    /// It tells the outcomes and the answers.
    Answers,
}

impl Default for Manner {
    fn default() -> Manner {
        Manner { level: 1, language: language().into(), new_tab: false, address: None, told: HostIsTold::Nothing }
    }
}

thread_local! {
    /// Of the checker that is being drawn. A page draws one after the other, on one thread.
    static DRAWN: Cell<(u8, bool)> = const { Cell::new((1, false)) };
}

impl Manner {
    /// Draws and speaks in this manner from here on.
    pub fn take_up(&self) {
        speak(&self.language);
        DRAWN.set((self.level, self.new_tab));
    }
}

/// The element for a heading that is so many levels below a screen's own. There are six.
pub(super) fn heading_tag(below: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(DRAWN.get().0 + below).clamp(1, 6) - 1]
}

/// Whether links lead to a new tab.
pub(super) fn in_new_tab() -> bool {
    DRAWN.get().1
}
