//! The page's way in.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{Checker, CheckerProps};
use crate::catalogue::Catalogue;
use crate::copy;
use crate::journey::saved::Shelf;
use crate::journey::{Action, CameOf, Day, Tells};

/// A checker on a page.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Checker>);

#[wasm_bindgen]
impl Mounted {
    /// Hands over `catalogue.json` and `sentences.json`; `false` where one is broken or of another version. They are kept
    /// for as long as the program runs.
    pub fn deliver(&self, catalogue: String, sentences: String) -> bool {
        let [catalogue, sentences] = [catalogue, sentences].map(|text| &*Box::leak(text.into_boxed_str()));
        let Some(catalogue) = Catalogue::delivered(catalogue).filter(|_| copy::deliver(sentences)) else {
            return false;
        };
        self.0.send_message(Action::Deliver(Box::leak(Box::new(catalogue))));
        true
    }

    /// The day by the device's clock, `2026-11-25`, and whether it says that it has no network.
    pub fn now(&self, today: &str, offline: bool) {
        self.tell(Tells::Now(Day::read(today), offline));
    }

    /// What is saved on the device now, and where that matters the day; `false` where its days are over, and it is to be deleted.
    pub fn shelf(&self, saved: Option<String>, today: &str) -> bool {
        let shelf = Shelf::read(saved.as_deref(), Day::read(today));
        let stays = !matches!(shelf, Shelf::Over(_));
        self.tell(Tells::Shelf(Rc::new(shelf)));
        stays
    }

    /// The browser does not let us see what is saved.
    pub fn closed(&self) {
        self.tell(Tells::Shelf(Rc::new(Shelf::Closed)));
    }

    /// What is to be saved.
    pub fn record(&self) -> Option<String> {
        Some(self.0.get_component()?.state().record()?.text())
    }

    /// What came of saving or deleting: `saved`, `full`, `refused`, or nothing yet.
    #[wasm_bindgen(js_name = cameOf)]
    pub fn came_of(&self, what: &str) {
        self.tell(Tells::CameOf(match what {
            "saved" => Some(CameOf::Saved),
            "full" => Some(CameOf::Full),
            "refused" => Some(CameOf::Refused),
            _ => None,
        }));
    }

    fn tell(&self, tells: Tells) {
        self.0.send_message(Action::Device(tells));
    }

    /// Learns the sentences of another language; `false` where they are broken or of another version.
    pub fn learn(&self, sentences: String) -> bool {
        copy::learn(Box::leak(sentences.into_boxed_str()))
    }

    /// Says everything in a language from here on, and leaves a person where they are; `false` where it was not learned.
    pub fn speak(&self, language: &str) -> bool {
        let known = copy::speak(language);
        if known {
            self.0.send_message(Action::Reword);
        }
        known
    }
}

/// Mounts the checker on an element, for a role, for all of them (`all`), or for the choice of one (empty). It asks its
/// first question at once, and needs the catalogue to go on. `standalone` lets it follow the screen with the address and
/// title of the page.
#[wasm_bindgen]
pub fn mount(root: Element, role: &str, standalone: bool) -> Mounted {
    let props = CheckerProps { role: role.to_string().into(), standalone, state: None };
    Mounted(yew::Renderer::<Checker>::with_root_and_props(root, props).render())
}
