//! Looks for changes of what the site is made from.
//!
//! It compares the times of some hundred files twice a second. That takes a few milliseconds, works on every file system,
//! and needs no library.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::run::{Result, root};

/// What the site is made from, below the root of the repository.
const SOURCES: [&str; 11] =
    ["Cargo.lock", "Cargo.toml", "LICENSE", "build.rs", "builder", "icon.svg", "npm", "roles", "src", "styles", "web"];
const EVERY: Duration = Duration::from_millis(500);

/// Files with the time of their last change.
type Times = BTreeMap<PathBuf, SystemTime>;

/// The files that are watched, as they were at the last look.
pub struct Watch {
    folder: PathBuf,
    files: Times,
}

impl Watch {
    /// Begins to watch the repository.
    pub fn new() -> Watch {
        Watch::of(root())
    }

    fn of(folder: PathBuf) -> Watch {
        let files = times(&folder);
        Watch { folder, files }
    }

    /// The time of the last change of any file.
    pub fn newest(&self) -> Option<SystemTime> {
        self.files.values().max().copied()
    }

    /// Waits until a file has changed, was added or was removed, and nothing more changes. Returns its name.
    pub fn wait(&mut self) -> String {
        loop {
            thread::sleep(EVERY);
            if let Some(changed) = self.changed() {
                // An editor may write several files one after the other.
                while self.changed().is_some() {
                    thread::sleep(EVERY);
                }
                return changed;
            }
        }
    }

    /// Fails where a file is not as it was at the last look. The next `wait` returns its name at once.
    pub fn nothing_newer(&self) -> Result {
        let newer = self.first_difference(&times(&self.folder));
        newer.map_or(Ok(()), |file| Err(format!("{file} was saved meanwhile: this build stops")))
    }

    /// Looks again. Returns the first file that is not as it was at the last look.
    fn changed(&mut self) -> Option<String> {
        let now = times(&self.folder);
        let changed = self.first_difference(&now);
        self.files = now;
        changed
    }

    fn first_difference(&self, now: &Times) -> Option<String> {
        let changed = now.iter().find(|(file, time)| self.files.get(*file) != Some(*time)).map(|(file, _)| file);
        let gone = || self.files.keys().find(|file| !now.contains_key(*file));
        let file = changed.or_else(gone)?;
        Some(file.strip_prefix(&self.folder).unwrap_or(file).display().to_string())
    }
}

fn times(folder: &Path) -> Times {
    let mut open: Vec<PathBuf> = SOURCES.iter().map(|source| folder.join(source)).collect();
    let mut files = BTreeMap::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(path.read_dir().into_iter().flatten().flatten().map(|entry| entry.path()));
        } else if let Ok(time) = path.metadata().and_then(|data| data.modified()) {
            files.insert(path, time);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn trunk_watches_the_same_files() {
        let listed = format!("\nwatch = {SOURCES:?}\n");
        assert!(include_str!("../../Trunk.toml").contains(&listed), "Trunk.toml should have{listed}");
    }

    #[test]
    fn a_change_an_addition_and_a_removal_are_seen_once_each() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("entry-checker-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("roles/divisions"))?;
        fs::write(folder.join("roles/one.json"), "1")?;
        let mut watch = Watch::of(folder.clone());
        assert_eq!(watch.changed(), None);
        let file = fs::File::options().write(true).open(folder.join("roles/one.json"))?;
        file.set_modified(SystemTime::UNIX_EPOCH)?;
        assert!(watch.nothing_newer().is_err_and(|error| error.starts_with("roles/one.json ")));
        assert_eq!(watch.changed().as_deref(), Some("roles/one.json"));
        assert_eq!((watch.nothing_newer(), watch.changed()), (Ok(()), None));
        fs::write(folder.join("roles/divisions/two.json"), "2")?;
        assert_eq!(watch.changed().as_deref(), Some("roles/divisions/two.json"));
        fs::remove_file(folder.join("roles/one.json"))?;
        assert_eq!(watch.changed().as_deref(), Some("roles/one.json"));
        fs::write(folder.join("README.md"), "not a source")?;
        assert_eq!(watch.changed(), None);
        fs::remove_dir_all(folder)
    }
}
