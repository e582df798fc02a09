//! The parts that pages are made of, a file each. Each has a CSS file of the same name under `styles/components/`, but for
//! headings and links, whose looks are in `styles/base.css`.

mod button;
mod checkbox;
mod combobox;
mod details;
mod error_summary;
mod example;
mod external_link;
mod glossary;
mod heading;
mod options;
mod outcome;
mod route_map;

pub use button::{Button, ButtonLook, button};
pub use checkbox::checkbox;
pub use combobox::Combobox;
pub use details::{Details, details};
pub use error_summary::error_summary;
pub use example::example_field;
pub use external_link::external_link;
pub use glossary::glossary;
pub use heading::{Heading, HeadingLevel, heading};
pub use options::{OptionItem, OptionsKind, options};
pub use outcome::outcome_tag;
pub use route_map::route_map;
