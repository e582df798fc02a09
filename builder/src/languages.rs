//! The languages of the page: English, and each further deck in `src/copy`. And the pseudo-locale, beside the site
//! and never in it: tests serve it in the place of a translation.

use std::fs;

use entry_checker::copy::{BUILT_IN, ENGLISH};
use entry_checker::editor::deck::{Deck, delivered};
use entry_checker::editor::pseudo;
use maud::{Markup, html};

use crate::run::{Result, root};
use crate::site::Site;

const FOLDER: &str = "src/copy";
/// The decks there that are no translation: English, and what only the plain pages say.
const NO_TRANSLATION: [&str; 2] = ["en.json", "plain.json"];
/// Where the page in the pseudo-locale stands.
pub const PSEUDO: &str = "target/pseudo";

/// The English deck.
pub fn english() -> Result<Deck> {
    serde_json::from_str(ENGLISH).map_err(|error| format!("the English deck: {error}"))
}

/// The decks of the further languages.
pub fn translations() -> Result<Vec<Deck>> {
    let folder = fs::read_dir(root().join(FOLDER)).map_err(|error| format!("{FOLDER}: {error}"))?;
    let mut files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".json") && !NO_TRANSLATION.contains(&&*name)
    });
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
    };
    files.iter().map(read).collect()
}

/// The languages that the page can speak, the one that is built in first, for a script to know.
pub fn define() -> Result<String> {
    let others = translations()?;
    let tags = std::iter::once(BUILT_IN).chain(others.iter().map(|deck| deck["language"].as_str()));
    Ok(format!("--define:LANGUAGES={:?}", tags.collect::<Vec<_>>()))
}

/// The name of the file in which a deck is fetched.
pub fn file(deck: &Deck) -> String {
    format!("sentences.{}.json", deck["language"])
}

/// Writes the decks, each where its page stands.
pub fn write(site: &Site) -> Result {
    for deck in translations()? {
        site.write(&file(&deck), delivered(deck))?;
    }
    let pseudo = pseudo::deck(&english()?);
    Site::new(PSEUDO).write(&file(&pseudo), delivered(pseudo))
}

/// The choice between English and others, shown once the checker can speak them; nothing where there are no others.
pub fn choice(english: &Deck, others: &[Deck]) -> Markup {
    let button = |deck: &Deck, pressed: &str| {
        html! { li { button.ec-link type="button" lang=(deck["language"]) aria-pressed=(pressed) { (deck["language.name"]) } } }
    };
    let said = |key: &str| english[key].clone();
    html! {
        @if !others.is_empty() {
            nav #languages.ec-languages aria-labelledby="languages-label" hidden {
                span #languages-label.ec-hidden data-say="page.languages" { (said("page.languages")) }
                ul {
                    (button(english, "true"))
                    @for deck in others { (button(deck, "false")) }
                }
                p role="status" data-say="page.no-language" hidden { (said("page.no-language")) }
            }
        }
    }
}
