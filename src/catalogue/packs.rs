//! Packs before they are decoded: parsed, and sorted by the folder they are in.

use crate::json::{At, Mistakes, Value};

/// A file: its name and its text.
pub type File = (&'static str, &'static str);

/// A pack: the name of its file, and what stands in it.
pub(super) type Pack = (&'static str, &'static Value<'static>);

/// A place in a pack.
pub(super) type PackAt<'p> = At<'static, 'p>;

/// Keeps what was parsed for as long as the program runs, so that its words are never copied.
pub(super) fn keep(value: Value<'static>) -> &'static Value<'static> {
    Box::leak(Box::new(value))
}

/// The packs of a catalogue.
#[derive(Default)]
pub struct Packs {
    /// One file a role.
    pub(super) roles: Vec<Pack>,
    /// One file a programme, which many roles share.
    pub(super) programmes: Vec<Pack>,
    /// One file a division: what each degree subject is to it.
    pub(super) divisions: Vec<Pack>,
    /// The subject tables.
    pub(super) subjects: Vec<Pack>,
    /// What all roles share.
    pub(super) shared: Vec<Pack>,
}

impl Packs {
    /// From one text for all of them. What was not JSON when it was put together stands there as text.
    pub(super) fn from_bundle(bundle: &'static str, mistakes: &Mistakes) -> Packs {
        let mut packs = Packs::default();
        if let Value::Object(entries) = keep(mistakes.parse("roles", bundle)) {
            for (name, value) in entries {
                let value = if let Value::String(text) = value { keep(mistakes.parse(name, text)) } else { value };
                packs.add(name, value);
            }
        }
        packs
    }

    /// From their files.
    pub(super) fn from_files(files: &[File], mistakes: &Mistakes) -> Packs {
        let mut packs = Packs::default();
        for (name, text) in files {
            packs.add(name, keep(mistakes.parse(name, text)));
        }
        packs
    }

    fn add(&mut self, name: &'static str, value: &'static Value<'static>) {
        let folder = name.rsplit('/').nth(1).unwrap_or_default();
        let packs = match folder {
            "programmes" => &mut self.programmes,
            "divisions" => &mut self.divisions,
            "subjects" => &mut self.subjects,
            "shared" => &mut self.shared,
            _ => &mut self.roles,
        };
        packs.push((name, value));
    }
}
