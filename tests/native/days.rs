//! Days, as the calendar has them and as rules are reviewed by them.

use entry_checker::catalogue::Catalogue;
use entry_checker::journey::Day;

use crate::saved::day;

#[test]
fn days_are_those_of_the_calendar() {
    for (text, other, days) in [
        ("1970-01-02", "1970-01-01", 1),
        ("2026-03-01", "2026-02-28", 1),
        ("2028-03-01", "2028-02-28", 2),
        ("2100-03-01", "2100-02-28", 1),
        ("2000-03-01", "2000-02-28", 2),
        ("2027-01-01", "2026-12-31", 1),
    ] {
        assert_eq!(day(text).since(day(other)), days, "{text}");
    }
    let mut count = 0;
    for year in 1..=9_999 {
        for month in 1..=12 {
            for number in 27..=31 {
                let text = format!("{year:04}-{month:02}-{number:02}");
                if let Some(day) = Day::read(&text) {
                    assert_eq!(day.text(), text);
                    count += 1;
                }
            }
        }
    }
    // Of each 400 years 97 are leap years; those of one month after another are 28, 29, 30 or 31.
    assert_eq!(count, (0..9_999).map(|year: i32| 12 * 2 + 11 * 2 + 7 + leap(year + 1)).sum::<i32>());
    for none in [
        "",
        "2026",
        "2026-11",
        "2026-02-30",
        "2026-13-01",
        "2026-00-10",
        "2026-11-00",
        "+010000-01-01",
        "-1-1-1",
        "2026-1-1",
        " 2026-11-25",
        "2026-11-25T00:00",
        "65536-01-01",
        "NaN-NaN-NaN",
    ] {
        assert_eq!(Day::read(none), None, "{none}");
    }
}

fn leap(year: i32) -> i32 {
    i32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
}

/// After the day by which the rules were to be checked again, and by no clock before.
#[test]
fn rules_may_have_changed_after_their_review() {
    for (today, month, first) in [
        ("2026-11-25", false, false),
        ("2027-11-22", false, false),
        ("2027-11-24", false, true),
        ("2027-12-01", true, true),
        ("1970-01-01", false, false),
        ("9999-12-31", true, true),
        ("2028-02-29", true, true),
    ] {
        assert_eq!(day(today).is_after("2027-11"), month, "{today}");
        assert_eq!(day(today).is_after("2027-11-23"), first, "{today}");
    }
    for pack in &Catalogue::built_in().roles {
        let review = pack.page.review.expect("each role has one");
        assert!(review > &pack.page.checked[..review.len().min(pack.page.checked.len())], "{}", pack.name);
    }
}
