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
mod waiting;

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
    /// How many of its parts are drawn, from the top.
    pub parts: u32,
}

/// The page of the screen that the state is at.
///
/// At its foot stand the words of the field that are on it, always in the same place; a result has them with each route, and
/// with what comes after the routes.
pub fn page(page: &Page) -> Html {
    let shown = screen(page);
    let has_its_own = page.state.screen() == Screen::Result;
    // They come with the rules.
    let words = page.state.catalogue().is_whole() && !has_its_own;
    let words = if words { glossary(&shown) } else { Html::default() };
    all([shown, words])
}

fn screen(page: &Page) -> Html {
    match page.state.screen() {
        Screen::Roles => roles::roles(page),
        Screen::Waiting => waiting::waiting(page),
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

/// How many parts the screen has that are drawn one after the other.
pub fn parts(state: &State) -> u32 {
    match (state.screen(), state.role()) {
        (Screen::Result, Some(_)) => 3,
        (Screen::Result, None) | (Screen::Skills, _) => 2,
        _ => 1,
    }
}

impl Page<'_> {
    /// A part of a long screen, counted from the top, which is the first; it keeps its place until it is drawn.
    fn part(&self, number: u32, draw: impl FnOnce() -> Html) -> Html {
        if self.parts < number { Html::default() } else { draw() }
    }

    /// Whether nothing of the screen is still to be drawn.
    pub fn is_whole(&self) -> bool {
        self.parts >= parts(self.state)
    }

    /// A button for an action.
    #[inline(never)]
    fn button(&self, look: Look, said: Html, action: Action) -> Html {
        let dispatch = self.dispatch.clone();
        button(look, said, Callback::from(move |_| dispatch.emit(action.clone())))
    }
}

/// A part that there is only with the rules; nothing before.
pub fn with_rules(page: &Page, part: fn(&Page) -> Html) -> Html {
    if page.state.catalogue().is_whole() { part(page) } else { Html::default() }
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
