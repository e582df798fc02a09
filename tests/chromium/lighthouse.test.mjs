// What Lighthouse says of the page on a phone, of a role's start, and of a plain page of the rules.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { auditor } from "../support/lighthouse.mjs";
import { serve } from "../support/server.mjs";

const RUNS = 5;

let server;
let lighthouse;

before(async () => {
  lighthouse = await auditor();
  server = await serve({ asIs: true, brotli: true });
});

after(async () => {
  await lighthouse?.quit();
  await server.close();
});

// Lighthouse looks for a robots.txt from inside the page, and the policy of a plain page lets nothing be fetched.
const NOTHING_FETCHED = ["robots-txt"];

for (const [name, path, skipped] of [
  ["the page", ""],
  ["a role", "#/clinical-or-medical-technology"],
  ["the list of the rules", "rules/index.html", NOTHING_FETCHED],
  ["the rules of a role", "rules/clinical-or-medical-technology.html", NOTHING_FETCHED],
]) {
  test(`${name}: accessibility, best practices and SEO`, async () => {
    const { scores, lost } = await lighthouse.audit(server.url + path, ["accessibility", "best-practices", "seo"], skipped);
    assert.deepEqual(lost, []);
    assert.deepEqual(scores, { accessibility: 100, "best-practices": 100, seo: 100 });
  });
}

// The best counts: whatever else the machine does can only slow a run. All of them are told.
test("performance of the page: the best of some runs", async () => {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await lighthouse.audit(server.url, ["performance"]));
  const scores = runs.map((run) => run.scores.performance).sort((a, b) => a - b);
  console.log(`performance ${scores.join(" ")}\n${runs[0].lost.join("\n")}`);
  assert.ok(scores.at(-1) >= 98, `best of ${scores}`);
});
