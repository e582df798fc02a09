// What Lighthouse says of the page on a phone, of a role's start, and of a plain page of the rules, and that nothing moves.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { IS_STARTED, navigate, open, runAsync, until } from "../support/browser.mjs";
import { auditor } from "../support/lighthouse.mjs";
import { gate, serve } from "../support/server.mjs";

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

// The score for performance depends on the machine's time: tests/proofs/lighthouse-performance.test.mjs. This is the part of it that
// does not. The program is held back until the first screen is there, so that every change of the page is a paint of its own.
test("nothing on the page moves as it loads: the layout shift is 0", async () => {
  const late = gate();
  const faults = { "checker_bg.wasm": { until: late.until } };
  const slow = await serve({ asIs: true, brotli: true, faults });
  const driver = await open({ engine: "chromium", width: 412, height: 823 });
  const painted = () => runAsync(driver, "for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);");
  try {
    await navigate(driver, slow.url);
    await until(driver, "return document.getElementById('unstarted') === null");
    await painted();
    late.open();
    await until(driver, IS_STARTED);
    await until(driver, "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/page.js'))");
    await painted();
    const shifts = await runAsync(
      driver,
      `return new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().filter(({ entryType }) => entryType === "layout-shift").map(({ value }) => value)));
        observer.observe({ type: "layout-shift", buffered: true });
        // An observer is told of nothing where there is none: a paint is always there, and comes in the same list or before.
        observer.observe({ type: "paint", buffered: true });
      });`,
    );
    assert.deepEqual(shifts, []);
  } finally {
    await driver.quit();
    await slow.close();
  }
});
