//! The awards of the contract, each with the section it stands in and its own scale of grades.
//!
//! The names are fixed by version 1 of the public contract. What an award is worth to a role is content.

/// The parts of a profile: the four of the contract, and what a professional body has confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// GCSEs and their like (RQF level 2).
    Gcse,
    /// A levels and other level 3 awards.
    Level3,
    /// First degrees, and what people hold in their place.
    Degree,
    /// Degrees taken after a first one, and what people take for one.
    HigherDegree,
    /// What a professional body has confirmed: a registration, an accredited degree.
    Professional,
}

impl Section {
    /// From the lowest level to the highest.
    pub const ALL: [Section; 5] =
        [Section::Gcse, Section::Level3, Section::Degree, Section::HigherDegree, Section::Professional];

    /// The key of the section in a profile.
    pub fn key(self) -> &'static str {
        match self {
            Section::Gcse => "gcse",
            Section::Level3 => "level3",
            Section::Degree => "degree",
            Section::HigherDegree => "higherDegree",
            Section::Professional => "professional",
        }
    }
}

/// An award of the contract, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Award(u8);

/// How many awards the contract names.
pub const AWARD_COUNT: usize = AWARDS.len();

/// How the result of an award is written.
enum Scale {
    /// No result is asked for.
    None,
    /// One of the degree classes.
    Class,
    /// Grades, best first; from `passes` grades on they no longer pass.
    Grades { grades: &'static [&'static str], passes: usize },
    /// Credits at distinction, merit and pass (`30D15M`), or one grade for them all.
    Credits,
    /// Points out of 45, of which 24 pass.
    Points,
    /// Unknown to us: any short text.
    Text,
}

const A_TO_E: Scale = Scale::Grades { grades: &["A", "B", "C", "D", "E", "U"], passes: 5 };
const STAR_TO_E: Scale = Scale::Grades { grades: &["A*", "A", "B", "C", "D", "E", "U"], passes: 6 };
const BTEC_1: Scale = Scale::Grades { grades: &["D*", "D", "M", "P", "U"], passes: 4 };
const BTEC_2: Scale = Scale::Grades { grades: &["D*D*", "D*D", "DD", "DM", "MM", "MP", "PP", "U"], passes: 7 };
// The older 90-credit diploma has two letters, the newer foundation diploma one.
const BTEC_1_OR_2: Scale =
    Scale::Grades { grades: &["D*D*", "D*D", "DD", "DM", "MM", "MP", "PP", "D*", "D", "M", "P", "U"], passes: 11 };
const BTEC_3: Scale = Scale::Grades {
    grades: &["D*D*D*", "D*D*D", "D*DD", "DDD", "DDM", "DMM", "MMM", "MMP", "MPP", "PPP", "U"],
    passes: 10,
};
// Scottish grades A to D carry points; there is no award below.
const SCOTTISH: Scale = Scale::Grades { grades: &["A", "B", "C", "D", "U"], passes: 4 };
// Higher level grades from 3, and Irish grades to H6, carry points.
const IB_HIGHER: Scale = Scale::Grades { grades: &["7", "6", "5", "4", "3", "2", "1"], passes: 5 };
const IRISH: Scale = Scale::Grades { grades: &["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8"], passes: 6 };

// "Passes" here is the page's range, A to C, which numbers write as 9 to 4 and Northern Ireland also as C*.
const GCSE_SCALE: Scale = Scale::Grades {
    grades: &["9", "8", "7", "6", "5", "4", "A*", "A", "B", "C*", "C", "3", "2", "1", "D", "E", "F", "G", "U"],
    passes: 11,
};

const NATIONAL_5: Scale = Scale::Grades { grades: &["A", "B", "C", "D"], passes: 3 };
const O_LEVEL: Scale = Scale::Grades { grades: &["A", "B", "C", "D", "E"], passes: 3 };
// A CSE at grade 1 counted as an O level at C or above.
const CSE: Scale = Scale::Grades { grades: &["1", "2", "3", "4", "5"], passes: 1 };

use Section::{Degree, Gcse, HigherDegree, Level3, Professional};

/// The name of an award that is not known. The contract writes it by leaving the award out.
const UNKNOWN: &str = "";

/// Every award of the contract: its name, its section, its scale. Links have codes of their own for them
/// (`journey/link/codes.rs`).
const AWARDS: [(&str, Section, Scale); 50] = [
    ("a-level", Level3, STAR_TO_E),
    ("as-level", Level3, A_TO_E),
    ("t-level", Level3, BTEC_1),
    ("btec-extended-diploma", Level3, BTEC_3),
    ("btec-diploma", Level3, BTEC_2),
    ("btec-foundation-diploma", Level3, BTEC_1_OR_2),
    ("btec-extended-certificate", Level3, BTEC_1),
    ("access-to-he-diploma", Level3, Scale::Credits),
    ("ib-diploma", Level3, Scale::Points),
    ("ib-higher-level", Level3, IB_HIGHER),
    ("scottish-higher", Level3, SCOTTISH),
    ("scottish-advanced-higher", Level3, SCOTTISH),
    ("irish-leaving-certificate-higher", Level3, IRISH),
    ("epq", Level3, STAR_TO_E),
    ("core-maths", Level3, A_TO_E),
    ("other-level-3", Level3, Scale::Text),
    ("bachelor-honours", Degree, Scale::Class),
    ("integrated-masters", Degree, Scale::Class),
    ("scottish-ma-honours", Degree, Scale::Class),
    ("ordinary-degree", Degree, Scale::Class),
    ("foundation-degree", Degree, Scale::Class),
    ("hnd", Degree, Scale::Class),
    ("medical-degree", Degree, Scale::Class),
    ("overseas-degree", Degree, Scale::Class),
    ("msc", HigherDegree, Scale::None),
    ("ma", HigherDegree, Scale::None),
    ("mres", HigherDegree, Scale::None),
    ("mphil", HigherDegree, Scale::None),
    ("mba", HigherDegree, Scale::None),
    ("engd", HigherDegree, Scale::None),
    ("phd", HigherDegree, Scale::None),
    ("professional-doctorate", HigherDegree, Scale::None),
    ("pgdip", HigherDegree, Scale::None),
    ("pgcert", HigherDegree, Scale::None),
    ("pgce", HigherDegree, Scale::None),
    ("graduate-diploma", HigherDegree, Scale::None),
    ("oxbridge-ma", HigherDegree, Scale::None),
    ("overseas-higher-degree", HigherDegree, Scale::None),
    ("gcse", Gcse, GCSE_SCALE),
    ("gdc-dental-technician", Professional, Scale::None),
    ("hcpc-clinical-scientist", Professional, Scale::None),
    ("ibms-accredited-degree", Professional, Scale::None),
    ("igcse", Gcse, GCSE_SCALE),
    ("national-5", Gcse, NATIONAL_5),
    ("o-level", Gcse, O_LEVEL),
    ("cse", Gcse, CSE),
    (UNKNOWN, Level3, Scale::None),
    (UNKNOWN, Degree, Scale::Class),
    (UNKNOWN, HigherDegree, Scale::None),
    (UNKNOWN, Professional, Scale::None),
];

impl Award {
    /// The award of an entry of the GCSE section that names none.
    pub const GCSE: Award = Award(38);

    /// An award of a section whose kind is not known: the person holds one more qualification there. `None` for GCSEs,
    /// where an entry without an award is a GCSE.
    pub fn unknown(section: Section) -> Option<Award> {
        (0..).map(Award).take(AWARD_COUNT).find(|award| !award.is_known() && award.section() == section)
    }

    /// Whether the kind of the award is known.
    pub fn is_known(self) -> bool {
        !self.id().is_empty()
    }

    /// The award of that name in that section.
    pub fn find(section: Section, id: &str) -> Option<Award> {
        Award::all(section).find(|award| award.id() == id)
    }

    /// The award of that name, in any section. It is for constants: no award has the empty name.
    pub const fn named(id: &str) -> Option<Award> {
        let (mut place, id) = (0, id.as_bytes());
        while place < AWARD_COUNT {
            let known = AWARDS[place].0.as_bytes();
            let mut same = if known.len() == id.len() { 0 } else { usize::MAX };
            while same < id.len() && known[same] == id[same] {
                same += 1;
            }
            if same == id.len() && same > 0 {
                return Some(Award(place as u8));
            }
            place += 1;
        }
        None
    }

    /// The names of the awards of a section.
    pub fn ids(section: Section) -> Vec<&'static str> {
        Award::all(section).map(Award::id).collect()
    }

    /// The names of all the awards that can be named.
    pub fn all_ids() -> Vec<&'static str> {
        Section::ALL.into_iter().filter(|section| *section != Section::Gcse).flat_map(Award::ids).collect()
    }

    /// Every known award of a section, in the contract's order.
    pub fn all(section: Section) -> impl Iterator<Item = Award> {
        let is_of = move |award: &Award| award.section() == section && award.is_known();
        (0..).map(Award).take(AWARD_COUNT).filter(is_of)
    }

    /// The contract's name for it.
    pub fn id(self) -> &'static str {
        self.entry().0
    }

    /// The section of the profile it stands in.
    pub fn section(self) -> Section {
        self.entry().1
    }

    /// The id of the one subject it can be in, where there is only one.
    pub fn only_subject(self) -> Option<&'static str> {
        (self.id() == "core-maths").then_some("mathematics")
    }

    /// The award whose qualifications it holds: the IB Diploma its higher level subjects.
    pub fn holds(self) -> Option<Award> {
        (self.id() == "ib-diploma").then(|| Award::find(Level3, "ib-higher-level")).flatten()
    }

    /// Whether each qualification of the award counts by itself, whatever its subject is: an EPQ is a project of its own, and
    /// the IB Diploma has no subject.
    pub fn counts_by_itself(self) -> bool {
        ["epq", "ib-diploma"].contains(&self.id())
    }

    /// Its place, for tables with one entry an award.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Its grades, best first; empty where it has no list of them.
    pub fn grades(self) -> &'static [&'static str] {
        match &self.entry().2 {
            Scale::Grades { grades, .. } => grades,
            Scale::Credits => &["D", "M", "P", "U"],
            _ => &[],
        }
    }

    /// Returns the lowest grade that passes; `None` where the award has no list of grades.
    pub fn lowest_pass(self) -> Option<&'static str> {
        self.grades().iter().rev().copied().find(|text| self.grade(text).is_some_and(|grade| grade.passes))
    }

    /// Reads a grade on the award's own scale; `None` where it is not on it.
    pub fn grade(self, text: &str) -> Option<Grade> {
        let passes = match &self.entry().2 {
            Scale::Grades { grades, passes } => grades.iter().position(|grade| *grade == text)? < *passes,
            Scale::Credits => credits_pass(text)?,
            Scale::Points => text.parse::<u8>().ok().filter(|points| *points <= 45)? >= 24,
            Scale::Text if (1..=20).contains(&text.chars().count()) => text != "U",
            Scale::Text | Scale::None | Scale::Class => return None,
        };
        Some(Grade { text: text.into(), passes, halves: if passes { 2 } else { 0 } })
    }

    /// Reads the two grades of a subject that is worth two GCSEs: `5-4`, `54`, `AA`; or one grade, which stands for both.
    /// `None` where a half is not on the award's scale, or where one half is a number and the other a letter.
    pub fn double_grade(self, text: &str) -> Option<Grade> {
        if let Some(both) = self.grade(text) {
            return Some(both);
        }
        let grades = self.grades().iter();
        let halves = grades.filter_map(|first| {
            let rest = text.strip_prefix(first)?;
            let second = self.grade(rest.strip_prefix(['-', '\u{2013}', '/', ' ']).unwrap_or(rest))?;
            let is_number = |grade: &str| grade.starts_with(|letter: char| letter.is_ascii_digit());
            let same_scale = is_number(first) == is_number(&second.text) || *first == "U" || &*second.text == "U";
            same_scale.then(|| u8::from(self.grade(first).is_some_and(|one| one.passes)) + u8::from(second.passes))
        });
        // "A*A" begins with "A" too, but what is left is then no grade.
        let halves = halves.max()?;
        Some(Grade { text: text.into(), passes: halves > 0, halves })
    }

    fn entry(self) -> &'static (&'static str, Section, Scale) {
        &AWARDS[self.index()]
    }
}

/// `D`, `M`, `P` or `U`, or credits at each (`30D15M`).
fn credits_pass(text: &str) -> Option<bool> {
    if text == "U" {
        return Some(false);
    }
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 2 {
            return None;
        }
        rest = rest.get(digits..)?.strip_prefix(['D', 'M', 'P'])?;
    }
    (!text.is_empty() && text.len() <= 12).then_some(true)
}

/// A grade as it is written, and whether it passes (for a GCSE: whether it is in the range A to C).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// As written on the certificate.
    pub text: Box<str>,
    /// Whether it passes. Of a pair of grades, whether one of the two is in the range.
    pub passes: bool,
    /// How many of the two halves pass, in a subject that is worth two GCSEs.
    pub halves: u8,
}

/// The class of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// First-class honours.
    First,
    /// Upper second.
    UpperSecond,
    /// Lower second.
    LowerSecond,
    /// A second that is not divided into upper and lower.
    UndividedSecond,
    /// Third-class honours.
    Third,
    /// A pass without honours.
    Pass,
    /// Not classified.
    Unclassified,
}

impl Class {
    /// In the contract's order.
    pub const ALL: [Class; 7] = [
        Class::First,
        Class::UpperSecond,
        Class::LowerSecond,
        Class::UndividedSecond,
        Class::Third,
        Class::Pass,
        Class::Unclassified,
    ];

    /// The contract's name for it.
    pub fn id(self) -> &'static str {
        match self {
            Class::First => "first",
            Class::UpperSecond => "2:1",
            Class::LowerSecond => "2:2",
            Class::UndividedSecond => "undivided-second",
            Class::Third => "third",
            Class::Pass => "pass",
            Class::Unclassified => "unclassified",
        }
    }

    /// The class of that name.
    pub fn find(id: &str) -> Option<Class> {
        Class::ALL.into_iter().find(|class| class.id() == id)
    }
}
