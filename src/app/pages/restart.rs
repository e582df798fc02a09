//! "Do you want to start again?" A page, not a box over the page.

use yew::prelude::*;

use super::heading;
use crate::app::components::{Button, Look};
use crate::copy::text;
use crate::journey::{Action, Screen};

/// What the page is given.
#[derive(Clone, PartialEq, Properties)]
pub struct RestartProps {
    /// Told what the person did.
    pub dispatch: Callback<Action>,
}

/// The question before everything is cleared.
#[component]
pub fn Restart(props: &RestartProps) -> Html {
    let clear = props.dispatch.reform(|()| Action::Clear);
    let keep = props.dispatch.reform(|()| Action::Show(Screen::Result));
    html! {
        <>
            { heading(text("restart.title")) }
            <p>{ text("restart.lead") }</p>
            <div class="ec-actions">
                <Button onclick={clear}>{ text("restart.yes") }</Button>
                <Button look={Look::Quiet} onclick={keep}>{ text("restart.no") }</Button>
            </div>
        </>
    }
}
