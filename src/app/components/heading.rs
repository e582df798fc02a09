//! Headings. Their levels count from that of the screen, which the page around the checker chooses.

use yew::prelude::*;

use crate::app::use_checker;

/// What a heading names. A page chooses by that, and the number of the level follows.
#[derive(Clone, Copy, PartialEq)]
pub enum HeadingLevel {
    /// A screen. It takes the focus when the screen appears.
    Screen,
    /// A section of a screen.
    Section,
    /// A part of a section.
    Part,
    /// A detail of a part.
    Detail,
}

/// The properties of a [`Heading`].
#[derive(PartialEq, Properties)]
pub struct HeadingProps {
    /// This decides the level and the looks of the heading.
    pub level: HeadingLevel,
    /// Its id, where something is named by it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The heading shows this.
    pub children: Html,
}

/// A heading.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let first = use_checker().options.heading_level;
    let (below, class, tabindex) = match props.level {
        HeadingLevel::Screen => (0, "ec-h1", Some("-1")),
        HeadingLevel::Section => (1, "ec-h2", None),
        HeadingLevel::Part => (2, "ec-h3", None),
        HeadingLevel::Detail => (3, "ec-h4", None),
    };
    // There are six.
    let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(first + below).clamp(1, 6) - 1];
    html! { <@{tag} {class} id={props.id.clone()} {tabindex}>{ props.children.clone() }</@> }
}

/// Shows a heading.
pub fn heading(level: HeadingLevel, children: Html) -> Html {
    html! { <Heading {level}>{ children }</Heading> }
}
