//! The subject tables: ids, codes, names, and a search over them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decode::parse;
use super::error::PackError;
use super::raw;
use crate::rules::role::SubjectGroup;
use crate::rules::{Section, Standing, Subject, SubjectId};

/// Every subject that the tables know.
#[derive(Debug)]
pub struct Subjects {
    entries: Vec<Entry>,
    by_id: BTreeMap<String, SubjectId>,
    by_hecos: BTreeMap<String, SubjectId>,
    level_3: Arc<[Standing]>,
    gcse_groups: Vec<SubjectGroup>,
}

#[derive(Debug)]
struct Entry {
    id: String,
    name: String,
    hecos: Option<String>,
    aka: Vec<String>,
    degree: bool,
    level_3: bool,
}

impl Entry {
    fn is_of(&self, section: Section) -> bool {
        if section == Section::Level3 { self.level_3 } else { self.degree }
    }
}

impl Subjects {
    pub(super) fn decode(files: &[(&str, &str)]) -> Result<Subjects, PackError> {
        let mut all = Subjects {
            entries: Vec::new(),
            by_id: BTreeMap::new(),
            by_hecos: BTreeMap::new(),
            level_3: [].into(),
            gcse_groups: Vec::new(),
        };
        let mut level_3 = Vec::new();
        for file in files {
            if file.0.ends_with("gcse.json") {
                let raw: raw::GcseGroups = parse(file)?;
                for group in raw.groups {
                    let subjects = group.subjects.iter().map(|id| all.intern(id)).collect();
                    all.gcse_groups.push(SubjectGroup { id: group.id, subjects });
                }
                continue;
            }
            let table: raw::SubjectTable = parse(file)?;
            for (index, raw) in table.subjects.into_iter().enumerate() {
                let error = |what: String| PackError::new(file.0, &format!("subjects[{index}]"), what);
                let id = all.intern(&raw.id);
                match (&raw.hecos, &raw.science) {
                    (Some(code), None) => {
                        if all.by_hecos.insert(code.clone(), id).is_some() {
                            return Err(error(format!("the code {code} stands twice; a code belongs to one subject")));
                        }
                    }
                    (None, Some(standing)) => {
                        let known = Standing::ALL[5..9].iter().find(|known| known.id() == standing);
                        level_3.push((id, *known.ok_or_else(|| error(format!("unknown standing \"{standing}\"")))?));
                    }
                    _ => {
                        return Err(error(
                            "give \"hecos\" (a degree subject) or \"science\" (a level 3 subject)".into(),
                        ));
                    }
                }
                let entry = &mut all.entries[usize::from(id.0)];
                entry.degree |= raw.hecos.is_some();
                entry.level_3 |= raw.science.is_some();
                entry.hecos = raw.hecos.or(entry.hecos.take());
                entry.name = raw.name.unwrap_or_else(|| std::mem::take(&mut entry.name));
                entry.aka.extend(raw.aka);
            }
        }
        let mut standings = vec![Standing::Unlisted; all.entries.len()];
        for (id, standing) in level_3 {
            standings[usize::from(id.0)] = standing;
        }
        all.level_3 = standings.into();
        Ok(all)
    }

    fn intern(&mut self, id: &str) -> SubjectId {
        if let Some(known) = self.by_id.get(id) {
            return *known;
        }
        let new = SubjectId(self.entries.len() as u16);
        self.by_id.insert(id.to_string(), new);
        self.entries.push(Entry {
            id: id.to_string(),
            name: id.replace('-', " "),
            hecos: None,
            aka: Vec::new(),
            degree: false,
            level_3: false,
        });
        new
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.as_str())
    }

    /// The subject of that id.
    pub fn find(&self, id: &str) -> Option<SubjectId> {
        self.by_id.get(id).copied()
    }

    /// What a profile's text means: an id, a HECoS code, or a person's own words.
    pub fn read(&self, text: &str) -> Subject {
        let listed = self.find(text).or_else(|| self.by_hecos.get(text).copied());
        listed.map_or_else(|| Subject::Own(text.into()), Subject::Listed)
    }

    /// The subject of a section that the text names in full, by its name or in another way of saying it that means
    /// no other subject.
    pub fn named(&self, section: Section, text: &str) -> Option<SubjectId> {
        let text = fold(text);
        let of_section = || self.entries.iter().enumerate().filter(move |(_, entry)| entry.is_of(section));
        let mut by_name = of_section().filter(|(_, entry)| fold(&entry.name) == text);
        let mut by_alias = of_section().filter(|(_, entry)| entry.aka.iter().any(|aka| fold(aka) == text));
        let found = match (by_name.next(), by_alias.next(), by_alias.next()) {
            (Some((index, _)), ..) | (None, Some((index, _)), None) => index,
            _ => return None,
        };
        Some(SubjectId(found as u16))
    }

    /// The id of a subject, or a person's own words.
    pub fn id<'a>(&'a self, subject: &'a Subject) -> &'a str {
        match subject {
            Subject::Listed(id) => &self.entries[usize::from(id.0)].id,
            Subject::Own(words) => words,
        }
    }

    /// The name of a subject as it stands in a sentence, or a person's own words.
    pub fn name<'a>(&'a self, subject: &'a Subject) -> &'a str {
        match subject {
            Subject::Listed(id) => &self.entries[usize::from(id.0)].name,
            Subject::Own(words) => words,
        }
    }

    /// The HECoS code of a subject, if it has one.
    pub fn hecos(&self, id: SubjectId) -> Option<&str> {
        self.entries[usize::from(id.0)].hecos.as_deref()
    }

    /// How surely each subject is a science at level 3.
    pub(super) fn level_3(&self) -> &Arc<[Standing]> {
        &self.level_3
    }

    /// The groups of GCSE subjects.
    pub fn gcse_groups(&self) -> &[SubjectGroup] {
        &self.gcse_groups
    }

    /// The subjects of a section that a person may mean, the likeliest first, at most `most`.
    pub fn search(&self, section: Section, typed: &str, most: usize) -> Vec<SubjectId> {
        let typed = fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, usize, &str, SubjectId)> = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.is_of(section))
            .filter_map(|(index, entry)| {
                let names = std::iter::once(entry.name.as_str()).chain(entry.aka.iter().map(String::as_str));
                let rank = names.enumerate().filter_map(|(index, name)| rank(&typed, &fold(name), index > 0)).min()?;
                Some((rank, entry.name.len(), entry.name.as_str(), SubjectId(index as u16)))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().take(most).map(|(.., id)| id).collect()
    }
}

/// Lower case, `&` as "and", anything but letters and digits as one space.
fn fold(text: &str) -> String {
    let text = text.to_lowercase().replace('&', " and ");
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// How well a name fits what was typed; the lower the better, `None` for not at all.
fn rank(typed: &str, name: &str, alias: bool) -> Option<u8> {
    let every_word = || typed.split(' ').all(|typed| name.split(' ').any(|word| word.starts_with(typed)));
    let kind = match () {
        () if name == typed => 0,
        () if name.starts_with(typed) => 2,
        () if every_word() => 4,
        () => return None,
    };
    Some(kind + u8::from(alias))
}
