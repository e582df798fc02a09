//! The folder that a build writes: `dist/`, or the one that Trunk or a development server names.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Result, root};

/// A folder of built files.
pub struct Site {
    folder: PathBuf,
}

impl Site {
    /// The site in a folder, which is relative to the root of the repository or absolute. The folder need not exist yet.
    pub fn new(folder: impl AsRef<Path>) -> Site {
        Site { folder: root().join(folder) }
    }

    /// The place of a file of the site. Names use `/`, as addresses do.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Reads a file as bytes. Fails where it cannot be read, with its name.
    pub fn read(&self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.path(name)).map_err(|error| self.error(name, &error))
    }

    /// Reads a file as text. Fails where it cannot be read, with its name.
    pub fn text(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.path(name)).map_err(|error| self.error(name, &error))
    }

    /// Writes a file, and makes its folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result {
        let path = self.path(name);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(&path, content)).map_err(|error| self.error(name, &error))
    }

    /// Copies a file of the repository into the site.
    pub fn copy(&self, from: &str, name: &str) -> Result {
        let content = fs::read(root().join(from)).map_err(|error| format!("{from}: {error}"))?;
        self.write(name, content)
    }

    /// Removes everything in the folder, and makes it where it does not exist.
    pub fn clear(&self) -> Result {
        let cleared = if self.folder.exists() { fs::remove_dir_all(&self.folder) } else { Ok(()) };
        cleared.and_then(|()| fs::create_dir_all(&self.folder)).map_err(|error| self.error("", &error))
    }

    /// The names of all files, sorted.
    pub fn files(&self) -> Result<Vec<String>> {
        let mut files = Vec::new();
        self.list("", &mut files)?;
        files.sort();
        Ok(files)
    }

    fn list(&self, inside: &str, files: &mut Vec<String>) -> Result {
        for entry in fs::read_dir(self.path(inside)).map_err(|error| self.error(inside, &error))?.flatten() {
            let name = format!("{inside}{}", entry.file_name().to_string_lossy());
            match entry.path().is_dir() {
                true => self.list(&format!("{name}/"), files)?,
                false => files.push(name),
            }
        }
        Ok(())
    }

    fn error(&self, name: &str, error: &std::io::Error) -> String {
        format!("{}: {error}", self.path(name).display())
    }
}
