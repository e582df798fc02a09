//! What is open, answered in every way that could matter; and what follows.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Value, json};

use super::role::{Role, SECTIONS, Subjects, list};
use super::scales::results;
use super::sees::{Outcome, Seen, decide, look};

/// An outcome and whether it is pending, as the contract writes them.
pub type Said = (&'static str, bool);

/// What is said of each requirement, pathway and route, by path: `stp`, `stp/stp-degree`, `stp/stp-degree/degree`.
pub type Reading = Vec<(String, Said)>;

/// What each requirement sees in a section: with all results, and without those that are predicted.
type Sight = (Vec<Seen>, Vec<Seen>);

/// Reads profiles for one role. What a section shows is kept: people hold the same again and again.
pub struct Reader<'a> {
    role: &'a Role,
    subjects: &'a Subjects,
    requirements: Vec<&'a Value>,
    /// Subjects to answer with, by section.
    answers: HashMap<&'static str, Vec<String>>,
    kept: HashMap<String, Vec<Sight>>,
}

impl<'a> Reader<'a> {
    pub fn new(role: &'a Role, subjects: &'a Subjects) -> Reader<'a> {
        let pathways = role.routes.iter().flat_map(|route| &route.pathways);
        let requirements: Vec<&Value> = pathways.flat_map(|(_, requirements)| requirements).collect();
        let pools = requirements.iter().flat_map(|requirement| list(&requirement["holds"]));
        let apart = pools.flat_map(|pool| pool["subjectsApart"].as_object().into_iter().flatten());
        let apart: BTreeSet<String> = apart.map(|(id, _)| id.clone()).collect();
        // Two of each kind, since the same subject may count once; and one that nobody has classed.
        let two_of_each = |table: &HashMap<String, String>| {
            let mut kinds: HashMap<&str, Vec<String>> = HashMap::new();
            for (id, kind) in table.iter().collect::<std::collections::BTreeMap<_, _>>() {
                let of_kind = kinds.entry(kind).or_default();
                if of_kind.len() < 2 && !apart.contains(id) {
                    of_kind.push(id.clone());
                }
            }
            let apart = apart.iter().filter(|id| table.contains_key(*id)).cloned();
            kinds.into_values().flatten().chain(apart).chain(["other".to_string()]).collect::<Vec<_>>()
        };
        let answers = HashMap::from([
            ("gcse", two_of_each(&subjects.groups)),
            ("level3", two_of_each(&subjects.level3)),
            ("degree", two_of_each(&role.division)),
            ("higherDegree", two_of_each(&role.division)),
            ("professional", Vec::new()),
        ]);
        Reader { role, subjects, requirements, answers, kept: HashMap::new() }
    }

    /// The ids of the routes that it reads.
    pub fn routes(&self) -> impl Iterator<Item = &str> {
        self.role.routes.iter().map(|route| route.id.as_str())
    }

    /// Reads a profile.
    pub fn read(&mut self, profile: &Value) -> Reading {
        let sights = SECTIONS.map(|section| self.sights(section, profile.get(section)));
        let mut ways: Vec<[&Sight; SECTIONS.len()]> = Vec::new();
        for gcse in &sights[0] {
            for level3 in &sights[1] {
                for degree in &sights[2] {
                    for higher in &sights[3] {
                        ways.extend(sights[4].iter().map(|professional| [gcse, level3, degree, higher, professional]));
                    }
                }
            }
        }
        let all: Vec<(Vec<Outcome>, Vec<Outcome>)> = ways.iter().map(|way| self.outcomes(way)).collect();
        self.paths().into_iter().enumerate().map(|(place, path)| (path, agreed(&all, place))).collect()
    }

    /// What can be seen in a section, for every way to answer what is open in it.
    fn sights(&mut self, section: &'static str, held: Option<&Value>) -> Vec<Sight> {
        let key = format!("{section}{}", held.unwrap_or(&Value::Null));
        if let Some(known) = self.kept.get(&key) {
            return known.clone();
        }
        let lists = match held {
            Some(held) => self.completions(section, list(held)),
            None => self.anything(section),
        };
        let sights: HashSet<Sight> = lists.iter().map(|list| self.sight(section, list)).collect();
        let sights: Vec<Sight> = sights.into_iter().collect();
        self.kept.insert(key, sights.clone());
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
            let result = if section == "degree" { "class" } else { "grade" };
            let results = results(section, entry["award"].as_str().unwrap_or_default());
            if entry.get(result).is_none() && !results.is_empty() {
                ways = with_each(&ways, result, results);
            }
            // The subject of another entry is an answer too: it may be the same one.
            let beside = entries.iter().filter_map(|other| other["subject"].as_str());
            let subjects: BTreeSet<&str> = self.answers[section].iter().map(String::as_str).chain(beside).collect();
            if entry.get("subject").is_none() && section != "professional" {
                ways = with_each(&ways, "subject", &subjects.into_iter().collect::<Vec<_>>());
            }
            lists = lists
                .iter()
                .flat_map(|list: &Vec<Value>| ways.iter().map(|way| [list.as_slice(), std::slice::from_ref(way)].concat()))
                .collect();
            // Lists that show the same go on alike: one of them is enough.
            let mut seen = HashSet::new();
            lists.retain(|list| seen.insert(self.sight(section, list)));
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
        let mut at = 0;
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for route in &self.role.routes {
            let mut of_route = (Outcome::NotMet, Outcome::NotMet);
            let mut pathways = Vec::new();
            for (_, requirements) in &route.pathways {
                let mut of_pathway = (Outcome::Met, Outcome::Met);
                let mut each = Vec::new();
                for requirement in requirements {
                    let one = (decide(requirement, &way.map(|sight| &sight.0[at])), decide(requirement, &way.map(|sight| &sight.1[at])));
                    of_pathway = (of_pathway.0.min(one.0), of_pathway.1.min(one.1));
                    each.push(one);
                    at += 1;
                }
                of_route = (of_route.0.max(of_pathway.0), of_route.1.max(of_pathway.1));
                pathways.push(of_pathway);
                pathways.extend(each);
            }
            for (one, one_without) in std::iter::once(of_route).chain(pathways) {
                with.push(one);
                without.push(one_without);
            }
        }
        (with, without)
    }

    fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        for route in &self.role.routes {
            paths.push(route.id.clone());
            for (pathway, requirements) in &route.pathways {
                paths.push(format!("{}/{pathway}", route.id));
                let id = |one: &Value| format!("{}/{pathway}/{}", route.id, one["id"].as_str().unwrap_or_default());
                paths.extend(requirements.iter().map(id));
            }
        }
        paths
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
