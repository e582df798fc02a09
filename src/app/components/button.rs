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
    match look {
        Look::Main => html! { <button type="button" class="ec-button" {onclick}>{ said }</button> },
        Look::Quiet => html! { <button type="button" class="ec-button ec-button--quiet" {onclick}>{ said }</button> },
        Look::Link => html! { <button type="button" class="ec-link" {onclick}>{ said }</button> },
    }
}
