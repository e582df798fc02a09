//! Grades, each on the scale of its award.

use entry_checker::rules::{Award, Section};

/// Whether each passes; nothing for what is not on the scale.
fn passes(award: &str, grades: &[&str]) -> Vec<Option<bool>> {
    let award = Award::find(Section::Level3, award).expect("an award");
    grades.iter().map(|text| award.grade(text).map(|grade| grade.passes)).collect()
}

#[test]
fn credits_of_an_access_course() {
    let good = ["D", "M", "P", "45D", "30D15M", "9P", "15D15M15P", "15D15M15P9PP"];
    assert_eq!(passes("access-to-he-diploma", &good), [Some(true); 8]);
    assert_eq!(passes("access-to-he-diploma", &["U"]), [Some(false)]);
    let none = ["", "45", "D30", "300D", "30X", "30d", "U30", "30DU", "15D15M15P9P9P", "3 0D"];
    assert_eq!(passes("access-to-he-diploma", &none), [None; 10]);
}

#[test]
fn points_of_a_whole_diploma() {
    assert_eq!(
        passes("ib-diploma", &["0", "23", "24", "45", "46", "-1", "x", ""]),
        [Some(false), Some(false), Some(true), Some(true), None, None, None, None]
    );
}

#[test]
fn a_grade_in_words_of_its_own() {
    let other = ["pass", "U", "é", "abcdefghijklmnopqrst", "", "abcdefghijklmnopqrstu"];
    assert_eq!(passes("other-level-3", &other), [Some(true), Some(false), Some(true), Some(true), None, None]);
}
