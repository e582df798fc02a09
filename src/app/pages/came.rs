//! What is said of the link by which a person came.

use yew::prelude::*;

use crate::app::markup::{p, say, tag};
use crate::journey::Came;

/// What is to be said where a link led here, or what was saved.
pub(super) fn came(came: Option<Came>) -> Html {
    let said: [(bool, &str); 3] = match came {
        None => return Html::default(),
        Some(Came::ByBrokenLink) => [(true, "link.broken"), (false, ""), (false, "")],
        Some(Came::ByLink { changed, lost }) => [(true, "link.came"), (changed, "link.changed"), (lost, "link.lost")],
        Some(Came::BySaved { changed, lost }) => [(changed, "device.changed"), (lost, "link.lost"), (false, "")],
    };
    tag("div", "ec-note", said.iter().filter(|(is, _)| *is).map(|(_, key)| p(say(key))).collect::<Vec<_>>())
}
