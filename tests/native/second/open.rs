//! What is open, answered in every way that could matter; and what follows.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde_json::{Value, json};

use super::role::{Role, Route, SECTIONS, Subjects, list};
use super::scales::results;
use super::sees::{Outcome, Seen, decide, look, subject_of};

/// An outcome and whether it is pending, as the contract writes them.
pub type Said = (&'static str, bool);

/// What is said of each requirement, pathway and route, by path: `stp`, `stp/stp-degree`, `stp/stp-degree/degree`.
pub type Reading = Vec<(String, Said)>;

/// What each requirement sees in a section: with all results, and without those that are predicted.
type Sight = (Vec<Seen>, Vec<Seen>);

/// Reads profiles for one route. What a section shows is kept: people hold the same again and again.
pub struct Reader<'a> {
    role: &'a Role,
    pub route: &'a Route,
    subjects: &'a Subjects,
    requirements: Vec<&'a Value>,
    /// Subjects to answer with, by section.
    answers: HashMap<&'static str, Vec<String>>,
    kept: HashMap<String, Rc<[Sight]>>,
}

impl<'a> Reader<'a> {
    pub fn new(role: &'a Role, route: &'a Route, subjects: &'a Subjects) -> Reader<'a> {
        let requirements: Vec<&Value> = route.pathways.iter().flat_map(|(_, requirements)| requirements).collect();
        let pools = requirements.iter().flat_map(|requirement| list(&requirement["holds"]));
        let apart = pools.flat_map(|pool| pool["subjectsApart"].as_object().into_iter().flatten());
        let apart: BTreeSet<String> = apart.map(|(id, _)| id.clone()).collect();
        // Two of each kind, since the same subject may count once; and one that nobody has classed.
        let two_of_each = |table: &HashMap<String, String>| {
            let mut kinds: HashMap<&str, Vec<String>> = HashMap::new();
            for (id, kind) in table.iter().collect::<BTreeMap<_, _>>() {
                let of_kind = kinds.entry(kind).or_default();
                if of_kind.len() < 2 && !apart.contains(id) {
                    of_kind.push(id.clone());
                }
            }
            let apart = apart.iter().filter(|id| table.contains_key(*id)).cloned();
            kinds.into_values().flatten().chain(apart).chain(["other".to_string()]).collect::<Vec<_>>()
        };
        let gcse = two_of_each(&subjects.groups).into_iter().chain(["combined-science".to_string()]).collect();
        let answers = HashMap::from([
            ("gcse", gcse),
            ("level3", two_of_each(&subjects.level3)),
            ("degree", two_of_each(&role.division)),
            ("higherDegree", two_of_each(&role.division)),
            ("professional", Vec::new()),
        ]);
        Reader { role, route, subjects, requirements, answers, kept: HashMap::new() }
    }

    /// Reads a profile.
    pub fn read(&mut self, profile: &Value) -> Reading {
        let profile = &self.subjects.with_classes(profile);
        let sights = SECTIONS.map(|section| self.sights(section, profile.get(section)));
        let mut ways: Vec<[&Sight; SECTIONS.len()]> = Vec::new();
        for gcse in sights[0].iter() {
            for level3 in sights[1].iter() {
                for degree in sights[2].iter() {
                    for higher in sights[3].iter() {
                        ways.extend(sights[4].iter().map(|professional| [gcse, level3, degree, higher, professional]));
                    }
                }
            }
        }
        let all: Vec<(Vec<Outcome>, Vec<Outcome>)> = ways.iter().map(|way| self.outcomes(way)).collect();
        self.paths().into_iter().enumerate().map(|(place, path)| (path, agreed(&all, place))).collect()
    }

    /// Forgets what it kept.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// What can be seen in a section, for every way to answer what is open in it.
    fn sights(&mut self, section: &'static str, held: Option<&Value>) -> Rc<[Sight]> {
        let key = format!("{section}{}", held.unwrap_or(&Value::Null));
        if let Some(known) = self.kept.get(&key) {
            return Rc::clone(known);
        }
        let lists = match held {
            Some(held) => self.completions(section, list(held)),
            None => self.anything(section),
        };
        let sights: HashSet<Sight> = lists.iter().map(|list| self.sight(section, list)).collect();
        let sights: Rc<[Sight]> = sights.into_iter().collect();
        self.kept.insert(key, Rc::clone(&sights));
        sights
    }

    fn sight(&self, section: &str, entries: &[Value]) -> Sight {
        let awarded: Vec<Value> = entries.iter().filter(|entry| entry["status"] != "predicted").cloned().collect();
        let look = |entries: &[Value]| -> Vec<Seen> {
            self.requirements.iter().map(|one| look(one, self.role, self.subjects, section, entries)).collect()
        };
        (look(entries), look(&awarded))
    }

    /// Every way to answer what the entries of a section leave open.
    fn completions(&self, section: &str, entries: &[Value]) -> Vec<Vec<Value>> {
        let mut lists = vec![Vec::new()];
        for entry in entries {
            let mut ways = vec![entry.clone()];
            if entry.get("award").is_none() && section != "gcse" {
                ways = with_each(&ways, "award", awards(section));
            }
            let result = if section == "degree" { "class" } else { "grade" };
            if entry.get(result).is_none() {
                let each = |way: &Value| {
                    let results = results(section, way["award"].as_str().unwrap_or_default());
                    if results.is_empty() {
                        vec![way.clone()]
                    } else {
                        with_each(std::slice::from_ref(way), result, results)
                    }
                };
                ways = ways.iter().flat_map(each).collect();
            }
            // The subject of another entry is an answer too: it may be the same one.
            let beside = entries.iter().filter_map(|other| subject_of(self.subjects, section, other));
            let subjects: BTreeSet<String> = self.answers[section].iter().cloned().chain(beside).collect();
            let subjects: Vec<&str> = subjects.iter().map(String::as_str).collect();
            let is_open = entry.get("subject").is_none() && section != "professional";
            let ways: Vec<Vec<Value>> = match entry["count"].as_u64() {
                Some(count) if is_open && count > 1 => {
                    ways.iter().flat_map(|way| spread(way, count, &subjects)).collect()
                }
                _ if is_open => with_each(&ways, "subject", &subjects).into_iter().map(|way| vec![way]).collect(),
                _ => ways.into_iter().map(|way| vec![way]).collect(),
            };
            lists = lists
                .iter()
                .flat_map(|list: &Vec<Value>| ways.iter().map(|way| [list.as_slice(), way.as_slice()].concat()))
                .collect();
            // Lists that show the same go on alike, unless a subject comes again: one of them is enough.
            let mut seen = HashSet::new();
            lists.retain(|list| {
                let mut subjects: Vec<Option<String>> =
                    list.iter().map(|one| subject_of(self.subjects, section, one)).collect();
                subjects.sort_unstable();
                seen.insert((self.sight(section, list), subjects))
            });
        }
        lists
    }

    /// Sections to answer an absent one with: nothing, all that anybody could ask for, and a little between.
    fn anything(&self, section: &str) -> Vec<Vec<Value>> {
        let (little, most) = match section {
            "gcse" => (json!({ "subject": "other", "grade": "4" }), vec![json!({ "grade": "9", "count": 20 })]),
            "level3" => (
                json!({ "award": "other-level-3", "subject": "other", "grade": "P" }),
                vec![json!({ "award": "a-level", "grade": "A" })],
            ),
            "degree" => (
                json!({ "award": "bachelor-honours", "subject": "other", "class": "2:2" }),
                vec![
                    json!({ "award": "bachelor-honours", "class": "first" }),
                    json!({ "award": "integrated-masters", "class": "first" }),
                ],
            ),
            "higherDegree" => (json!({ "award": "msc", "subject": "other" }), vec![json!({ "award": "phd" })]),
            _ => {
                let all = ["gdc-dental-technician", "hcpc-clinical-scientist", "ibms-accredited-degree"];
                return vec![vec![], all.map(|award| json!({ "award": award })).to_vec()];
            }
        };
        let subjects: Vec<&str> = self.answers[section].iter().map(String::as_str).collect();
        vec![vec![], vec![little], with_each(&most, "subject", &subjects)]
    }

    /// The outcomes of one way to answer everything, in the order of the paths.
    fn outcomes(&self, way: &[&Sight; SECTIONS.len()]) -> (Vec<Outcome>, Vec<Outcome>) {
        let with = self.requirements.iter().enumerate().map(|(at, one)| decide(one, &way.map(|sight| &sight.0[at])));
        let without = self.requirements.iter().enumerate().map(|(at, one)| decide(one, &way.map(|sight| &sight.1[at])));
        (self.together(with), self.together(without))
    }

    /// A route is the greatest of its pathways, a pathway the least of its requirements.
    fn together(&self, mut of_requirements: impl Iterator<Item = Outcome>) -> Vec<Outcome> {
        let mut all = vec![Outcome::NotMet];
        for (_, requirements) in &self.route.pathways {
            let each: Vec<Outcome> = of_requirements.by_ref().take(requirements.len()).collect();
            let least = each.iter().min().copied().unwrap_or(Outcome::Met);
            all[0] = all[0].max(least);
            all.push(least);
            all.extend(each);
        }
        all
    }

    fn paths(&self) -> Vec<String> {
        let route = &self.route.id;
        let mut paths = vec![route.clone()];
        for (pathway, requirements) in &self.route.pathways {
            paths.push(format!("{route}/{pathway}"));
            let id = |one: &Value| format!("{route}/{pathway}/{}", one["id"].as_str().unwrap_or_default());
            paths.extend(requirements.iter().map(id));
        }
        paths
    }
}

/// GCSEs in so many different subjects: every choice of listed ones, and others for the rest.
fn spread(entry: &Value, count: u64, subjects: &[&str]) -> Vec<Vec<Value>> {
    let listed: Vec<&str> = subjects.iter().copied().filter(|subject| *subject != "other").collect();
    let mut choices: Vec<Vec<&str>> = vec![Vec::new()];
    for subject in listed {
        let more: Vec<Vec<&str>> = choices
            .iter()
            .filter(|choice| (choice.len() as u64) < count)
            .map(|choice| [choice.as_slice(), &[subject]].concat())
            .collect();
        choices.extend(more);
    }
    let as_entries = |choice: &Vec<&str>| {
        let mut one = entry.clone();
        one["count"] = json!(1);
        let mut entries = with_each(&[one], "subject", choice);
        let rest = count - choice.len() as u64;
        if rest > 0 {
            let mut others = entry.clone();
            others["count"] = json!(rest);
            entries.extend(with_each(&[others], "subject", &["other"]));
        }
        entries
    };
    choices.iter().map(as_entries).collect()
}

/// The awards of a section.
fn awards(section: &str) -> &'static [&'static str] {
    match section {
        "level3" => &[
            "a-level",
            "as-level",
            "t-level",
            "btec-extended-diploma",
            "btec-diploma",
            "btec-foundation-diploma",
            "btec-extended-certificate",
            "access-to-he-diploma",
            "ib-diploma",
            "ib-higher-level",
            "scottish-higher",
            "scottish-advanced-higher",
            "irish-leaving-certificate-higher",
            "epq",
            "core-maths",
            "other-level-3",
        ],
        "degree" => &super::people::DEGREES,
        "professional" => &["gdc-dental-technician", "hcpc-clinical-scientist", "ibms-accredited-degree"],
        _ => &super::people::HIGHER,
    }
}

fn with_each(entries: &[Value], key: &str, answers: &[&str]) -> Vec<Value> {
    let with = |entry: &Value, answer: &str| {
        let mut entry = entry.clone();
        entry[key] = json!(answer);
        entry
    };
    entries.iter().flat_map(|entry| answers.iter().map(move |answer| with(entry, answer))).collect()
}

/// Decided where all ways agree; pending where one of them would be lower without what is predicted.
fn agreed(all: &[(Vec<Outcome>, Vec<Outcome>)], place: usize) -> Said {
    let first = all[0].0[place];
    if all.iter().any(|(with, _)| with[place] != first) {
        return ("unanswered", false);
    }
    (first.id(), all.iter().any(|(_, without)| without[place] < first))
}
