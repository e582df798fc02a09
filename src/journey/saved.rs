//! What is saved on a device when a person asks for it: text with a version and a checksum. The answers in it are a link.
//!
//! Lines of `key value`. A line that a later version adds is skipped and counted as lost. Each note is a line of its own,
//! and none is in a link.
//!
//! **Append-only**: the keys ([`keys`]), the names of the screens and the parts of a note keep their meaning, because an
//! older page may have saved what this one reads. Where one has to mean something else, the version changes, and this
//! program says that it cannot read the other version. `tests/wire-formats.txt` keeps them all.

use super::day::Day;
use super::link::{self, Broken, checksum};

/// For how many days it is kept.
pub const DAYS: i32 = 28;
/// The longest text that is read, in bytes.
pub const LONGEST: usize = 4_000_000;

/// The words that lines begin with. **Append-only**: one is never changed, removed, or given to something else.
pub mod keys {
    /// The day it was saved.
    pub const DAY: &str = "day";
    /// The answers, as a link.
    pub const ANSWERS: &str = "answers";
    /// The name of a screen.
    pub const SCREEN: &str = "screen";
    /// Something that was ticked.
    pub const TICK: &str = "tick";
    /// Something that was written.
    pub const NOTE: &str = "note";
    /// A value that an example can show.
    pub const VALUE: &str = "value";
}

const NAME: &str = "entry-checker saved ";
const VERSION: &str = "1";

/// What a person saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The day it was saved.
    pub day: Day,
    /// The answers and the role, as a link of any length.
    pub answers: String,
    /// The name of the screen that the person was on.
    pub screen: String,
    /// What was ticked, each as its role and its id: `audiology communication`.
    pub ticks: Vec<String>,
    /// What was written, each as [`super::notes::Note::line`] has it.
    pub notes: Vec<String>,
    /// What the examples can show, each as its role, its claim and the value: `audiology K1 compassion`.
    pub values: Vec<String>,
    /// How many lines are of no kind that this program knows.
    pub lost: usize,
}

impl Saved {
    /// As it is kept.
    pub fn text(&self) -> String {
        let line = |key: &str, value: &str| [key, " ", value].concat();
        let mut lines = vec![
            line(keys::DAY, &self.day.text()),
            line(keys::ANSWERS, &self.answers),
            line(keys::SCREEN, &self.screen),
        ];
        for (key, values) in [(keys::TICK, &self.ticks), (keys::NOTE, &self.notes), (keys::VALUE, &self.values)] {
            lines.extend(values.iter().map(|value| line(key, value)));
        }
        let lines = lines.join("\n");
        [NAME, VERSION, "\n", &checksum(&lines), "\n", &lines].concat()
    }

    /// Reads what was kept.
    ///
    /// # Errors
    /// Where nothing of it can be trusted.
    pub fn read(text: &str) -> Result<Saved, Broken> {
        if text.len() > LONGEST {
            return Err(Broken::TooLong);
        }
        let (version, rest) = text.strip_prefix(NAME).and_then(line).ok_or(Broken::Damaged)?;
        if version != VERSION {
            return Err(Broken::Version);
        }
        let whole = line(rest).filter(|(sum, lines)| *sum == checksum(lines));
        whole.and_then(|(_, lines)| contents(lines)).ok_or(Broken::Damaged)
    }

    /// Whether its days are over. What was saved later than today is kept: the clock was put back, or was wrong.
    pub fn is_over(&self, today: Day) -> bool {
        today.since(self.day) >= DAYS
    }
}

/// The first line, and the rest.
fn line(text: &str) -> Option<(&str, &str)> {
    text.split_once('\n')
}

fn contents(lines: &str) -> Option<Saved> {
    let (mut day, mut answers, mut screen) = (None, None, "");
    let (mut ticks, mut notes, mut values, mut lost) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for line in lines.split('\n') {
        match line.split_once(' ') {
            Some((keys::DAY, written)) => day = Some(Day::read(written)?),
            Some((keys::ANSWERS, link)) => answers = Some(link.to_string()),
            Some((keys::SCREEN, slug)) => screen = slug,
            Some((keys::TICK, tick)) => ticks.push(tick.to_string()),
            Some((keys::NOTE, note)) => notes.push(note.to_string()),
            Some((keys::VALUE, value)) => values.push(value.to_string()),
            _ => lost += 1,
        }
    }
    Some(Saved { day: day?, answers: answers?, screen: screen.to_string(), ticks, notes, values, lost })
}

/// What the device has for a person who comes back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Nobody has looked: the page is not ours, or it has only begun.
    #[default]
    Unseen,
    /// The browser does not let us look.
    Closed,
    /// Nothing is saved.
    Empty,
    /// What was saved that day is over, and goes.
    Over(Day),
    /// Something is saved that cannot be read.
    Unreadable(Broken),
    /// This is saved.
    Holds(Saved),
}

impl Shelf {
    /// What the device has, from the text that is kept there.
    pub fn read(kept: Option<&str>, today: Option<Day>) -> Shelf {
        let Some(kept) = kept else { return Shelf::Empty };
        let read = Saved::read(kept).and_then(|saved| link::unseal(&saved.answers).map(|_| saved));
        match read {
            Ok(saved) if today.is_some_and(|today| saved.is_over(today)) => Shelf::Over(saved.day),
            Ok(saved) => Shelf::Holds(saved),
            Err(broken) => Shelf::Unreadable(broken),
        }
    }

    /// Whether there is something that a person can delete.
    pub fn has_something(&self) -> bool {
        matches!(self, Shelf::Holds(_) | Shelf::Unreadable(_))
    }
}
