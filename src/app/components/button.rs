//! Buttons: one main action a page, the rest quieter or like a link.

use yew::prelude::*;

/// How a button looks.
#[derive(Clone, Copy, PartialEq)]
pub enum Look {
    /// The main action of a page.
    Main,
    /// Another action.
    Quiet,
    /// Like a link, for what moves about in the checker. It is a button, since it leads to no address.
    Link,
}

/// A button that does something.
#[inline(never)]
pub fn button(look: Look, said: Html, onclick: Callback<MouseEvent>) -> Html {
    let class = match look {
        Look::Main => "ec-button",
        Look::Quiet => "ec-button ec-button--quiet",
        Look::Link => "ec-link",
    };
    html! { <button type="button" {class} {onclick}>{ said }</button> }
}
