//! The markup of every page, rendered natively: labels, ids, headings, links, and no style or script in it.

use std::collections::BTreeSet;
use std::rc::Rc;

use entry_checker::app::{Checker, CheckerProps};
use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::journey::{Edit, Input, Kind, Move, Part, QuestionId, Screen, State, update};
use entry_checker::rules::Section;
use futures::executor::LocalPool;
use scraper::{ElementRef, Html, Selector};
use yew::LocalServerRenderer;

use crate::journey::give;
use crate::profiles::{ROLE, pack};

/// The page of a state.
pub fn page(state: &State) -> Html {
    let props = yew::props!(CheckerProps { state: Rc::new(state.clone()) });
    let renderer = LocalServerRenderer::<Checker>::with_props(props).hydratable(false);
    Html::parse_fragment(&LocalPool::new().run_until(renderer.render()))
}

pub fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

pub fn words(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What holds for every page.
pub fn check(state: &State) {
    let page = page(state);
    let at = state.screen().slug();
    assert_eq!(all(&page, "h1").len(), 1, "{at}: one heading of the page");
    assert_eq!(all(&page, "h1")[0].attr("tabindex"), Some("-1"), "{at}: the heading takes the focus");
    let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|element| element.attr("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "{at}: an id stands once: {ids:?}");
    for reference in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
        for element in all(&page, &format!("[{reference}]")) {
            for id in element.attr(reference).unwrap_or_default().split(' ') {
                assert!(known.contains(id), "{at}: {reference} names \"{id}\", which is not there");
            }
        }
    }
    for input in all(&page, "input") {
        let id = input.attr("id").unwrap_or_default();
        let labels = all(&page, &format!("label[for=\"{id}\"]"));
        assert!(labels.len() == 1 && !words(labels[0]).is_empty(), "{at}: the field \"{id}\" has one label");
    }
    for fieldset in all(&page, "fieldset") {
        let first = fieldset.child_elements().next().expect("a fieldset holds something");
        assert!(first.value().name() == "legend" && !words(first).is_empty(), "{at}: a fieldset begins with a legend");
    }
    for button in all(&page, "button") {
        assert!(
            matches!(button.attr("type"), Some("button" | "submit")) && !words(button).is_empty(),
            "{at}: a button"
        );
    }
    for link in all(&page, "a") {
        let url = link.attr("href").unwrap_or_default();
        assert!(url.starts_with("http") || url.starts_with('#'), "{at}: a link to {url}");
        assert!(!words(link).is_empty(), "{at}: a link has words");
        if url.starts_with("http") {
            assert_eq!(link.attr("rel"), Some("noreferrer noopener"), "{at}: {url}");
        }
    }
    let levels: Vec<u8> =
        all(&page, "h1, h2, h3, h4").iter().map(|one| one.value().name().as_bytes()[1] - b'0').collect();
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{at}: heading levels {levels:?}");
    }
    for element in page.root_element().descendent_elements() {
        for (name, value) in element.value().attrs() {
            assert!(name != "style" && !name.starts_with("on"), "{at}: {name} on {}", element.value().name());
            assert!(!value.contains("javascript:"), "{at}: {value}");
        }
        assert!(!["script", "style", "img", "iframe"].contains(&element.value().name()), "{at}: {}", element.html());
    }
    assert!(
        !all(&page, "[role=status]").is_empty(),
        "{at}: what is said beside what is shown has a place from the start"
    );
    for loud in all(&page, "[role=alert], [aria-live=assertive]") {
        assert_eq!(loud.attr("class"), Some("ec-error-summary"), "{at}: nothing but a mistake is an alert");
    }
    let told = words(page.root_element());
    assert!(!told.contains('{'), "{at}: a place is not filled: {}", &told[told.find('{').unwrap_or(0)..][..40]);
}

fn start() -> State {
    State::new(Catalogue::built_in(), ROLE)
}

pub fn answered(answers: &[&str]) -> State {
    answers.iter().fold(update(&start(), Move::Begin), |state, answer| give(&state, answer))
}

/// In cardiac sciences a second A level makes the grade of the first one matter, which is asked after it.
#[test]
fn a_question_about_one_of_several_a_levels_says_which() {
    let subjects = ["history", "biology", "chemistry"];
    let mut state = update(&State::new(Catalogue::built_in(), "cardiac-sciences"), Move::Begin);
    let mut titles: Vec<String> = Vec::new();
    while let Screen::Question(id) = state.screen() {
        let (index, part) = match id {
            QuestionId::Held(Section::Level3, index, part) => (usize::from(index), Some(part)),
            QuestionId::More(Section::Level3, index) => (usize::from(index), None),
            _ => (0, None),
        };
        let answer = match (id, part) {
            (QuestionId::Stage, _) => "level3",
            (_, Some(Part::Award)) => "a-level",
            (_, Some(Part::Subject)) => subjects[index],
            (_, Some(Part::Status)) => "awarded",
            (_, Some(Part::Result)) => "C",
            (QuestionId::More(..), _) if index + 1 < subjects.len() => "yes",
            (QuestionId::More(..), _) => "no",
            _ => "not-sure",
        };
        if matches!(part, Some(Part::Status | Part::Result)) {
            let title = words(all(&page(&state), "h1")[0]);
            assert!(title.contains(&format!("A level in {}", subjects[index])), "{id:?}: {title}");
            assert!(!titles.contains(&title), "{id:?}: two questions have the title \"{title}\"");
            titles.push(title);
        }
        state = give(&state, answer);
        assert_eq!(state.error(), None, "{answer} answers {id:?}");
    }
    assert!(titles.len() > subjects.len(), "{titles:?}");
}

/// A walk that gives the n-th offer of each question, and shows every screen on the way, by turns for each role and for
/// all of them.
#[test]
fn every_page_on_many_walks() {
    let mut seen = BTreeSet::new();
    let roles = Catalogue::built_in().roles.iter().map(|role| role.rules.id);
    let roles: Vec<&str> = roles.chain([EVERYTHING]).collect();
    for n in 0..40 {
        let mut state = State::new(Catalogue::built_in(), roles[n % roles.len()]);
        check(&state);
        state = update(&state, Move::Begin);
        let mut steps = 0;
        while let Screen::Question(id) = state.screen() {
            if seen.insert(state.question(id).key) {
                check(&state);
                let refused = update(&state, Move::Answer(Input::default()));
                assert!(refused.error().is_some());
                check(&refused);
            }
            let input = match state.question(id).kind {
                Kind::One(offers) | Kind::Many(offers) => {
                    Input { chosen: vec![offers[(n + steps) % offers.len()].value.to_string()], ..Input::default() }
                }
                Kind::Subject(_) => {
                    Input { typed: ["physics", "<b>own</b> words", "history"][n % 3].into(), ..Input::default() }
                }
            };
            state = update(&state, Move::Answer(input));
            steps += 1;
        }
        for screen in [Screen::Check, Screen::Result, Screen::Skills, Screen::Restart] {
            check(&update(&state, Move::Show(screen)));
        }
    }
    assert!(seen.len() > 15, "{} questions were shown", seen.len());
}

#[test]
fn an_error_is_told_above_and_beside_the_field() {
    let state = update(&update(&start(), Move::Begin), Move::Answer(Input::default()));
    let page = page(&state);
    let summary = &all(&page, ".ec-error-summary")[0];
    assert_eq!((summary.attr("role"), summary.attr("tabindex")), (Some("alert"), Some("-1")));
    let message = words(all(&page, ".ec-error-summary a")[0]);
    assert_eq!(words(all(&page, ".ec-error")[0]), format!("Error: {message}"));
    assert_eq!(all(&page, ".ec-error-summary a")[0].attr("href"), Some("#stage"));
    assert_eq!(all(&page, "#stage")[0].value().name(), "input", "the link leads to the first choice");
}

#[test]
fn what_was_typed_is_text_and_stays() {
    let words_typed = "<img src=x onerror=alert(1)>";
    let state = answered(&["degree", "bachelor-honours", "awarded", "first", words_typed]);
    let page = page(&update(&state, Move::Show(Screen::Result)));
    assert!(all(&page, "img").is_empty());
    assert!(words(page.root_element()).contains(words_typed));
}

#[test]
fn a_typed_subject_is_offered_as_a_listbox() {
    let state = answered(&["degree", "bachelor-honours", "awarded", "first"]);
    let state = update(&update(&state, Edit::TypeSubject("mechanical".into())), Edit::MoveHighlight(1));
    check(&state);
    let page = page(&state);
    let field = all(&page, "input[role=combobox]")[0];
    assert_eq!(field.attr("aria-expanded"), Some("true"));
    let active = field.attr("aria-activedescendant").expect("one is active");
    let option = all(&page, "[aria-selected=true]")[0];
    assert_eq!((option.attr("id"), words(option).as_str()), (Some(active), "Mechanical engineering"));
    let chosen = update(&state, Edit::ChooseSubject(0));
    assert_eq!(chosen.typing().map(|typing| typing.words.as_str()), Some("Mechanical engineering"));
}

/// Each outcome is said in a word and drawn in a shape of its own.
#[test]
fn outcomes_have_a_word_and_a_shape() {
    let state = answered(&["degree", "bachelor-honours", "awarded", "2:2", "physics"]);
    let page = page(&update(&state, Move::Show(Screen::Result)));
    let mut shapes = BTreeSet::new();
    for outcome in all(&page, ".ec-outcome") {
        let shape = outcome.select(&Selector::parse("path").expect("a selector")).next().expect("a shape");
        shapes.insert((words(outcome), shape.attr("d").unwrap_or_default().to_string()));
    }
    let told: BTreeSet<&String> = shapes.iter().map(|(word, _)| word).collect();
    assert!(shapes.len() >= 3 && told.len() == shapes.len(), "{shapes:?}");
}

#[test]
fn the_result_shows_each_route_with_its_clauses_and_their_source() {
    let state = answered(&["degree", "bachelor-honours", "awarded", "first", "physics"]);
    let page = page(&update(&state, Move::Show(Screen::Result)));
    assert_eq!(words(all(&page, "h1")[0]), "Your result for clinical or medical technology");
    let routes: Vec<String> = all(&page, ".ec-route > h2").into_iter().map(words).collect();
    assert_eq!(routes, ["Train as a clinical scientist", "Train as a healthcare science practitioner"]);
    let requirements = all(&page, ".ec-requirement").len();
    assert_eq!(requirements, 6);
    assert_eq!(all(&page, ".ec-requirement blockquote").len(), requirements);
    for line in &Catalogue::built_in().common.not_checked {
        assert!(words(page.root_element()).contains(line), "{line}");
    }
    let links: BTreeSet<&str> = all(&page, "details a").into_iter().filter_map(|link| link.attr("href")).collect();
    for link in &pack().links {
        assert!(links.contains(link.url), "{}", link.url);
    }
}

#[test]
fn the_roles_stand_under_their_divisions_and_are_found_by_typing() {
    let state = State::new(Catalogue::built_in(), "");
    check(&state);
    let whole = page(&state);
    let roles = &Catalogue::built_in().roles;
    let divisions: BTreeSet<String> = all(&whole, "h2").into_iter().map(words).collect();
    assert_eq!(divisions, roles.iter().map(|role| role.division.to_string()).collect());
    for role in roles {
        let section = all(&whole, "section").into_iter().find(|one| words(*one).starts_with(role.division));
        assert!(section.is_some_and(|section| words(section).contains(role.name)), "{}", role.name);
    }
    assert_eq!(words(all(&whole, ".ec-button")[0]), "Check all roles at once");
    let said = |typed: &str| {
        let state = update(&state, Edit::FilterRoles(typed.into()));
        check(&state);
        let page = page(&state);
        let status: Vec<String> = all(&page, "[role=status]").into_iter().map(words).collect();
        assert_eq!(status.len(), 1, "one status region");
        (all(&page, ".ec-role").len(), status[0].clone())
    };
    assert_eq!(said(""), (roles.len(), String::new()));
    let physiological = roles.iter().filter(|role| role.division == "Physiological sciences").count();
    assert_eq!(said("physiological"), (physiological, format!("{physiological} roles found.")));
    assert_eq!(said("audio"), (1, "1 role found.".into()));
    assert_eq!(said("<zz>").0, 0);
}

/// What stands in a list of roles: name, outcome, and what it is for.
fn listed(page: &Html) -> Vec<(String, String, String)> {
    let part = |one: &ElementRef, selector: &str| {
        one.select(&Selector::parse(selector).expect("a selector")).next().map(words).unwrap_or_default()
    };
    let roles = all(page, ".ec-role");
    roles.iter().map(|one| (part(one, "button"), part(one, ".ec-outcome"), part(one, "p"))).collect()
}

#[test]
fn a_result_lists_every_other_role_best_first() {
    let state =
        update(&answered(&["degree", "bachelor-honours", "awarded", "first", "physics"]), Move::Show(Screen::Result));
    let page = page(&state);
    assert!(all(&page, "h2").into_iter().map(words).any(|title| title == "The same answers, other roles"));
    let roles = listed(&page);
    assert_eq!(roles.len(), Catalogue::built_in().roles.len() - 1, "every role but this one");
    let first = |role: &str| (role.to_string(), "Met".to_string(), "Train as a clinical scientist".to_string());
    assert_eq!(roles[0], first("Audiology"));
    assert!(roles.contains(&first("Imaging (non-ionising)")));
    let order = ["Met", "To be decided", "Not answered yet", "Not met"];
    let place = |outcome: &str| order.iter().position(|one| outcome == *one);
    let places: Vec<_> = roles.iter().map(|(_, outcome, _)| place(outcome)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{roles:?}");
    // Its other sections are not closed yet, so nothing is called "not met".
    assert!(!places.contains(&Some(3)), "{roles:?}");
}

#[test]
fn all_roles_have_one_result_and_each_opens() {
    let begun = update(&State::new(Catalogue::built_in(), EVERYTHING), Move::Begin);
    let answers = ["degree", "bachelor-honours", "awarded", "first", "physics"];
    let state = answers.iter().fold(begun, |state, answer| give(&state, answer));
    let state = update(&state, Move::Show(Screen::Result));
    check(&state);
    let whole = page(&state);
    assert_eq!(listed(&whole).len(), Catalogue::built_in().roles.len());
    assert_eq!(words(all(&whole, "h1")[0]), "Your result for all roles");
    assert!(
        words(all(&whole, ".ec-lead")[0]).starts_with("You meet the qualification rules for "),
        "{}",
        words(all(&whole, ".ec-lead")[0])
    );
    let opened = update(&state, Move::OpenResult("audiology"));
    check(&opened);
    let back = all(&page(&opened), "button").into_iter().map(words).next();
    assert_eq!(back.as_deref(), Some("Back to all roles"));
}
