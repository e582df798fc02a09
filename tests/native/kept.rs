//! Texts that are kept to be read. Where one changes, `KEPT=write cargo test --test native` writes it anew; read what
//! changed before it is committed.

use std::{env, fs};

/// Holds a text against the one that is kept in a file, by its path in the repository.
pub fn same_as_kept(file: &str, text: &str) {
    if env::var_os("KEPT").is_some_and(|what| what == "write") {
        fs::write(file, text).expect("the file can be written");
    }
    let kept = fs::read_to_string(file).unwrap_or_default();
    let differs = text.lines().zip(kept.lines()).find(|(now, then)| now != then);
    assert!(
        text == kept,
        "{file} says something else, first at:\n  now:  {}\n  then: {}\nIf that is meant, write it anew with KEPT=write",
        differs.map_or("", |(now, _)| now),
        differs.map_or("", |(_, then)| then)
    );
}
