//! Builds the site: compiles what it needs, and has the builder write it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::SystemTime;
use std::{env, fs, thread};

use crate::compile::{self, Profile};
use crate::progress::Progress;
use crate::run::{Result, root};
use crate::tools;
use crate::watch::Watch;

/// The site as it is published.
pub const DIST: &str = "dist";
/// Where a site is written before it takes the place of the last one.
const STAGE: &str = "target/stage";

/// Builds `dist/`, and prints what it weighs. What was there before stays until the build has succeeded.
pub fn build() -> Result {
    let started = SystemTime::now();
    let mut progress = Progress::new(4);
    tools_for_build(&mut progress)?;
    whole(STAGE, Profile::Release, &mut progress)?;
    compile::build(&["finish", STAGE])?;
    replace(STAGE, DIST)?;
    set_source_time(started)?;
    println!("{DIST}/ is ready for any static host, after {}", progress.elapsed());
    Ok(())
}

/// Writes the plain pages, scripts and styles of `dist/` again, and compiles nothing for the browser.
pub fn pages() -> Result {
    tools::for_build()?;
    // The wasm is not compiled again, so `dist/` stays as old as its last build.
    let built = manifest().metadata().and_then(|data| data.modified()).map_err(|error| format!("{DIST}: {error}"))?;
    compile::build(&["around", DIST])?;
    compile::build(&["finish", DIST])?;
    set_source_time(built)
}

/// The list of the files of `dist/`. Its time says when the build began.
fn manifest() -> PathBuf {
    root().join(DIST).join("manifest.json")
}

/// Gives the manifest the time at which the build began: a source that is saved while the build runs has to count as newer,
/// whether or not the build has read it.
fn set_source_time(time: SystemTime) -> Result {
    let file = fs::File::options().append(true).open(manifest());
    file.and_then(|file| file.set_modified(time)).map_err(|error| format!("{}: {error}", manifest().display()))
}

/// Puts the npm package together in `pkg/`, from `dist/`.
pub fn package() -> Result {
    compile::build(&["package", DIST])
}

/// Whether something that `dist/` is made from is newer than it.
pub fn is_stale() -> bool {
    let built = manifest().metadata().and_then(|data| data.modified());
    built.map_or(true, |built| Watch::new().newest().is_none_or(|newest| newest > built))
}

/// Builds into the folder that Trunk names, as a hook of Trunk (`Trunk.toml`).
pub fn trunk_hook() -> Result {
    let folder = env::var("TRUNK_STAGING_DIR").map_err(|_| "Trunk calls this, and says where to build")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let profile = if release { Profile::Release } else { Profile::Dev };
    let mut progress = Progress::new(4);
    tools_for_build(&mut progress)?;
    whole(&folder, profile, &mut progress)?;
    if release { compile::build(&["finish", &folder]) } else { Ok(()) }
}

/// The first step: what a build needs and is missing.
pub fn tools_for_build(progress: &mut Progress) -> Result {
    progress.step(
        "Tools of the build",
        "the compiler's wasm target, esbuild and wasm-opt, where they are missing",
        tools::for_build,
    )
}

/// The second step: compiles the page and the builder side by side. Returns where the page's wasm is.
pub fn compile_page(profile: Profile, progress: &mut Progress) -> Result<String> {
    let why = match profile {
        Profile::Release => "the first time about 150 crates; the checker is optimised for size as one piece",
        Profile::Dev => "the first time about 150 crates",
    };
    let wasm = progress.step("Compiling the checker and its builder", why, || {
        let (builder, wasm) = thread::scope(|scope| {
            let builder = scope.spawn(compile::builder);
            (builder.join(), compile::page(profile))
        });
        builder.map_err(|_| "the builder's compilation came to no end")??;
        wasm
    })?;
    Ok(wasm.to_string_lossy().into_owned())
}

/// Three steps: everything, in a folder.
fn whole(folder: &str, profile: Profile, progress: &mut Progress) -> Result {
    clear(&root().join(folder))?;
    let wasm = compile_page(profile, progress)?;
    let reload: &[&str] = if profile == Profile::Dev { &["--reload"] } else { &[] };
    // The engine compiles while the page is written.
    let (page, engine) = thread::scope(|scope| {
        let (send, engine) = channel();
        scope.spawn(move || send.send(compile::engine(profile)));
        let page = progress.step("Writing the page", size(profile), || {
            compile::build(&[&["page", folder, &wasm, profile.name()], reload].concat())
        });
        (
            page,
            progress.step("The engine for programs", size(profile), || {
                let wasm = engine.recv().map_err(|error| error.to_string())??;
                compile::build(&["engine", folder, &wasm.to_string_lossy(), profile.name()])
            }),
        )
    });
    page.and(engine)
}

fn size(profile: Profile) -> &'static str {
    match profile {
        Profile::Release => "wasm-opt works on it for some seconds",
        Profile::Dev => "nothing is made smaller",
    }
}

/// Puts one folder in the place of another.
pub fn replace(new: &str, old: &str) -> Result {
    let (new, old) = (root().join(new), root().join(old));
    if old.exists() {
        fs::remove_dir_all(&old).map_err(|error| format!("{}: {error}", old.display()))?;
    }
    fs::rename(&new, &old).map_err(|error| format!("{}: {error}", new.display()))
}

/// Removes what is in a folder, and makes it where it does not exist.
pub fn clear(folder: &Path) -> Result {
    let cleared = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    cleared.and_then(|()| fs::create_dir_all(folder)).map_err(|error| format!("{}: {error}", folder.display()))
}
