// What a phone fetches until the first question, on our own page and in an element on another, and what that weighs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

import { heading, navigate, open, until } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { element, page, SCRIPT, STAGE } from "../support/host.mjs";
import { root, serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const { brotli, requests } = JSON.parse(await readFile(`${root}budgets.json`, "utf8"));
const BUDGET = brotli["the first question"];
const ELEMENT = "the first question of the element";

/** What files weigh, as a static host keeps them. */
async function weight(files) {
  let total = 0;
  for (const file of files) {
    const bytes = await readFile(`${root}dist/${file}`);
    total += brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
    }).length;
  }
  return total;
}

test(`the first question is reached within ${BUDGET} bytes of brotli`, async () => {
  // Without the worker, which comes last and fetches for later visits.
  // First what may fail: a server that nobody closes would keep this file from ending.
  const driver = await open({ engine: "chromium" });
  const server = await serve({ faults: { "sw.js": { status: 404 } }, asIs: true });
  try {
    await driver.get(server.url);
    await until(driver, "return document.querySelector('.ec') !== null");
    await mouse(driver).press("Audiology");
    await mouse(driver).press("Start now");
    await heading(driver, STAGE);
    const asked = server.asked.map((url) => url.slice(1) || "index.html");
    const files = [...new Set(asked)].filter((name) => name !== "sw.js").sort();
    const first = ["checker.js", "checker_bg.wasm", "entry-checker.css", "icon.svg", "index.html", "start.js"];
    // They come beside these: the first question does without them, as a test in roles.test.mjs shows.
    const beside = ["catalogue.json", "checker-later.wasm", "device.js", "keep.js", "sentences.json"];
    assert.deepEqual(files, [...first, ...beside].sort());
    assert.ok(first.length <= requests["the first question"], `${first.length} requests to the first question`);
    assert.ok(files.length <= requests.everything, `${files.length} requests`);
    const total = await weight(first);
    console.log(`${first.length} files, ${total} bytes of brotli of ${BUDGET}`);
    assert.ok(total <= BUDGET, `${total} bytes`);
  } finally {
    await driver.quit();
    await server.close();
  }
});

test(`an element asks its first question within ${brotli[ELEMENT]} bytes of brotli, before any rule is there`, async () => {
  const later = ["catalogue.json", "checker-later.wasm", "sentences.json"];
  const driver = await open({ engine: "chromium" });
  const server = await serve({
    pages: { "host.html": page(element("one", "audiology"), SCRIPT).replace('<script src="listen.js"></script>', "") },
    folder: "entry-checker/",
    faults: Object.fromEntries(later.map((name) => [`entry-checker/${name}`, { hang: true }])),
    asIs: true,
  });
  try {
    await navigate(driver, `${server.url}host.html`);
    await widget(driver, "one").press("Start now");
    await widget(driver, "one").heading(STAGE);
    const first = server.asked.map((url) => /\/entry-checker\/(.+)$/.exec(url)?.[1]).filter((name) => name && !later.includes(name));
    assert.equal(new Set(first).size, first.length, first.join());
    assert.ok(first.length <= requests[ELEMENT], first.join());
    const total = await weight(first);
    console.log(`${first.length} files, ${total} bytes of brotli of ${brotli[ELEMENT]}`);
    assert.ok(total > brotli[ELEMENT] / 2 && total <= brotli[ELEMENT], `${total} bytes`);
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
