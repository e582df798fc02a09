//! From screen to screen, and from role to role.

use super::answers::QuestionId;
use super::link::{self, Link};
use super::restore_notice::RestoreNotice;
use super::screen::Screen;
use super::state::State;
use crate::catalogue::EVERYTHING;

impl State {
    /// Goes where an address leads, as far as that is open yet.
    pub(super) fn go_to(&mut self, address: &str) {
        let (role, screen) = address.split_once('/').unwrap_or((address, ""));
        let screen = if self.enter(role) { Screen::from_slug(screen).unwrap_or(Screen::Start) } else { Screen::Roles };
        self.show(screen);
    }

    /// Takes up the role of that id, or all of them; `false` where there is none.
    pub(super) fn enter(&mut self, id: &str) -> bool {
        let role = self.own.filter(|own| own.rules.id == id).or_else(|| self.catalogue.role(id));
        if role.is_none() && id != EVERYTHING {
            return false;
        }
        self.role = role;
        self.answer_changed();
        true
    }

    /// Shows a screen, or the nearest that is open yet.
    pub(super) fn show(&mut self, screen: Screen) {
        let answered = !self.walk.path.is_empty();
        self.screen = match screen {
            Screen::Question(id) if self.is_live(id) => screen,
            Screen::Question(_) if answered => self.onward(),
            Screen::Roles | Screen::Start | Screen::Restart => screen,
            Screen::Forget if self.device.shelf.has_something() => screen,
            // All roles have no list of skills.
            Screen::Skills if self.role.is_none() => Screen::Start,
            Screen::Skills => screen,
            Screen::Check | Screen::Result if answered => screen,
            _ => Screen::Start,
        };
        self.changing = false;
    }

    /// Goes one screen back.
    pub(super) fn back(&mut self) {
        let before = |id: QuestionId| {
            let place = self.walk.path.iter().position(|asked| *asked == id).unwrap_or(self.walk.path.len());
            place.checked_sub(1).map_or(Screen::Start, |place| Screen::Question(self.walk.path[place]))
        };
        self.screen = match self.screen {
            Screen::Question(_) if self.changing => return self.show(Screen::Check),
            Screen::Question(id) => before(id),
            Screen::Check => self.walk.path.last().map_or(Screen::Start, |id| Screen::Question(*id)),
            Screen::Result => Screen::Check,
            Screen::Skills | Screen::Restart => return self.show(Screen::Result),
            Screen::Start | Screen::Roles | Screen::Forget => Screen::Roles,
        };
        self.changing = false;
    }

    /// Takes the answers of a link. They are to be checked before anything follows from them: somebody else may have
    /// made the link, to mislead.
    pub(super) fn open_link(&mut self, link: &str) {
        let Ok(Link { role, rules_version, answers, lost }) = link::read(self.catalogue, link) else {
            self.screen = Screen::Roles;
            self.restore_notice = Some(RestoreNotice::BrokenLink);
            return;
        };
        self.answers = answers;
        let known = self.enter(&role);
        let changed = self.role.is_some_and(|role| role.rules_version != rules_version);
        self.screen = if known && !self.walk.path.is_empty() { Screen::Check } else { Screen::Roles };
        self.restore_notice = Some(RestoreNotice::FromLink { changed, lost: lost > 0 });
    }
}
