//! The pages, one file each. Each shows a part of the state and says what a person did.

mod came;
mod check;
mod claim;
mod device;
mod everything;
mod keep;
mod outlooks;
mod paper;
mod question;
mod restart;
mod result;
mod roles;
mod route;
mod skills;
mod so_far;
mod start;

use yew::prelude::*;

pub use device::offline;
pub use so_far::{has_room_beside, so_far};

use super::components::{Look, button, glossary};
use super::markup::{all, english, hidden, link, say, tag, words};
use crate::app::HostIsTold;
use crate::catalogue::RolePack;
use crate::copy::{date, fill, has_day};
use crate::journey::{Action, Screen, State};

/// What a page is made from.
pub struct Page<'a> {
    /// The state.
    pub state: &'a State,
    /// The address of our own page, to which a link can lead.
    pub address: Option<&'a str>,
    /// How much the page around the checker is told about the person.
    pub told: HostIsTold,
    /// Told what the person did.
    pub dispatch: &'a Callback<Action>,
}

/// The page of the screen that the state is at.
///
/// At its foot stand the words of the field that are on it, always in the same place; a result has them with each route, and
/// with what comes after the routes.
pub fn page(page: &Page) -> Html {
    let shown = screen(page);
    let has_its_own = page.state.screen() == Screen::Result;
    let words = if has_its_own { Html::default() } else { glossary(&shown) };
    all([shown, words])
}

fn screen(page: &Page) -> Html {
    match page.state.screen() {
        Screen::Roles => roles::roles(page),
        Screen::Start => start::start(page),
        Screen::Question(id) => question::question(page, id),
        Screen::Check => check::check(page),
        Screen::Result => {
            page.state.role().map_or_else(|| everything::everything(page), |pack| result::result(page, pack))
        }
        // Nobody is led to the skills of all roles.
        Screen::Skills => page.state.role().map_or_else(|| start::start(page), |pack| skills::skills(page, pack)),
        Screen::Restart => restart::restart(page),
        Screen::Forget => device::forget(page),
    }
}

impl Page<'_> {
    /// A button for an action.
    fn button(&self, look: Look, said: Html, action: Action) -> Html {
        self.button_with(look, said, action, None)
    }

    /// A button for an action that leads to an address, which works before the program is there.
    fn button_to(&self, look: Look, said: Html, action: Action, to: impl Into<AttrValue>) -> Html {
        self.button_with(look, said, action, Some(to.into()))
    }

    fn button_with(&self, look: Look, said: Html, action: Action, to: Option<AttrValue>) -> Html {
        let dispatch = self.dispatch.clone();
        button(look, said, to, Callback::from(move |_| dispatch.emit(action.clone())))
    }
}

/// Words for a button that means something only beside what it is about; `about` is there to be heard.
fn words_about(said: &'static str, about: &str) -> Html {
    all([words(said), hidden(words(format!(" {about}")))])
}

/// Where the rules come from, and when that was checked.
fn source_line(pack: &RolePack, before: String) -> Html {
    let key = if has_day(pack.page.checked) { "rules.checked" } else { "rules.checked.month" };
    let checked = fill(key, &[("date", &date(pack.page.checked))]);
    tag(
        "p",
        "ec-small",
        [
            words(before),
            say("rules.source"),
            words(" "),
            link(pack.page.url, english(pack.page.title)),
            words(format!(", {checked}.")),
        ],
    )
}
