//! The subject tables: ids, codes and names.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::fold::fold;
use super::packs::{Pack, PackAt};
use super::search::{Folded, MORE, Typed};
use super::spellings::Spellings;
use crate::json::{At, Mistakes};
use crate::order::places_by;
use crate::rules::role::SubjectGroup;
use crate::rules::{Class, Section, Standing, Subject, SubjectId};

/// Every subject that the tables know.
#[derive(Debug, Default)]
pub struct Subjects {
    entries: Vec<Entry>,
    /// The places of the entries, in the order of their ids and of their codes, to look them up quickly.
    by_id: Vec<SubjectId>,
    by_hecos: Vec<SubjectId>,
    level_3: Arc<[Standing]>,
    gcse_groups: Vec<SubjectGroup>,
    doubles: Vec<SubjectId>,
    spellings: Spellings,
    spelled: SpelledNames,
}

/// The folded names of each entry, made when a text is first compared with them. They say nothing that the entries do not,
/// so two tables that differ only in them look the same.
#[derive(Default)]
struct SpelledNames(OnceLock<Vec<Spelled>>);

impl fmt::Debug for SpelledNames {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("SpelledNames")
    }
}

/// The names of a subject, folded.
struct Spelled {
    id_and_name: [String; 2],
    aka: Vec<String>,
}

/// What a profile's text for a subject means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSubject {
    /// The subject.
    pub subject: Subject,
    /// Whether the text is neither an id nor a code, and was read as a listed subject by its folded name.
    pub is_understood: bool,
}

#[derive(Debug)]
struct Entry {
    id: &'static str,
    name: Cow<'static, str>,
    hecos: Option<&'static str>,
    aka: Vec<&'static str>,
    /// Its name, then other ways of saying it, as they are searched for.
    folded: Vec<Folded>,
    degree: bool,
    level_3: bool,
}

impl Entry {
    fn is_of(&self, section: Section) -> bool {
        if section == Section::Level3 { self.level_3 } else { self.degree }
    }
}

impl Subjects {
    pub(super) fn decode(packs: &[Pack], mistakes: &Mistakes) -> Subjects {
        let mut all = Subjects::default();
        let mut level_3 = Vec::new();
        for (name, value) in packs {
            let at = At::new(name, value, mistakes);
            all.read_groups(&at);
            all.spellings.read(&at);
            at.need("subjects").each(&mut |at| level_3.extend(all.read_subject(at)));
        }
        let mut standings = vec![Standing::Unlisted; all.entries.len()];
        for (id, standing) in level_3 {
            standings[usize::from(id.0)] = standing;
        }
        all.level_3 = standings.into();
        for entry in &mut all.entries {
            let names = std::iter::once(entry.name.as_ref()).chain(entry.aka.iter().copied());
            entry.folded = names.map(Folded::new).collect();
        }
        all
    }

    fn read_groups(&mut self, at: &PackAt) {
        at.need("groups").each(&mut |at| {
            let mut subjects = Vec::new();
            at.need("subjects").each(&mut |at| {
                let id = self.intern(at.as_text());
                if subjects.contains(&id) || self.gcse_groups.iter().any(|group| group.subjects.contains(&id)) {
                    at.wrong(format_args!("stands in a group already; a subject belongs to one group"));
                }
                subjects.push(id);
            });
            self.gcse_groups.push(SubjectGroup { id: at.text("id"), subjects });
        });
        at.need("worthTwo").each(&mut |at| {
            let subject = self.need(at);
            self.doubles.extend(subject);
        });
    }

    /// Reads one subject; of a level 3 subject it gives back how surely it is a science.
    fn read_subject(&mut self, at: &PackAt) -> Option<(SubjectId, Standing)> {
        let id = self.intern(at.text("id"));
        let (hecos, science) = (at.text_if("hecos"), at.get("science"));
        let mut standing = None;
        match (&hecos, science) {
            (Some(code), None) => match self.place_of_hecos(code) {
                Err(place) => self.by_hecos.insert(place, id),
                Ok(_) => at.wrong(format_args!("the code {code} stands twice; a code belongs to one subject")),
            },
            (None, Some(at)) => {
                let known = Standing::OF_LEVEL_3;
                standing = at.place(&known.map(Standing::id)).map(|place| (id, known[place]));
            }
            (None, None) if self.is_gcse(id) => {}
            _ => at.wrong(format_args!("give \"hecos\" (a degree subject) or \"science\" (a level 3 subject)")),
        }
        let entry = &mut self.entries[usize::from(id.0)];
        entry.degree |= hecos.is_some();
        entry.level_3 |= standing.is_some();
        entry.hecos = hecos.or(entry.hecos);
        if let Some(name) = at.text_if("name") {
            entry.name = name.into();
        }
        entry.aka.extend(at.list("aka", |at| at.as_text()));
        standing
    }

    fn intern(&mut self, id: &'static str) -> SubjectId {
        let place = match self.place_of_id(id) {
            Ok(place) => return self.by_id[place],
            Err(place) => place,
        };
        let new = SubjectId(self.entries.len() as u16);
        self.by_id.insert(place, new);
        self.entries.push(Entry {
            id,
            name: id.replace('-', " ").into(),
            hecos: None,
            aka: Vec::new(),
            folded: Vec::new(),
            degree: false,
            level_3: false,
        });
        new
    }

    fn place_of_id(&self, id: &str) -> std::result::Result<usize, usize> {
        self.by_id.binary_search_by(|known| self.entries[usize::from(known.0)].id.cmp(id))
    }

    fn place_of_hecos(&self, code: &str) -> std::result::Result<usize, usize> {
        self.by_hecos.binary_search_by(|known| self.entries[usize::from(known.0)].hecos.cmp(&Some(code)))
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// The subjects of a section; of GCSEs those that stand in a group.
    pub fn of(&self, section: Section) -> impl Iterator<Item = SubjectId> {
        let is_of = move |id: &SubjectId| match section {
            Section::Gcse => self.is_gcse(*id),
            section => self.entries[usize::from(id.0)].is_of(section),
        };
        (0..self.entries.len() as u16).map(SubjectId).filter(is_of)
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id)
    }

    /// The subject of that id.
    pub fn find(&self, id: &str) -> Option<SubjectId> {
        self.place_of_id(id).ok().map(|place| self.by_id[place])
    }

    /// The subject whose id stands at a place in a pack; where there is none, that is noted.
    pub(super) fn need(&self, at: &PackAt) -> Option<SubjectId> {
        let found = self.find(at.as_text());
        if found.is_none() {
            at.find("subject", &self.ids().collect::<Vec<_>>());
        }
        found
    }

    /// Returns what a profile's text means in a section: an id, a HECoS code, a text that equals one of the subject's names
    /// once folded, or a person's own words.
    pub fn read(&self, section: Section, text: &str) -> ReadSubject {
        if text == "other" {
            return ReadSubject { subject: Subject::Own(text.into()), is_understood: false };
        }
        let exact = self.find(text).or_else(|| self.place_of_hecos(text).ok().map(|place| self.by_hecos[place]));
        if let Some(id) = exact {
            return ReadSubject { subject: Subject::Listed(id), is_understood: false };
        }
        match self.spelled(section, text) {
            Some(id) => ReadSubject { subject: Subject::Listed(id), is_understood: true },
            None => ReadSubject { subject: Subject::Own(text.into()), is_understood: false },
        }
    }

    /// The class that a text names, in any of its spellings, and whether the text says that it is predicted.
    pub fn class(&self, text: &str) -> Option<(Class, bool)> {
        self.spellings.class(text)
    }

    /// The subject of a section whose id, code, name or alias equals a text once both are folded. An alias of several
    /// subjects names none, and neither does an award alone: "LLB" finds law in a search and is no subject.
    fn spelled(&self, section: Section, text: &str) -> Option<SubjectId> {
        let typed = [fold(text), self.spellings.subject(text)];
        if typed[1].is_empty() {
            return None;
        }
        let is_typed = |name: &String| typed.contains(name);
        let spelled = self.spelled.0.get_or_init(|| self.entries.iter().map(Spelled::new).collect());
        let of_section = || {
            let all = self.entries.iter().zip(spelled).enumerate();
            all.filter(|(index, (entry, _))| self.is_of(section, *index, entry))
        };
        let by_name = of_section().filter(|(_, (entry, spelled))| {
            spelled.id_and_name.iter().any(is_typed) || entry.hecos.is_some_and(|code| typed[0] == code)
        });
        let by_alias = of_section().filter(|(_, (_, spelled))| spelled.aka.iter().any(is_typed));
        named_or_only_alias(by_name.map(|(index, _)| index), by_alias.map(|(index, _)| index))
    }

    /// Whether a subject is in the table of a section. A GCSE can be in a subject of the level 3 table too.
    fn is_of(&self, section: Section, index: usize, entry: &Entry) -> bool {
        match section {
            Section::Gcse => entry.level_3 || self.is_gcse(SubjectId(index as u16)),
            section => entry.is_of(section),
        }
    }

    /// Whether a subject stands in a group of GCSE subjects.
    fn is_gcse(&self, id: SubjectId) -> bool {
        self.gcse_groups.iter().any(|group| group.subjects.contains(&id))
    }

    /// The subject of a section that the text names in full, by its name or in another way of saying it that means
    /// no other subject.
    pub fn named(&self, section: Section, text: &str) -> Option<SubjectId> {
        if self.spellings.subject(text).is_empty() {
            return None;
        }
        let typed = Typed::new(text);
        let of_section = || self.entries.iter().enumerate().filter(move |(_, entry)| entry.is_of(section));
        let by_name = of_section().filter(|(_, entry)| entry.folded.first().is_some_and(|name| typed.is(name)));
        let by_alias = of_section().filter(|(_, entry)| entry.folded.iter().skip(1).any(|aka| typed.is(aka)));
        named_or_only_alias(by_name.map(|(index, _)| index), by_alias.map(|(index, _)| index))
    }

    /// The id of a subject, or a person's own words.
    pub fn id<'a>(&'a self, subject: &'a Subject) -> &'a str {
        match subject {
            Subject::Listed(id) => self.entries[usize::from(id.0)].id,
            Subject::Own(words) => words,
        }
    }

    /// The name of a subject as it stands in a sentence, or a person's own words.
    pub fn name<'a>(&'a self, subject: &'a Subject) -> &'a str {
        match subject {
            Subject::Listed(id) => self.name_of(*id),
            Subject::Own(words) => words,
        }
    }

    /// The name of a subject of the tables, as it stands in a sentence.
    pub fn name_of(&self, id: SubjectId) -> &str {
        &self.entries[usize::from(id.0)].name
    }

    /// The name of a subject and its aliases.
    pub fn names(&self, id: SubjectId) -> impl Iterator<Item = &str> {
        let Entry { name, aka, .. } = &self.entries[usize::from(id.0)];
        std::iter::once(name.as_ref()).chain(aka.iter().copied())
    }

    /// The HECoS code of a subject, if it has one.
    pub fn hecos(&self, id: SubjectId) -> Option<&str> {
        self.entries[usize::from(id.0)].hecos
    }

    /// How surely each subject is a science at level 3.
    pub(super) fn level_3(&self) -> &Arc<[Standing]> {
        &self.level_3
    }

    /// The GCSE subjects that are worth two GCSEs.
    pub fn doubles(&self) -> &[SubjectId] {
        &self.doubles
    }

    /// The groups of GCSE subjects.
    pub fn gcse_groups(&self) -> &[SubjectGroup] {
        &self.gcse_groups
    }

    /// The subjects of a section that a person may mean, the likeliest first, at most `most`.
    pub fn search(&self, section: Section, typed: &str, most: usize) -> Vec<SubjectId> {
        let typed = Typed::new(typed);
        // Typing errors are only looked for where nothing fits all of it as it stands.
        let mut found = self.fitting(section, &typed, false);
        if found.iter().all(|(rank, _)| *rank >= MORE * 1000) {
            found = self.fitting(section, &typed, true);
        }
        places_by(found.len(), &|place| found[place].0).into_iter().take(most).map(|place| found[place].1).collect()
    }

    /// The subjects of a section that fit, each with how well.
    fn fitting(&self, section: Section, typed: &Typed, with_errors: bool) -> Vec<(u32, SubjectId)> {
        let mut found = Vec::new();
        for (index, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.is_of(section)) {
            let names = entry.folded.iter().enumerate();
            let ranks = names.filter_map(|(at, name)| typed.rank(name, at > 0, with_errors));
            if let Some(rank) = ranks.min() {
                // Of names that fit as well, the shorter is the plainer.
                found.push((rank * 1000 + entry.name.len() as u32, SubjectId(index as u16)));
            }
        }
        found
    }
}

impl Spelled {
    fn new(entry: &Entry) -> Spelled {
        Spelled {
            id_and_name: [fold(entry.id), fold(&entry.name)],
            aka: entry.aka.iter().map(|alias| fold(alias)).collect(),
        }
    }
}

/// Returns the first subject that has the name, or else the only one that has the alias: an alias of several names none.
fn named_or_only_alias(
    mut by_name: impl Iterator<Item = usize>,
    mut by_alias: impl Iterator<Item = usize>,
) -> Option<SubjectId> {
    let found = match (by_name.next(), by_alias.next(), by_alias.next()) {
        (Some(index), ..) | (None, Some(index), None) => index,
        _ => return None,
    };
    Some(SubjectId(found as u16))
}
