// Keeping a result, in each browser: as text, as a file, as a link; and coming back by a link, a good one, an old one, or
// a bad one. What is kept holds what was said; what is opened is checked before anything follows from it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, violations, visit, visitWhole } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { catchKept, downloaded } from "../support/kept.mjs";
import { graduate } from "../support/people.mjs";
import { root, serve, WATCH } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const CHECK = "Check your answers";
const ROLES = "Which role do you want to check?";
const RESULT = "Your result for clinical or medical technology";

/** Files that the server has in the place of its own; a test adds one and removes it. */
const pages = {};
/** Puts a link into the address when the checker is inserted into the page, before its first rendering has ended. */
const CHANGE_AS_IT_IS_DRAWN = `
  for (const method of ["appendChild", "insertBefore"]) {
    const own = Node.prototype[method];
    Node.prototype[method] = function (node, ...more) {
      const put = own.call(this, node, ...more);
      if (node.nodeType === 1 && node.matches(".ec") && !window.changed) {
        window.changed = true;
        location.hash = "#v1.AAAA.AAAA";
      }
      return put;
    };
  }`;

let server;
let driver;
let hand;

before(async () => {
  server = await serve({ pages });
});

after(() => server.close());

const arrive = (hash) => visit(driver, server.url + hash);

/** A physicist with a 2:1, at the result. */
async function result() {
  await visitWhole(driver, server, ROLE);
  await hand.press("Start now");
  await graduate(driver, hand);
  // Whatever else is asked makes no difference here.
  const title = () => driver.executeScript("return document.querySelector('h1').textContent.trim()");
  for (let before = await title(); before !== CHECK; before = await title()) {
    await hand.choose(await driver.executeScript("return [...document.querySelectorAll('.ec-option label')].at(-1).textContent"));
    await hand.press("Continue");
    await until(driver, "return document.querySelector('h1').textContent.trim() !== arguments[0]", before);
  }
  await hand.press("See your result");
  await heading(driver, RESULT);
}

/** A link as an older or a newer version of the page would have written it. */
function rewritten(link, change) {
  const payload = Buffer.from(change(Buffer.from(link.split(".")[1], "base64url"))).toString("base64url");
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(payload)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  const sum = Buffer.from((hash >> 32n).toString(16).padStart(8, "0"), "hex");
  return `v2.${payload}.${sum.toString("base64url")}`;
}

const link = () => driver.executeScript("return document.querySelector('.ec-keep input').value");
const said = () => until(driver, "return document.querySelector('.ec-keep [role=status]').textContent");

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
      hand = mouse(driver);
    });

    after(() => driver?.quit());

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    test("as text, as a file, and by a link that opens at the answers", async () => {
      await result();
      assert.deepEqual(await violations(driver), []);
      const since = server.asked.length;
      await catchKept(driver);
      await hand.press("Copy as text");
      assert.equal(await said(), "Copied.");
      const words = await driver.executeScript("return window.kept.text");
      for (const part of [
        RESULT,
        "Train as a clinical scientist",
        "Met",
        "the most commonly accepted degrees will be in pure or applied physics",
        "https://www.healthcareers.nhs.uk/",
        "- physical requirements",
        "version 2026.11",
      ]) {
        assert.ok(words.includes(part), `the text does not say ${part}:\n${words}`);
      }
      assert.doesNotMatch(words, /Copy as text|What do these words mean|undefined|\n\n\n/);

      const html = await downloaded(driver, hand);
      assert.match(html, /^<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">/);
      for (const part of [RESULT, "the most commonly accepted degrees will be in pure or applied physics"])
        assert.ok(html.includes(part), part);
      assert.match(html, /<style>\n:root, :host {/);
      assert.match(html, /<details[^>]* open/);
      assert.doesNotMatch(html, /<details(?![^>]* open)/);
      assert.doesNotMatch(html.slice(html.indexOf("</style>")), /<script|<button|<input|data-keep/);

      const address = await link();
      assert.ok(address.startsWith(`${server.url}#v2.`) && address.length - server.url.length <= 513, address);
      await hand.press("Copy the link");
      await until(driver, "return window.kept.text === arguments[0]", address);
      assert.deepEqual(server.later(since), [], "no request was made");

      await arrive(new URL(address).hash);
      await heading(driver, CHECK);
      assert.match(await text(driver), /These answers came from a link\. Check that they are yours\./);
      assert.match(await text(driver), /Physics/);
      await until(driver, "return location.hash === arguments[0]", `${ROLE}/check`);
      assert.deepEqual(await violations(driver), []);
      await hand.press("See your result");
      await heading(driver, RESULT);
      assert.equal(await link(), address);
      assert.doesNotMatch(await text(driver), /came from a link/);
      assert.ok(!server.asked.some((asked) => asked.includes("v2.")), "a link is never sent");
    });

    test("where the browser does not let us copy, the link can be copied by hand", async () => {
      await result();
      await driver.executeScript(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })",
      );
      await hand.press("Copy the link");
      assert.match(await said(), /^Your browser did not let us copy/);
      const chosen = "const field = document.activeElement; return field.value?.slice(field.selectionStart, field.selectionEnd)";
      assert.equal(await driver.executeScript(chosen), await link());
    });

    test("a link that is broken says so, and nothing of it is shown", async () => {
      for (const bad of ["#v1.AAAA.AAAA", "#v9.AAAA.AAAA", "#v1.<img src=x onerror=alert(1)>.AAAA", `#v1.${"A".repeat(2_000)}.AAAA`]) {
        await arrive(bad);
        await heading(driver, ROLES);
        assert.match(await text(driver), /This link did not work\. You can start again here\./);
        await until(driver, "return location.hash === '#/'");
      }
      assert.deepEqual(await violations(driver), []);
    });

    test("links of old open", async () => {
      const kept = await Promise.all(["v1", "v2"].map((version) => readFile(`${root}tests/links/${version}.jsonl`, "utf8")));
      for (const { link } of kept.flatMap((lines) => lines.trim().split("\n")).map((line) => JSON.parse(line))) {
        await arrive(`#${link}`);
        await heading(driver, CHECK);
        assert.match(await text(driver), /These answers came from a link/);
      }
    });

    test("a link of other rules, or with an answer that is not known here, says so at the answers", async () => {
      const lines = (await readFile(`${root}tests/links/v2.jsonl`, "utf8"))
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const made = lines.map(({ link }) => link).find((one) => Buffer.from(one.split(".")[1], "base64url").includes("2026.11"));
      const older = rewritten(made, (bytes) => Buffer.from(bytes.toString("latin1").replace("2026.11", "2025.01"), "latin1"));
      const newer = rewritten(made, (bytes) => [...bytes, 255, 1, 7]);
      assert.equal(
        rewritten(made, (bytes) => bytes),
        made,
      );
      const CHANGED = /The rules have changed since this link was made\. We use the new rules\./;
      const LOST = /We could not read all of this link\. The answers we could read are below\./;
      for (const [address, changed, lost] of [
        [older, true, false],
        [newer, false, true],
      ]) {
        await arrive(`#${address}`);
        await heading(driver, CHECK);
        assert.equal(CHANGED.test(await text(driver)), changed);
        assert.equal(LOST.test(await text(driver)), lost);
        assert.deepEqual(await violations(driver), []);
      }
      // Put into the address of a page that is open already, where it loads nothing anew; also in the moment in which the
      // checker is drawn for the first time.
      pages["watch.js"] = WATCH + CHANGE_AS_IT_IS_DRAWN;
      await arrive(ROLE);
      await heading(driver, ROLES);
      assert.match(await text(driver), /This link did not work/);
      delete pages["watch.js"];
      for (const [address, where] of [
        ["#v1.AAAA.AAAA", ROLES],
        [`#${made}`, CHECK],
      ]) {
        await arrive(ROLE);
        await driver.executeScript("location.hash = arguments[0]", address);
        await heading(driver, where);
        await until(driver, "return !location.hash.includes('v1')");
        assert.match(await text(driver), /This link did not work|These answers came from a link/);
      }
    });
  });
}
