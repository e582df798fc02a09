//! The page's way in.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{Checker, CheckerProps, Manner};
use crate::catalogue::Catalogue;
use crate::copy;
use crate::journey::saved::Shelf;
use crate::journey::{Action, CameOf, Day, Screen, State, Tells, update};
use crate::rules::evaluate;

thread_local! {
    /// The rules, which all checkers on the page share.
    static CATALOGUE: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// A checker on a page.
#[wasm_bindgen]
pub struct Mounted {
    pub(super) handle: AppHandle<Checker>,
    pub(super) manner: Rc<RefCell<Manner>>,
    pub(super) catalogue: &'static Catalogue,
}

#[wasm_bindgen]
impl Mounted {
    /// The name of the screen, as in the address of our own page but without the role: empty for the start and the roles.
    pub fn screen(&self) -> Option<String> {
        Some(self.handle.get_component()?.state().screen().slug())
    }

    /// The version of the rules of the role; nothing where it is not one role.
    #[wasm_bindgen(js_name = rulesVersion)]
    pub fn rules_version(&self) -> Option<String> {
        Some(self.handle.get_component()?.state().role()?.rules_version.to_string())
    }

    /// On the result of a role how each route came out, in the order of the rules: `ptp met`. Never an answer.
    pub fn outcomes(&self) -> Vec<String> {
        let Some(checker) = self.handle.get_component() else { return Vec::new() };
        let state = checker.state();
        let Some(role) = state.role().filter(|_| state.screen() == Screen::Result) else { return Vec::new() };
        let verdicts = evaluate(&role.rules, &state.walk().profile).routes;
        let routes = role.rules.routes.iter().zip(verdicts);
        routes.map(|(route, came)| format!("{} {}", route.id, came.verdict.id())).collect()
    }

    /// Ends the checker.
    pub fn release(self) {
        self.handle.destroy();
    }

    /// Gives what the person did, and is nobody's until it is begun again. Yew never lets go of what listens for a checker,
    /// so one that is taken off a page is not ended but used for the next.
    pub fn park(&self) -> Option<Kept> {
        Some(Kept(self.replace(State::new(self.catalogue, ""))?))
    }

    /// Begins for a role, or where a person was.
    pub fn begin(&self, role: &str, kept: Option<Kept>) {
        self.replace(kept.map_or_else(|| State::new(self.catalogue, role), |kept| kept.0));
    }

    fn replace(&self, state: State) -> Option<State> {
        let before = self.handle.get_component()?.begin(state);
        self.handle.send_message(Action::Reword);
        Some(before)
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
        Some(self.handle.get_component()?.state().record()?.text())
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
        self.handle.send_message(Action::Device(tells));
    }

    /// Learns the sentences of another language; `false` where they are broken or of another version.
    pub fn learn(&self, sentences: String) -> bool {
        copy::learn(Box::leak(sentences.into_boxed_str()))
    }

    /// Says everything in a language from here on, and leaves a person where they are; `false` where it was not learned.
    pub fn speak(&self, language: &str) -> bool {
        let known = copy::speak(language);
        if known {
            self.manner.borrow_mut().language = language.to_string().into();
            self.handle.send_message(Action::Reword);
        }
        known
    }
}

/// Takes `catalogue.json` and `sentences.json`, which every checker needs; `false` where one is broken or of another
/// version. They are kept for as long as the program runs.
#[wasm_bindgen]
pub fn begin(catalogue: String, sentences: String) -> bool {
    let [catalogue, sentences] = [catalogue, sentences].map(|text| &*Box::leak(text.into_boxed_str()));
    let Some(catalogue) = Catalogue::from_fetched(catalogue).filter(|_| copy::take_english(sentences)) else {
        return false;
    };
    CATALOGUE.set(Some(Box::leak(Box::new(catalogue))));
    true
}

/// Mounts the checker on an element, at an address of the checker's: a role, all of them (`all`), the choice of one (empty),
/// or a screen (`audiology/q/stage`). `standalone` lets it follow the screen with the address and title of the page. After a
/// fault the person goes on from `last`, the last record of what they did.
///
/// # Errors
/// `E_NOT_READY` before [`begin`].
#[wasm_bindgen]
pub fn mount(root: Element, address: &str, standalone: bool, last: Option<String>) -> Result<Mounted, JsValue> {
    let catalogue = catalogue()?;
    let mut state = State::new(catalogue, address);
    if let Some(last) = last {
        let shelf = Rc::new(Shelf::read(Some(&last), None));
        state = update(&update(&state, Action::Device(Tells::Shelf(shelf))), Action::GoOn);
    }
    Ok(render(root, catalogue, state, standalone))
}

/// What a person did in a checker that was taken off the page.
#[wasm_bindgen]
pub struct Kept(State);

/// Mounts a checker that was taken off the page, on the screen where the person was.
///
/// # Errors
/// `E_NOT_READY` before [`begin`].
#[wasm_bindgen(js_name = mountAgain)]
pub fn mount_again(root: Element, kept: Kept) -> Result<Mounted, JsValue> {
    Ok(render(root, catalogue()?, kept.0, false))
}

fn catalogue() -> Result<&'static Catalogue, JsValue> {
    CATALOGUE.get().ok_or_else(|| "E_NOT_READY the rules are not here yet".into())
}

fn render(root: Element, catalogue: &'static Catalogue, state: State, standalone: bool) -> Mounted {
    // The message of a fault could hold what a person typed, and a console is read by others: the page says a code.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let manner = Rc::new(RefCell::new(Manner::default()));
    let props = CheckerProps { state, standalone, manner: manner.clone() };
    let handle = yew::Renderer::<Checker>::with_root_and_props(root, props).render();
    Mounted { handle, manner, catalogue }
}
