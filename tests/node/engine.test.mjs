// The built module in Node: nothing of a page, the same answers, every mistake told, and the next call right.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { compare, EntryCheckerError, evaluate, init, roles } from "../../dist/engine.js";
import { cases, differences, REFUSED, ROLE } from "../support/cases.mjs";
import { fromFullStack } from "../support/full-stack.mjs";
import { PACKS } from "../support/roles.mjs";
import { root } from "../support/server.mjs";

const role = { role: ROLE };

test("before it is ready a call says so", () => {
  assert.throws(() => evaluate({}, role), { name: "EntryCheckerError", code: "E_NOT_READY" });
  assert.throws(() => roles(), { code: "E_NOT_READY" });
});

test("bytes that are no wasm are refused, and the next bytes are taken", async () => {
  await assert.rejects(init(new Uint8Array([1, 2, 3])));
  await init(await readFile(`${root}dist/engine-wasm_bg.wasm`));
});

test("every worked case", async () => {
  const all = await cases();
  assert.ok(all.length > 60, `${all.length} cases`);
  for (const { name, profile, expected } of all) {
    assert.deepEqual(differences(evaluate(profile, role), expected), [], name);
    assert.deepEqual(evaluate(JSON.stringify(profile), role), evaluate(profile, role), "text and object are the same");
  }
});

test("roles are listed", () => {
  assert.deepEqual(
    roles()
      .map((one) => one.id)
      .sort(),
    PACKS.map(({ id }) => id).sort(),
  );
  assert.ok(roles().some((one) => one.id === ROLE));
  for (const one of roles()) {
    assert.match(one.source, /^https:/);
    assert.ok(one.name && one.division);
  }
});

const PHYSICIST = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] };

/** Every key in a value, at any depth. */
const keysIn = (value) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inside]) => [...(Array.isArray(value) ? [] : [key]), ...keysIn(inside)])
    : [];

test("the types name each key of what comes out, and no other", async () => {
  const types = await readFile(`${root}web/engine/engine.d.ts`, "utf8");
  const out = types.slice(types.indexOf("export interface Report ")).replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const typed = new Set([...out.matchAll(/(\w+)\??:/g)].map(([, key]) => key));
  const made = [roles(), compare(PHYSICIST)];
  for (const { profile } of await cases()) made.push(evaluate(profile, role));
  assert.deepEqual([...new Set(keysIn(made))].sort(), [...typed].sort());
});

test("a pack of the caller's own is evaluated as a built-in one is", async () => {
  for (const { id } of roles()) {
    const text = await readFile(`${root}roles/${id}.json`, "utf8");
    const report = evaluate(PHYSICIST, { role: id });
    assert.deepEqual(evaluate(PHYSICIST, { pack: text }), report, `${id} as text`);
    assert.deepEqual(evaluate(PHYSICIST, { pack: JSON.parse(text) }), report, `${id} as an object`);
  }
});

test("a pack that is wrong is refused, every mistake with its path and its mend, and the next call is right", async () => {
  const pack = JSON.parse(await readFile(`${root}roles/${ROLE}.json`, "utf8"));
  const wrong = (change) => {
    const copy = structuredClone(pack);
    change(copy);
    return copy;
  };
  const refused = [
    [wrong((one) => (one.routes[0].programme = "stpp")), 'routes[0].programme: unknown programme "stpp"; did you mean "stp"?'],
    [wrong((one) => delete one.routes[0].clauses.degree), 'routes[0].clauses: the requirement "degree" has no source'],
    [wrong((one) => (one.nam = one.name)), 'nam: unknown key; did you mean "name"?'],
    [wrong((one) => (one.page.checked = "yesterday")), "page.checked: is not a date; write it as 2026-11 or 2026-11-23"],
    [{}, 'pack: "id" is missing; add it'],
    [[], "pack: must be an object"],
    [null, "pack: must be an object"],
    ["{", "pack: is not JSON at line 1"],
    [7, "pack: must be an object"],
    [new Date(), "pack: must be a plain object"],
    ["x".repeat(70_000), "pack: is too long"],
    [{ id: "x".repeat(70_000) }, "id: is too long"],
    [wrong((one) => Object.defineProperty(one, "id", { get: () => "x", enumerable: true })), "id: must be a plain value, not a getter"],
  ];
  for (const [bad, message] of refused) {
    assert.throws(
      () => evaluate(PHYSICIST, { pack: bad }),
      (error) => {
        assert.ok(error instanceof EntryCheckerError, String(error));
        assert.equal(error.code, "E_PACK");
        assert.ok(error.message.startsWith(message), error.message);
        return true;
      },
    );
    assert.equal(evaluate(PHYSICIST, { pack }).routes[0].outcome, "met");
  }
  const both = wrong((one) => {
    one.nam = 1;
    one.page.url = "http://example.org";
  });
  assert.throws(
    () => evaluate({}, { pack: both }),
    (error) => error.message.split("\n").length === 2,
  );
  assert.throws(() => evaluate({}, { pack, role: ROLE }), { code: "E_ROLE" });
});

test("a role with a programme and a division of its own", () => {
  const pack = {
    id: "juggling",
    name: "Juggling",
    division: {
      id: "circus",
      name: "Circus",
      accepted: { text: "drama", url: "https://example.org/", checked: "2026-11", basis: "page" },
      subjects: { named: ["drama"], outside: ["law"] },
    },
    rulesVersion: "1",
    page: { title: "Juggling", url: "https://example.org/", checked: "2026-11" },
    routes: [
      {
        programme: {
          id: "school",
          name: "circus school",
          job: "juggler",
          about: "A school.",
          pathways: [
            {
              id: "degree",
              name: "With a degree",
              requirements: [
                {
                  id: "degree",
                  name: "A degree",
                  holds: [{ section: "degree", awards: { "bachelor-honours": "met" }, subject: { named: "met" } }],
                },
              ],
            },
          ],
        },
        clauses: { degree: { quote: "a degree in a circus subject" } },
      },
    ],
  };
  const outcome = (subject) => evaluate({ degree: [{ award: "bachelor-honours", subject }] }, { pack }).routes[0].outcome;
  assert.deepEqual(["drama", "law", "physics", "fire eating"].map(outcome), ["met", "not-met", "judgement", "judgement"]);
  const standings = compare({ degree: [{ award: "bachelor-honours", subject: "drama" }] }, { packs: [pack] });
  assert.equal(standings.length, PACKS.length + 1);
  assert.deepEqual(standings[0], {
    role: "juggling",
    name: "Juggling",
    division: "Circus",
    route: "school",
    outcome: "met",
    pending: false,
  });
});

test("roles are compared as they are evaluated, best first", () => {
  const rank = { met: 0, judgement: 1, unanswered: 2, "not-met": 3 };
  for (const profile of [{}, PHYSICIST, { gcse: [], level3: [], degree: [], higherDegree: [], professional: [] }]) {
    const standings = compare(profile);
    assert.equal(standings.length, PACKS.length);
    assert.deepEqual(
      standings.map((one) => rank[one.outcome]),
      standings.map((one) => rank[one.outcome]).sort(),
    );
    for (const one of standings) {
      const best = evaluate(profile, { role: one.role }).routes[0];
      assert.deepEqual([one.route, one.outcome, one.pending], [best.id, best.outcome, best.pending], one.role);
    }
  }
  assert.throws(() => compare({ degree: 1 }), { code: "E_PROFILE" });
  assert.throws(() => compare({}, { packs: 1 }), { code: "E_PACK" });
  assert.throws(() => compare({}, { packs: [{}] }), { code: "E_PACK" });
});

for (const [call, code, message] of REFUSED) {
  test(`refused: ${call.slice(0, 90)}`, () => {
    const made = new Function("ROLE", `return ${call}`)(role);
    assert.throws(
      () => evaluate(...made),
      (error) => {
        assert.ok(error instanceof EntryCheckerError && error instanceof Error);
        assert.equal(error.code, code);
        assert.ok(error.message.startsWith(message), error.message);
        assert.ok(error.message.length < 400, "a message carries little of what was handed over");
        return true;
      },
    );
    const report = evaluate({ degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] }, role);
    assert.equal(report.routes[0].outcome, "met");
  });
}

test("nothing that is handed over is changed, and a report is the caller's own", () => {
  const profile = Object.freeze({ degree: Object.freeze([Object.freeze({ award: "hnd" })]) });
  const first = evaluate(profile, role);
  first.routes[0].pathways[0].requirements[0].source.quote = "changed";
  for (const route of first.routes) for (const caution of route.cautions) caution.source.url = "changed";
  for (const one of compare(profile)) one.name = "changed";
  for (const one of roles()) one.source = "changed";
  assert.ok(!JSON.stringify([evaluate(profile, role), compare(profile), roles()]).includes("changed"));
});

test("what a page puts on the prototypes changes nothing", () => {
  const profile = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:2" }] };
  const before = JSON.stringify(evaluate(profile, role));
  const names = ["gcse", "level3", "higherDegree", "class", "status", "count", "get", "value", "toJSON", "role"];
  try {
    for (const name of names) Object.prototype[name] = name === "toJSON" ? () => "changed" : "predicted";
    Array.prototype.toJSON = () => "changed";
    String.prototype.toJSON = () => "changed";
    const after = evaluate(profile, { __proto__: null, role: ROLE });
    for (const name of names) delete Object.prototype[name];
    delete Array.prototype.toJSON;
    delete String.prototype.toJSON;
    assert.equal(JSON.stringify(after), before);
  } finally {
    for (const name of names) delete Object.prototype[name];
    delete Array.prototype.toJSON;
    delete String.prototype.toJSON;
  }
});

test("a mistake has its path beside its message", () => {
  const path = (call) => {
    try {
      return call();
    } catch (error) {
      return [error.code, error.path, error.message.split("\n")[0].startsWith(`${error.path}: `)];
    }
  };
  const mistakes = [
    [{ degree: [{ award: "hnd", class: "2.5" }] }, role, "E_PROFILE", "degree[0].class"],
    [{ degrees: [] }, role, "E_PROFILE", "degrees"],
    ["{", role, "E_PROFILE", "profile"],
    [{ gcse: [() => 1] }, role, "E_PROFILE", "gcse[0]"],
    [7, role, "E_PROFILE", "profile"],
    [{}, { role: "astronaut" }, "E_ROLE", "role"],
    [{}, {}, "E_ROLE", "role"],
    [{}, { pack: {} }, "E_PACK", "pack"],
    [{}, { pack: { id: "x", nam: 1 } }, "E_PACK", "nam"],
  ];
  for (const [profile, options, code, at] of mistakes) {
    assert.deepEqual(
      path(() => evaluate(profile, options)),
      [code, at, true],
      at,
    );
  }
});

test("a list of packs that breaks where it is read is refused, and stops nothing", () => {
  const thrower = () => {
    throw { code: "E_ROLE", message: "not ours" };
  };
  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();
  const lists = [
    new Proxy([{}], { get: thrower }),
    new Proxy([{}], { getOwnPropertyDescriptor: thrower }),
    new Proxy([{}], { get: (list, name) => (name === "length" ? { valueOf: thrower } : list[name]) }),
    Object.defineProperty([], 0, { get: thrower }),
    revoked,
    Array(1e9),
    // A list whose first place is empty.
    Object.assign(Array(2), { 1: {} }),
    {},
  ];
  for (const packs of lists) {
    assert.throws(
      () => compare({}, { packs }),
      (error) => error instanceof EntryCheckerError && error.code === "E_PACK" && error.message !== "not ours",
    );
    assert.equal(compare({}).length, PACKS.length);
  }
});

test("two thousand random objects: refused with a code, or answered; never anything else", () => {
  let seed = 42;
  const below = (most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed >> 12) % most;
  };
  const keys = [
    "gcse",
    "level3",
    "degree",
    "higherDegree",
    "award",
    "subject",
    "class",
    "grade",
    "status",
    "count",
    "__proto__",
    "constructor",
    "x",
  ];
  const leaves = [
    null,
    undefined,
    true,
    "",
    "a-level",
    "msc",
    "2:1",
    "physics",
    "predicted",
    "other",
    1,
    1.5,
    -0,
    1e21,
    NaN,
    "\ud800",
    "\0",
    2n,
    Symbol.iterator,
    () => 1,
  ];
  const make = (depth) => {
    if (depth === 0 || below(4) === 0) return leaves[below(leaves.length)];
    if (below(2) === 0) return Array.from({ length: below(4) }, () => make(depth - 1));
    const object = below(5) === 0 ? Object.create(null) : {};
    for (let index = below(5); index > 0; index -= 1) object[keys[below(keys.length)]] = make(depth - 1);
    return object;
  };
  let answered = 0;
  for (let number = 0; number < 2000; number += 1) {
    const profile = below(2) === 0 ? make(5) : { [keys[below(4)]]: [{ award: leaves[4 + below(2)], [keys[4 + below(6)]]: make(1) }] };
    try {
      assert.equal(evaluate(profile, role).routes.length, 2);
      answered += 1;
    } catch (error) {
      assert.ok(error instanceof EntryCheckerError, String(error));
      assert.equal(error.code, "E_PROFILE");
    }
  }
  assert.ok(answered > 20, `${answered} were good`);
});

test("a caller whose stack is full gets the error for that, and the next call is right", () => {
  for (const call of [() => evaluate(PHYSICIST, role), () => compare(PHYSICIST), () => roles()]) {
    const { answer, others, tries } = fromFullStack(call);
    assert.deepEqual(answer, call());
    assert.deepEqual(others, []);
    assert.ok(tries > 10, `${tries} tries`);
  }
});

test("what stops it in the midst of a call ends it, and it says so from then on", async () => {
  // A module of its own, so that this is not the end of the tests.
  const other = await import("../../dist/engine.js?stopped");
  await other.init();
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = () => {
    throw new TypeError("no decoder");
  };
  try {
    assert.throws(() => other.evaluate({}, role), { code: "E_PANIC", message: "the checker stopped" });
  } finally {
    TextDecoder.prototype.decode = decode;
  }
  await other.init();
  assert.throws(() => other.roles(), { code: "E_PANIC", message: "the checker stopped" });
});
