// The two routes as expressions: when each is met, and when it is at least a judgement. Written in the way that CEL,
// JavaScript and others share; `words` says how a language writes what they do not.

export function routes({ and, or, is, isOneOf, yes = (name) => name }) {
  const kind = isOneOf("kind", ["honours", "integrated", "judgement"]);
  const firm = isOneOf("kind", ["honours", "integrated"]);
  const open = is("kind", "judgement");
  const good = isOneOf("class", ["first", "2:1"]);
  const fair = isOneOf("class", ["first", "2:1", "2:2", "undivided-second"]);
  const atBest = [...["first", "2:1"], "undivided-second", "unclassified"];
  const atLeast = (name, number) => `${name} >= ${number}`;
  return {
    ptp: [
      and(atLeast("size", 2), atLeast("science", 2), atLeast("gcses", 5), yes("english"), yes("maths"), yes("gcseScience")),
      and(yes("any"), atLeast("science", 1), atLeast("gcses", 1)),
    ],
    stp: [
      or(and(firm, good, atLeast("relevance", 2)), and(firm, fair, atLeast("higher", 2), atLeast("higherRelevance", 2))),
      or(
        and(kind, or(open, isOneOf("class", atBest)), atLeast("relevance", 1)),
        and(
          kind,
          or(open, isOneOf("class", [...atBest, "2:2"])),
          or(and(atLeast("higher", 1), atLeast("higherRelevance", 1)), and(is("kind", "integrated"), atLeast("relevance", 1))),
        ),
      ),
    ],
  };
}
