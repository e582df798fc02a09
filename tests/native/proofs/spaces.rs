//! The spaces of answers that the proofs walk through.

use std::sync::{Mutex, OnceLock};

use entry_checker::catalogue::{Catalogue, RolePack};
use entry_checker::editor::kinds::Said;
use entry_checker::editor::space::Space;
use entry_checker::rules::{Profile, Qualification, Requirement, Route, Section};

pub fn roles() -> &'static [RolePack] {
    &Catalogue::built_in().roles
}

/// The space of answers of a role, explored once for all tests.
pub fn space(role: &'static RolePack, said: Said) -> &'static Space<'static> {
    type Explored = Mutex<Vec<((&'static str, Said), &'static OnceLock<Space<'static>>)>>;
    static EXPLORED: Explored = Mutex::new(Vec::new());
    let cell = {
        let mut explored = EXPLORED.lock().expect("no test fails while it looks for a space");
        let key = (role.rules.id, said);
        match explored.iter().find(|(known, _)| *known == key) {
            Some((_, cell)) => *cell,
            None => {
                let cell: &'static OnceLock<Space<'static>> = Box::leak(Box::default());
                explored.push((key, cell));
                cell
            }
        }
    };
    cell.get_or_init(|| Space::new(&role.rules, &Catalogue::built_in().subjects, said))
}

pub fn requirements_of(route: &Route) -> Vec<&Requirement> {
    route.requirements().collect()
}

/// A profile of one section alone.
pub fn only(section: Section, held: &[Qualification]) -> Profile {
    let mut profile = Profile::default();
    profile.set(section, held.to_vec());
    profile
}
