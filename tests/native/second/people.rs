//! People at random: profiles in the contract's JSON, with every award, result and way to say a subject.

use serde_json::{Map, Value, json};

use super::role::SECTIONS;

/// Numbers at random from a fixed seed (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as usize) % most
    }

    pub fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// True one time in so many.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

const GCSE: [&str; 17] = [
    "Combined Science",
    "PHYSICS",
    "Maths\u{200b}",
    "combined-science",
    "english-language",
    "mathematics",
    "mathematics-numeracy",
    "combined-science",
    "biology",
    "physics",
    "history",
    "french",
    "other",
    "Maths",
    "100425",
    "double-award-science",
    "Double science",
];
const LEVEL_3: [&str; 19] = [
    "A level Physics",
    " biology",
    "History",
    "biology",
    "human-biology",
    "chemistry",
    "physics",
    "applied-science",
    "healthcare-science",
    "psychology",
    "mathematics",
    "history",
    "art-and-design",
    "other",
    "Physics",
    "basket weaving",
    "100425",
    "medical-physics",
    "criminology",
];
const DEGREE: [&str; 36] = [
    "BSc(Hons)Physics",
    "B.Sc. (Hons.) Physics",
    "BSc (Honours) Mechanical Engineering",
    "Physics (Honours)",
    "MPhys",
    "LLB",
    "BSc (Hons) Physics",
    "MEng Mechanical Engineering",
    "Mech\u{a0}Eng",
    "Law (Hons)",
    "Physics & something",
    "\u{ff30}hysics",
    "physics",
    "100425",
    "mechanical-engineering",
    "100190",
    "applied-mathematics",
    "chemistry",
    "mathematics",
    "microbiology",
    "biomedical-sciences",
    "100265",
    "physiology",
    "biology",
    "human-biology",
    "natural-sciences",
    "psychology",
    "dental-technology",
    "100128",
    "history",
    "law",
    "other",
    "Physics",
    "phys",
    "quality-management",
    "sport-and-exercise-sciences",
];
pub const DEGREES: [&str; 8] = [
    "bachelor-honours",
    "integrated-masters",
    "scottish-ma-honours",
    "ordinary-degree",
    "foundation-degree",
    "hnd",
    "medical-degree",
    "overseas-degree",
];
const CLASSES: [&str; 14] = [
    "first",
    "2:1",
    "2:2",
    "undivided-second",
    "third",
    "pass",
    "unclassified",
    "Upper second",
    "2.1",
    "2:1 (Hons)",
    "II.i",
    "First class honours",
    "Lower second-class honours (2:2)",
    "2:1 (predicted)",
];
pub const HIGHER: [&str; 14] = [
    "msc",
    "ma",
    "mres",
    "mphil",
    "mba",
    "engd",
    "phd",
    "professional-doctorate",
    "pgdip",
    "pgcert",
    "pgce",
    "graduate-diploma",
    "oxbridge-ma",
    "overseas-higher-degree",
];
const CONFIRMED: [&str; 3] = ["gdc-dental-technician", "hcpc-clinical-scientist", "ibms-accredited-degree"];
const GRADES: [&str; 20] =
    ["9", "8", "7", "6", "5", "4", "3", "2", "1", "A*", "A", "B", "C", "C*", "D", "E", "F", "G", "U", "4"];
/// What stands beside GCSEs, with its scale.
const OTHER_AWARDS: [(&str, &[&str]); 4] = [
    ("igcse", &GRADES),
    ("national-5", &["A", "B", "C", "D"]),
    ("o-level", &["A", "B", "C", "D", "E"]),
    ("cse", &["1", "2", "3", "4", "5"]),
];
const PAIRS: [&str; 8] = ["5-5", "5-4", "4-3", "33", "AA", "CD", "C*C", "DE"];
/// Each level 3 award with its scale.
const LEVEL_3_AWARDS: [(&str, &[&str]); 16] = [
    ("a-level", &["A*", "A", "B", "C", "D", "E", "U"]),
    ("as-level", &["A", "B", "C", "D", "E", "U"]),
    ("t-level", &["D*", "D", "M", "P", "U"]),
    ("btec-extended-diploma", &["D*D*D*", "DDM", "MMM", "PPP", "U"]),
    ("btec-diploma", &["D*D*", "DM", "PP", "U"]),
    ("btec-foundation-diploma", &["D*", "D", "M", "P", "U"]),
    ("btec-extended-certificate", &["D*", "D", "M", "P", "U"]),
    ("access-to-he-diploma", &["D", "M", "P", "U"]),
    ("ib-diploma", &["45", "30", "24", "23", "0"]),
    ("ib-higher-level", &["7", "6", "5", "4", "3", "2", "1"]),
    ("scottish-higher", &["A", "B", "C", "D", "U"]),
    ("scottish-advanced-higher", &["A", "B", "C", "D", "U"]),
    ("irish-leaving-certificate-higher", &["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8"]),
    ("epq", &["A*", "A", "B", "C", "D", "E", "U"]),
    ("core-maths", &["A", "B", "C", "D", "E", "U"]),
    ("other-level-3", &["P", "Merit", "U"]),
];

/// A profile: of each section nothing is said, one time in five; and of an entry a part is left open now and then.
pub fn anybody(dice: &mut Dice) -> Value {
    let mut profile = Map::new();
    for (section, most) in SECTIONS.into_iter().zip([6, 5, 4, 3, 3]) {
        if !dice.once_in(5) {
            let number = dice.below(most);
            let mut open = 0;
            let entries: Vec<Value> = (0..number).map(|_| entry(section, dice, &mut open)).collect();
            profile.insert(section.to_string(), json!(entries));
        }
    }
    Value::Object(profile)
}

/// One qualification. At most three parts of a section are left open, so that all answers can be tried.
fn entry(section: &str, dice: &mut Dice, open: &mut usize) -> Value {
    let mut entry = Map::new();
    let mut put = |entry: &mut Map<String, Value>, dice: &mut Dice, key: &str, value: &str| {
        if *open < 3 && dice.once_in(if key == "award" { 20 } else { 6 }) {
            *open += 1;
        } else {
            entry.insert(key.to_string(), json!(value));
        }
    };
    match section {
        "gcse" => {
            let mut grades: &[&str] = &GRADES;
            if dice.once_in(3) {
                let (award, scale) = OTHER_AWARDS[dice.below(OTHER_AWARDS.len())];
                grades = scale;
                entry.insert("award".into(), json!(award));
            }
            let subject = dice.one(&GCSE);
            let is_double = ["combined-science", "Combined Science", "double-award-science", "Double science"]
                .contains(&subject)
                && grades.len() == GRADES.len();
            let grade = if is_double && dice.once_in(2) { dice.one(&PAIRS) } else { dice.one(grades) };
            if is_double {
                entry.insert("subject".into(), json!(subject));
            } else {
                put(&mut entry, dice, "subject", subject);
            }
            put(&mut entry, dice, "grade", grade);
            if dice.once_in(4) {
                entry.insert("count".into(), json!(1 + dice.below(6)));
            }
        }
        "level3" => {
            // Half of all are A levels, as among people.
            let place = if dice.once_in(2) { 0 } else { dice.below(LEVEL_3_AWARDS.len()) };
            let (award, grades) = LEVEL_3_AWARDS[place];
            let (subject, grade) = (dice.one(&LEVEL_3), dice.one(grades));
            put(&mut entry, dice, "award", award);
            put(&mut entry, dice, "subject", subject);
            // Without an award there is no scale to read a grade on.
            if entry.contains_key("award") {
                put(&mut entry, dice, "grade", grade);
            }
        }
        "degree" => {
            let (award, subject, class) = (dice.one(&DEGREES), dice.one(&DEGREE), dice.one(&CLASSES));
            put(&mut entry, dice, "award", award);
            put(&mut entry, dice, "subject", subject);
            put(&mut entry, dice, "class", class);
        }
        "higherDegree" => {
            let (award, subject) = (dice.one(&HIGHER), dice.one(&DEGREE));
            put(&mut entry, dice, "award", award);
            put(&mut entry, dice, "subject", subject);
        }
        _ => {
            entry.insert("award".into(), json!(dice.one(&CONFIRMED)));
        }
    }
    match dice.below(6) {
        0 | 1 => drop(entry.insert("status".into(), json!("predicted"))),
        2 => drop(entry.insert("status".into(), json!("awarded"))),
        _ => {}
    }
    Value::Object(entry)
}
