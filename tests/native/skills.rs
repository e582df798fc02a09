//! The skills as a working tool, and what goes with a result on paper and in copies.

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::journey::notes::ENOUGH;
use entry_checker::journey::{CONDITION, Edit, Move, Screen, State, update};
use scraper::{ElementRef, Html, Selector};

use crate::markup::{all, answered, check, page, words};
use crate::profiles::pack;

const PHYSICIST: [&str; 5] = ["degree", "bachelor-honours", "awarded", "first", "physics"];
const WORDS: &str = "First line.\n\n  Second <b>line</b>.";

fn skills() -> State {
    update(&answered(&PHYSICIST), Move::Show(Screen::Skills))
}

fn after(state: &State, edits: &[Edit]) -> State {
    edits.iter().fold(state.clone(), |state, edit| update(&state, edit.clone()))
}

fn group<'a>(page: &'a Html, name: &str) -> ElementRef<'a> {
    let groups = all(page, "fieldset.ec-group");
    *groups.iter().find(|group| words(**group).starts_with(name)).expect("there is such a group")
}

fn within<'a>(part: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    part.select(&Selector::parse(selector).expect("a selector")).collect()
}

#[test]
fn each_group_says_how_many_have_an_example() {
    let state = after(&skills(), &[Edit::Tick("K5", true), Edit::Tick("K7", true)]);
    check(&state);
    let page = page(&state);
    assert_eq!(words(within(group(&page, "Talking with people"), ".ec-count")[0]), "2 of 3 with an example");
    assert_eq!(words(within(group(&page, "Science and learning"), ".ec-count")[0]), "0 of 4 with an example");
    assert_eq!(words(all(&page, ".ec-count")[0]), "2 of 15 with an example");
}

#[test]
fn skills_of_some_jobs_wait_for_their_condition() {
    let name = "Only for some jobs";
    let without = page(&skills());
    let boxes = within(group(&without, name), "input");
    assert_eq!(boxes.len(), 1, "the condition alone");
    assert!(words(group(&without, name)).contains("responsible for staff, budgets or equipment"));
    let state = after(&skills(), &[Edit::Tick(CONDITION, true)]);
    check(&state);
    let with = page(&state);
    assert_eq!(within(group(&with, name), "input").len(), 3);
    assert!(words(group(&with, name)).contains("0 of 2 with an example"));
    assert_eq!(words(all(&with, ".ec-count")[0]), "0 of 17 with an example");
}

#[test]
fn an_example_opens_without_a_tick_and_nothing_is_cut() {
    let state = after(&skills(), &[Edit::ToggleExample("K7")]);
    check(&state);
    let open = page(&state);
    let fields = all(&open, "textarea");
    assert_eq!(fields.len(), 4);
    for field in &fields {
        assert_eq!((field.attr("maxlength"), field.attr("autocomplete")), (None, Some("off")));
    }
    assert_eq!(all(&open, ".ec-example__values input").len(), 6);
    assert!(all(&open, ".ec-said").is_empty());

    let long = after(&state, &[Edit::WriteNote { claim: "K7", part: "task", words: "a ".repeat(ENOUGH) }]);
    check(&long);
    let long = page(&long);
    let told = words(all(&long, ".ec-example__count--over")[0]);
    assert_eq!(
        told,
        "300 words. Try to use no more than 300 characters. This is 300 characters too long. We keep it all."
    );
    assert_eq!(all(&long, ".ec-said").len(), 1, "for paper, beside the fields");
}

#[test]
fn values_say_which_example_shows_them_and_which_have_none() {
    let values = "The NHS values you will be asked about";
    let none = words(group(&page(&skills()), values));
    assert!(none.contains("0 of 6 with an example"), "{none}");
    let state = after(
        &skills(),
        &[Edit::ShowValue { claim: "K7", value: "compassion", is_shown: true }, Edit::Tick("everyone-counts", true)],
    );
    check(&state);
    let some = words(group(&page(&state), values));
    assert!(some.contains("2 of 6 with an example"), "{some}");
    assert!(some.contains("Your example can show it: I can put a worried person at ease."), "{some}");
    let open = some.split("No example yet: ").nth(1).and_then(|rest| rest.split('.').next());
    assert_eq!(
        open,
        Some("working together for patients, respect and dignity, commitment to quality of care, improving lives")
    );
    let untold = after(&state, &[Edit::Tick("compassion", false)]);
    assert!(!untold.shows("K7", "compassion"), "a tick taken away is taken away everywhere");
    let ids = Catalogue::built_in().common.values.iter().map(|value| Edit::ShowValue {
        claim: "K1",
        value: value.id,
        is_shown: true,
    });
    let full = words(group(&page(&after(&state, &ids.collect::<Vec<_>>())), values));
    assert!(!full.contains("No example yet"), "{full}");
}

#[test]
fn ways_to_an_example_stand_while_one_is_missing() {
    let said = words(page(&skills()).root_element());
    for way in &Catalogue::built_in().common.ways {
        assert!(said.contains(way.text), "{}", way.text);
    }
    let ticks: Vec<Edit> =
        pack().skills.iter().flat_map(|group| &group.claims).map(|claim| Edit::Tick(claim.id, true)).collect();
    let full = words(page(&after(&skills(), &ticks)).root_element());
    assert!(!full.contains("Claims without an example yet"));
}

/// Ticked or not, each claim stands with a result on paper; what was written keeps its lines, and nothing says to write.
#[test]
fn a_result_goes_with_its_answers_and_skills() {
    let state = after(
        &skills(),
        &[
            Edit::Tick("K1", true),
            Edit::WriteNote { claim: "K7", part: "situation", words: WORDS.into() },
            Edit::ShowValue { claim: "K7", value: "compassion", is_shown: true },
        ],
    );
    let state = update(&state, Move::Show(Screen::Result));
    check(&state);
    let result = page(&state);
    let paper = all(&result, ".ec-paper")[0];
    let said = words(paper);
    for part in
        ["Your answers", "Honours degree", "Physics", "2 of 15 with an example", "Values it can show: compassion"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let groups = pack().skills.iter().chain(&pack().conditional_skills);
    let claims: Vec<&str> = groups.flat_map(|group| &group.claims).chain(&pack().duties).map(|one| one.text).collect();
    let lines: Vec<String> = within(paper, ".ec-boxes li").into_iter().map(words).collect();
    assert_eq!(lines.len(), claims.len() + 6);
    for claim in claims {
        let mark = if claim.starts_with("I am interested") || claim.contains("worried person") { "[x]" } else { "[ ]" };
        assert!(lines.iter().any(|line| line.starts_with(&format!("{mark} {claim}"))), "{mark} {claim}: {lines:?}");
    }
    assert!(lines.contains(&"[x] Compassion".to_string()) && lines.contains(&"[ ] Improving lives".to_string()));
    assert!(said.contains("Only if the job makes you responsible"), "the condition is named");
    let raw: String = within(paper, ".ec-said span")[0].text().collect();
    assert!(raw.ends_with(WORDS), "{raw}");
    assert!(within(paper, "button, input, b").is_empty());
    assert!(!said.contains("Write your example"));
}

#[test]
fn the_result_of_all_roles_goes_with_its_answers() {
    let state = update(&update(&answered(&PHYSICIST), Move::OpenResult(EVERYTHING)), Move::Show(Screen::Result));
    check(&state);
    let result = page(&state);
    let paper = all(&result, ".ec-paper")[0];
    assert!(words(paper).contains("Physics"));
    assert!(within(paper, ".ec-boxes").is_empty());
}
