// Two thousand malformed profiles at each door of the checker, in each browser: what is refused is refused with a code and
// without a person's words, what is legal is answered as in Node, and the next answer is as it always is.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ROLE } from "../support/cases.mjs";
import { element, onHosts, page } from "../support/host.mjs";
import { handOver, INHERITED } from "../support/malformed.mjs";
import { root } from "../support/server.mjs";

const NUMBER = 2_000;
const SEED = 2611;
const here = await import(`${root}dist/engine.js`);
await here.init(await readFile(`${root}dist/engine-wasm_bg.wasm`));

/** The doors, as they are called on the page. A profile of `null` begins anew, so the third is not given that. */
const DOORS = {
  engine: "(profile) => JSON.stringify(engine.evaluate(profile, { role }))",
  element: "(profile) => JSON.stringify(one.evaluate(profile))",
  profile: "(profile) => { if (profile == null) return doors.engine(profile); one.profile = profile; return JSON.stringify(one.profile); }",
};
const TRY = `
  import * as engine from "./entry-checker/engine.js";
  import * as hostile from "./malformed.mjs";
  const role = "${ROLE}";
  await engine.init();
  const one = document.getElementById("one");
  const doors = { ${Object.entries(DOORS).map(([name, call]) => `${name}: ${call}`)} };
  /** The error is the same class for programs and in the element, but not the same one: each has a copy of its own. */
  class Ours { static [Symbol.hasInstance] = (error) => error instanceof Error && error.name === "EntryCheckerError"; }
  window.handOver = (door) => hostile.handOver(${NUMBER}, ${SEED}, doors[door], Ours);
  const pack = await (await fetch("pack.json")).text();
  let asked = 0;
  const refused = (call) => { try { return call(); } catch ({ name, code, message }) { return [name, code, message]; } };
  // A pack that was not seen before is read anew.
  window.inheriting = () => hostile.inheriting(() => [
    engine.evaluate(hostile.GOOD, { role }), engine.evaluate(hostile.GOOD, { pack: pack + " ".repeat(asked += 1) }),
    engine.compare(hostile.GOOD), engine.roles(), one.evaluate(hostile.GOOD), one.profile, one.result,
    refused(() => engine.evaluate({ degree: 1 }, { role })), refused(() => engine.evaluate({}, { role: "none" })),
    refused(() => one.evaluate({ degree: [{ award: "none" }] })),
  ]);
  window.tried = true;
`;

const PAGES = {
  "host.html": page(element("one", ROLE), undefined, '<script type="module" src="try.js"></script>'),
  "try.js": TRY,
  "malformed.mjs": await readFile(`${root}tests/support/malformed.mjs`, "utf8"),
  "benches/peers/facts.mjs": await readFile(`${root}benches/peers/facts.mjs`, "utf8"),
  "pack.json": await readFile(`${root}roles/audiology.json`, "utf8"),
};

onHosts(PAGES, (host) => {
  const arrive = async () => {
    await host.arrive("host.html");
    await host.until("return window.tried === true");
  };

  test(`${NUMBER} malformed profiles at each door`, async () => {
    const call = (profile) => JSON.stringify(here.evaluate(profile, { role: ROLE }));
    const node = handOver(NUMBER, SEED, call, here.EntryCheckerError);
    assert.deepEqual(node.broken, [], "in Node");
    const legal = node.came.filter((one) => one.startsWith("{")).length;
    assert.ok(legal > 100 && legal < NUMBER / 4, `${legal} are legal`);
    assert.ok(new Set(node.came).size > 300, `${new Set(node.came).size} answers differ`);
    await arrive();
    for (const door of Object.keys(DOORS)) {
      const { came, broken } = await host.run("return handOver(arguments[0])", door);
      if (broken.length > 0) assert.fail(`${door}: ${[...broken.slice(0, 5), ...(await host.complaints())].join("\n")}`);
      const same = (one, at) => one === node.came[at] || (door === "profile" && [one, node.came[at]].every((one) => one.startsWith("{")));
      assert.deepEqual(
        came.filter((one, at) => !same(one, at)),
        [],
        `${door}: as in Node`,
      );
      assert.equal(came.length, NUMBER);
    }
    assert.equal(await host.run("return document.getElementById('one').state"), "ready");
    await host.quiet();
  });

  test("what a page has put on every object changes no answer", async () => {
    await arrive();
    const { tried, changed } = await host.run("return inheriting()");
    assert.deepEqual(changed, []);
    assert.equal(tried, 4 * INHERITED.length);
    await host.quiet();
  });
});
