//! One sort for all: a sort is compiled anew for each type it is used on, about 4 kB of wasm a time.

/// The places from 0 to `count`, ordered by a key; equals keep their order.
pub fn places_by(count: usize, key: &dyn Fn(usize) -> u32) -> Vec<usize> {
    let mut keyed: Vec<(u32, usize)> = (0..count).map(|place| (key(place), place)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, place)| place).collect()
}
