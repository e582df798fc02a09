//! The page's way in.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback};

use crate::app::{Checker, CheckerProps, DisplayOptions, Message, page_address};
use crate::catalogue::Catalogue;
use crate::copy;
use crate::journey::saved::Shelf;
use crate::journey::{Day, DeviceEvent, HostEvent, Move, SaveResult, Screen, State, update};
use crate::rules::evaluate;

thread_local! {
    /// The rules, which all checkers on the page share.
    static CATALOGUE: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// A checker on a page.
#[wasm_bindgen]
pub struct Mounted {
    handle: AppHandle<Checker>,
    pub(super) catalogue: &'static Catalogue,
    /// The state as hosts read it. The checker puts each of its states here.
    state: Rc<RefCell<Rc<State>>>,
    /// How the checker is shown.
    pub(super) options: RefCell<DisplayOptions>,
}

#[wasm_bindgen]
impl Mounted {
    /// Returns the name of the screen, as in the address of our own page but without the role: empty for the start and the
    /// roles.
    pub fn screen(&self) -> String {
        self.state().screen().slug()
    }

    /// Returns the version of the rules of the role; nothing where it is not one role.
    #[wasm_bindgen(js_name = rulesVersion)]
    pub fn rules_version(&self) -> Option<String> {
        Some(self.state().role()?.rules_version.to_string())
    }

    /// Returns, on the result of a role, how each route came out, in the order of the rules: `ptp met`. Never an answer.
    pub fn outcomes(&self) -> Vec<String> {
        let state = self.state();
        let Some(role) = state.role().filter(|_| state.screen() == Screen::Result) else { return Vec::new() };
        let verdicts = evaluate(&role.rules, &state.walk().profile).routes;
        let routes = role.rules.routes.iter().zip(verdicts);
        routes.map(|(route, came)| format!("{} {}", route.id, came.verdict.id())).collect()
    }

    /// Ends the checker.
    pub fn release(self) {
        self.handle.destroy();
    }

    /// Takes the person's state out of the checker, which is nobody's until it is given another. Yew never removes the
    /// listeners of a checker, so one that is taken off a page does not end but is used for the next.
    #[wasm_bindgen(js_name = detachState)]
    pub fn detach_state(&self) -> Kept {
        let state = self.state();
        self.send(HostEvent::SetState(Rc::new(State::new(self.catalogue, ""))));
        Kept(state)
    }

    /// Puts a state in the place of what there is: the start of a role, or where a person was.
    #[wasm_bindgen(js_name = replaceState)]
    pub fn replace_state(&self, role: &str, kept: Option<Kept>) {
        let state = kept.map_or_else(|| Rc::new(State::new(self.catalogue, role)), |kept| kept.0);
        self.send(HostEvent::SetState(state));
    }

    /// Tells the day by the device's clock, `2026-11-25`, and whether it says that it has no network.
    pub fn now(&self, today: &str, offline: bool) {
        self.send_device(DeviceEvent::Now(Day::read(today), offline));
    }

    /// Tells what is saved on the device now, and where that matters the day. Returns `false` where its days are over, and it
    /// is to be deleted.
    pub fn shelf(&self, saved: Option<String>, today: &str) -> bool {
        let shelf = Shelf::read(saved.as_deref(), Day::read(today));
        let stays = !matches!(shelf, Shelf::Over(_));
        self.send_device(DeviceEvent::Shelf(Rc::new(shelf)));
        stays
    }

    /// Tells that the browser does not let us see what is saved.
    pub fn closed(&self) {
        self.send_device(DeviceEvent::Shelf(Rc::new(Shelf::Closed)));
    }

    /// Returns what is to be saved.
    pub fn record(&self) -> Option<String> {
        Some(self.state().record()?.text())
    }

    /// Tells how saving or deleting ended: `saved`, `full`, `refused`, or nothing yet.
    #[wasm_bindgen(js_name = setSaveResult)]
    pub fn set_save_result(&self, result: &str) {
        self.send_device(DeviceEvent::SaveResult(match result {
            "saved" => Some(SaveResult::Saved),
            "full" => Some(SaveResult::Full),
            "refused" => Some(SaveResult::Refused),
            _ => None,
        }));
    }

    fn send_device(&self, event: DeviceEvent) {
        self.send(HostEvent::Device(event));
    }

    /// Registers the sentences of another language; `false` where they are broken or of another version.
    pub fn learn(&self, sentences: String) -> bool {
        copy::learn(Box::leak(sentences.into_boxed_str()))
    }

    /// Says everything in a language from here on, and leaves a person where they are; `false` where it was not registered.
    pub fn speak(&self, language: &str) -> bool {
        let is_known = copy::speak(language);
        if is_known {
            self.change_options(|options| options.language = language.to_string().into());
        }
        is_known
    }

    /// Returns the state as of the last event.
    pub(super) fn state(&self) -> Rc<State> {
        self.state.borrow().clone()
    }

    /// Sends an event to the checker, and applies it to the state that hosts read.
    ///
    /// Yew takes messages in a microtask, but a host that sets a profile reads it, or the result, in the next statement. So
    /// the same pure [`update`] is applied here at once. The checker reaches the same state by itself, and replaces this one
    /// by it; where a person did something just before, theirs holds that too.
    pub(super) fn send(&self, event: HostEvent) {
        let next = Rc::new(update(&self.state(), event.clone()));
        self.state.replace(next);
        self.handle.send_message(Message::Event(event.into()));
    }

    /// Changes how the checker is shown.
    pub(super) fn change_options(&self, change: impl FnOnce(&mut DisplayOptions)) {
        change(&mut self.options.borrow_mut());
        self.handle.send_message(Message::Display(self.options.borrow().clone()));
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
        state = update(&update(&state, HostEvent::Device(DeviceEvent::Shelf(shelf))), Move::RestoreSaved);
    }
    Ok(render(root, catalogue, Rc::new(state), standalone))
}

/// What a person did in a checker that was taken off the page.
#[wasm_bindgen]
pub struct Kept(Rc<State>);

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

fn render(root: Element, catalogue: &'static Catalogue, state: Rc<State>, standalone: bool) -> Mounted {
    // The message of a fault could hold what a person typed, and a console is read by others: the page says a code.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let address = if standalone { page_address().map(Into::into) } else { None };
    let options = DisplayOptions { address, ..DisplayOptions::default() };
    let shared = Rc::new(RefCell::new(state.clone()));
    let onchange = {
        let shared = shared.clone();
        Callback::from(move |state| _ = shared.replace(state))
    };
    let props = CheckerProps { state, standalone, options: options.clone(), onchange };
    let handle = yew::Renderer::<Checker>::with_root_and_props(root, props).render();
    Mounted { handle, catalogue, state: shared, options: RefCell::new(options) }
}
