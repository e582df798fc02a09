//! Lines that tell a person what is done, what is left, and why it takes that long.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::Result;

/// How often a step that takes long says that it is still at work.
const STILL: Duration = Duration::from_secs(20);

/// The steps of a command, counted.
pub struct Progress {
    total: usize,
    done: usize,
    started: Instant,
}

impl Progress {
    /// A command of so many steps.
    pub fn new(total: usize) -> Progress {
        Progress { total, done: 0, started: Instant::now() }
    }

    /// Does one step: says what it is and why it takes its time, and afterwards how long it took.
    pub fn step<T>(&mut self, what: &str, why: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        let counter = format!("[{}/{}]", self.done, self.total);
        println!("{counter} {what}{}", if why.is_empty() { String::new() } else { format!(" ({why})") });
        let started = Instant::now();
        let (finished, waiting) = channel::<()>();
        let result = thread::scope(|scope| {
            scope.spawn(move || {
                while waiting.recv_timeout(STILL) == Err(RecvTimeoutError::Timeout) {
                    println!("      still at work after {}", seconds(started.elapsed()));
                }
            });
            let result = work();
            drop(finished);
            result
        });
        let left = self.total - self.done;
        if result.is_ok() {
            let left = if left == 0 { String::new() } else { format!(", {left} left") };
            println!("      done in {}{left}", seconds(started.elapsed()));
        }
        result
    }

    /// How long the command has taken so far.
    pub fn elapsed(&self) -> String {
        seconds(self.started.elapsed())
    }
}

/// A time as people read it: `42 s`, `3 min 5 s`.
pub fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64().round() as u64;
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {} s", seconds / 60, seconds % 60) }
}
