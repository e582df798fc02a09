//! One sort for all: the library's is compiled anew for each type it is used on ("Kept for size" in docs/performance.md).

/// The places from 0 to `count`, ordered by a key; equals keep their order. Meant for a few dozen.
pub fn places_by(count: usize, key: &dyn Fn(usize) -> u32) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(count);
    for place in 0..count {
        let before = places.iter().take_while(|other| key(**other) <= key(place)).count();
        places.insert(before, place);
    }
    places
}
