//! A role as its files say it: each route's pathways with the requirements that hold in this role.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

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
    Subjects { level3: by(&table("level-3.json"), "science"), groups, codes }
}
