//! What has to do with the person's device: saving on it, deleting, being offline, and what its clock says of the rules.
//! `web/shared/device.js` does what a browser has to do for it.

use yew::prelude::*;

use super::Page;
use crate::app::components::Look;
use crate::app::markup::{all, element, english, h2, heading, link, p, say, tag, words, wrap};
use crate::catalogue::RolePack;
use crate::copy::{date, fill, has_day};
use crate::journey::link::Broken;
use crate::journey::saved::Shelf;
use crate::journey::{Action, CameOf, Day, Screen, State};

/// Where nothing is answered yet: that something is saved, or what became of it. It goes nowhere by itself.
pub fn note(page: &Page) -> Html {
    let shelf = &*page.state.device().shelf;
    let mut parts = vec![p(match shelf {
        Shelf::Over(day) => on("device.over", *day),
        _ if page.state.has_begun() => return Html::default(),
        Shelf::Holds(saved) => on("device.saved", saved.day),
        Shelf::Unreadable(Broken::Version) => say("device.newer"),
        Shelf::Unreadable(_) => say("device.unreadable"),
        Shelf::Unseen | Shelf::Closed | Shelf::Empty => return Html::default(),
    })];
    if shelf.has_something() {
        let mut actions = vec![page.button(Look::Link, say("device.delete.it"), Action::Show(Screen::Forget))];
        if matches!(shelf, Shelf::Holds(_)) {
            actions.insert(0, page.button(Look::Quiet, say("device.go-on"), Action::GoOn));
        }
        parts.push(tag("div", "ec-actions", actions));
    }
    tag("div", "ec-note", parts)
}

/// "Save on this device", with what that means. Nothing where the page is not ours.
pub fn save(page: &Page) -> Html {
    let device = page.state.device();
    if matches!(*device.shelf, Shelf::Unseen) || device.today.is_none() || !page.state.has_begun() {
        return Html::default();
    }
    let (now, key) = match &*device.shelf {
        Shelf::Holds(saved) => (p(on("device.save.since", saved.day)), "device.save.again"),
        Shelf::Unreadable(_) => (p(say("device.save.unreadable")), "device.save"),
        Shelf::Closed => (p(say("device.closed")), "device.save"),
        Shelf::Unseen | Shelf::Empty | Shelf::Over(_) => (Html::default(), "device.save"),
    };
    let mut actions = vec![shelf_button("save", "ec-button ec-button--quiet", key)];
    if device.shelf.has_something() {
        actions.push(page.button(Look::Quiet, say("device.delete"), Action::Show(Screen::Forget)));
    }
    let said = device.came_of.map(|came_of| match came_of {
        CameOf::Saved => say("device.save.done"),
        CameOf::Full => say("device.save.full"),
        CameOf::Refused => say("device.save.refused"),
    });
    let parts =
        [h2(say("device.save")), p(say("device.save.what")), now, tag("div", "ec-actions", actions), status(said)];
    tag("section", "ec-keep", parts)
}

/// The question before what is saved is deleted, on a page of its own; then that it is.
pub fn forget(page: &Page) -> Html {
    let device = page.state.device();
    let back = Action::Show(if page.state.has_begun() { Screen::Result } else { Screen::Roles });
    let here = if page.state.has_begun() { p(say("device.forget.here")) } else { Html::default() };
    if !device.shelf.has_something() {
        let back = page.button(Look::Main, say("device.forgotten.back"), back);
        return all([heading(say("device.forgotten.title")), p(say("device.forgotten.lead")), here, back]);
    }
    let saved =
        if let Shelf::Holds(saved) = &*device.shelf { p(on("device.saved", saved.day)) } else { Html::default() };
    let yes = shelf_button("forget", "ec-button", "device.forget.yes");
    let actions = tag("div", "ec-actions", [yes, page.button(Look::Quiet, say("device.forget.no"), back)]);
    let said = device.came_of.map(|_| say("device.forget.refused"));
    all([heading(say("device.forget.title")), saved, p(say("device.forget.lead")), here, actions, status(said)])
}

/// That there is no network, and how old the rules are that are kept.
pub fn offline(page: &Page) -> Html {
    let state = page.state;
    if !state.device().offline {
        return Html::default();
    }
    let mut parts = vec![say("device.offline")];
    parts.extend(state.role().map(|pack| {
        let key = if has_day(pack.page.checked) { "device.offline.day" } else { "device.offline.month" };
        words([" ", &fill(key, &[("date", &date(pack.page.checked))])].concat())
    }));
    tag("p", "ec-offline", parts)
}

/// That the rules of a role may have changed, once the day is over by which they were to be checked again.
pub fn review(page: &Page, pack: &'static RolePack) -> Html {
    let Some(review) = due(page.state, pack) else { return Html::default() };
    let said = fill("device.review", &[("date", &date(review))]);
    wrap("div", "ec-note", p(all([words(said), words(" "), link(pack.page.url, english(pack.page.title))])))
}

/// The same for all the roles at once.
pub fn review_all(page: &Page) -> Html {
    let some = page.state.catalogue().roles.iter().any(|pack| due(page.state, pack).is_some());
    if some { wrap("div", "ec-note", p(say("device.review.all"))) } else { Html::default() }
}

fn due(state: &State, pack: &RolePack) -> Option<&'static str> {
    let today = state.device().today?;
    pack.page.review.filter(|review| today.is_after(review))
}

/// What `web/shared/device.js` knows a button by, and how it looks and what it says.
fn shelf_button(does: &'static str, look: &'static str, key: &str) -> Html {
    element("button", &["type", "class", "data-shelf"], &["button".into(), look.into(), does.into()], say(key))
}

fn status(said: Option<Html>) -> Html {
    let said = said.unwrap_or_default();
    element("div", &["class", "role"], &["ec-keep__said".into(), "status".into()], said)
}

fn on(key: &str, day: Day) -> Html {
    words(fill(key, &[("date", &date(&day.text()))]))
}
