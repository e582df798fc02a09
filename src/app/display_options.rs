//! How a checker is shown, as far as the page that it is on may choose.

use yew::AttrValue;

use crate::copy::language;

/// What the page around a checker chooses.
#[derive(Clone)]
pub struct DisplayOptions {
    /// The level of a screen's own heading: 1 on our own page. The headings of its parts come below it.
    pub heading_level: u8,
    /// The language of the sentences.
    pub language: AttrValue,
    /// Whether links lead to a new tab.
    pub opens_new_tabs: bool,
    /// The address of a page of ours, without a fragment, to which a link with answers can lead.
    pub address: Option<AttrValue>,
    /// What the page around the checker is told about the person.
    pub shared_with_host: SharedWithHost,
}

/// What a checker tells the page around it about the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SharedWithHost {
    /// Nothing, because the page is our own.
    #[default]
    Nothing,
    /// The outcomes.
    Outcomes,
    /// The outcomes and the answers.
    Answers,
}

impl Default for DisplayOptions {
    /// Returns the options of our own page, in the language that is spoken.
    fn default() -> DisplayOptions {
        DisplayOptions {
            heading_level: 1,
            language: language().into(),
            opens_new_tabs: false,
            address: None,
            shared_with_host: SharedWithHost::Nothing,
        }
    }
}
