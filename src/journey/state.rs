//! Everything that a person has done so far, and what follows from it.

use super::answers::{Answer, Answers, QuestionId};
use super::device::Device;
use super::link;
use super::notes::Note;
use super::questions::{Input, Question, input, question};
use super::restore_notice::RestoreNotice;
use super::screen::Screen;
use super::told::told;
use super::typing::Typing;
use super::walk::{Walk, walk};
use crate::catalogue::{Catalogue, EVERYTHING, RolePack};
use crate::rules::{Qualification, Role};

/// Everything that a person has done so far.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) catalogue: &'static Catalogue,
    /// A role of the page that the checker is on.
    pub(super) own: Option<&'static RolePack>,
    /// The role that is checked; `None` is all of them at once.
    pub(super) role: Option<&'static RolePack>,
    pub(super) screen: Screen,
    /// Kept from one role to another: they mean the same to each.
    pub(super) answers: Answers,
    pub(super) walk: Walk,
    /// A single answer is being changed; afterwards the person goes back to all of them.
    pub(super) changing: bool,
    /// The role was opened from the result for all roles, or from there by way of another.
    pub(super) from_all: bool,
    /// What was put in and could not be read, and the key of the message.
    pub(super) refused: Option<(Input, String)>,
    /// The subject that is being typed.
    pub(super) typing: Option<Typing>,
    /// What is typed to find a role.
    pub(super) filter: String,
    /// The claims, values and duties that are ticked, each with its role: ids come again in other roles.
    pub(super) ticked: Vec<(&'static str, &'static str)>,
    /// What is written of the examples.
    pub(super) notes: Vec<Note>,
    /// The values that an example can show, each with its role and its claim.
    pub(super) shown: Vec<(&'static str, &'static str, &'static str)>,
    /// The claims whose example is open on this screen, to be written.
    pub(super) open: Vec<&'static str>,
    /// The browser went to the screen by itself.
    pub(super) revisit: bool,
    /// How often something was done that leads to a screen or back to it: the focus moves when this does.
    pub(super) moves: u32,
    /// What is to be said of the link that led to this screen.
    pub(super) restore_notice: Option<RestoreNotice>,
    /// What is known of the person's device.
    pub(super) device: Device,
}

impl State {
    /// Where an address leads, with nothing answered: to a role (`audiology`), to all of them (`all`), or to the choice.
    pub fn new(catalogue: &'static Catalogue, address: &str) -> State {
        let answers = Answers::default();
        let mut state = State {
            catalogue,
            own: None,
            role: None,
            screen: Screen::Roles,
            walk: walk(catalogue, &catalogue.everything, &answers),
            answers,
            changing: false,
            from_all: false,
            refused: None,
            typing: None,
            filter: String::new(),
            ticked: Vec::new(),
            notes: Vec::new(),
            shown: Vec::new(),
            open: Vec::new(),
            revisit: false,
            moves: 0,
            restore_notice: None,
            device: Device::default(),
        };
        state.go_to(address);
        state
    }

    /// The catalogue.
    pub fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// The role that is checked; `None` is all of them at once.
    pub fn role(&self) -> Option<&'static RolePack> {
        self.role
    }

    /// Whether the role is one of the page's own: to nobody else does its name mean anything.
    pub fn is_own(&self) -> bool {
        self.own.is_some() && self.own.map(|own| own.rules.id) == self.role.map(|role| role.rules.id)
    }

    /// What is on the screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The role and the screen, and never an answer: `audiology/q/stage`.
    pub fn address(&self) -> String {
        match self.screen {
            Screen::Roles => String::new(),
            Screen::Start => self.role_id().to_string(),
            screen => format!("{}/{}", self.role_id(), screen.slug()),
        }
    }

    /// Where the answers lead.
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Whether the role was opened from the result for all roles.
    pub fn is_from_all(&self) -> bool {
        self.from_all
    }

    /// The subject that is being typed.
    pub fn typing(&self) -> Option<&Typing> {
        self.typing.as_ref()
    }

    /// What is typed to find a role.
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The roles that may be meant by it.
    pub fn roles_found(&self) -> Vec<&'static RolePack> {
        self.catalogue.roles_like(&self.filter)
    }

    /// Whether the browser went to the screen by itself.
    pub fn is_revisit(&self) -> bool {
        self.revisit
    }

    /// How often something was done that leads to a screen or back to it.
    pub fn moves(&self) -> u32 {
        self.moves
    }

    /// What is to be said of where the answers come from, if anything.
    pub fn restore_notice(&self) -> Option<RestoreNotice> {
        self.restore_notice
    }

    /// The link that holds the answers, without its page; `None` where they are too long for one.
    pub fn link(&self) -> Option<String> {
        self.link_of_any_length().filter(|link| link.len() <= link::LONGEST)
    }

    pub(super) fn link_of_any_length(&self) -> Option<String> {
        let live = told(self.catalogue, self.rules(), &self.answers).live;
        let answers: Vec<_> = live.iter().filter_map(|id| Some((*id, self.answers.get(*id)?))).collect();
        link::write(self.catalogue, self.role_id(), &answers)
    }

    /// The key of the message, where what was put in could not be read.
    pub fn error(&self) -> Option<&str> {
        self.refused.as_ref().map(|(_, error)| error.as_str())
    }

    /// A question as it stands now.
    pub fn question(&self, id: QuestionId) -> Question {
        question(self.catalogue, self.rules(), id, &self.answers, self.held(id))
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

    /// The rules of the role, or of all of them.
    pub fn rules(&self) -> &'static Role {
        self.role.map_or(&self.catalogue.everything, |role| &role.rules)
    }

    /// The id of the role, or of all of them.
    pub(super) fn role_id(&self) -> &'static str {
        self.role.map_or(EVERYTHING, |role| role.rules.id)
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

    /// Ends what belongs to the screen that is left, and counts the move.
    pub(super) fn leave_screen(&mut self) {
        self.refused = None;
        self.typing = None;
        self.filter.clear();
        self.restore_notice = None;
        self.open.clear();
        self.device.save_result = None;
        self.revisit = false;
        self.moves = self.moves.wrapping_add(1);
    }

    pub(super) fn answer_changed(&mut self) {
        self.walk = walk(self.catalogue, self.rules(), &self.answers);
    }

    /// The next question that has no answer; all the answers where there is none.
    pub(super) fn onward(&self) -> Screen {
        self.walk.next.map_or(Screen::Check, Screen::Question)
    }
}
