//! The checker mounted in a real browser, in the document and in a shadow root.
#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use entry_checker::app::{Checker, CheckerProps};
use entry_checker::catalogue::Catalogue;
use entry_checker::journey::State;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts a checker of the first role in a place of its own.
async fn mount(in_shadow: bool) -> Element {
    mount_at("clinical-or-medical-technology", in_shadow).await
}

/// Mounts a checker in a place of its own.
async fn mount_at(address: &str, in_shadow: bool) -> Element {
    let document = web_sys::window().and_then(|window| window.document()).expect("a browser has a document");
    let host = document.create_element("div").expect("an element");
    document.body().expect("a body").append_child(&host).expect("it is added");
    let root = document.create_element("div").expect("an element");
    if in_shadow {
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a shadow root");
        shadow.append_child(&root).expect("it is added");
    } else {
        host.append_child(&root).expect("it is added");
    }
    let state = State::new(Catalogue::built_in(), address);
    let props = yew::props!(CheckerProps { state: Rc::new(state) });
    yew::Renderer::<Checker>::with_root_and_props(root.clone(), props).render();
    yew::scheduler::flush().await;
    root
}

fn find(root: &Element, selector: &str) -> Element {
    root.query_selector(selector).expect("a selector").unwrap_or_else(|| unreachable!("{selector} is not there"))
}

async fn press(root: &Element, selector: &str) {
    find(root, selector).unchecked_into::<HtmlElement>().click();
    yew::scheduler::flush().await;
}

async fn write(root: &Element, selector: &str, words: &str) -> HtmlInputElement {
    let field: HtmlInputElement = find(root, selector).unchecked_into();
    field.set_value(words);
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    field.dispatch_event(&Event::new_with_event_init_dict("input", &init).expect("an event")).expect("it is sent");
    yew::scheduler::flush().await;
    field
}

fn heading(root: &Element) -> String {
    find(root, "h1").text_content().unwrap_or_default()
}

async fn choose(root: &Element, value: &str) {
    press(root, &format!("input[value='{value}']")).await;
    press(root, "button[type=submit]").await;
}

#[wasm_bindgen_test]
async fn a_question_is_asked_and_refused_and_answered() {
    for in_shadow in [false, true] {
        let root = mount(in_shadow).await;
        press(&root, ".ec-button").await;
        assert_eq!(heading(&root), "What is the highest qualification you have or are studying for?");
        press(&root, "button[type=submit]").await;
        assert!(find(&root, ".ec-error-summary").text_content().is_some_and(|words| words.contains("Select")));
        choose(&root, "degree").await;
        assert_eq!(heading(&root), "Which kind of degree do you have, or are you studying for?");
    }
}

#[wasm_bindgen_test]
async fn two_checkers_do_not_share_their_answers() {
    let (one, other) = (mount(false).await, mount(true).await);
    press(&one, ".ec-button").await;
    choose(&one, "level3").await;
    assert!(heading(&one).starts_with("Which level 3"));
    assert!(heading(&other).starts_with("Check which route"));
}

#[wasm_bindgen_test]
async fn a_typed_subject_is_found_and_chosen() {
    let root = mount(true).await;
    press(&root, ".ec-button").await;
    choose(&root, "level3").await;
    choose(&root, "a-level").await;
    let field = write(&root, "input[type=text]", "chem").await;
    assert_eq!(field.get_attribute("aria-expanded").as_deref(), Some("true"));
    press(&root, "[role=option]").await;
    assert_eq!(field.value(), "Chemistry");
    press(&root, "button[type=submit]").await;
    assert_eq!(heading(&root), "Do you have the result of your A level in chemistry yet?");
}

#[wasm_bindgen_test]
async fn inside_a_host_page_the_address_and_the_title_stay_the_hosts() {
    let window = web_sys::window().expect("a browser has a window");
    let document = window.document().expect("a document");
    let before = (window.location().href().expect("an address"), document.title());
    let root = mount(true).await;
    press(&root, ".ec-button").await;
    choose(&root, "degree").await;
    assert_eq!((window.location().href().expect("an address"), document.title()), before);
}

#[wasm_bindgen_test]
async fn without_a_role_one_is_found_and_chosen() {
    for in_shadow in [false, true] {
        let root = mount_at("", in_shadow).await;
        assert_eq!(heading(&root), "Which role do you want to check?");
        write(&root, "input[type=search]", "audiol").await;
        press(&root, ".ec-role button").await;
        assert_eq!(heading(&root), "Check which route into audiology you could take");
    }
}
