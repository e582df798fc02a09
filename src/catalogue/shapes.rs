//! The pack format: what an editor may write, and where.
//!
//! The decoder checks packs against these shapes, and `roles/schema.json` is written from them.

use crate::json::shape::{About, Field, Object, Shape, may, need};
use crate::rules::{Award, Basis, Class, Outcome, Section, Standing, Status};

/// A word or a short name.
const NAME: Shape = Shape::Text(200);
/// A sentence or a few.
const WORDS: Shape = Shape::Text(2_000);
const NOTE: Field = may("note", WORDS, "For other editors. It is not carried into the checker.");

const MANY: usize = 500;
/// A list that may be empty.
const fn list(of: &'static Shape) -> Shape {
    Shape::List(of, 0, MANY)
}
/// A list of at least one.
const fn some(of: &'static Shape) -> Shape {
    Shape::List(of, 1, MANY)
}

/// A role: one file under `roles/`, or a pack that a host hands over.
pub const ROLE: Object = Object {
    name: "role",
    about: About::new("A role and the routes into it."),
    fields: &[
        may("$schema", NAME, "Where this schema is, so that your editor completes and underlines."),
        NOTE,
        need("id", NAME, "Its id in the contract, in lower case with hyphens. It never changes."),
        need("name", NAME, "Its name as people read it."),
        need("division", Shape::IdOr(&DIVISION), "The id of its division, or the division itself."),
        need("rulesVersion", NAME, "The version of its rules, by calendar: 2026.11."),
        need("page", Shape::Object(&PAGE), "The page that is the source of its rules."),
        may("accepted", Shape::Object(&ACCEPTED), "The degrees most often accepted, where its page names them itself."),
        need(
            "routes",
            some(&Shape::Object(&ROUTE)),
            "Its entry points. Of two with the same outcome the first comes first.",
        ),
        may("skills", some(&Shape::Object(&SKILLS)), "The skills that its page asks for, one entry a bullet."),
        may(
            "conditionalSkills",
            Shape::Object(&SKILLS),
            "Skills that only some jobs ask for; the group says which jobs.",
        ),
        may("duties", some(&Shape::Object(&CLAIM)), "What the page tells a person to be sure of."),
        may("valuesAsked", Shape::Object(&QUOTED), "When its page says that a person will be asked about the values."),
        may("opening", WORDS, "The sentence that its page opens with, as it stands there."),
        may("specification", Shape::Object(&QUOTED), "Where its page says that the full requirements stand."),
        may("links", some(&Shape::Object(&LINK)), "The page's own links, as they stand there."),
    ],
};

const PAGE: Object = Object {
    name: "page",
    about: About::new("A page."),
    fields: &[
        need("title", NAME, "Its title."),
        need("url", Shape::Https, "Its address."),
        need("checked", Shape::Date, "When its words were last compared with this file."),
        may(
            "review",
            Shape::Date,
            "By when they are to be compared again. After that the page says that they may have changed.",
        ),
    ],
};

const ACCEPTED: Object = Object {
    name: "accepted",
    about: About::new("The degrees that are most often accepted, and who says so."),
    fields: &[
        need("text", NAME, "For a sentence: physics, engineering or applied maths."),
        may("quote", WORDS, "The words, as they stand there."),
        need("url", Shape::Address, "Where they stand."),
        need("checked", Shape::Date, "When that was last checked."),
        need("basis", BASIS, "Whose words they are."),
    ],
};

const ROUTE: Object = Object {
    name: "route",
    about: About::new("An entry point: a programme, with this page's words for each of its clauses."),
    fields: &[
        need("programme", Shape::IdOr(&PROGRAMME), "The id of a shared programme, or a programme of this role's own."),
        need(
            "clauses",
            Shape::Map("clause", None, &Shape::Object(&CLAUSE)),
            "The words that each requirement rests on, by its id; or one of its tests: degree.award, degree.result, degree.subject.",
        ),
        may("without", some(&NAME), "The ids of requirements of the programme that this page does not ask for."),
        may(
            "changes",
            Shape::Map("requirement", None, &Shape::Object(&CHANGE)),
            "Requirements of the programme that this page words otherwise, by their id: what stands here takes the place of the programme's.",
        ),
        may(
            "also",
            some(&Shape::Object(&REQUIREMENT)),
            "Requirements beside those of the programme, in every pathway.",
        ),
        may("cautions", some(&Shape::Object(&CAUTION)), "Further texts for this role alone."),
        may("instead", some(&Shape::Object(&LINK)), "Other ways in, for this role alone."),
    ],
};

const CLAUSE: Object = Object {
    name: "clause",
    about: About::new("The words that a requirement rests on."),
    fields: &[
        need("quote", WORDS, "The words, as they stand there."),
        may("reading", WORDS, "How loose words are read, in plain words. The answer then says that it is a reading."),
        may("url", Shape::Https, "Where they stand, if not on the role's page."),
        may("checked", Shape::Date, "When that was last checked, if not with the role's page."),
        may("basis", BASIS, "Whose words they are, if not the role's page's."),
    ],
};

/// A programme: one file under `roles/programmes/`, or within a role.
pub const PROGRAMME: Object = Object {
    name: "programme",
    about: About::new("A way into a job, which roles share: open where one of its pathways is."),
    fields: &[
        may("$schema", NAME, "Where this schema is."),
        NOTE,
        need("id", NAME, "Its id."),
        may("route", NAME, "The id of its routes in the contract, where that is not its own."),
        need("name", NAME, "Its name as people read it."),
        need("job", NAME, "The job at the end of it."),
        need("about", WORDS, "What it is, in a sentence."),
        may(
            "decider",
            NAME,
            "Who decides where the words leave it open, as it stands in a sentence: the university's course team.",
        ),
        need("pathways", some(&Shape::Object(&PATHWAY)), "The ways to satisfy it; one is enough."),
        may("next", list(&Shape::Object(&LINK)), "What to do next."),
        may("instead", list(&Shape::Object(&LINK)), "Other ways in."),
        may("figures", list(&Shape::Object(&LINK)), "Figures with a source."),
        may(
            "cautions",
            list(&Shape::Object(&CAUTION)),
            "Further texts that people need to know of. They never change an outcome.",
        ),
    ],
};

const PATHWAY: Object = Object {
    name: "pathway",
    about: About::new("One way to satisfy a route: all its requirements."),
    fields: &[
        need("id", NAME, "Its id in the contract."),
        need("name", NAME, "Its name as people read it."),
        need("requirements", some(&Shape::Object(&REQUIREMENT)), "What it asks for; all of it."),
    ],
};

const NEEDS: Field = may("needs", Shape::Whole(1, 20), "How many qualifications; 1 where it is left out.");
const JUDGED_FROM: Field =
    may("judgedFrom", Shape::Whole(1, 20), "How many are enough for a person to judge, where that is fewer.");
const HOLDS: Field = may(
    "holds",
    some(&Shape::Object(&POOL)),
    "Qualifications that pass the tests of one of these. The first is the usual one.",
);
const SIZE: Field = may("size", Shape::Object(&SIZE_RULE), "Level 3 awards that add up to a size.");
const RANGE: Field = may(
    "range",
    Shape::Object(&RANGE_RULE),
    "A range of GCSEs at grade 4 or C or above: none is not met, all of this is met, between them a person judges.",
);
const JUDGED: Field = may(
    "judged",
    WORDS,
    "Something that no qualification shows, as a sentence to the person. A person always decides.",
);

const REQUIREMENT: Object = Object {
    name: "requirement",
    about: About::new("What a pathway asks for. Give exactly one of holds, size, range and judged."),
    fields: &[
        need("id", NAME, "Its id in the contract."),
        need("name", NAME, "Its name as people read it."),
        NEEDS,
        JUDGED_FROM,
        HOLDS,
        SIZE,
        RANGE,
        JUDGED,
    ],
};

const CHANGE: Object = Object {
    name: "change",
    about: About::new("What a role's page asks for in place of what its programme does."),
    fields: &[may("name", NAME, "Its name as people read it."), NEEDS, JUDGED_FROM, HOLDS, SIZE, RANGE, JUDGED],
};

const POOL: Object = Object {
    name: "pool",
    about: About::new("Qualifications of one section, and the tests they are put to."),
    fields: &[
        need("section", Shape::Name("section", sections), "The section of the profile that they stand in."),
        need(
            "awards",
            Shape::Map("award", Some(Award::all_ids), &OUTCOME),
            "What each award counts as. An award that is not named does not count.",
        ),
        may("passed", Shape::Flag, "Whether the result has to be a pass."),
        may(
            "class",
            Shape::Map("class", Some(classes), &OUTCOME),
            "What each class counts as. A class that is not named is not met.",
        ),
        may(
            "classJudged",
            list(&Shape::Name("award", degrees)),
            "Awards whose class does not translate: a judgement, whatever it is.",
        ),
        may(
            "subject",
            Shape::Map("standing", Some(standings), &OUTCOME),
            "What each standing of the subject counts as. A standing that is not named is not met; a subject that is not listed is a judgement.",
        ),
        may(
            "subjectsApart",
            Shape::Map("subject", None, &OUTCOME),
            "Subjects that count as something else than their standing says, by their id.",
        ),
    ],
};

const SIZE_RULE: Object = Object {
    name: "size",
    about: About::new("Level 3 awards that add up: enough is met, some is a judgement, none is not met."),
    fields: &[
        need("aLevels", Shape::Tenths, "The size asked for, in A levels."),
        need("worth", Shape::Map("award", Some(level_3), &Shape::Tenths), "The size of each award, in A levels."),
        need(
            "unknown",
            list(&Shape::Name("award", level_3)),
            "Awards of which a person has to say how large they are.",
        ),
    ],
};

const RANGE_RULE: Object = Object {
    name: "range",
    about: About::new("A range of GCSEs."),
    fields: &[
        need("number", Shape::Whole(1, 20), "How many in all."),
        need(
            "including",
            list(&NAME),
            "The groups of subjects that have to be among them, by their ids in roles/subjects/gcse.json.",
        ),
    ],
};

const CAUTION: Object = Object {
    name: "caution",
    about: About::new("A further text that a person needs to know of."),
    fields: &[
        need("text", WORDS, "In plain words."),
        may("when", Shape::Object(&WHEN), "Whom it concerns; everybody where it is left out."),
        need("url", Shape::Https, "Where it stands."),
        need("checked", Shape::Date, "When that was last checked."),
        may("basis", BASIS, "Whose words they are; guidance where it is left out."),
    ],
};

const WHEN: Object = Object {
    name: "when",
    about: About::new("A person with one qualification that fits every part given, in a role of one of the divisions."),
    fields: &[
        may("awards", some(&Shape::Name("award", Award::all_ids)), "One of these awards."),
        may("subjects", some(&NAME), "One of these subjects, by their ids."),
        may("classes", some(&Shape::Name("class", classes)), "One of these classes."),
        may("status", Shape::Name("status", statuses), "Of this status."),
        may("divisions", some(&NAME), "Only in roles of these divisions, by their ids."),
    ],
};

const LINK: Object = Object {
    name: "link",
    about: About::new("A sentence or a title with an address."),
    fields: &[
        need("text", WORDS, "Plain words."),
        need("url", Shape::Address, "Where it leads."),
        may("note", WORDS, "What is odd about the address."),
        may("now", Shape::Https, "The address that takes its place now, where it is an old one."),
        may("checked", Shape::Date, "When it was last checked."),
    ],
};

const SKILLS: Object = Object {
    name: "skills",
    about: About::new("The claims in one bullet of the page."),
    fields: &[
        need("group", NAME, "A short name for the bullet."),
        need("quote", WORDS, "The bullet, as it stands there."),
        need("claims", some(&Shape::Object(&CLAIM)), "What it claims, one thing at a time."),
    ],
};

const CLAIM: Object = Object {
    name: "claim",
    about: About::new("One thing that people can say of themselves."),
    fields: &[
        need("id", NAME, "K1, K2... for skills, D1, D2... for duties."),
        need("text", WORDS, "In the first person."),
        may("quote", WORDS, "The page's words, where they are not those of the group."),
    ],
};

const QUOTED: Object = Object {
    name: "quoted",
    about: About::new("Our words and the page's."),
    fields: &[
        need("text", WORDS, "Plain words."),
        need("quote", WORDS, "The words, as they stand there."),
        may("link", Shape::Https, "The address of what they point to."),
    ],
};

/// A division: one file under `roles/divisions/`, or within a role.
pub const DIVISION: Object = Object {
    name: "division",
    about: About::new("A division, and what each degree subject is to it."),
    fields: &[
        may("$schema", NAME, "Where this schema is."),
        NOTE,
        need("id", NAME, "Its id."),
        need("name", NAME, "Its name as people read it."),
        need("accepted", Shape::Object(&ACCEPTED), "The degrees most often accepted."),
        need(
            "subjects",
            Shape::Map("standing", Some(of_degrees), &list(&NAME)),
            "The subjects of each standing, by their ids in roles/subjects/degree.json.",
        ),
    ],
};

/// A table of subjects under `roles/subjects/`.
pub const SUBJECTS: Object = Object {
    name: "subjects",
    about: About::new("A table of subjects."),
    fields: &[
        may("$schema", NAME, "Where this schema is."),
        NOTE,
        may("subjects", Shape::List(&Shape::Object(&SUBJECT), 1, 2_000), "The subjects."),
        may("groups", some(&Shape::Object(&GROUP)), "Groups of GCSE subjects."),
        may("worthTwo", some(&NAME), "GCSE subjects that are worth two GCSEs."),
        may("awardsBefore", some(&NAME), "Awards that people write before a subject."),
        may("classes", Shape::Map("class", Some(classes), &some(&NAME)), "How people write each degree class."),
    ],
};

const SUBJECT: Object = Object {
    name: "subject",
    about: About::new("A subject. Give hecos (a degree subject) or science (a level 3 subject)."),
    fields: &[
        need("id", NAME, "Its name in lower case with hyphens; for a degree subject the HECoS name."),
        may("name", NAME, "What a person reads, where the id with spaces will not do."),
        may("hecos", Shape::Text(6), "Its six-digit HECoS code."),
        may("science", Shape::Name("standing", of_level_3), "How surely it is a science."),
        may("aka", list(&NAME), "What people type instead."),
    ],
};

const GROUP: Object = Object {
    name: "group",
    about: About::new("GCSE subjects that count as one."),
    fields: &[need("id", NAME, "Its id."), need("subjects", some(&NAME), "The subjects in it.")],
};

/// What all roles share: `roles/shared/common.json`.
pub const COMMON: Object = Object {
    name: "common",
    about: About::new("What all roles share."),
    fields: &[
        may("$schema", NAME, "Where this schema is."),
        NOTE,
        need("url", Shape::Https, "Where the values stand."),
        need("checked", Shape::Date, "When that was last checked."),
        need("asked", WORDS, "When a person will be asked about the values."),
        need("values", some(&Shape::Object(&VALUE)), "The values."),
        need("ways", some(&Shape::Object(&WAY)), "Ways to get an example at little or no cost."),
        need("notChecked", some(&WORDS), "What is not checked here."),
    ],
};

const VALUE: Object = Object {
    name: "value",
    about: About::new("One of the values."),
    fields: &[
        need("id", NAME, "Its id."),
        need("name", NAME, "Its name."),
        need("ask", WORDS, "A question that helps to find an example."),
    ],
};

const WAY: Object = Object {
    name: "way",
    about: About::new("A way to get an example."),
    fields: &[
        need("text", WORDS, "In plain words."),
        may(
            "source",
            Shape::Object(&PAGE),
            "The page that it comes from. It is a suggestion of ours where this is left out.",
        ),
    ],
};

const OUTCOME: Shape = Shape::Name("outcome", outcomes);
const BASIS: Shape = Shape::Name("basis", bases);

/// What a requirement, a class or a standing can count as.
pub(super) const OUTCOMES: [Outcome; 3] = [Outcome::Met, Outcome::Judgement, Outcome::NotMet];

fn outcomes() -> Vec<&'static str> {
    OUTCOMES.map(Outcome::id).to_vec()
}

fn bases() -> Vec<&'static str> {
    Basis::ALL.map(Basis::id).to_vec()
}

fn sections() -> Vec<&'static str> {
    Section::ALL.map(Section::key).to_vec()
}

fn classes() -> Vec<&'static str> {
    Class::ALL.map(Class::id).to_vec()
}

fn statuses() -> Vec<&'static str> {
    Status::ALL.map(Status::id).to_vec()
}

fn of_degrees() -> Vec<&'static str> {
    Standing::OF_DEGREES.map(Standing::id).to_vec()
}

fn of_level_3() -> Vec<&'static str> {
    Standing::OF_LEVEL_3.map(Standing::id).to_vec()
}

fn standings() -> Vec<&'static str> {
    [of_degrees(), of_level_3()].concat()
}

fn degrees() -> Vec<&'static str> {
    Award::ids(Section::Degree)
}

fn level_3() -> Vec<&'static str> {
    Award::ids(Section::Level3)
}
