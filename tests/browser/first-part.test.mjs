// All that can be done before the rules are there, in each browser, with the second part of the wasm never coming: what the
// first part does, it does without it. A call of what is not there would end the checker.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLES = "Which role do you want to check?";
const STAGE = "What is the highest qualification you have or are studying for?";
const WAITING = "Loading the rules";
const STAGES = 5;

/** Addresses that lead to what needs the rules, or nowhere: each ends where it can without them. */
const ADDRESSES = [
  ["#/audiology/result", "Check which route into audiology you could take"],
  ["#/audiology/check", "Check which route into audiology you could take"],
  ["#/audiology/skills", "Check which route into audiology you could take"],
  ["#/audiology/q/degree-1-subject", "Check which route into audiology you could take"],
  ["#/audiology/q/stage", STAGE],
  ["#/audiology/start-again", "Do you want to start again?"],
  ["#/all", "Check all the roles at once"],
  ["#/all/result", "Check all the roles at once"],
  ["#/no-such-role/result", ROLES],
  ["#v1.no-such-link", WAITING],
  ["#v9", WAITING],
];

let server;
let driver;

before(async () => {
  server = await serve({ faults: { "checker-later.wasm": { hang: true } } });
});

after(() => server.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine });
    });

    after(() => driver.quit());

    beforeEach(() => driver.get("about:blank"));

    const alive = async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");
    const now = () => driver.executeScript("return document.querySelector('h1').textContent");

    test("from the roles to the first question, with each answer, and back", async () => {
      const me = mouse(driver);
      await visit(driver, server.url);
      for (const typed of ["aud", "audiolgy", "zzzz", "", "physical sciences"]) {
        await driver.executeScript(
          "const field = document.querySelector('input'); field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
          typed,
        );
        await until(driver, "return document.querySelector('input').value === arguments[0]", typed);
      }
      await me.press("Check all roles at once");
      await me.press("Start now");
      await heading(driver, STAGE);
      await me.press("Continue");
      await until(driver, "return document.querySelector('.ec-error-summary') !== null");
      for (let place = 0; place < STAGES; place += 1) {
        const many = await driver.executeScript(
          "const all = document.querySelectorAll('.ec-option input'); all[arguments[0]].click(); return all.length",
          place,
        );
        assert.equal(many, STAGES);
        await me.press("Continue");
        await heading(driver, WAITING);
        await me.press("Back");
        await heading(driver, STAGE);
        assert.equal(await driver.executeScript("return document.querySelectorAll('input:checked').length"), 1);
      }
      await me.press("Back");
      await me.press("Choose another role");
      await heading(driver, ROLES);
      await driver.navigate().back();
      await heading(driver, "Check all the roles at once");
      await driver.navigate().forward();
      await heading(driver, ROLES);
      assert.match(await text(driver), /Audiology/);
      await alive();
    });

    test("at every address", async () => {
      for (const [address, title] of ADDRESSES) {
        await driver.get("about:blank");
        await visit(driver, server.url + address);
        assert.equal(await now(), title, address);
        await alive();
      }
    });
  });
}
