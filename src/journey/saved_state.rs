//! What is saved of a state on a person's device, and going on from it.

use std::rc::Rc;

use super::device::{Device, DeviceEvent};
use super::link::{self, Link};
use super::notes::{Note, PARTS, unescape};
use super::restore_notice::RestoreNotice;
use super::saved::{LONGEST, Saved, Shelf};
use super::screen::Screen;
use super::state::State;
use crate::catalogue::{CONDITION, Catalogue, Claim, RolePack};

impl State {
    /// What is known of the device.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// What is to be saved, where a person has begun, it can be said which day it is, and it is not too long to be read again.
    pub fn record(&self) -> Option<Saved> {
        if !self.has_begun() {
            return None;
        }
        let ticks = self.ticked.iter().map(|(role, id)| [*role, " ", *id].concat());
        let values = self.shown.iter().map(|(role, claim, value)| [*role, " ", *claim, " ", *value].concat());
        let saved = Saved {
            day: self.device.today?,
            answers: self.link_of_any_length()?,
            screen: self.screen.slug(),
            ticks: ticks.collect(),
            notes: self.notes.iter().map(Note::line).collect(),
            values: values.collect(),
            lost: 0,
        };
        (saved.text().len() <= LONGEST).then_some(saved)
    }

    /// Whether a person has begun here, so that going on from what was saved would take something away.
    pub fn has_begun(&self) -> bool {
        let has_shown = !self.ticked.is_empty() || !self.notes.is_empty() || !self.shown.is_empty();
        self.answers.ids().next().is_some() || has_shown
    }

    pub(super) fn apply_device_event(&mut self, event: DeviceEvent) {
        match event {
            DeviceEvent::Now(today, offline) => (self.device.today, self.device.offline) = (today, offline),
            DeviceEvent::SaveResult(result) => self.device.save_result = result,
            DeviceEvent::Shelf(shelf) => {
                self.device.shelf = shelf;
                // What was to be deleted is deleted, here or on another page: the screen now says so.
                if self.screen == Screen::Forget && !self.device.shelf.has_something() {
                    self.moves = self.moves.wrapping_add(1);
                }
            }
        }
    }

    /// Goes on from where a person was when they saved. Where something has changed since, at the answers.
    pub(super) fn go_on_from_saved(&mut self) {
        let shelf = self.device.shelf.clone();
        let Shelf::Holds(saved) = &*shelf else { return };
        let Link { role, rules_version, answers, lost } = match link::read_of_any_length(self.catalogue, &saved.answers)
        {
            Ok(link) => link,
            Err(broken) => return self.device.shelf = Rc::new(Shelf::Unreadable(broken)),
        };
        self.answers = answers;
        let known = self.enter(&role);
        self.ticked = saved.ticks.iter().filter_map(|one| tick(self.catalogue, one)).collect();
        self.notes = saved.notes.iter().filter_map(|one| note(self.catalogue, one)).collect();
        self.shown = saved.values.iter().filter_map(|one| shown(self.catalogue, one)).collect();
        let kept = self.ticked.len() + self.notes.len() + self.shown.len();
        let gone = saved.ticks.len() + saved.notes.len() + saved.values.len() - kept;
        let lost = lost + saved.lost + gone > 0;
        self.ticked.extend(conditions(self.catalogue, &self.ticked));
        let changed = self.role.is_some_and(|role| role.rules_version != rules_version);
        let as_it_was = !changed && !lost;
        self.restore_notice = (!as_it_was).then_some(RestoreNotice::FromSaved { changed, lost });
        if !known || !as_it_was && self.walk.path.is_empty() {
            self.screen = Screen::Roles;
        } else {
            let there = Screen::from_slug(&saved.screen).filter(|_| as_it_was);
            self.show(there.unwrap_or(Screen::Check));
        }
    }
}

/// What was ticked, if it still can be.
fn tick(catalogue: &'static Catalogue, saved: &str) -> Option<(&'static str, &'static str)> {
    let (role, id) = saved.split_once(' ')?;
    let pack: &RolePack = catalogue.role(role)?;
    let groups = pack.skills.iter().chain(&pack.conditional_skills).flat_map(|group| &group.claims);
    let claims = groups.chain(&pack.duties).map(|claim: &Claim| claim.id);
    let others = catalogue.common.values.iter().map(|value| value.id).chain([CONDITION]);
    let id = claims.chain(others).find(|known| *known == id)?;
    Some((pack.rules.id, id))
}

/// What was written, if its claim is still there.
fn note(catalogue: &'static Catalogue, saved: &str) -> Option<Note> {
    let mut parts = saved.splitn(4, ' ');
    let (role, id, part, words) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let (role, claim) = tick(catalogue, &[role, " ", id].concat())?;
    let part = PARTS.into_iter().find(|known| *known == part)?;
    Some(Note { role, claim, part, words: unescape(words) })
}

/// The value that an example can show, if both are still there.
fn shown(catalogue: &'static Catalogue, saved: &str) -> Option<(&'static str, &'static str, &'static str)> {
    let (example, value) = saved.rsplit_once(' ')?;
    let (role, claim) = tick(catalogue, example)?;
    let value = catalogue.common.values.iter().map(|known| known.id).find(|known| *known == value)?;
    Some((role, claim, value))
}

/// The conditions of the skills that were ticked before there was a tick for the condition.
fn conditions(catalogue: &Catalogue, ticked: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
    let concerns = |pack: &&RolePack| {
        let has = |id: &str| ticked.contains(&(pack.rules.id, id));
        !has(CONDITION) && pack.conditional_skills.iter().flat_map(|group| &group.claims).any(|claim| has(claim.id))
    };
    catalogue.roles.iter().filter(concerns).map(|pack| (pack.rules.id, CONDITION)).collect()
}
