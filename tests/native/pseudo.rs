//! Every page in a language that nobody speaks: whatever is not in its brackets is English of the packs, and marked so.

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::editor::pseudo::{BRACKETS, LANGUAGE};
use entry_checker::journey::{Edit, HostEvent, Input, Kind, Move, Screen, State, update};
use scraper::{ElementRef, Node};

use crate::decks::Pseudo;
use crate::markup::page;

/// The words of an element and of all in it that are not marked as English.
fn words(element: ElementRef, into: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => into.push_str(text),
            Node::Element(_) => {
                if let Some(child) = ElementRef::wrap(child).filter(|child| child.attr("lang") != Some("en")) {
                    into.extend(child.attr("aria-label"));
                    words(child, into);
                }
            }
            _ => {}
        }
    }
    into.push('\n');
}

/// What stands outside all brackets. A place may hold words in brackets too.
fn outside(words: &str) -> String {
    let [open, close] = BRACKETS;
    let mut depth = 0_u32;
    let mut rest = String::new();
    for letter in words.chars() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth = depth.checked_sub(1).expect("brackets are closed after they are opened");
        } else if depth == 0 {
            rest.push(letter);
        }
    }
    assert_eq!(depth, 0, "brackets are closed");
    rest
}

fn check(state: &State) {
    let page = page(state);
    let mut said = String::new();
    words(page.root_element(), &mut said);
    let rest = outside(&said);
    assert!(!rest.chars().any(char::is_alphabetic), "{}: not from the deck: {}", state.screen().slug(), rest.trim());
    let root = scraper::Selector::parse(".ec").expect("a selector");
    assert_eq!(page.select(&root).next().and_then(|root| root.attr("lang")), Some(LANGUAGE));
}

#[test]
fn every_page_says_nothing_but_what_its_deck_says() {
    let _pseudo = Pseudo::speak();
    let roles = Catalogue::built_in().roles.iter().map(|role| role.rules.id);
    let roles: Vec<&str> = roles.chain([EVERYTHING]).collect();
    check(&State::new(Catalogue::built_in(), ""));
    check(&update(&State::new(Catalogue::built_in(), ""), Edit::FilterRoles("audio".into())));
    check(&update(&State::new(Catalogue::built_in(), ""), Edit::FilterRoles("zzz".into())));
    check(&update(&State::new(Catalogue::built_in(), ""), HostEvent::LinkOpened("v1.x".into())));
    for n in 0..30 {
        let mut state = State::new(Catalogue::built_in(), roles[n % roles.len()]);
        check(&state);
        state = update(&state, Move::Begin);
        let mut steps = 0;
        while let Screen::Question(id) = state.screen() {
            check(&state);
            check(&update(&state, Move::Answer(Input::default())));
            let input = match state.question(id).kind {
                Kind::One(offers) | Kind::Many(offers) => {
                    Input { chosen: vec![offers[(n + steps) % offers.len()].value.to_string()], ..Input::default() }
                }
                Kind::Subject(_) => {
                    check(&update(&update(&state, Edit::TypeSubject("phys".into())), Edit::MoveHighlight(1)));
                    Input { typed: ["physics", "own words", "history"][n % 3].into(), ..Input::default() }
                }
            };
            state = update(&state, Move::Answer(input));
            steps += 1;
        }
        for screen in [Screen::Check, Screen::Result, Screen::Skills, Screen::Restart] {
            check(&update(&state, Move::Show(screen)));
        }
    }
}
