#![no_main]

#[allow(dead_code)]
#[path = "../../tests/native/doors.rs"]
mod doors;

libfuzzer_sys::fuzz_target!(|text: &str| doors::by_link(text));
