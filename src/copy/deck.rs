//! Where the sentences stand: the English deck, and the decks of other languages, of which one at a time may be spoken in the
//! place of English.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::sync::OnceLock;

use crate::json::{Mistakes, Value};
use crate::stamp::stamp;

/// The English deck, without white space and sorted by key: the build script writes it from `en.json`. The page's wasm does
/// not hold it: the site has it as `sentences.json`, which the page fetches.
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.json"));

/// The key under which the deck of another language keeps the stamp of the English deck that it goes with.
pub const VERSION: &str = "deck.version";

/// The stamp of the whole English deck.
pub const ENGLISH_STAMP: &str = env!("DECK_STAMP");

/// The language that is built in.
pub const BUILT_IN: &str = "en-GB";

/// Sentences by key, in the order of the keys.
type Deck = [(Cow<'static, str>, Value<'static>)];

static ENGLISH_DECK: OnceLock<Value> = OnceLock::new();

thread_local! {
    /// The decks of other languages.
    static LEARNED: RefCell<Vec<&'static Deck>> = const { RefCell::new(Vec::new()) };
    /// The one that is spoken; none is English. A page runs on one thread; each test has its own.
    static SPOKEN: Cell<Option<&'static Deck>> = const { Cell::new(None) };
}

/// Takes [`ENGLISH`] as it was fetched; `false` where it is any other text.
pub fn take_english(sentences: &'static str) -> bool {
    let fits = stamp(sentences).to_string() == ENGLISH_STAMP;
    if fits {
        ENGLISH_DECK.get_or_init(|| Mistakes::default().parse("sentences", sentences));
    }
    fits
}

/// Learns the deck of another language, to be spoken after that. `false` where it is broken or of another version.
pub fn learn(sentences: &'static str) -> bool {
    let Value::Object(deck) = Mistakes::default().parse("sentences", sentences) else { return false };
    let deck: &'static Deck = Box::leak(deck.into_boxed_slice());
    let fits = sentence(deck, VERSION) == Some(ENGLISH_STAMP);
    if fits {
        LEARNED.with_borrow_mut(|learned| learned.push(deck));
    }
    fits
}

/// Speaks a language from here on. `false`, and no change, where it was not learned.
pub fn speak(language: &str) -> bool {
    let is_it = |deck: &&&'static Deck| sentence(deck, "language") == Some(language);
    let learned = LEARNED.with_borrow(|learned| learned.iter().find(is_it).copied());
    let known = learned.is_some() || language == BUILT_IN;
    if known {
        SPOKEN.set(learned);
    }
    known
}

/// The language that is spoken.
pub fn language() -> &'static str {
    SPOKEN.get().and_then(|deck| sentence(deck, "language")).unwrap_or(BUILT_IN)
}

/// The sentence of a key, if there is one.
pub fn find(key: &str) -> Option<&'static str> {
    decks().find_map(|deck| sentence(deck, key))
}

/// All keys and sentences that begin alike, each deck in turn.
pub fn family(start: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    decks().flat_map(move |deck| {
        let from = deck.partition_point(|(key, _)| key.as_ref() < start);
        let alike = deck[from..].iter().take_while(move |(key, _)| key.starts_with(start));
        alike.filter_map(
            |(key, value)| if let Value::String(said) = value { Some((key.as_ref(), said.as_ref())) } else { None },
        )
    })
}

fn sentence(deck: &'static Deck, key: &str) -> Option<&'static str> {
    match &deck[deck.binary_search_by(|(known, _)| known.as_ref().cmp(key)).ok()?].1 {
        Value::String(sentence) => Some(sentence),
        _ => None,
    }
}

/// The deck that is spoken, and the English one.
fn decks() -> impl Iterator<Item = &'static Deck> {
    let english = match ENGLISH_DECK.get_or_init(built_in) {
        Value::Object(deck) => Some(deck.as_slice()),
        // The tests read the deck; an unreadable one has no sentence, and stops nothing.
        _ => None,
    };
    SPOKEN.get().into_iter().chain(english)
}

/// Reads the deck that is built into the engine and into programs that are not wasm.
#[cfg(any(feature = "engine", not(target_arch = "wasm32")))]
fn built_in() -> Value<'static> {
    Mistakes::default().parse("en.json", ENGLISH)
}

/// The page's wasm holds no deck. It begins once it was given one.
#[cfg(not(any(feature = "engine", not(target_arch = "wasm32"))))]
fn built_in() -> Value<'static> {
    Value::Object(Vec::new())
}
