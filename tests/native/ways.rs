//! The ways of people through the questions, as text to be read: `tests/ways.txt`. What the page has told for them of each
//! worked case, what they are asked after that, and what each question offers.

use std::collections::BTreeSet;
use std::rc::Rc;

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::contract::{decode_profile, encode_profile};
use entry_checker::journey::{HostEvent, Input, Kind, Move, Offer, Outlook, Question, Screen, State, update};

use crate::cases;
use crate::journey::at;
use crate::kept::same_as_kept;

const ROLES: [&str; 4] = ["clinical-or-medical-technology", EVERYTHING, "biomedical-science", "reconstructive-science"];
/// What is typed for a subject; nothing is "I'm not sure".
const SUBJECTS: [&str; 6] = ["physics", "Biomedical Science", "something of  my own", "History", "", "applied science"];
/// How many questions a person answers at most.
const MOST: usize = 40;

fn offers(offers: &[Offer]) -> String {
    offers.iter().map(|offer| format!("{}={}", offer.value, offer.label())).collect::<Vec<_>>().join(" ")
}

/// What a question says, but for which qualification it is about.
fn shown(question: &Question) -> String {
    let kind = match &question.kind {
        Kind::One(one) => format!("one of {}", offers(one)),
        Kind::Many(many) => format!("any of {}", offers(many)),
        Kind::Subject(section) => format!("a subject of {}", section.key()),
    };
    format!("{} {} {kind}", question.key, question.award.map_or("", |award| award.id()))
}

/// One answer or another, by a number.
fn put_in(question: &Question, number: usize) -> Input {
    let chosen = |offers: &[Offer], number: usize| offers[number % offers.len()].value.to_string();
    match &question.kind {
        Kind::One(offers) => Input { chosen: vec![chosen(offers, number)], ..Input::default() },
        Kind::Many(offers) => {
            let alone = number % offers.len() >= offers.len() - 2;
            let all =
                if alone { vec![chosen(offers, number)] } else { vec![chosen(offers, 0), chosen(offers, number % 2)] };
            Input { chosen: all, ..Input::default() }
        }
        Kind::Subject(_) => {
            let typed = SUBJECTS[number % SUBJECTS.len()];
            let not_sure = typed.is_empty().then(|| "not-sure".to_string());
            Input { typed: typed.to_string(), chosen: not_sure.into_iter().collect() }
        }
    }
}

/// What was answered: each question with what a person would have put in.
fn told(state: &State) -> String {
    let one = |id| {
        let input = state.input(&state.question(id));
        format!("{}={}{}", id.slug(), input.chosen.join("+"), input.typed)
    };
    state.walk().path.iter().map(|id| one(*id)).collect::<Vec<_>>().join(" ")
}

/// What each other role comes to, best first: its best route, how that stands, and whether more could be asked.
fn outlooks(state: &State) -> String {
    let one = |one: &Outlook| {
        let route = one.pack.rules.routes[one.route].id;
        let (pending, open) =
            (if one.verdict.pending { ", pending" } else { "" }, if one.open { ", open" } else { "" });
        format!("{} {route} {}{pending}{open}", one.pack.rules.id, one.verdict.id())
    };
    let outlooks = state.outlooks();
    let known = outlooks.iter().filter(|one| cases::ROLES.contains(&one.pack.rules.id));
    known.map(one).collect::<Vec<_>>().join("; ")
}

fn ways() -> String {
    let catalogue = Catalogue::built_in();
    let (mut text, mut questions) = (String::new(), BTreeSet::new());
    for (number, case) in cases::all().enumerate() {
        let role = ROLES[number % ROLES.len()];
        let profile = decode_profile(&catalogue.subjects, &case["profile"].to_string()).expect("a good profile");
        let mut state = update(&at(role), HostEvent::SetProfile(Rc::new(profile)));
        text.push_str(&format!("\n{} | {role}\n", case["name"].as_str().unwrap_or_default()));
        text.push_str(&format!("  handed over: {}\n  roles: {}\n", told(&state), outlooks(&state)));
        state = update(&state, Move::Begin);
        for step in 0..MOST {
            let Screen::Question(id) = state.screen() else { break };
            let question = state.question(id);
            questions.insert(shown(&question));
            let next = update(&state, Move::Answer(put_in(&question, number + step)));
            if let Some(error) = next.error() {
                text.push_str(&format!("  {}: {error}\n", id.slug()));
                state = update(&state, Move::Answer(put_in(&question, 0)));
            } else {
                state = next;
            }
        }
        let json = serde_json::to_string(&encode_profile(&catalogue.subjects, &state.walk().profile));
        text.push_str(&format!("  then told: {}\n  roles: {}\n", told(&state), outlooks(&state)));
        text.push_str(&format!("  at {}: {}\n", state.address(), json.expect("it is JSON")));
        let link = state.link().unwrap_or_default();
        text.push_str(&format!("  {link}\n"));
        let opened = update(&at(""), HostEvent::LinkOpened(link));
        assert_eq!(opened.walk().profile, state.walk().profile, "a link says the same");
        assert_eq!(opened.walk().path.len(), state.walk().path.len(), "what is not known is said too");
    }
    text.push_str("\nquestions\n");
    questions.iter().for_each(|question| text.push_str(&format!("  {question}\n")));
    text
}

#[test]
fn the_ways_of_people_are_as_they_were_read() {
    same_as_kept("tests/ways.txt", &ways());
}
