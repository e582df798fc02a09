// Writing an example, in each browser: the words stay, the caret stays, copies hold them and the link does not.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, until, violations } from "../support/browser.mjs";
import { device } from "../support/device.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const RESULT = "Your result for clinical or medical technology";
const SKILLS = "Skills to show for clinical or medical technology";
const FIELD = ".ec-example textarea";

let server;
let driver;
let hand;
let here;

before(async () => {
  server = await serve();
});

after(() => server.close());

const run = (script, ...values) => driver.executeScript(script, ...values);

/** Types one letter in the middle of the first field, as a browser tells of it, and says where the caret is then. */
const typeAt = (place, letter) =>
  driver.executeAsyncScript(
    `const [selector, place, letter, done] = arguments;
    const field = document.querySelector(selector);
    field.focus();
    field.setSelectionRange(place, place);
    field.setRangeText(letter, place, place, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    setTimeout(() => done([field.value, field.selectionStart]), 200);`,
    FIELD,
    place,
    letter,
  );

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
      hand = mouse(driver);
      here = device(driver, hand);
    });

    after(() => driver?.quit());

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    test("a note stays, is in copies, and is in no link", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      const link = await run("return document.querySelector('.ec-keep input').value");
      await hand.press("See the skills to show");
      await heading(driver, SKILLS);
      const box = await driver.findElement({ css: ".ec-group .ec-option input" });
      await box.sendKeys(" ");
      await until(driver, "return document.querySelector('.ec-group .ec-details:has(textarea) summary')");
      assert.ok(await run("return document.activeElement === arguments[0]", box), "the focus stays on the tick");
      await run("document.querySelector('.ec-group .ec-details:has(textarea)').open = true");
      await driver.findElement({ css: FIELD }).sendKeys("I kept bees");
      await until(driver, "return document.querySelector('.ec-example__count').textContent.startsWith('3 words')");
      assert.deepEqual(await typeAt(1, "!"), ["I! kept bees", 2], "the caret stays in the middle");
      assert.deepEqual(await violations(driver), []);

      await hand.press("Back to your result");
      await heading(driver, RESULT);
      assert.equal(await run("return document.querySelector('.ec-keep input').value"), link);
      await hand.press("See the skills to show");
      await heading(driver, SKILLS);
      assert.equal(await run("return document.querySelector(arguments[0]).value", FIELD), "I! kept bees");
      assert.equal(await run("return document.querySelector('.ec-keep input').value"), link);
      assert.doesNotMatch(await run("return location.href"), /bees/);

      await run(`
        window.kept = {};
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.kept.text = text) }, configurable: true });
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { window.kept.file = blob; return create.call(URL, blob); };
      `);
      await hand.press("Copy as text");
      const words = await until(driver, "return window.kept.text");
      assert.match(words, /\[x\] \S[^]*what was going on: I! kept bees/);
      assert.match(words, /\[ \] \S/);
      assert.equal(words.split("bees").length, 2, "once");
      await hand.press("Download as a file");
      const html = await driver.executeAsyncScript("const done = arguments[0]; window.kept.file.text().then(done)");
      assert.match(html, /\[x\] [^]*what was going on: I! kept bees/);
      assert.doesNotMatch(html, /<textarea|<input/);
    });
  });
}
