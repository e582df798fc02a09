//! Buttons: one main action a page, the rest quieter or like a link.

use yew::prelude::*;

/// How a button looks.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Look {
    /// The main action of a page.
    #[default]
    Main,
    /// Another action.
    Quiet,
    /// Like a link, for what moves about in the checker. It is a button, since it leads to no address.
    Link,
}

/// What a button is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ButtonProps {
    /// What it says.
    pub children: Html,
    /// How it looks.
    #[prop_or_default]
    pub look: Look,
    /// What it does.
    pub onclick: Callback<()>,
}

/// A button that does something.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let class = match props.look {
        Look::Main => "ec-button",
        Look::Quiet => "ec-button ec-button--quiet",
        Look::Link => "ec-link",
    };
    let onclick = props.onclick.reform(|_: MouseEvent| ());
    html! { <button type="button" {class} {onclick}>{ props.children.clone() }</button> }
}
