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

/// A button that does something. `to` is the address it leads to, where it is on a screen that is HTML before the program is
/// there: `audiology`, or from the role of the screen `./q/stage`.
pub fn button(look: Look, said: Html, to: Option<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    let class = match look {
        Look::Main => "ec-button",
        Look::Quiet => "ec-button ec-button--quiet",
        Look::Link => "ec-link",
    };
    html! { <button type="button" {class} data-to={to} {onclick}>{ said }</button> }
}
