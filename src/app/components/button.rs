//! Buttons: one main action a page, the rest quieter or like a link.

use yew::html::IntoPropValue;
use yew::prelude::*;

use crate::app::use_checker;
use crate::journey::{Edit, Move, UserAction};

/// How a button looks.
#[derive(Clone, Copy, PartialEq)]
pub enum ButtonLook {
    /// The main action of a page.
    Main,
    /// Another action.
    Quiet,
    /// Like a link, for what moves about in the checker. It is a button, since it leads to no address.
    Link,
}

/// The properties of a [`Button`].
#[derive(PartialEq, Properties)]
pub struct ButtonProps {
    /// This decides how the button looks.
    pub look: ButtonLook,
    /// The checker takes this action when a person presses the button.
    pub action: UserAction,
    /// The address it leads to, where it is on a screen that is HTML before the program is there: `audiology`, or from the
    /// role of the screen `./q/stage`.
    #[prop_or_default]
    pub to: Option<AttrValue>,
    /// The button shows this.
    pub children: Html,
}

/// A button that does something in the checker.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let checker = use_checker();
    let class = match props.look {
        ButtonLook::Main => "ec-button",
        ButtonLook::Quiet => "ec-button ec-button--quiet",
        ButtonLook::Link => "ec-link",
    };
    let action = props.action.clone();
    let onclick = move |_: MouseEvent| checker.dispatch.emit(action.clone());
    html! { <button type="button" {class} data-to={props.to.clone()} {onclick}>{ props.children.clone() }</button> }
}

/// Shows a button.
pub fn button(look: ButtonLook, action: UserAction, children: Html) -> Html {
    html! { <Button {look} {action}>{ children }</Button> }
}

impl IntoPropValue<UserAction> for Move {
    fn into_prop_value(self) -> UserAction {
        self.into()
    }
}

impl IntoPropValue<UserAction> for Edit {
    fn into_prop_value(self) -> UserAction {
        self.into()
    }
}
