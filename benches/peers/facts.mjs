// Random people with complete answers, as a profile of our contract and as the facts that the peers are given. What a
// subject counts for, and sizes added up, are worked out here already: of lists and of subjects the peers know nothing,
// so what they are timed at is less work than ours.

/** A fixed seed, so that every run is of the same people. */
export function dice(seed) {
  let state = seed >>> 0;
  return (number) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % number;
  };
}

/** Subjects of a degree: 2 named by the page, 1 a judgement, 0 no science. */
const SUBJECTS = { physics: 2, "mechanical-engineering": 2, "computer-science": 1, biology: 1, other: 1, history: 0, law: 0 };
/** Kinds of first degree: as the rules tell them apart. */
const DEGREES = {
  "bachelor-honours": "honours",
  "scottish-ma-honours": "honours",
  "integrated-masters": "integrated",
  "medical-degree": "judgement",
  "overseas-degree": "judgement",
  "ordinary-degree": "no",
  "foundation-degree": "no",
  hnd: "no",
};
const CLASSES = ["first", "2:1", "2:2", "undivided-second", "third", "pass", "unclassified"];
const HIGHER = { msc: 2, mres: 2, phd: 2, "overseas-higher-degree": 1, pgdip: 0, pgcert: 0, "oxbridge-ma": 0 };
/** Subjects of an A level: 2 a science, 1 a judgement, 0 none. */
const LEVEL3 = { physics: 2, chemistry: 2, biology: 2, mathematics: 1, psychology: 1, history: 0 };
const GRADES = ["A*", "A", "B", "C", "D", "E", "U"];

/** A person: `profile` for us, `facts` for the others. */
export function person(roll) {
  const one = (list) => list[roll(list.length)];
  const profile = { gcse: [], level3: [], degree: [], higherDegree: [] };
  const facts = { size: 0, any: false, science: 0, gcses: 0, english: false, maths: false, gcseScience: false };

  for (const [subject, fact] of [
    ["english-language", "english"],
    ["mathematics", "maths"],
    ["biology", "gcseScience"],
  ]) {
    if (roll(4) === 0) continue;
    const grade = one(["7", "5", "4", "3"]);
    profile.gcse.push({ subject, grade });
    if (grade === "3") continue;
    facts[fact] = true;
    facts.gcses += 1;
  }
  const others = roll(6);
  if (others > 0) profile.gcse.push({ subject: "other", grade: "5", count: others });
  facts.gcses += others;

  for (let left = roll(4); left > 0; left -= 1) {
    const [subject, grade] = [one(Object.keys(LEVEL3)), one(GRADES)];
    profile.level3.push({ award: "a-level", subject, grade });
    if (grade === "U") continue;
    facts.any = true;
    facts.size += 1;
    facts.science = Math.max(facts.science, LEVEL3[subject]);
  }

  const award = roll(5) === 0 ? undefined : one(Object.keys(DEGREES));
  const [subject, degreeClass] = [one(Object.keys(SUBJECTS)), one(CLASSES)];
  if (award) profile.degree.push({ award, subject, class: degreeClass });
  facts.kind = award ? DEGREES[award] : "none";
  facts.class = award ? degreeClass : "none";
  facts.relevance = award ? SUBJECTS[subject] : 0;

  const higher = roll(2) === 0 ? undefined : one(Object.keys(HIGHER));
  const higherSubject = one(Object.keys(SUBJECTS));
  if (higher) profile.higherDegree.push({ award: higher, subject: higherSubject });
  facts.higher = higher ? HIGHER[higher] : 0;
  facts.higherRelevance = higher ? SUBJECTS[higherSubject] : 0;
  return { profile, facts };
}
