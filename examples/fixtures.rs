//! The page of fixtures, `target/fixtures/index.html`: every component and pattern in each of its states, drawn by the
//! checker itself. Each stands in a shadow root of its own, so that no id and no group of radios meets another.
//! `cargo xtask shots` writes it, and the browser tests look at it. It is not part of what is shipped.
#![expect(clippy::panic, reason = "it stops where a pattern that it is about is not drawn any more")]

use std::fs;
use std::path::Path;
use std::rc::Rc;

use entry_checker::app::components::{
    Button, ButtonLook, Details, OptionItem, OptionsKind, checkbox, error_summary, options, outcome_tag,
};
use entry_checker::app::{Checker, CheckerContext, CheckerProps, PageText};
use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::copy::{find, text};
use entry_checker::journey::{Edit, HostEvent, Input, Kind, Move, Offer, QuestionId, Screen, State, update};
use entry_checker::rules::{Bounds, Outcome, Verdict};
use futures::executor::LocalPool;
use scraper::{Html as Drawn, Selector};
use yew::prelude::*;

const ROLE: &str = "clinical-or-medical-technology";
const LONG: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fixtures");
    fs::create_dir_all(&folder)?;
    let fixtures = [frame()?, buttons(), choices(), fields(), told(), patterns()].concat();
    let shown: String = fixtures.iter().map(|(name, drawn)| one(name, drawn)).collect();
    let sheet = r#"<link rel="stylesheet" href="entry-checker.css">"#;
    let page = format!(
        "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>Fixtures</title>{sheet}</head>\n<body class=\"ec-body\">\
         <main><h1>Fixtures</h1>\n{shown}</main></body></html>\n"
    );
    fs::write(folder.join("index.html"), page)
}

type Fixture = (String, String);

fn one(name: &str, drawn: &str) -> String {
    let sheet = r#"<link rel="stylesheet" href="entry-checker.css">"#;
    format!(
        "<section><h2>{name}</h2><div data-fixture=\"{name}\"><template shadowrootmode=\"open\">{sheet}<div class=\"ec-widget\">{drawn}</div></template>\
         </div></section>\n"
    )
}

#[derive(PartialEq, Properties)]
struct Given {
    children: Html,
}

/// Shows components in the context of a checker, as its pages do.
#[component]
fn Shown(given: &Given) -> Html {
    let checker = CheckerContext { state: Rc::new(start()), options: Rc::default(), dispatch: Callback::noop() };
    html! {
        <ContextProvider<Rc<CheckerContext>> context={Rc::new(checker)}>
            { given.children.clone() }
        </ContextProvider<Rc<CheckerContext>>>
    }
}

fn draw(children: Html) -> String {
    let renderer = yew::LocalServerRenderer::<Shown>::with_props(Given { children }).hydratable(false);
    LocalPool::new().run_until(renderer.render())
}

fn named(fixtures: Vec<(&str, Html)>) -> Vec<Fixture> {
    fixtures.into_iter().map(|(name, shown)| (name.to_string(), draw(shown))).collect()
}

/// The first of these in the page of a state.
fn cut(state: &State, selector: &str) -> String {
    let props = yew::props!(CheckerProps { state: Rc::new(state.clone()) });
    let renderer = yew::LocalServerRenderer::<Checker>::with_props(props).hydratable(false);
    let page = Drawn::parse_fragment(&LocalPool::new().run_until(renderer.render()));
    let found = Selector::parse(selector).ok().and_then(|wanted| page.select(&wanted).next().map(|one| one.html()));
    found.unwrap_or_else(|| panic!("{}: no {selector}", state.screen().slug()))
}

/// What stands around every view, from the page.
fn frame() -> std::io::Result<Vec<Fixture>> {
    let page =
        Drawn::parse_document(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("web/page/index.html"))?);
    let part = |name: &str, selector: &str| {
        let found = Selector::parse(selector).ok().and_then(|wanted| page.select(&wanted).next().map(|one| one.html()));
        (name.to_string(), found.unwrap_or_else(|| panic!("the page has no {selector}")))
    };
    Ok(vec![part("skip link", ".ec-skip"), part("header", ".ec-header"), part("footer", ".ec-footer")])
}

fn buttons() -> Vec<Fixture> {
    let press = |look, said: &'static str| html! { <Button {look} action={Move::Back}>{ said }</Button> };
    let back = html! { <div class="ec-screen">{ press(ButtonLook::Link, "Back") }</div> };
    named(vec![
        ("button: main", press(ButtonLook::Main, "Continue")),
        ("button: quiet", press(ButtonLook::Quiet, "Start again")),
        ("button: like a link", press(ButtonLook::Link, "Change")),
        ("button: the way back", back),
        ("button: long words", press(ButtonLook::Main, LONG)),
    ])
}

fn choices() -> Vec<Fixture> {
    let state = update(&start(), Move::Begin);
    let Kind::One(stages) = state.question(QuestionId::Stage).kind else { panic!("the first question offers choices") };
    let items = |chosen: Option<usize>| -> Vec<OptionItem> {
        let item = |(index, offer): (usize, &Offer)| OptionItem {
            value: offer.value,
            label: text(&offer.label()).into(),
            hint: find(&format!("{}.hint", offer.label())),
            is_chosen: chosen == Some(index),
        };
        stages.iter().enumerate().map(item).collect()
    };
    let shown = |kind, chosen| options(&"stage".into(), kind, &items(chosen));
    let mut all = named(vec![
        ("checkbox: not ticked", checkbox("tick".into(), false, Callback::noop(), "I am accurate".into())),
        ("checkbox: ticked", checkbox("tick".into(), true, Callback::noop(), "I am accurate".into())),
        ("checkbox: long words", checkbox("tick".into(), false, Callback::noop(), LONG.into())),
        ("radios: none chosen", shown(OptionsKind::Radios, None)),
        ("radios: one chosen", shown(OptionsKind::Radios, Some(1))),
        ("checkboxes: some ticked", shown(OptionsKind::Checkboxes, Some(1))),
    ]);
    all.push(("question: radios".into(), cut(&state, "fieldset")));
    let refused = update(&state, Move::Answer(Input::default()));
    all.push(("question: radios, with an error".into(), cut(&refused, "fieldset")));
    all
}

fn fields() -> Vec<Fixture> {
    let asked = answered(ROLE, &["degree", "bachelor-honours", "awarded", "first"]);
    let typing = update(&update(&asked, Edit::TypeSubject("mechanical".into())), Edit::MoveHighlight(1));
    let unknown = update(&asked, Edit::TypeSubject(LONG.into()));
    let refused = update(&asked, Move::Answer(Input::default()));
    let roles = State::new(Catalogue::built_in(), "");
    [
        ("field: empty", &asked, "form"),
        ("field: with its list", &typing, "form"),
        ("field: long words, no list", &unknown, "form"),
        ("field: with an error", &refused, "form"),
        ("field: search", &roles, ".ec-search"),
    ]
    .map(|(name, state, selector)| (name.to_string(), cut(state, selector)))
    .to_vec()
}

fn told() -> Vec<Fixture> {
    let verdict = |bounds| Verdict { bounds, pending: false };
    let exactly = |outcome| verdict(Bounds::exactly(outcome));
    let closed = html! { <Details summary="See the rule this is based on">{ "What is inside." }</Details> };
    let outcome_tag = |verdict| outcome_tag(&PageText::default(), verdict);
    let mut all = named(vec![
        ("error summary", error_summary("Select a class", "stage".into())),
        ("details: closed", closed.clone()),
        ("outcome: met", outcome_tag(exactly(Outcome::Met))),
        ("outcome: a judgement", outcome_tag(exactly(Outcome::Judgement))),
        ("outcome: not met", outcome_tag(exactly(Outcome::NotMet))),
        ("outcome: not answered yet", outcome_tag(verdict(Bounds::OPEN))),
        ("outcome: pending", outcome_tag(Verdict { pending: true, ..exactly(Outcome::Met) })),
    ]);
    all.push(("details: open".into(), draw(closed).replacen("<details", "<details open", 1)));
    let broken = update(&State::new(Catalogue::built_in(), ""), HostEvent::LinkOpened("v1.broken".into()));
    all.push(("note".into(), cut(&broken, ".ec-note")));
    all
}

fn patterns() -> Vec<Fixture> {
    let result = |answers: &[&str]| update(&answered(ROLE, answers), Move::Show(Screen::Result));
    let met = result(&["degree", "bachelor-honours", "awarded", "first", "physics", "none"]);
    let judged = result(&["degree", "overseas-degree", "awarded", "physics", "no", "none"]);
    let not_met = result(&["degree", "bachelor-honours", "awarded", "2:2", "no", "none"]);
    let pending = result(&["degree", "bachelor-honours", "predicted", "first", "physics", "none"]);
    let open = result(&["degree", "bachelor-honours"]);
    let own = answered(ROLE, &["degree", "bachelor-honours", "awarded", "first", LONG]);
    let check = |state: &State| update(state, Move::Show(Screen::Check));
    let everything = answered(EVERYTHING, &["degree", "bachelor-honours", "awarded", "first", "physics"]);
    [
        ("role list: by division", &State::new(Catalogue::built_in(), ""), ".ec-division"),
        ("role list: with outcomes", &update(&everything, Move::Show(Screen::Result)), ".ec-roles"),
        ("summary", &check(&met), ".ec-summary"),
        ("summary: of a degree, long words", &check(&own), ".ec-summary + .ec-summary"),
        ("route map: met", &met, ".ec-map"),
        ("route map: a person decides", &judged, ".ec-map"),
        ("route map: pending", &pending, ".ec-map"),
        ("route map: not answered yet", &open, ".ec-map"),
        ("so far", &check(&met), ".ec-so-far"),
        ("so far: all roles", &everything, ".ec-so-far"),
        ("route: met", &met, ".ec-route--met"),
        ("route: a person decides", &judged, ".ec-route--judgement"),
        ("route: not met", &not_met, ".ec-route--not-met"),
        ("route: pending", &pending, ".ec-route--met"),
        ("route: not answered yet", &open, ".ec-route--unanswered"),
        ("keep", &met, ".ec-keep"),
        ("skills", &update(&met, Move::Show(Screen::Skills)), ".ec-group"),
    ]
    .map(|(name, state, selector)| (name.to_string(), cut(state, selector)))
    .to_vec()
}

fn start() -> State {
    State::new(Catalogue::built_in(), ROLE)
}

fn answered(role: &str, answers: &[&str]) -> State {
    answers.iter().fold(update(&State::new(Catalogue::built_in(), role), Move::Begin), |state, answer| {
        update(&state, Move::Answer(Input { chosen: vec![answer.to_string()], typed: answer.to_string() }))
    })
}
