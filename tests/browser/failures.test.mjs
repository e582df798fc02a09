// What a person sees where the checker cannot start, in each browser: one plain sentence, the way to the rules, a way to try
// again, the focus where it was, and one line with a code in the console.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { TIMEOUT } from "../../web/shared/timeout.js";
import { By, codesIn, complaints, ENGINES, heading, IS_STARTED, navigate, open, text, until, violations } from "../support/browser.mjs";
import { moveClock, untilTimers } from "../support/clock.mjs";
import { gate, POLICY, root, serve, unheld } from "../support/server.mjs";

const wasm = await readFile(`${root}dist/checker_bg.wasm`);
const UNHELD = unheld(await readFile(`${root}dist/index.html`, "utf8"));
const NOT_STARTED = /The checker could not start in this browser\. You can read the rules instead\./;
const NOT_LOADED = /The rules could not be loaded\. Your answers are still here\./;
const SLOW = /The checker is taking a long time to load\. You can wait, try again, or read the rules instead\./;
const OWN_WORDS = "Check the entry rules of healthcare science roles";
const ROLES = "Which role do you want to check?";

let faults;
let server;
let driver;

/** Our own lines in the console. Nothing is left uncaught. */
async function codes() {
  const said = await complaints(driver);
  assert.ok(!said.some((line) => /Uncaught|unhandledrejection/.test(line)), said.join("\n"));
  return codesIn(said);
}

/** The rules can be reached from here, and read. */
async function rulesCanBeRead() {
  await (await driver.findElement(By.css("#to-rules:not([hidden]) a, #unstarted a"))).click();
  await heading(driver, "The entry rules of each role");
}

const broken = Buffer.from(wasm);
broken[1000] ^= 0xff;
const mangled = gzipSync(wasm);
mangled.fill(0xff, 1000, 2000);
const refuse = POLICY.replace(" 'wasm-unsafe-eval'", "");
/** The page with a script before ours, which makes the browser another. */
const withScript = (script) => UNHELD.replace("<head>", `<head><script src="${script}"></script>`);
/** Browsers whose owner has switched wasm off have none at all. */
const NO_WASM = "delete window.WebAssembly;";
/** A device without room for more than the smallest module. */
const NO_ROOM = `
  const { instantiate } = WebAssembly;
  const full = () => Promise.reject(new RangeError("out of memory"));
  WebAssembly.instantiate = (bytes, imports) => (bytes.byteLength < 100 ? instantiate(bytes, imports) : full());
  WebAssembly.instantiateStreaming = full;
`;

/** The script beside the wasm, of a program that cannot show anything. */
const STOPS = `
  export default async () => {};
  export const onFault = () => {};
  export const begin = () => true;
  export function mount() { throw new Error("no"); }
`;

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
    });

    after(() => driver?.quit());

    // A host of its own for each: nothing that a browser has kept of another.
    beforeEach(async () => {
      faults = {};
      server = await serve({ path: "/careers/checker/", faults, pages: { "no-wasm.js": NO_WASM, "no-room.js": NO_ROOM } });
    });

    afterEach(async () => {
      await driver.get("about:blank");
      await complaints(driver);
      await server.close();
    });

    for (const [what, name, fault, code] of [
      ["is missing", "checker_bg.wasm", { status: 404 }, "E_FETCH"],
      ["meets a host that has broken down", "checker_bg.wasm", { status: 500 }, "E_FETCH"],
      ["comes empty", "checker_bg.wasm", { body: Buffer.alloc(0) }, "E_WASM"],
      ["comes cut short", "checker_bg.wasm", { body: wasm.subarray(0, 100_000) }, "E_WASM"],
      ["comes to a host that hangs up", "checker_bg.wasm", { cut: 100_000 }, "E_WASM"],
      ["comes with a wrong byte", "checker_bg.wasm", { body: broken }, "E_WASM"],
      ["is a page in place of wasm", "checker_bg.wasm", { body: "<!doctype html>", type: "text/html" }, "E_MIME"],
      ["is mangled on its way", "checker_bg.wasm", { body: mangled, headers: { "Content-Encoding": "gzip" } }, "E_WASM"],
      ["comes to a browser without wasm", "index.html", { body: withScript("no-wasm.js") }, "E_CSP_WASM"],
      ["finds no room", "index.html", { body: withScript("no-room.js") }, "E_WASM"],
      ["is refused by a policy", "index.html", { policy: refuse }, "E_CSP_WASM"],
      ["has no script beside it", "checker.js", { status: 404 }, "E_FETCH"],
      ["has a broken script beside it", "checker.js", { body: "export default 1 +" }, "E_FETCH"],
      ["stops as it starts", "checker.js", { body: STOPS }, "E_START"],
    ]) {
      // What could not be fetched may come the next time, so the first screens stay; else they would lead nowhere.
      const [id, words, title] = code === "E_FETCH" ? ["no-rules", NOT_LOADED, ROLES] : ["failed", NOT_STARTED, OWN_WORDS];
      test(`a checker that ${what} is told of (${code})`, async () => {
        if (code !== "E_FETCH") faults["index.html"] = { body: UNHELD };
        faults[name] = { ...faults[name], ...fault };
        await driver.get(server.url);
        await until(driver, "return document.getElementById(arguments[0]).hidden === false", id);
        assert.match(await text(driver), words);
        assert.doesNotMatch(await text(driver), /is loading/);
        await heading(driver, title);
        assert.equal(await driver.executeScript("return document.activeElement.tagName"), "BODY", "the focus stays");
        assert.equal(await driver.executeScript("return document.getElementById(arguments[0]).getAttribute('role')", id), "status");
        assert.equal(await driver.executeScript("return document.getElementById('again').hidden"), false);
        assert.deepEqual(await violations(driver), []);
        assert.deepEqual(await codes(), [code]);
        await rulesCanBeRead();
      });
    }

    const isShown = (id) => driver.executeScript("return document.getElementById(arguments[0])?.hidden === false", id);
    /** Moves the clock to a moment, and shows that a notice appears then and not a millisecond before. */
    const appearsAt = async (id, ms) => {
      await untilTimers(driver, ms);
      await moveClock(driver, ms - 1);
      assert.equal(await isShown(id), false, `${ms - 1} ms`);
      await moveClock(driver, 1);
      await until(driver, "return document.getElementById(arguments[0])?.hidden === false", id);
    };

    for (const name of ["checker_bg.wasm", "catalogue.json", "sentences.json"]) {
      test(`a person is told after ${TIMEOUT / 1000} seconds that ${name} does not come, and is left in peace`, async () => {
        faults[name] = { hang: true };
        await navigate(driver, server.url);
        await heading(driver, ROLES);
        await driver.executeScript("document.querySelector('.ec-role button').focus()");
        await appearsAt("slow", TIMEOUT);
        assert.match(await text(driver), SLOW);
        await heading(driver, ROLES);
        assert.equal(await driver.executeScript("return document.activeElement.tagName"), "BUTTON", "the focus stays");
        assert.deepEqual(await violations(driver), []);
        assert.deepEqual(await codes(), ["E_TIMEOUT"]);
        await rulesCanBeRead();
      });
    }

    test("a checker that comes late takes over all the same, and the focus stays", async () => {
      const late = gate();
      faults["checker_bg.wasm"] = { until: late.until };
      await navigate(driver, server.url);
      await heading(driver, ROLES);
      await driver.executeScript("document.querySelector('.ec-role button').focus()");
      await appearsAt("slow", TIMEOUT);
      late.open();
      await until(driver, IS_STARTED);
      assert.equal(await isShown("slow"), false);
      assert.equal(await driver.executeScript("return document.activeElement.closest('.ec-role') !== null"), true);
      assert.deepEqual(await codes(), ["E_TIMEOUT"]);
    });

    test("who tries again while the first try hangs gets the checker", async () => {
      faults["catalogue.json"] = { hang: true };
      await navigate(driver, server.url);
      await heading(driver, ROLES);
      await appearsAt("slow", TIMEOUT);
      delete faults["catalogue.json"];
      await driver.executeScript("document.getElementById('again').click()");
      await until(driver, IS_STARTED);
      await heading(driver, ROLES);
      assert.deepEqual(await codes(), ["E_TIMEOUT"]);
    });

    test("wasm under a wrong type still starts, and the console names what the host has to mend", async () => {
      faults["checker_bg.wasm"] = { type: "application/octet-stream" };
      await driver.get(server.url);
      await until(driver, IS_STARTED);
      await heading(driver, ROLES);
      assert.deepEqual(await codes(), ["E_MIME"]);
    });

    test(`without its first script the page says after ${TIMEOUT / 1000} seconds that it could not start`, async () => {
      faults["start.js"] = { status: 404 };
      await driver.get(server.url);
      const before = await text(driver);
      assert.match(before, /Which role do you want to check\?/);
      assert.doesNotMatch(before, /could not start|is loading/);
      const says = () => text(driver).then((words) => NOT_STARTED.test(words));
      await driver.wait(says, 15_000, "it says so");
      assert.deepEqual(await violations(driver), []);
      await rulesCanBeRead();
    });
  });
}
