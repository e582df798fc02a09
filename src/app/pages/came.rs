//! What is said of the link by which a person came.

use yew::prelude::*;

use crate::app::markup::{p, say, tag};
use crate::journey::Came;

/// What is to be said where a link led here.
pub(super) fn came(came: Option<Came>) -> Html {
    let said = |keys: &[&'static str]| tag("div", "ec-note", keys.iter().map(|key| p(say(key))).collect::<Vec<_>>());
    match came {
        None => Html::default(),
        Some(Came::ByBrokenLink) => said(&["link.broken"]),
        Some(Came::ByLink { changed, lost }) => {
            let all = [(true, "link.came"), (changed, "link.changed"), (lost, "link.lost")];
            said(&all.into_iter().filter(|(is, _)| *is).map(|(_, key)| key).collect::<Vec<_>>())
        }
    }
}
