//! From screen to screen by the checker's own Back, by an address, and through the list of subjects.

use std::rc::Rc;

use entry_checker::catalogue::{Catalogue, EVERYTHING};
use entry_checker::contract::decode_profile;
use entry_checker::journey::saved::Shelf;
use entry_checker::journey::{DeviceEvent, Edit, HostEvent, Move, Part, QuestionId, Screen, State, Typing, update};
use entry_checker::rules::Section;

use crate::journey::{at, give};

const ROLE: &str = "clinical-or-medical-technology";

/// Two questions answered: the highest level, and the award.
fn begun() -> State {
    let state =
        ["degree", "bachelor-honours"].iter().fold(update(&at(ROLE), Move::Begin), |state, value| give(&state, value));
    assert_eq!(state.walk().path.len(), 2);
    state
}

fn back(state: &State) -> State {
    update(state, Move::Back)
}

fn degree(part: Part) -> Screen {
    Screen::Question(QuestionId::Held(Section::Degree, 0, part))
}

#[test]
fn back_leads_to_the_screen_before() {
    let state = begun();
    assert_eq!(state.screen(), degree(Part::Status));
    let mut went = Vec::new();
    let mut now = state.clone();
    for _ in 0..4 {
        now = back(&now);
        went.push(now.screen());
    }
    assert_eq!(went, [degree(Part::Award), Screen::Question(QuestionId::Stage), Screen::Start, Screen::Roles]);
    assert_eq!(back(&now).screen(), Screen::Roles);

    let show = |screen| update(&state, Move::Show(screen));
    assert_eq!(back(&show(Screen::Check)).screen(), degree(Part::Award), "the last that was answered");
    assert_eq!(back(&show(Screen::Result)).screen(), Screen::Check);
    assert_eq!(back(&show(Screen::Skills)).screen(), Screen::Result);
    assert_eq!(back(&show(Screen::Restart)).screen(), Screen::Result);
    let nothing = at(ROLE);
    assert_eq!(back(&update(&nothing, Move::Show(Screen::Skills))).screen(), Screen::Start, "no result is open");
}

/// The way back to all roles is shown to who came from there, by way of other roles too, until they choose one anew.
#[test]
fn who_came_from_all_roles_finds_back() {
    let role = update(&begun(), Move::OpenResult("audiology"));
    assert!(!role.is_from_all(), "from one role to another");
    let all = update(&role, Move::OpenResult(EVERYTHING));
    assert!(!all.is_from_all());
    let one = update(&all, Move::OpenResult("audiology"));
    assert!(one.is_from_all() && one.screen() == Screen::Result);
    assert!(update(&one, Move::OpenResult(ROLE)).is_from_all());
    assert!(!update(&one, Move::ChooseRole(ROLE)).is_from_all());
}

#[test]
fn roles_are_found_by_what_is_typed_until_a_person_goes_on() {
    let state = update(&at(""), Edit::FilterRoles("audio".to_string()));
    let ids: Vec<&str> = state.roles_found().iter().map(|role| role.rules.id).collect();
    assert_eq!((state.filter(), ids.as_slice()), ("audio", &["audiology"][..]));
    let entered = update(&state, Move::ChooseRole("audiology"));
    assert_eq!((entered.filter(), entered.roles_found().len()), ("", Catalogue::built_in().roles.len()));
}

#[test]
fn what_the_browser_did_by_itself_is_known() {
    let state = begun();
    let address = state.address();
    let revisited = update(&back(&state), HostEvent::AddressChanged(address));
    assert!(revisited.is_revisit() && revisited.screen() == state.screen());
    assert!(!state.is_revisit() && !back(&revisited).is_revisit());
}

/// One answer is changed, and a person is back at all of them, by Back too.
#[test]
fn a_change_leads_back_to_the_answers() {
    let state = update(&begun(), Move::Change(QuestionId::Stage));
    assert_eq!(state.screen(), Screen::Question(QuestionId::Stage));
    assert_eq!(back(&state).screen(), Screen::Check);
    let again = update(&back(&state), Move::Show(degree(Part::Award)));
    assert_eq!(back(&again).screen(), Screen::Question(QuestionId::Stage), "nothing is being changed any more");
    let unknown = QuestionId::Held(Section::Level3, 7, Part::Result);
    assert_eq!(update(&begun(), Move::Change(unknown)).screen(), begun().screen(), "that was never asked");
}

/// Who went back goes on along the questions that they answered.
#[test]
fn on_from_where_one_went_back_to() {
    let done = ["awarded", "2:1", "physics"].into_iter().fold(begun(), |state, value| give(&state, value));
    let further = done.screen();
    let went_back = update(&back(&back(&done)), Move::Back);
    assert_eq!(went_back.screen(), degree(Part::Status));
    let on = give(&went_back, "awarded");
    assert_eq!(on.screen(), degree(Part::Result), "it has an answer, and is shown all the same");
    assert_eq!(give(&give(&on, "2:1"), "physics").screen(), further);
}

/// While one qualification is added, Back leads to the answers; what is held of other kinds stays.
#[test]
fn another_qualification_is_added_beside_the_others() {
    let json = r#"{"level3":[{"award":"a-level","subject":"physics","grade":"B"}],
        "degree":[{"award":"bachelor-honours","subject":"history","class":"2:1"},{"award":"hnd"}]}"#;
    let profile = decode_profile(&Catalogue::built_in().subjects, json).expect("a good profile");
    let told = update(&at(EVERYTHING), HostEvent::SetProfile(Rc::new(profile)));
    let held = |state: &State, section| state.walk().profile.section(section).map_or(0, <[_]>::len);
    let adding = update(&told, Move::AddAnother(Section::Level3));
    assert_eq!((held(&adding, Section::Level3), held(&adding, Section::Degree)), (1, 2));
    let asked = give(&adding, "a-level");
    assert_eq!(asked.screen(), Screen::Question(QuestionId::Held(Section::Level3, 1, Part::Subject)));
    assert_eq!(held(&asked, Section::Level3), 2);
    assert_eq!((back(&adding).screen(), back(&asked).screen()), (Screen::Check, Screen::Check));
    let removing = update(&told, Move::Remove(Section::Degree, 0));
    assert_eq!((held(&removing, Section::Level3), held(&removing, Section::Degree)), (1, 1));
    let none = update(&told, Move::Remove(Section::Level3, 0));
    assert_eq!(held(&none, Section::Level3), 0, "the only one");
}

#[test]
fn to_start_again_is_a_move_too() {
    let state = update(&begun(), Edit::FilterRoles("audio".to_string()));
    let cleared = update(&state, Move::Clear);
    assert_eq!((cleared.screen(), cleared.moves()), (Screen::Start, state.moves() + 1));
    assert!(cleared.walk().path.is_empty() && cleared.filter().is_empty());
}

/// What is not open yet shows the nearest that is.
#[test]
fn a_screen_that_is_not_open_yet_leads_to_the_nearest() {
    let unknown = Screen::Question(QuestionId::Held(Section::Level3, 7, Part::Result));
    let shown = |state: &State, screen| update(state, Move::Show(screen)).screen();
    let nothing = at(ROLE);
    for (screen, leads_to) in [
        (Screen::Question(QuestionId::Stage), Screen::Question(QuestionId::Stage)),
        (unknown, Screen::Start),
        (Screen::Check, Screen::Start),
        (Screen::Result, Screen::Start),
        (Screen::Skills, Screen::Skills),
        (Screen::Restart, Screen::Restart),
        (Screen::Forget, Screen::Start),
    ] {
        assert_eq!(shown(&nothing, screen), leads_to, "{screen:?}");
    }
    let some = begun();
    assert_eq!(shown(&some, unknown), degree(Part::Status), "the next that has no answer");
    assert_eq!([Screen::Check, Screen::Result].map(|screen| shown(&some, screen)), [Screen::Check, Screen::Result]);
    assert_eq!(shown(&at(EVERYTHING), Screen::Skills), Screen::Start, "all roles have no list of skills");
    let kept = HostEvent::Device(DeviceEvent::Shelf(Rc::new(Shelf::Unreadable(
        entry_checker::journey::link::Broken::Damaged,
    ))));
    assert_eq!(shown(&update(&nothing, kept), Screen::Forget), Screen::Forget);
}

#[test]
fn the_list_of_subjects_is_gone_through_by_arrows() {
    let subjects = &Catalogue::built_in().subjects;
    let typing = |words: &str| Typing::new(subjects, Section::Degree, words.to_string());
    let mut list = typing("physics");
    let last = list.found.len() - 1;
    assert!(last >= 3 && list.open && !list.left && list.active.is_none());
    let mut active = Vec::new();
    for by in [1, 1, -1, -1, -1, 1] {
        list.go(by);
        active.push(list.active);
    }
    assert_eq!(active, [0, 1, 0, last, last - 1, last].map(Some));
    let mut upwards = typing("physics");
    upwards.go(-1);
    assert_eq!(upwards.active, Some(last));

    list.close();
    assert!(!list.open && list.active.is_none());
    list.leave();
    assert!(!list.left, "it was closed before");
    list.go(1);
    list.leave();
    assert!(list.left && !list.open);
    list.go(1);
    assert!(list.open && !list.left);
    list.choose(subjects, 0);
    assert_eq!((list.words.as_str(), list.open, list.active), ("Physics", false, None));
    list.choose(subjects, 99);
    assert_eq!(list.words, "Physics", "there is no such place");

    let mut none = typing("basket weaving");
    none.go(1);
    assert_eq!((none.found.len(), none.active), (0, None));
    // No more is looked at than may be answered.
    let long = format!("physics{}", " ".repeat(80));
    assert_eq!(typing(&format!("{long}zebra")).found, typing("physics").found);
    assert_eq!(typing(&long).words, long);
}

/// An arrow key opens the list for what stands in the field already; without a field nothing opens.
#[test]
fn an_arrow_opens_the_list_for_what_stands_there() {
    let field = update(&give(&give(&begun(), "awarded"), "first"), Move::Show(degree(Part::Subject)));
    assert_eq!(field.screen(), degree(Part::Subject));
    let typed = update(&field, Edit::TypeSubject("phys".to_string()));
    assert!(typed.typing().is_some_and(|typing| typing.open && !typing.found.is_empty()));
    assert_eq!(typed.moves(), field.moves());
    let named = update(&give(&field, "Physics"), Move::Show(degree(Part::Subject)));
    assert!(named.typing().is_none());
    let down = update(&named, Edit::MoveHighlight(1));
    assert_eq!(down.typing().map(|typing| (typing.words.as_str(), typing.active)), Some(("physics", Some(0))));
    for action in [Edit::CloseSubjects, Edit::LeaveSubject, Edit::ChooseSubject(0)] {
        assert!(update(&named, action.clone()).typing().is_none(), "{action:?} opens nothing");
        let closed = update(&down, action.clone());
        assert!(closed.typing().is_some_and(|typing| !typing.open), "{action:?} closes it");
        assert_eq!(closed.typing().is_some_and(|typing| typing.left), matches!(action, Edit::LeaveSubject));
    }
    let chosen = update(&typed, Edit::ChooseSubject(0));
    assert_eq!(chosen.typing().map(|typing| typing.words.as_str()), Some("Physics"));
    assert!(update(&begun(), Edit::TypeSubject("phys".to_string())).typing().is_none(), "there is no field");
    assert!(update(&begun(), Edit::MoveHighlight(1)).typing().is_none());
}
