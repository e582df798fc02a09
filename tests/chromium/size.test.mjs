// What a phone fetches until the first screen can be used and until a result, on our own page and in an element on another, and
// what that weighs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

import { heading, IS_STARTED, navigate, open, until } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { element, page, SCRIPT, STAGE } from "../support/host.mjs";
import { gate, root, serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const TECHNOLOGY = "clinical-or-medical-technology";
const { brotli, requests } = JSON.parse(await readFile(`${root}budgets.json`, "utf8"));
/** What comes behind the first screens. */
const PROGRAM = ["catalogue.json", "checker.js", "checker_bg.wasm", "sentences.json"];

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

/** Whether files are within their budgets, by the names of those. */
async function holds(name, files) {
  assert.equal(new Set(files).size, files.length, files.join());
  const total = await weight(files);
  console.log(`${name}: ${files.length} files, ${total} bytes of brotli of ${brotli[name]}`);
  assert.ok(files.length <= requests[name], `${name}: ${files.length} requests`);
  assert.ok(total > brotli[name] / 2 && total <= brotli[name], `${name}: ${total} bytes`);
}

test("the first screen of the page and a result are within their budgets", async () => {
  // First what may fail: a server that nobody closes would keep this file from ending. Without the worker, which comes last and
  // fetches for later visits.
  const driver = await open({ engine: "chromium" });
  const late = gate();
  const faults = { "sw.js": { status: 404 }, "checker_bg.wasm": { until: late.until } };
  const server = await serve({ faults, asIs: true });
  // The icon is that of the tab and of the head of the page.
  const asked = () => [...new Set(server.asked.map((url) => url.slice(1) || "index.html"))].filter((name) => name !== "sw.js");
  try {
    await navigate(driver, server.url);
    const me = mouse(driver, { early: true });
    await me.press("Clinical or medical technology");
    await me.press("Start now");
    await heading(driver, STAGE);
    await holds(
      "the first screen",
      asked().filter((name) => !PROGRAM.includes(name)),
    );
    late.open();
    await until(driver, IS_STARTED);
    for (const [title, words] of [
      [STAGE, "A degree"],
      ["Which kind of degree do you have, or are you studying for?", "Honours degree"],
    ]) {
      await heading(driver, title);
      await me.choose(words);
      await me.press("Continue");
    }
    await me.press("See your result so far");
    await heading(driver, "Your result for clinical or medical technology");
    await until(driver, "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/page.js'))");
    await holds("a result", asked());
    assert.deepEqual(asked().toSorted(), ["entry-checker.css", "icon.svg", "index.html", "page.js", "start.js", ...PROGRAM].sort());
  } finally {
    await driver.quit();
    await server.close();
  }
});

test("the first screen of an element and a result in it are within their budgets", async () => {
  const driver = await open({ engine: "chromium" });
  const late = gate();
  const server = await serve({
    pages: { "host.html": page(element("one", TECHNOLOGY), SCRIPT).replace('<script src="listen.js"></script>', "") },
    folder: "entry-checker/",
    faults: { "entry-checker/checker_bg.wasm": { until: late.until } },
    asIs: true,
  });
  const asked = () => server.asked.map((url) => /\/entry-checker\/(.+)$/.exec(url)?.[1]).filter(Boolean);
  try {
    await navigate(driver, `${server.url}host.html`);
    const me = widget(driver, "one");
    await me.press("Start now");
    await me.heading(STAGE);
    await holds(
      "the first screen of the element",
      asked().filter((name) => !PROGRAM.includes(name)),
    );
    late.open();
    await until(driver, "return document.getElementById('one').state === 'ready'");
    await me.graduate();
    await me.press("See your result so far");
    await me.heading("Your result for clinical or medical technology");
    await holds("a result in the element", asked());
  } finally {
    await driver.quit();
    await server.close();
  }
});

test("nothing of the machine that built it stands in what is built", async () => {
  for (const file of ["checker_bg.wasm", "engine-wasm_bg.wasm", "checker.js", "engine.js", "index.html", "catalogue.json"]) {
    const text = (await readFile(`${root}dist/${file}`)).toString("latin1");
    const found = /\/(root|home|Users|work)\/[ -~]{0,60}/.exec(text);
    assert.equal(found, null, `${file}: ${found}`);
  }
});
