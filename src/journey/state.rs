//! Everything that a person has done so far, and what follows from it.

use super::answers::{Answer, Answers, QuestionId};
use super::questions::{Input, Question, input, question};
use super::screen::Screen;
use super::typing::Typing;
use super::walk::{Walk, walk};
use crate::catalogue::{Catalogue, RolePack};
use crate::rules::Qualification;

/// Everything that a person has done so far.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) catalogue: &'static Catalogue,
    pub(super) pack: &'static RolePack,
    pub(super) screen: Screen,
    pub(super) answers: Answers,
    pub(super) walk: Walk,
    /// A single answer is being changed; afterwards the person goes back to all of them.
    pub(super) changing: bool,
    /// What was put in and could not be read, and the key of the message.
    pub(super) refused: Option<(Input, String)>,
    /// The subject that is being typed.
    pub(super) typing: Option<Typing>,
    /// The claims, values and duties that are ticked.
    pub(super) ticked: Vec<String>,
    /// The browser went to the screen by itself.
    pub(super) revisit: bool,
    /// How often something was done that leads to a screen or back to it: the focus moves when this does.
    pub(super) moves: u32,
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
    pub(super) fn is_live(&self, id: QuestionId) -> bool {
        self.walk.path.contains(&id) || self.walk.next == Some(id)
    }

    pub(super) fn answer_changed(&mut self) {
        self.walk = walk(self.catalogue, &self.pack.rules, &self.answers);
    }

    /// The next question that has no answer; all the answers where there is none.
    pub(super) fn onward(&self) -> Screen {
        self.walk.next.map_or(Screen::Check, Screen::Question)
    }
}
