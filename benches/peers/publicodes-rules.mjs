// The two routes as Publicodes has them, for the engine alone and for a page with its forms.

const NUMBERS = ["size", "science", "gcses", "relevance", "higher", "higherRelevance"];
const TRUTHS = ["any", "english", "maths", "gcseScience"];
const TEXTS = {
  kind: ["honours", "integrated", "judgement", "no", "none"],
  class: ["first", "2:1", "2:2", "undivided-second", "third", "pass", "unclassified", "none"],
};

/** The language has no colon and no hyphen in what it tells apart. */
const told = (text) => text.replace(/\W/g, " ");
const either = (name, values) => ({ "une de ces conditions": values.map((value) => `${name} = '${told(value)}'`) });
const all = (...conditions) => ({ "toutes ces conditions": conditions });
const any = (...conditions) => ({ "une de ces conditions": conditions });
const least = (name, number) => `${name} >= ${number}`;
const outcome = (met, judged) => ({ variations: [{ si: met, alors: 2 }, { si: judged, alors: 1 }, { sinon: 0 }] });

const firm = either("kind", ["honours", "integrated"]);
const kind = either("kind", ["honours", "integrated", "judgement"]);
const open = "kind = 'judgement'";
const best = ["first", "2:1", "undivided-second", "unclassified"];

/** The rules; `questions` has the words of those facts that a page asks for. */
export function rules(questions = {}) {
  const asked = (name) => ({ question: questions[name] ?? name });
  const choices = ([name, values]) => [name, { ...asked(name), "une possibilité": values.map((value) => `'${told(value)}'`) }];
  return {
    ...Object.fromEntries([...NUMBERS, ...TRUTHS].map((name) => [name, asked(name)])),
    ...Object.fromEntries(Object.entries(TEXTS).map(choices)),
    ptp: outcome(
      all(least("size", 2), least("science", 2), least("gcses", 5), "english", "maths", "gcseScience"),
      all("any", least("science", 1), least("gcses", 1)),
    ),
    stp: outcome(
      any(
        all(firm, either("class", ["first", "2:1"]), least("relevance", 2)),
        all(firm, either("class", ["first", "2:1", "2:2", "undivided-second"]), least("higher", 2), least("higherRelevance", 2)),
      ),
      any(
        all(kind, any(open, either("class", best)), least("relevance", 1)),
        all(
          kind,
          any(open, either("class", [...best, "2:2"])),
          any(all(least("higher", 1), least("higherRelevance", 1)), all("kind = 'integrated'", least("relevance", 1))),
        ),
      ),
    ),
  };
}

/** Facts as Publicodes is told them. */
export function situation(facts) {
  const value = (fact) => (typeof fact === "string" ? `'${told(fact)}'` : typeof fact === "boolean" ? (fact ? "oui" : "non") : fact);
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, value(fact)]));
}
