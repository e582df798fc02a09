//! Where programs are on this machine.

use std::env;
use std::path::PathBuf;

use crate::run::root;

/// Where a program is: at its own path, or on the `PATH` where only its name is given.
pub fn find(program: &str) -> Option<PathBuf> {
    if program.contains('/') {
        return Some(root().join(program)).filter(|file| file.is_file());
    }
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
