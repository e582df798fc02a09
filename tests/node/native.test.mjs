// The reports of the native engine beside those of the built module: the same bytes.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import test from "node:test";

import { dice, person } from "../../benches/peers/facts.mjs";
import { evaluate, init, roles } from "../../dist/engine.js";
import { root } from "../support/server.mjs";

const PEOPLE = 10_000;
const SEED = 7;

/** The reports of some profiles by the native engine, as JSON text. */
function native(profiles, role) {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, maxBuffer: 1 << 30 };
    const done = (error, out) => (error ? reject(error) : resolve(out.trimEnd().split("\n")));
    const child = execFile("cargo", ["run", "--quiet", "--example", "reports", role], options, done);
    child.stdin.end(profiles.map((profile) => `${JSON.stringify(profile)}\n`).join(""));
  });
}

test(`the reports of ${PEOPLE} people at random, for one role after the other`, async () => {
  await init(await readFile(`${root}dist/engine-wasm_bg.wasm`));
  const roll = dice(SEED);
  const people = Array.from({ length: PEOPLE }, () => person(roll).profile);
  const all = roles();
  const different = new Set();
  for (const [at, { id }] of all.entries()) {
    const some = people.filter((_, number) => number % all.length === at);
    const reports = await native(some, id);
    assert.equal(reports.length, some.length);
    some.forEach((profile, number) => {
      different.add(reports[number]);
      assert.equal(reports[number], JSON.stringify(evaluate(profile, { role: id })), `${id}: ${JSON.stringify(profile)}`);
    });
  }
  assert.ok(different.size > PEOPLE / 3, `${different.size} of them differ from each other`);
});
