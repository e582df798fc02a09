//! The name that was meant, where one was nearly given.

/// The most characters of a name or a value that a message repeats: it never carries a person's data far.
const ECHO: usize = 40;

/// The start of what was given, on one line.
pub fn echo(given: &str) -> String {
    given.chars().take(ECHO).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// `; did you mean "first"?`, where something known is at most two letters away.
pub fn did_you_mean(given: &str, known: &[&str]) -> String {
    let near = known.iter().map(|known| (distance(given, known), known)).min();
    near.filter(|(distance, _)| *distance <= 2)
        .map_or_else(String::new, |(_, known)| format!("; did you mean \"{known}\"?"))
}

/// The number of letters to add, drop or change to get from one word to the other (Levenshtein). Long texts are far.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(80).collect();
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (i, b) in b.chars().take(80).enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, a) in a.iter().enumerate() {
            let change = corner + usize::from(*a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[a.len()]
}
