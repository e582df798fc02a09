//! Where a person is, what they did, and what follows.

use super::answers::{Answer, Answers, Part, QuestionId};
use super::questions::{Input, Question, input, question, read};
use super::typing::Typing;
use super::walk::{Walk, walk};
use crate::catalogue::{Catalogue, RolePack};
use crate::rules::{Qualification, Section};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What this is, and a button.
    Start,
    /// One question.
    Question(QuestionId),
    /// All the answers.
    Check,
    /// The routes.
    Result,
    /// The skills to show.
    Skills,
    /// "Do you want to start again?"
    Restart,
}

const SCREENS: [(Screen, &str); 5] = [
    (Screen::Start, ""),
    (Screen::Check, "check"),
    (Screen::Result, "result"),
    (Screen::Skills, "skills"),
    (Screen::Restart, "start-again"),
];

impl Screen {
    /// The name in an address: `q/degree-1-result`, `check`.
    pub fn slug(self) -> String {
        match self {
            Screen::Question(question) => format!("q/{}", question.slug()),
            screen => SCREENS.iter().find(|(known, _)| *known == screen).map_or("", |(_, slug)| slug).to_string(),
        }
    }

    /// The screen of that name.
    pub fn from_slug(slug: &str) -> Option<Screen> {
        if let Some(question) = slug.strip_prefix("q/") {
            return QuestionId::from_slug(question).map(Screen::Question);
        }
        SCREENS.iter().find(|(_, known)| *known == slug).map(|(screen, _)| *screen)
    }
}

/// Everything that a person has done so far.
#[derive(Clone, Debug)]
pub struct State {
    catalogue: &'static Catalogue,
    pack: &'static RolePack,
    screen: Screen,
    answers: Answers,
    walk: Walk,
    /// A single answer is being changed; afterwards the person goes back to all of them.
    changing: bool,
    /// What was put in and could not be read, and the key of the message.
    refused: Option<(Input, String)>,
    /// The subject that is being typed.
    typing: Option<Typing>,
    /// The claims, values and duties that are ticked.
    ticked: Vec<String>,
    /// The browser went to the screen by itself.
    revisit: bool,
    /// How often something was done that leads to a screen or back to it: the focus moves when this does.
    moves: u32,
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Pressed "Start now".
    Begin,
    /// Pressed "Continue" on the question that is shown.
    Answer(Input),
    /// Wants to change one answer.
    Change(QuestionId),
    /// Wants to add another qualification of a section.
    AddAnother(Section),
    /// Wants a qualification removed.
    Remove(Section, u8),
    /// Went back.
    Back,
    /// Goes to a screen.
    Show(Screen),
    /// Went to a screen by the browser's Back or Forward.
    Revisit(Screen),
    /// Typed in the field for a subject.
    Type(String),
    /// Pressed an arrow key there: one down (1) or up (-1).
    Move(isize),
    /// Chose one of the subjects found.
    Choose(usize),
    /// Left the list of subjects.
    CloseList,
    /// Ticked a claim, value or duty, or took the tick away.
    Tick(String, bool),
    /// Confirmed that all answers are to be cleared.
    Clear,
}

impl Action {
    /// Whether it leaves a person where they are.
    fn stays(&self) -> bool {
        matches!(self, Action::Tick(..) | Action::Type(_) | Action::Move(_) | Action::Choose(_) | Action::CloseList)
    }
}

impl PartialEq for State {
    fn eq(&self, other: &State) -> bool {
        std::ptr::eq(self.pack, other.pack)
            && self.screen == other.screen
            && self.answers == other.answers
            && self.changing == other.changing
            && self.refused == other.refused
            && self.typing == other.typing
            && self.ticked == other.ticked
            && self.moves == other.moves
    }
}

impl State {
    /// At the start, with nothing answered.
    pub fn new(catalogue: &'static Catalogue, pack: &'static RolePack) -> State {
        let answers = Answers::default();
        let walk = walk(catalogue, &pack.rules, &answers);
        State {
            catalogue,
            pack,
            screen: Screen::Start,
            answers,
            walk,
            changing: false,
            refused: None,
            typing: None,
            ticked: Vec::new(),
            revisit: false,
            moves: 0,
        }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// The role.
    pub fn pack(&self) -> &'static RolePack {
        self.pack
    }

    /// What is on the screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Where the answers lead.
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// The claims, values and duties that are ticked.
    pub fn ticked(&self) -> &[String] {
        &self.ticked
    }

    /// The subject that is being typed.
    pub fn typing(&self) -> Option<&Typing> {
        self.typing.as_ref()
    }

    /// Whether the browser went to the screen by itself.
    pub fn is_revisit(&self) -> bool {
        self.revisit
    }

    /// How often something was done that leads to a screen or back to it.
    pub fn moves(&self) -> u32 {
        self.moves
    }

    /// The key of the message, where what was put in could not be read.
    pub fn error(&self) -> Option<&str> {
        self.refused.as_ref().map(|(_, error)| error.as_str())
    }

    /// A question as it stands now.
    pub fn question(&self, id: QuestionId) -> Question {
        question(&self.pack.rules, id, self.held(id))
    }

    /// What stands in a question: what was just put in and refused, or the answer given before.
    pub fn input(&self, question: &Question) -> Input {
        if let Some(typing) = &self.typing {
            return Input { typed: typing.words.clone(), ..Input::default() };
        }
        if let Some((refused, _)) = self.refused.as_ref().filter(|_| self.screen == Screen::Question(question.id)) {
            return refused.clone();
        }
        self.answer(question).unwrap_or_default()
    }

    /// The answer given to a question, as it was put in.
    pub fn answer(&self, question: &Question) -> Option<Input> {
        self.answers.get(question.id).map(|answer| input(self.catalogue, question, answer))
    }

    /// The answer given to a question.
    pub fn given(&self, id: QuestionId) -> Option<&Answer> {
        self.answers.get(id)
    }

    /// The qualification that a question is about.
    fn held(&self, id: QuestionId) -> Option<&Qualification> {
        let (section, index) = id.entry()?;
        self.walk.profile.section(section)?.get(usize::from(index))
    }

    /// Whether a question has its place in the walk.
    fn is_live(&self, id: QuestionId) -> bool {
        self.walk.path.contains(&id) || self.walk.next == Some(id)
    }

    fn answer_changed(&mut self) {
        self.walk = walk(self.catalogue, &self.pack.rules, &self.answers);
    }

    /// The next question that has no answer; all the answers where there is none.
    fn onward(&self) -> Screen {
        self.walk.next.map_or(Screen::Check, Screen::Question)
    }
}

/// What follows from what a person did.
pub fn update(state: &State, action: Action) -> State {
    let mut new = state.clone();
    if !action.stays() {
        new.refused = None;
        new.typing = None;
        new.moves = state.moves.wrapping_add(1);
        new.revisit = matches!(action, Action::Revisit(_));
    }
    match action {
        Action::Begin => new.screen = new.onward(),
        Action::Answer(put_in) => answer(&mut new, put_in),
        Action::Change(id) if new.is_live(id) => {
            new.screen = Screen::Question(id);
            new.changing = true;
        }
        Action::AddAnother(section) => add_another(&mut new, section),
        Action::Remove(section, index) => remove(&mut new, section, index),
        Action::Back => back(&mut new),
        Action::Show(screen) | Action::Revisit(screen) => show(&mut new, screen),
        Action::Type(words) => type_in(&mut new, words),
        Action::Move(_) | Action::Choose(_) | Action::CloseList => in_list(&mut new, &action),
        Action::Tick(id, ticked) => {
            new.ticked.retain(|known| *known != id);
            new.ticked.extend(ticked.then_some(id));
        }
        Action::Clear => new = State { moves: new.moves, ..State::new(new.catalogue, new.pack) },
        Action::Change(_) => {}
    }
    new
}

fn type_in(state: &mut State, words: String) {
    if let Screen::Question(QuestionId::Held(section, _, Part::Subject)) = state.screen {
        state.typing = Some(Typing::new(&state.catalogue.subjects, section, words));
    }
}

fn in_list(state: &mut State, action: &Action) {
    // An arrow key in a field that was filled before opens the list for what stands in it.
    if state.typing.is_none()
        && let (Screen::Question(id), Action::Move(_)) = (state.screen, action)
    {
        let words = state.input(&state.question(id)).typed;
        type_in(state, words);
    }
    let Some(typing) = &mut state.typing else { return };
    match *action {
        Action::Move(by) => typing.go(by),
        Action::Choose(place) => typing.choose(&state.catalogue.subjects, place),
        _ => typing.close(),
    }
}

fn answer(state: &mut State, put_in: Input) {
    let Screen::Question(id) = state.screen else { return };
    match read(state.catalogue, &state.question(id), &put_in) {
        Err(error) => state.refused = Some((put_in, error)),
        Ok(answer) => {
            state.answers.set(id, answer);
            state.answer_changed();
            let after = state.walk.path.iter().skip_while(|asked| **asked != id).nth(1).copied();
            state.screen = match after {
                Some(question) if !state.changing => Screen::Question(question),
                _ => state.onward(),
            };
            state.changing = state.changing && state.screen != Screen::Check;
        }
    }
}

fn add_another(state: &mut State, section: Section) {
    let held = state.walk.profile.section(section).map_or(0, <[_]>::len);
    let Some(last) = u8::try_from(held).ok().and_then(|held| held.checked_sub(1)) else {
        return;
    };
    // What was once said of a further one is not what is being added now.
    let stale = |id: QuestionId| id.entry().is_some_and(|(of, index)| of == section && index > last);
    state.answers.keep(|id| (!stale(id)).then_some(id));
    state.answers.set(QuestionId::More(section, last), Answer::More(true));
    state.answer_changed();
    state.changing = true;
    state.screen = state.onward();
}

fn remove(state: &mut State, section: Section, removed: u8) {
    let held = state.walk.profile.section(section).map_or(0, <[_]>::len);
    let last = usize::from(removed) + 1 == held;
    // Those after it move up by one.
    state.answers.keep(|id| match id.entry() {
        Some((of, index)) if of == section && index == removed => None,
        Some((of, index)) if of == section && index > removed => Some(id.at(index - 1)),
        _ => Some(id),
    });
    // The one before it is now the last.
    if last && removed > 0 {
        state.answers.set(QuestionId::More(section, removed - 1), Answer::More(false));
    }
    state.answer_changed();
    state.changing = true;
    state.screen = state.onward();
}

fn back(state: &mut State) {
    let before = |id: QuestionId| {
        let place = state.walk.path.iter().position(|asked| *asked == id).unwrap_or(state.walk.path.len());
        place.checked_sub(1).map_or(Screen::Start, |place| Screen::Question(state.walk.path[place]))
    };
    state.screen = match state.screen {
        Screen::Question(_) if state.changing => Screen::Check,
        Screen::Question(id) => before(id),
        Screen::Check => state.walk.path.last().map_or(Screen::Start, |id| Screen::Question(*id)),
        Screen::Result => Screen::Check,
        Screen::Skills | Screen::Restart => Screen::Result,
        Screen::Start => Screen::Start,
    };
    state.changing = state.changing && matches!(state.screen, Screen::Question(_));
}

fn show(state: &mut State, screen: Screen) {
    let answered = !state.walk.path.is_empty();
    state.screen = match screen {
        Screen::Question(id) if state.is_live(id) => screen,
        Screen::Question(_) if answered => state.onward(),
        Screen::Check | Screen::Result if !answered => Screen::Start,
        Screen::Question(_) => Screen::Start,
        screen => screen,
    };
    state.changing = false;
}
