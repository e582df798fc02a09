//! What is on the screen, and its name in an address.

use super::answers::QuestionId;

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Which role, or all of them at once.
    Roles,
    /// What this is, and a button.
    Start,
    /// One question.
    Question(QuestionId),
    /// All the answers.
    Check,
    /// The routes, or with all roles at once the roles.
    Result,
    /// The skills to show.
    Skills,
    /// "Do you want to start again?"
    Restart,
    /// "Do you want to delete what is saved?"
    Forget,
}

/// The screens of a role that have an address, with the part of it after the role. **Append-only**: addresses and saved
/// sessions name screens, so a name is never changed or given to another screen.
pub const SCREENS: [(Screen, &str); 6] = [
    (Screen::Start, ""),
    (Screen::Check, "check"),
    (Screen::Result, "result"),
    (Screen::Skills, "skills"),
    (Screen::Restart, "start-again"),
    (Screen::Forget, "delete-saved"),
];

impl Screen {
    /// The name in an address, after that of the role: `q/degree-1-result`, `check`.
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
