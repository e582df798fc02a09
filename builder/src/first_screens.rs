//! The first screens, rendered at build time by the page's own components: the choice of a role, the start of each role, and
//! the first question. A person can use them before the program is there (`web/shared/first-screens.js`).

use std::rc::Rc;

use entry_checker::app::{Checker, CheckerProps, DisplayOptions, SharedWithHost};
use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::copy::{fill, text};
use entry_checker::journey::State;
use futures::executor::block_on;
use scraper::{ElementRef, Html, Node};
use serde_json::{Map, Value, json};
use yew::LocalServerRenderer;

/// What shows the screens.
#[derive(Clone, Copy)]
enum Shown {
    /// Our own page.
    OnPage,
    /// The element, on a page that is told the outcomes.
    InElement,
}

/// Returns the screens as HTML for our own page. All but the first are hidden.
pub fn html() -> String {
    screens(Shown::OnPage).concat()
}

/// Returns the title of the page, with a place for the `{heading}` of the screen.
pub fn title() -> String {
    fill("title", &[("heading", "{heading}"), ("service", text("service.name"))])
}

/// Returns the description of the screens for the element, which may build no HTML from text.
pub fn define() -> String {
    let screens: Vec<Value> = screens(Shown::InElement).iter().map(|screen| description(screen)).collect();
    let all = json!({ "service": text("service.name"), "waiting": waiting(), "screens": screens });
    format!("--define:FIRST_SCREENS={all}")
}

/// Returns what those read who press "Continue" before the program is there.
pub fn waiting() -> String {
    [text("waiting.title"), text("waiting.lead")].join(". ")
}

/// The screens, each with its address, which for the first question begins with `./` for whichever role it is asked.
fn screens(shown: Shown) -> Vec<String> {
    let catalogue = Catalogue::built_in();
    let roles = catalogue.roles.iter().map(|role| role.rules.id);
    let starts = ["", EVERYTHING].into_iter().chain(roles).map(|address| (address, address.to_string()));
    let question = ("./q/stage", format!("{EVERYTHING}/q/stage"));
    starts.chain([question]).map(|(address, begins)| screen(shown, address, State::new(catalogue, &begins))).collect()
}

fn screen(shown: Shown, address: &str, state: State) -> String {
    let options = match shown {
        Shown::OnPage => DisplayOptions::default(),
        Shown::InElement => {
            let shared_with_host = SharedWithHost::Outcomes;
            DisplayOptions { heading_level: 2, shared_with_host, ..DisplayOptions::default() }
        }
    };
    let props = yew::props!(CheckerProps { state: Rc::new(state), options });
    let html = block_on(LocalServerRenderer::<Checker>::with_props(props).hydratable(false).render());
    let hidden = if address.is_empty() { "" } else { " hidden" };
    html.replacen("<div", &format!("<div data-address=\"{address}\"{hidden}"), 1)
}

/// A node as the element takes it: text, or `[name, attributes, ...children]`.
fn description(html: &str) -> Value {
    let parsed = Html::parse_fragment(html);
    parsed.root_element().child_elements().next().map_or(Value::Null, |element| described(&element))
}

fn described(element: &ElementRef) -> Value {
    let attributes: Map<String, Value> =
        element.value().attrs().map(|(name, value)| (name.to_string(), value.into())).collect();
    let children = element.children().filter_map(|child| match child.value() {
        Node::Text(words) => Some(Value::from(&*words.text)),
        Node::Element(_) => ElementRef::wrap(child).map(|child| described(&child)),
        _ => None,
    });
    let name = [Value::from(element.value().name()), Value::from(attributes)];
    name.into_iter().chain(children).collect()
}
