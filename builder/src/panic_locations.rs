//! Takes out of wasm what names the places in the source at which the program can panic: file, line and column of each.
//!
//! Nobody is shown these places. The page shows a code, because the message of a panic could hold what a person typed, and wasm
//! has nowhere else to print to. rustc has no stable option that leaves them out.

use std::fs;
use std::ops::Range;
use std::path::Path;

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

use crate::run::Result;

/// The size of `core::panic::Location` in wasm: the address and the length of a file's name, a line and a column.
const SIZE: usize = 16;
/// The longest name of a file that is looked for.
const LONGEST: u32 = 200;

/// Takes the places out of a file.
///
/// # Errors
/// Fails where the file is no wasm, and where no place is found, because rustc then lays them out in another way.
pub fn strip(wasm: &Path) -> Result {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", wasm.display());
    let mut module = Module::from_file(wasm).map_err(|error| failed(&error))?;
    let mut found = 0;
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } = data.kind {
            found += strip_data(&mut data.value, address.cast_unsigned());
        }
    }
    if found == 0 {
        return Err(failed(&"no place of a panic was found; has rustc changed how it lays out core::panic::Location?"));
    }
    fs::write(wasm, module.emit_wasm()).map_err(|error| failed(&error))
}

/// Takes the places out of data that is loaded at an address.
fn strip_data(data: &mut [u8], address: u32) -> usize {
    let first = address.next_multiple_of(4) - address;
    let places: Vec<(usize, Range<usize>)> = (first as usize..data.len().saturating_sub(SIZE - 1))
        .step_by(4)
        .filter_map(|place| Some((place, file_name(data, address, place)?)))
        .collect();
    for (place, name) in &places {
        data[name.clone()].fill(0);
        // An empty name at an address that is not null.
        data[*place..*place + SIZE].fill(0);
        data[*place] = 1;
    }
    places.len()
}

/// Returns where in the data the name of the file stands, if a place of a panic is described here.
fn file_name(data: &[u8], address: u32, place: usize) -> Option<Range<usize>> {
    let word = |index: usize| {
        let bytes = data.get(place + 4 * index..)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*bytes))
    };
    let (start, length, line, column) = (word(0)?.checked_sub(address)? as usize, word(1)?, word(2)?, word(3)?);
    let is_likely = (4..LONGEST).contains(&length) && (1..100_000).contains(&line) && (1..1_000).contains(&column);
    let name = start..start + length as usize;
    let text = data.get(name.clone()).filter(|_| is_likely)?;
    let is_path = text.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/._-+@".contains(byte));
    (is_path && text.ends_with(b".rs")).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: u32 = 1_048_576;

    fn location(name_at: u32, length: u32, line: u32, column: u32) -> Vec<u8> {
        [ADDRESS + name_at, length, line, column].iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn a_place_is_emptied_and_all_other_data_stays() {
        let mut data = b"src/rules.rs keep ".to_vec();
        data.resize(20, b'x');
        data.extend(location(0, 12, 7, 13));
        data.extend(b"behind it");
        let mut wanted = vec![0; 12];
        wanted.extend(b" keep xx");
        wanted.extend([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        wanted.extend(b"behind it");
        assert_eq!(strip_data(&mut data, ADDRESS), 1);
        assert_eq!(data, wanted);
    }

    #[test]
    fn what_only_looks_like_a_place_stays() {
        for (text, length, line, column) in [
            (&b"src/rules.txt"[..], 13, 7, 13),
            (b"src/rules.rs ", 12, 0, 13),
            (b"src/rules.rs ", 12, 7, 0),
            (b"src rules.rs ", 12, 7, 13),
            (b"src/rules.rs ", 4_000, 7, 13),
        ] {
            let mut data = text.to_vec();
            data.resize(16, b' ');
            data.extend(location(0, length, line, column));
            let before = data.clone();
            assert_eq!(strip_data(&mut data, ADDRESS), 0, "{}", String::from_utf8_lossy(text));
            assert_eq!(data, before);
        }
    }
}
