//! Which results are a pass, award by award.

use serde_json::Value;

/// Results to answer an open one with: one that passes, one that does not. Degrees have every class.
pub fn results(section: &str, award: &str) -> &'static [&'static str] {
    match (section, award) {
        ("gcse", "cse") => &["1", "2"],
        ("gcse", "national-5" | "o-level") => &["C", "D"],
        ("gcse", _) => &["4", "3"],
        ("degree", _) => &["first", "2:1", "2:2", "undivided-second", "third", "pass", "unclassified"],
        ("level3", "ib-diploma") => &["24", "23"],
        ("level3", "ib-higher-level") => &["3", "2"],
        ("level3", "irish-leaving-certificate-higher") => &["H6", "H8"],
        ("level3", "btec-extended-diploma") => &["PPP", "U"],
        ("level3", "btec-diploma") => &["PP", "U"],
        ("level3", "t-level" | "access-to-he-diploma" | "other-level-3") => &["P", "U"],
        ("level3", award) if award.starts_with("btec") => &["P", "U"],
        ("level3", "scottish-higher" | "scottish-advanced-higher") => &["D", "U"],
        ("level3", _) => &["E", "U"],
        _ => &[],
    }
}

/// How many of the two halves of a GCSE grade are in the range: one grade stands for both.
pub fn halves(entry: &Value) -> u64 {
    let grade = entry["grade"].as_str().expect("every open result has been answered");
    let good = match entry["award"].as_str() {
        Some("cse") => &["1"][..],
        Some("national-5" | "o-level") => &["A", "B", "C"],
        _ => &["9", "8", "7", "6", "5", "4", "A*", "A", "B", "C", "C*"],
    };
    if good.contains(&grade) {
        return 2;
    }
    // A pair: two grades with or without something between them.
    let marks: Vec<String> = grade.chars().filter(|one| one.is_alphanumeric()).map(String::from).collect();
    let pair = marks.len() == 2 && entry["subject"].is_string();
    if pair { marks.iter().filter(|one| good.contains(&one.as_str())).count() as u64 } else { 0 }
}

/// Whether a level 3 award or a GCSE with that grade is passed; for a GCSE, at grade 4 or C or above.
pub fn passes(section: &str, entry: &Value) -> bool {
    let grade = entry["grade"].as_str().expect("every open result has been answered");
    match (section, entry["award"].as_str()) {
        ("gcse", _) => halves(entry) > 0,
        // The diploma is given for 24 points of 45; at Higher Level 2 and 1 have no points.
        (_, Some("ib-diploma")) => grade.parse::<u32>().is_ok_and(|points| points >= 24),
        (_, Some("ib-higher-level")) => grade.parse::<u32>().is_ok_and(|points| points >= 3),
        (_, Some("irish-leaving-certificate-higher")) => ["H1", "H2", "H3", "H4", "H5", "H6"].contains(&grade),
        _ => grade != "U",
    }
}
