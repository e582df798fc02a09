// People at random, in each browser: a thousand steps each, and the page is never empty, never stuck, never stopped, and asks
// for nothing. And what nobody is patient with: Back and Continue a thousand times, a megabyte in a field.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { ENGINES, heading, open, replaceTab, text, until, visitWhole } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { letLoose, toAndFro, walk } from "../support/monkey.mjs";
import { serve } from "../support/server.mjs";

/** How many walk, how far, and how often the same is pressed. `cargo xtask soak walks` has the long ones; WebKit needs five times
    as long for a step as the others. */
const LONG = process.env.WALKS !== undefined;
const WALKS = Number(process.env.WALKS ?? 2);
const STEPS = (engine) => (LONG || engine !== "webkit" ? 1_000 : 200);
const PRESSED = (engine) => (LONG || engine !== "webkit" ? 1_000 : 100);
const STAGE = "What is the highest qualification you have or are studying for?";
const DEGREE = "Which kind of degree do you have, or are you studying for?";
const SUBJECT = "What subject is your degree in?";
const LEVEL3 = "Which level 3 qualification do you have, or are you studying for?";
const MEGABYTE = 1 << 20;

for (const engine of ENGINES) {
  describe(engine, () => {
    let server;
    let driver;
    let me;

    before(async () => {
      server = await serve();
      driver = await open({ engine, width: 1000, height: 900 });
      await driver.manage().setTimeouts({ script: 900_000 });
      me = mouse(driver);
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    /** Our page once nothing more is asked for, with nothing saved, in a tab without a history. */
    async function arrive(address = "") {
      await replaceTab(driver);
      await driver.get(`${server.url}icon.svg`);
      await driver.executeScript("localStorage.clear()");
      await visitWhole(driver, server, address);
      await letLoose(driver);
    }

    async function question() {
      await arrive("#/clinical-or-medical-technology");
      await me.press("Start now");
      for (const [title, words] of [
        [STAGE, "A degree"],
        [DEGREE, "Honours degree"],
        ["Do you have your degree result yet?", "Yes, I have it"],
        ["What class is your degree?", "Upper second (2:1)"],
      ]) {
        await heading(driver, title);
        await me.choose(words);
        await me.press("Continue");
      }
      await heading(driver, SUBJECT);
    }

    for (let seed = 1; seed <= WALKS; seed += 1) {
      test(`walk ${seed}: ${STEPS(engine)} steps`, async (t) => {
        await arrive(["", "#/all", "#/audiology"][seed % 3]);
        const before = server.asked.length;
        const { steps, wrong, screens, longest, said } = await walk(driver, seed * 7919, STEPS(engine));
        t.diagnostic(`${Object.keys(screens).length} screens, at most ${longest} steps with nothing to show for it`);
        assert.deepEqual([wrong, said, steps], [[], [], STEPS(engine)]);
        assert.ok(Object.keys(screens).length > 10, `it came about: ${JSON.stringify(screens)}`);
        assert.ok(longest < 100, `${longest} steps that did nothing`);
        assert.deepEqual(server.later(before), [], "nothing was asked for");
        // And from there a person can begin.
        await driver.executeScript("location.hash = '#/audiology/q/stage'");
        // What was saved on the way is told of above the button, once the rules are there, and moves it.
        await visitWhole(driver, server, "#/audiology");
        await me.press("Start now");
        await heading(driver, STAGE);
      });
    }

    test(`Back and Continue, ${PRESSED(engine)} presses`, async () => {
      await question();
      const { titles, said } = await toAndFro(driver, PRESSED(engine) / 2);
      assert.deepEqual(said, []);
      assert.deepEqual(Object.keys(titles).sort(), ["What class is your degree?", SUBJECT].sort());
      await heading(driver, SUBJECT);
      await me.pick("phys", "Physics");
      await me.press("Continue");
      await heading(driver, LEVEL3);
    });

    test("a megabyte in a field is told of, and what comes after it is taken", async (t) => {
      await question();
      // What the checker does with it, without what the browser does to show it.
      const paste = (selector, words) =>
        driver.executeAsyncScript(
          `const [selector, words, length, done] = arguments;
           const field = document.querySelector(selector);
           field.value = words.repeat(length / words.length);
           const start = performance.now();
           field.dispatchEvent(new InputEvent("input", { bubbles: true }));
           Promise.resolve().then(() => done(performance.now() - start));`,
          selector,
          words,
          MEGABYTE,
        );
      t.diagnostic(`it was looked at in ${(await paste("input[type=text]", "physics and ")).toFixed(1)} ms`);
      await me.press("Continue");
      await until(driver, "return document.querySelector('.ec-error-summary') !== null");
      assert.match(await text(driver), /Subject must be 80 characters or less/);
      // What was pasted is there to be mended, and nothing else on the page has it. WebKit's own fields hold half of it.
      assert.ok((await driver.executeScript("return document.querySelector('input[type=text]').value.length")) > 500_000);
      assert.ok((await text(driver)).length < 5_000);
      await driver.executeScript("document.querySelector('input[type=text]').value = ''");
      await me.pick("phys", "Physics");
      await me.press("Continue");
      await heading(driver, LEVEL3);
      await arrive();
      t.diagnostic(`roles were looked for in ${(await paste("input[type=search]", "zebra ")).toFixed(1)} ms`);
      await until(driver, "return document.querySelectorAll('.ec-role').length === 0");
      assert.deepEqual(await driver.executeScript("return window.complaints.splice(0)"), []);
    });
  });
}
