// The built module in each browser, on a page with a strict policy: every worked case, and bad input of every kind.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { dice, person } from "../../benches/peers/facts.mjs";
import { complaints, ENGINES, open } from "../support/browser.mjs";
import { cases, differences, REFUSED, ROLE } from "../support/cases.mjs";
import { root, serve } from "../support/server.mjs";

const PEOPLE = 10_000;
const SEED = 7;
const here = await import(`${root}dist/engine.js`);
let server;
let driver;

before(async () => {
  server = await serve({
    path: "/some/where/",
    pages: {
      "host.html": "<!doctype html><title>A host page</title>",
      "facts.js": await readFile(`${root}benches/peers/facts.mjs`, "utf8"),
    },
  });
});

after(() => server.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine });
      await driver.get(`${server.url}host.html`);
      await driver.executeAsyncScript(async (done) => {
        window.engine = await import("./engine.js");
        await window.engine.init();
        done();
      });
    });

    after(() => driver?.quit());

    test("every worked case", async () => {
      const all = await cases();
      const reports = await driver.executeScript(
        "const [profiles, role] = arguments; return profiles.map((profile) => JSON.stringify(window.engine.evaluate(profile, { role })));",
        all.map((one) => one.profile),
        ROLE,
      );
      await here.init(await readFile(`${root}dist/engine-wasm_bg.wasm`));
      all.forEach(({ name, profile, expected }, index) => {
        assert.deepEqual(differences(JSON.parse(reports[index]), expected), [], name);
        assert.equal(reports[index], JSON.stringify(here.evaluate(profile, { role: ROLE })), `${name}: as in Node`);
      });
    });

    test(`the reports of ${PEOPLE} people at random, byte for byte as in Node`, async () => {
      const one = await driver.executeAsyncScript(
        async (number, seed, role, done) => {
          const { dice, person } = await import("./facts.js");
          const roll = dice(seed);
          const reports = Array.from({ length: number }, () => JSON.stringify(window.engine.evaluate(person(roll).profile, { role })));
          const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(reports.join("\n")));
          done([reports.join("\n").length, [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")]);
        },
        PEOPLE,
        SEED,
        ROLE,
      );
      await here.init(await readFile(`${root}dist/engine-wasm_bg.wasm`));
      const roll = dice(SEED);
      const reports = Array.from({ length: PEOPLE }, () => JSON.stringify(here.evaluate(person(roll).profile, { role: ROLE }))).join("\n");
      assert.deepEqual(one, [reports.length, createHash("sha256").update(reports).digest("hex")]);
      assert.ok(new Set(reports.split("\n")).size > PEOPLE / 2, "they differ from each other");
    });

    // The source of the calls cannot be evaluated on a page with this policy, so it is put into a module of the host's.
    test("bad input of every kind: an error with a code and a path, and the next call answers", async () => {
      const calls = REFUSED.map(([call]) => `(ROLE) => ${call}`).join(",\n");
      const host = await serve({ pages: { "host.html": "<!doctype html><title>h</title>", "calls.js": `export default [${calls}];` } });
      await driver.get(`${host.url}host.html`);
      const answers = await driver.executeAsyncScript(async (role, done) => {
        const { init, evaluate } = await import("./engine.js");
        const { default: calls } = await import("./calls.js");
        await init();
        const good = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] };
        done(
          calls.map((call) => {
            let error = {};
            try {
              evaluate(...call({ role }));
            } catch (thrown) {
              error = { name: thrown.name, code: thrown.code, message: thrown.message };
            }
            return { ...error, next: evaluate(good, { role }).routes[0].outcome };
          }),
        );
      }, ROLE);
      REFUSED.forEach(([call, code, message], index) => {
        const { name, code: got, message: said, next } = answers[index];
        assert.deepEqual([name, got, next], ["EntryCheckerError", code, "met"], call);
        assert.ok(said.startsWith(message), `${call}: ${said}`);
      });
      await host.close();
    });

    test("the page with the strict policy complained of nothing", async () => {
      assert.deepEqual(await complaints(driver), []);
    });
  });
}
