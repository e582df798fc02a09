//! The markup of the route map, and of what the answers come to so far beside the questions.

use std::collections::BTreeMap;

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::journey::{Input, Move, Screen, State, update};
use entry_checker::rules::Outcome;
use scraper::{ElementRef, Selector};

use crate::journey::give;
use crate::markup::{all, answered, check, page, words};

const GRADUATE: [&str; 5] = ["degree", "bachelor-honours", "awarded", "first", "physics"];

fn within<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// The first class of an element that says how something stands.
fn manner<'a>(element: ElementRef<'a>) -> &'a str {
    let manners = within(element, "[class]").into_iter().filter_map(|one| one.attr("class"));
    manners.filter_map(|class| class.strip_prefix("ec-map--")).next().unwrap_or_default()
}

#[test]
fn the_map_says_in_words_all_that_it_draws() {
    for second in ["first", "2:2"] {
        let mut given = GRADUATE;
        given[3] = second;
        let page = page(&update(&answered(&given), Move::Show(Screen::Result)));
        let map = all(&page, ".ec-map")[0];
        for drawing in within(map, "svg") {
            assert_eq!(drawing.attr("aria-hidden"), Some("true"));
            assert_eq!(words(drawing), "", "the words stand beside the drawing");
        }
        let cards: Vec<String> = all(&page, ".ec-route__programme").into_iter().map(words).collect();
        let lines = within(map, ".ec-map__line");
        assert_eq!(lines.len(), cards.len());
        for (line, card) in lines.iter().zip(&cards) {
            let title = words(within(*line, "h3")[0]);
            let state = words(within(*line, "h3 .ec-map__state")[0]);
            let name = title.trim_end_matches(&state).trim_end();
            assert!(card.starts_with(name), "{title}: {card}");
            let stops = within(*line, "ol > li");
            assert!(words(*stops.last().expect("a terminus")).starts_with("The job: "));
            assert!(within(*line, "ol > li:last-child .ec-map__mark").len() == 1);
        }
    }
}

/// Of two things that stand differently neither the word nor the mark is the same. Their lines are the style sheet's:
/// tests/chromium looks at those.
#[test]
fn states_differ_by_word_and_mark() {
    let mut told: BTreeMap<String, (String, String)> = BTreeMap::new();
    let people: [&[&str]; 3] = [
        &GRADUATE,
        &["degree", "bachelor-honours", "awarded", "2:2", "physics"],
        &["degree", "overseas-degree", "awarded", "electrical engineering"],
    ];
    for answers in people {
        let page = page(&update(&answered(answers), Move::Show(Screen::Result)));
        for stop in all(&page, ".ec-map ol > li:not(.ec-map__job)") {
            let mark = within(stop, ".ec-map__mark path")[0].attr("d").unwrap_or_default().to_string();
            let word = words(within(stop, ".ec-map__state")[0]);
            let state = manner(within(stop, ".ec-map__state")[0]).to_string();
            assert_eq!(told.entry(state).or_insert_with(|| (word.clone(), mark.clone())), &(word, mark));
        }
    }
    let states: Vec<&str> = told.keys().map(String::as_str).collect();
    assert_eq!(states, ["judgement", "met", "not-met", "unanswered"]);
    let differ = |parts: Vec<&String>| parts.iter().collect::<std::collections::BTreeSet<_>>().len() == 4;
    assert!(
        differ(told.values().map(|(word, _)| word).collect()) && differ(told.values().map(|(_, mark)| mark).collect())
    );
}

#[test]
fn beside_the_questions_stands_what_the_answers_come_to() {
    let beside = |state: &State| {
        check(state);
        let page = page(state);
        let aside = all(&page, "aside");
        assert!(aside.len() <= 1 && all(&page, "aside [role], aside [aria-live], aside [tabindex]").is_empty());
        aside.first().map(|aside| {
            assert!(within(*aside, "form, h1").is_empty());
            (words(within(*aside, "summary")[0]), within(*aside, ".ec-map__line").len())
        })
    };
    let mut state = update(&State::new(Catalogue::built_in(), crate::profiles::ROLE), Move::Begin);
    assert_eq!(beside(&state), None, "nothing is answered");
    let mut told = Vec::new();
    for answer in GRADUATE {
        let given = Input { chosen: vec![answer.to_string()], typed: answer.to_string() };
        state = update(&state, Move::Answer(given));
        told.push(beside(&state).expect("something is answered"));
    }
    assert_eq!(told[0], ("Your routes so far: 2 not answered yet".into(), 2));
    assert_eq!(told[4], ("Your routes so far: 1 met, 1 not answered yet".into(), 2));
    assert_eq!(beside(&update(&state, Move::Answer(Input::default()))).as_ref(), told.last(), "an error hides nothing");
    assert!(beside(&update(&state, Move::Show(Screen::Check))).is_some());
    assert_eq!(beside(&update(&state, Move::Show(Screen::Result))), None, "the result says it itself");
}

#[test]
fn of_all_roles_the_numbers_alone_are_said() {
    let begun = update(&State::new(Catalogue::built_in(), EVERYTHING), Move::Begin);
    let state = GRADUATE.iter().fold(begun, |state, answer| give(&state, answer));
    check(&state);
    let page = page(&state);
    let aside = words(all(&page, "aside")[0]);
    let roles = state.outlooks();
    let number = |outcome| roles.iter().filter(|role| role.verdict.outcome() == outcome).count();
    let [met, ask, open] = [Some(Outcome::Met), Some(Outcome::Judgement), None].map(number);
    assert!(met > 1 && ask > 0 && open > 1, "each number has its words");
    let numbers = format!("Your roles so farYour roles so far: {met} met, {ask} to ask about, {open} not answered yet");
    assert!(aside.starts_with(&numbers), "{numbers}: {aside}");
    let met = format!("You meet the qualification rules for a route into {met} of the {} roles.", roles.len());
    assert!(aside.contains(&met), "{met}: {aside}");
    assert!(all(&page, "aside .ec-map").is_empty());
}
