//! A day of the calendar. There is no clock here: whoever asks says which day it is.

/// A day, counted from the first of January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

/// The days of 400 years, after which the calendar begins again.
const ERA: i32 = 146_097;
/// From the first of March of the year 0, where an era begins, to the first of January 1970.
const EPOCH: i32 = 719_468;

impl Day {
    /// The day that is written so: `2026-11-25`. Nothing where there is no such day.
    pub fn read(text: &str) -> Option<Day> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
        let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + i32::from(*digit) - 48);
        let (year, month, day) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]));
        // Years begin in March, so that the day of a leap year is the last.
        let (of_era, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let (era, of_era) = (of_era.div_euclid(400), of_era.rem_euclid(400));
        let of_year = (153 * month + 2) / 5 + day - 1;
        let read = Day(era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH);
        // The thirtieth of February would be written as another day.
        (read.text() == text).then_some(read)
    }

    /// As it is written: `2026-11-25`.
    pub fn text(self) -> String {
        let days = self.0 + EPOCH;
        let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        let mut text = String::new();
        digits(&mut text, year + era * 400, 1_000);
        text.push('-');
        digits(&mut text, month, 10);
        text.push('-');
        digits(&mut text, day, 10);
        text
    }

    /// How many days later this one is than another.
    pub fn since(self, other: Day) -> i32 {
        self.0 - other.0
    }

    /// Whether it comes after a date that may name a month alone (`2026-11`): then after the last day of that month.
    pub fn is_after(self, date: &str) -> bool {
        let text = self.text();
        text.get(..date.len()).is_some_and(|same_part| same_part > date)
    }
}

/// A number with its zeros before it: a third of what a format for it weighs in the page's wasm.
fn digits(text: &mut String, number: i32, mut place: i32) {
    while place > 0 {
        text.push(char::from(b'0' + (number / place).rem_euclid(10) as u8));
        place /= 10;
    }
}
