// The same two routes in each peer's own idiom. Each is made once and gives a function from facts to outcomes: 2 is met,
// 1 a judgement, 0 not met; of facts that are missing it gives whatever the peer does.

import { ZenEngine } from "@gorules/zen-engine";
import { parse } from "@marcbachmann/cel-js";
import { evaluate as feel } from "feelin";
import { LogicEngine } from "json-logic-engine";
import jsonRulesEngine from "json-rules-engine";
import Publicodes from "publicodes";
import { Model } from "survey-core";

import { routes } from "./expressions.mjs";
import { rules, situation } from "./publicodes-rules.mjs";

const quoted = (text) => `"${text}"`;
const infix =
  (word) =>
  (...parts) =>
    `(${parts.join(` ${word} `)})`;

function cel() {
  const { ptp, stp } = routes({
    and: infix("&&"),
    or: infix("||"),
    is: (name, value) => `${name} == ${quoted(value)}`,
    isOneOf: (name, values) => `${name} in [${values.map(quoted).join(", ")}]`,
  });
  const program = ([met, judged]) => parse(`${met} ? 2 : (${judged} ? 1 : 0)`);
  const [first, second] = [program(ptp), program(stp)];
  return (facts) => ({ ptp: Number(first(facts)), stp: Number(second(facts)) });
}

function feelin() {
  const { ptp, stp } = routes({
    and: infix("and"),
    or: infix("or"),
    is: (name, value) => `${name} = ${quoted(value)}`,
    isOneOf: (name, values) => `${name} in (${values.map(quoted).join(", ")})`,
  });
  const text = ([met, judged]) => `if ${met} then 2 else if ${judged} then 1 else 0`;
  const [first, second] = [text(ptp), text(stp)];
  return (facts) => ({ ptp: feel(first, facts).value, stp: feel(second, facts).value });
}

function survey() {
  const { ptp, stp } = routes({
    and: infix("and"),
    or: infix("or"),
    is: (name, value) => `{${name}} = '${value}'`,
    isOneOf: (name, values) => `[${values.map((value) => `'${value}'`).join(", ")}] contains {${name}}`,
    yes: (name) => `{${name}} = true`,
  });
  const braced = (text) => text.replace(/(\w+) >=/g, "{$1} >=");
  const expression = ([met, judged]) => `iif(${braced(met)}, 2, iif(${braced(judged)}, 1, 0))`;
  const model = new Model({
    calculatedValues: [
      { name: "ptp", expression: expression(ptp), includeIntoResult: true },
      { name: "stp", expression: expression(stp), includeIntoResult: true },
    ],
  });
  return (facts) => {
    model.data = facts;
    return { ptp: model.getVariable("ptp"), stp: model.getVariable("stp") };
  };
}

const logicRoutes = () => {
  const at = (name) => ({ var: name });
  const least = (name, number) => ({ ">=": [at(name), number] });
  const oneOf = (name, values) => ({ in: [at(name), values] });
  const firm = oneOf("kind", ["honours", "integrated"]);
  const kind = oneOf("kind", ["honours", "integrated", "judgement"]);
  const open = { "===": [at("kind"), "judgement"] };
  const best = ["first", "2:1", "undivided-second", "unclassified"];
  return {
    ptp: {
      if: [
        { and: [least("size", 2), least("science", 2), least("gcses", 5), at("english"), at("maths"), at("gcseScience")] },
        2,
        { and: [at("any"), least("science", 1), least("gcses", 1)] },
        1,
        0,
      ],
    },
    stp: {
      if: [
        {
          or: [
            { and: [firm, oneOf("class", ["first", "2:1"]), least("relevance", 2)] },
            { and: [firm, oneOf("class", ["first", "2:1", "2:2", "undivided-second"]), least("higher", 2), least("higherRelevance", 2)] },
          ],
        },
        2,
        {
          or: [
            { and: [kind, { or: [open, oneOf("class", best)] }, least("relevance", 1)] },
            {
              and: [
                kind,
                { or: [open, oneOf("class", [...best, "2:2"])] },
                {
                  or: [
                    { and: [least("higher", 1), least("higherRelevance", 1)] },
                    { and: [{ "===": [at("kind"), "integrated"] }, least("relevance", 1)] },
                  ],
                },
              ],
            },
          ],
        },
        1,
        0,
      ],
    },
  };
};

function jsonLogic() {
  const engine = new LogicEngine();
  const { ptp, stp } = logicRoutes();
  return (facts) => ({ ptp: engine.run(ptp, facts), stp: engine.run(stp, facts) });
}

function jsonLogicCompiled() {
  const engine = new LogicEngine();
  const { ptp, stp } = logicRoutes();
  const [first, second] = [engine.build(ptp), engine.build(stp)];
  return (facts) => ({ ptp: first(facts), stp: second(facts) });
}

function jsonRules() {
  const least = (fact, value) => ({ fact, operator: "greaterThanInclusive", value });
  const oneOf = (fact, value) => ({ fact, operator: "in", value });
  const is = (fact, value = true) => ({ fact, operator: "equal", value });
  const firm = oneOf("kind", ["honours", "integrated"]);
  const kind = oneOf("kind", ["honours", "integrated", "judgement"]);
  const best = ["first", "2:1", "undivided-second", "unclassified"];
  const rule = (route, outcome, conditions) => ({ conditions, event: { type: route, params: { outcome } } });
  const engine = new jsonRulesEngine.Engine(
    [
      rule("ptp", 2, { all: [least("size", 2), least("science", 2), least("gcses", 5), is("english"), is("maths"), is("gcseScience")] }),
      rule("ptp", 1, { all: [is("any"), least("science", 1), least("gcses", 1)] }),
      rule("stp", 2, {
        any: [
          { all: [firm, oneOf("class", ["first", "2:1"]), least("relevance", 2)] },
          { all: [firm, oneOf("class", ["first", "2:1", "2:2", "undivided-second"]), least("higher", 2), least("higherRelevance", 2)] },
        ],
      }),
      rule("stp", 1, {
        any: [
          { all: [kind, { any: [is("kind", "judgement"), oneOf("class", best)] }, least("relevance", 1)] },
          {
            all: [
              kind,
              { any: [is("kind", "judgement"), oneOf("class", [...best, "2:2"])] },
              {
                any: [
                  { all: [least("higher", 1), least("higherRelevance", 1)] },
                  { all: [is("kind", "integrated"), least("relevance", 1)] },
                ],
              },
            ],
          },
        ],
      }),
    ],
    { allowUndefinedFacts: true },
  );
  return async (facts) => {
    const { events } = await engine.run(facts);
    const best = (route) => Math.max(0, ...events.filter(({ type }) => type === route).map(({ params }) => params.outcome));
    return { ptp: best("ptp"), stp: best("stp") };
  };
}

function zen() {
  // A table of decisions a route: the first row that fits.
  const table = (route, fields, rows) => ({
    id: route,
    name: route,
    type: "decisionTableNode",
    content: {
      hitPolicy: "first",
      inputs: fields.map((field) => ({ id: field, name: field, field })),
      outputs: [{ id: "out", name: route, field: route }],
      rules: rows.map(([out, cells], at) => ({
        _id: `${route}${at}`,
        ...Object.fromEntries(fields.map((field) => [field, cells[field] ?? ""])),
        out: String(out),
      })),
    },
  });
  const any = (...values) => values.map(quoted).join(", ");
  const firm = any("honours", "integrated");
  const best = ["first", "2:1", "undivided-second", "unclassified"];
  const ptp = table(
    "ptp",
    ["size", "science", "gcses", "english", "maths", "gcseScience", "any"],
    [
      [2, { size: ">= 2", science: ">= 2", gcses: ">= 5", english: "true", maths: "true", gcseScience: "true" }],
      [1, { any: "true", science: ">= 1", gcses: ">= 1" }],
      [0, {}],
    ],
  );
  const stp = table(
    "stp",
    ["kind", "class", "relevance", "higher", "higherRelevance"],
    [
      [2, { kind: firm, class: any("first", "2:1"), relevance: ">= 2" }],
      [2, { kind: firm, class: any("first", "2:1", "2:2", "undivided-second"), higher: ">= 2", higherRelevance: ">= 2" }],
      [1, { kind: firm, class: any(...best), relevance: ">= 1" }],
      [1, { kind: any("judgement"), relevance: ">= 1" }],
      [1, { kind: firm, class: any(...best, "2:2"), higher: ">= 1", higherRelevance: ">= 1" }],
      [1, { kind: any("judgement"), higher: ">= 1", higherRelevance: ">= 1" }],
      [1, { kind: any("integrated"), class: any(...best, "2:2"), relevance: ">= 1" }],
      [0, {}],
    ],
  );
  const edge = (sourceId, targetId) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId, type: "edge" });
  const decision = new ZenEngine().createDecision({
    nodes: [{ id: "in", name: "in", type: "inputNode" }, ptp, stp, { id: "out", name: "out", type: "outputNode" }],
    edges: [edge("in", "ptp"), edge("in", "stp"), edge("ptp", "out"), edge("stp", "out")],
  });
  return async (facts) => (await decision.evaluate(facts)).result;
}

function publicodes() {
  const engine = new Publicodes(rules(), { logger: { log() {}, warn() {}, error() {} } });
  return (facts) => {
    engine.setSituation(situation(facts));
    return { ptp: engine.evaluate("ptp").nodeValue, stp: engine.evaluate("stp").nodeValue };
  };
}

/** Each peer: the package that it is, and how to make it. */
export const PEERS = [
  { name: "json-logic-engine, compiled", package: "json-logic-engine", make: jsonLogicCompiled },
  { name: "json-logic-engine", package: "json-logic-engine", make: jsonLogic },
  { name: "@marcbachmann/cel-js", package: "@marcbachmann/cel-js", make: cel },
  { name: "@gorules/zen-engine", package: "@gorules/zen-engine", make: zen },
  { name: "json-rules-engine", package: "json-rules-engine", make: jsonRules },
  { name: "survey-core", package: "survey-core", make: survey },
  { name: "feelin", package: "feelin", make: feelin },
  { name: "publicodes", package: "publicodes", make: publicodes },
];
