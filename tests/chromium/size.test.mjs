// What a phone fetches until the first question, and what that weighs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

import { heading, open, until } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { root, serve } from "../support/server.mjs";

const { brotli, requests } = JSON.parse(await readFile(`${root}budgets.json`, "utf8"));
const BUDGET = brotli["the first question"];

test(`the first question is reached within ${BUDGET} bytes of brotli`, async () => {
  // Without the worker, which comes last and fetches for later visits.
  const server = await serve({ faults: { "sw.js": { status: 404 } }, asIs: true });
  const driver = await open({ engine: "chromium" });
  try {
    await driver.get(server.url);
    await until(driver, "return document.querySelector('.ec') !== null");
    await mouse(driver).press("Audiology");
    await mouse(driver).press("Start now");
    await heading(driver, "What is the highest qualification you have or are studying for?");
    const asked = server.asked.map((url) => url.slice(1) || "index.html");
    const files = [...new Set(asked)].filter((name) => name !== "sw.js").sort();
    const first = ["checker.js", "checker_bg.wasm", "entry-checker.css", "icon.svg", "index.html", "start.js"];
    // They come beside these: the first question does without them, as a test in roles.test.mjs shows.
    const beside = ["catalogue.json", "checker-later.wasm", "device.js", "keep.js", "sentences.json"];
    assert.deepEqual(files, [...first, ...beside].sort());
    assert.ok(first.length <= requests["the first question"], `${first.length} requests to the first question`);
    assert.ok(files.length <= requests.everything, `${files.length} requests`);
    let total = 0;
    for (const file of first) {
      const bytes = await readFile(`${root}dist/${file}`);
      total += brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
      }).length;
    }
    console.log(`${first.length} files, ${total} bytes of brotli of ${BUDGET}`);
    assert.ok(total <= BUDGET, `${total} bytes`);
  } finally {
    await driver.quit();
    await server.close();
  }
});

test("nothing of the machine that built it stands in what is built", async () => {
  for (const file of ["checker_bg.wasm", "checker-later.wasm", "engine-wasm_bg.wasm", "checker.js", "engine.js", "index.html", "catalogue.json"]) {
    const text = (await readFile(`${root}dist/${file}`)).toString("latin1");
    const found = /\/(root|home|Users|work)\/[ -~]{0,60}/.exec(text);
    assert.equal(found, null, `${file}: ${found}`);
  }
});
