//! The sentences that only these pages say, so that no wasm carries them. What the checker says too is in its own deck.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use entry_checker::copy;

const DECK: &str = include_str!("../../../src/copy/plain.json");

fn deck() -> &'static BTreeMap<String, String> {
    static READ: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    // The tests read the deck; an unreadable one has no sentence, and stops nothing.
    READ.get_or_init(|| serde_json::from_str(DECK).unwrap_or_default())
}

/// The sentence of a key; nothing where the deck has none, which the tests find.
pub fn say(key: &str) -> &'static str {
    deck().get(key).map_or("", String::as_str)
}

/// The sentence of a key with its `{places}` filled.
pub fn fill(key: &str, values: &[(&str, &str)]) -> String {
    let value = |place: &str| values.iter().find(|(known, _)| *known == place).map_or("", |(_, value)| *value);
    copy::filled(say(key), &value)
}
