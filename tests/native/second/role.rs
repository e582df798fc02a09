//! A role as its files say it: each route's pathways with the requirements that hold in this role.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// The sections of a profile.
pub const SECTIONS: [&str; 5] = ["gcse", "level3", "degree", "higherDegree", "professional"];

/// A role.
pub struct Role {
    pub id: String,
    pub routes: Vec<Route>,
    /// What each degree subject is to its division.
    pub division: HashMap<String, String>,
}

/// A route: its id, and each pathway's id with its requirements.
pub struct Route {
    pub id: String,
    pub pathways: Vec<(String, Vec<Value>)>,
}

/// The tables of subjects.
pub struct Subjects {
    /// How surely a level 3 subject is a science.
    pub level3: HashMap<String, String>,
    /// The group of a GCSE subject.
    pub groups: HashMap<String, String>,
    /// The subject of a HECoS code.
    pub codes: HashMap<String, String>,
    /// For each section the subjects by each of their folded names; an alias of several subjects names none.
    pub names: HashMap<&'static str, HashMap<String, String>>,
    /// Awards that people write before a subject, folded, the longest first.
    pub awards_before: Vec<String>,
    /// Every id of the tables.
    pub ids: HashSet<String>,
    /// The class of each of its spellings, folded.
    pub classes: HashMap<String, String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("roles")
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("a pack is JSON")
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("it is text").to_string()
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn map(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// Every role there is.
pub fn roles() -> Vec<Role> {
    let files = fs::read_dir(folder()).expect("the packs are here").flatten().map(|file| file.path());
    let packs =
        files.filter(|path| path.extension().is_some_and(|end| end == "json") && !path.ends_with("schema.json"));
    let mut roles: Vec<Role> = packs.map(|path| role(&json(&path))).collect();
    roles.sort_by(|one, other| one.id.cmp(&other.id));
    roles
}

/// An object in place, or the file of that id.
fn in_place_or_file(value: &Value, kind: &str) -> Value {
    match value.as_str() {
        Some(id) => json(&folder().join(kind).join(format!("{id}.json"))),
        None => value.clone(),
    }
}

fn role(pack: &Value) -> Role {
    let division = in_place_or_file(&pack["division"], "divisions");
    let mut standings = HashMap::new();
    for (standing, subjects) in map(&division["subjects"]) {
        standings.extend(list(subjects).iter().map(|subject| (text(subject), standing.clone())));
    }
    Role { id: text(&pack["id"]), routes: list(&pack["routes"]).iter().map(route).collect(), division: standings }
}

/// The programme's requirements, without those that the page leaves out, with its changes, and what it also asks for.
fn route(route: &Value) -> Route {
    let programme = in_place_or_file(&route["programme"], "programmes");
    let pathway = |pathway: &Value| {
        let mut requirements = Vec::new();
        for requirement in list(&pathway["requirements"]) {
            if list(&route["without"]).contains(&requirement["id"]) {
                continue;
            }
            let mut requirement = requirement.clone();
            for (key, value) in map(&route["changes"][requirement["id"].as_str().unwrap_or_default()]) {
                requirement[key] = value.clone();
            }
            requirements.push(requirement);
        }
        requirements.extend(list(&route["also"]).iter().cloned());
        (text(&pathway["id"]), requirements)
    };
    let id = programme.get("route").unwrap_or(&programme["id"]);
    Route { id: text(id), pathways: list(&programme["pathways"]).iter().map(pathway).collect() }
}

/// The tables of subjects.
pub fn subjects() -> Subjects {
    let table = |name: &str| json(&folder().join("subjects").join(name));
    let by = |table: &Value, key: &str| -> HashMap<String, String> {
        list(&table["subjects"]).iter().map(|one| (text(&one["id"]), text(&one[key]))).collect()
    };
    let mut groups = HashMap::new();
    for group in list(&table("gcse.json")["groups"]) {
        groups.extend(list(&group["subjects"]).iter().map(|subject| (text(subject), text(&group["id"]))));
    }
    let codes = by(&table("degree.json"), "hecos").into_iter().map(|(id, code)| (code, id)).collect();
    let (degree, level3) = (table("degree.json"), table("level-3.json"));
    let mut names = HashMap::from([
        (
            "gcse",
            names_in(&[&level3, &degree], &|id| {
                groups.contains_key(id) || list(&level3["subjects"]).iter().any(|one| one["id"] == *id)
            }),
        ),
        ("level3", names_in(&[&level3, &degree], &|id| list(&level3["subjects"]).iter().any(|one| one["id"] == *id))),
        ("degree", names_in(&[&degree, &level3], &|id| list(&degree["subjects"]).iter().any(|one| one["id"] == *id))),
    ]);
    for id in groups.keys() {
        names.entry("gcse").or_default().entry(fold(id)).or_insert_with(|| id.clone());
    }
    for one in list(&table("gcse.json")["subjects"]) {
        for alias in list(&one["aka"]) {
            names.entry("gcse").or_default().entry(fold(&text(alias))).or_insert_with(|| text(&one["id"]));
        }
    }
    let higher = names["degree"].clone();
    names.insert("higherDegree", higher);
    let spellings = table("spellings.json");
    let mut classes = HashMap::new();
    for (class, spelled) in map(&spellings["classes"]) {
        let all = list(spelled).iter().map(text).chain([class.clone()]);
        classes.extend(all.map(|spelling| (fold(&spelling), class.clone())));
    }
    let mut awards_before: Vec<String> = list(&spellings["awardsBefore"]).iter().map(|one| fold(&text(one))).collect();
    awards_before.sort_by_key(|award| std::cmp::Reverse(award.len()));
    let all = [&degree, &level3].map(|table| list(&table["subjects"])).concat();
    let ids = all.iter().map(|one| text(&one["id"])).chain(groups.keys().cloned()).collect();
    Subjects { level3: by(&level3, "science"), groups, codes, names, awards_before, ids, classes }
}

/// The subjects of some tables that belong to a section, by their folded ids and names, and by aliases of one alone.
fn names_in(tables: &[&Value], belongs: &dyn Fn(&str) -> bool) -> HashMap<String, String> {
    let (mut names, mut aliases) = (HashMap::new(), HashMap::<String, HashSet<String>>::new());
    for one in tables.iter().flat_map(|table| list(&table["subjects"])) {
        let id = text(&one["id"]);
        if !belongs(&id) {
            continue;
        }
        for name in [Some(id.as_str()), one["name"].as_str(), one["hecos"].as_str()].into_iter().flatten() {
            names.insert(fold(name), id.clone());
        }
        for alias in list(&one["aka"]) {
            aliases.entry(fold(&text(alias))).or_default().insert(id.clone());
        }
    }
    for (alias, ids) in aliases {
        if let (1, Some(id)) = (ids.len(), ids.into_iter().next()) {
            names.entry(alias).or_insert(id);
        }
    }
    names
}

/// A text as it is compared: NFKC, lower case, nothing invisible, one space for spaces and dashes, `&` as "and".
pub fn fold(text: &str) -> String {
    let normal: String = text.nfkc().collect::<String>().to_lowercase();
    let seen: String = normal
        .chars()
        .filter(|one| !"\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}".contains(*one))
        .map(|one| if "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".contains(one) { ' ' } else { one })
        .collect();
    seen.replace('&', " and ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Subjects {
    /// A profile with each degree class by its own name, and predicted where its spelling says so.
    pub fn with_classes(&self, profile: &Value) -> Value {
        let mut profile = profile.clone();
        for entry in profile.get_mut("degree").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(written) = entry["class"].as_str().map(fold) else { continue };
            let short = written.trim_end_matches("(predicted)").trim_end();
            if short != written {
                entry["status"] = "predicted".into();
            }
            let plain = short.trim_end_matches("(hons)").trim_end();
            entry["class"] = self.classes[plain].clone().into();
        }
        profile
    }

    /// The subject that a text names in a section: an id or a code as it is, a name once folded, also without an award
    /// before it and "(Hons)" behind it.
    pub fn named(&self, section: &str, text: &str) -> Option<String> {
        if text == "other" {
            return None;
        }
        if self.ids.contains(text) {
            return Some(text.to_string());
        }
        if let Some(id) = self.codes.get(text) {
            return Some(id.clone());
        }
        let whole = fold(text);
        let mut words: Vec<String> = Vec::new();
        for word in whole.replace('(', " (").replace(')', ") ").split_whitespace() {
            words.push(word.to_string());
        }
        let plain = |words: &[String]| words.iter().map(|word| word.replace('.', "")).collect::<Vec<_>>();
        let behind = ["(hons)", "(honours)"];
        // The longest award that the first words are, with or without dots.
        let award = |words: &[String]| {
            let of = |award: &String| award.split(' ').count();
            let is_before =
                |award: &&String| plain(words).starts_with(&award.split(' ').map(String::from).collect::<Vec<_>>());
            self.awards_before.iter().filter(is_before).map(of).max()
        };
        while let Some(number) = award(&words) {
            words.drain(..number);
            for next in [&["(hons)"][..], &["(honours)"], &["hons"], &["honours"], &["degree"], &["in"]] {
                if words.first().is_some_and(|word| next.contains(&word.replace('.', "").as_str())) {
                    words.remove(0);
                }
            }
        }
        if words.last().is_some_and(|word| behind.contains(&word.replace('.', "").as_str())) {
            words.pop();
        }
        if words.is_empty() {
            return None;
        }
        let short = words.join(" ");
        let names = self.names.get(section)?;
        names.get(&whole).or_else(|| names.get(&short)).cloned()
    }
}
