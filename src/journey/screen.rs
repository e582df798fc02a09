//! What is on the screen, and its name in an address.

use super::answers::QuestionId;

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
