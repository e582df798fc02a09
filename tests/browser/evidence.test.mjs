// Writing an example, in each browser: the words stay, the caret stays, copies hold them and the link does not.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, heading, Key, open, runAsync, text, until, violations } from "../support/browser.mjs";
import { device } from "../support/device.mjs";
import { mouse } from "../support/hands.mjs";
import { catchKept, downloaded } from "../support/kept.mjs";
import { sheetsOf } from "../support/paper.mjs";
import { serve } from "../support/server.mjs";
import { openExample } from "../support/views.mjs";

const ROLE = "#/clinical-or-medical-technology";
const RESULT = "Your result for clinical or medical technology";
const SKILLS = "Skills to show for clinical or medical technology";
const CLAIM = "I can put a worried person at ease";
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
  runAsync(
    driver,
    `const [selector, place, letter] = arguments;
    const field = document.querySelector(selector);
    field.focus();
    field.setSelectionRange(place, place);
    field.setRangeText(letter, place, place, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await settle();
    return [field.value, field.selectionStart];`,
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

    const copied = async () => {
      await run("delete window.kept.text");
      await hand.press("Copy as text");
      return until(driver, "return window.kept.text");
    };
    const link = () => run("return document.querySelector('.ec-keep input').value");

    test("a note stays, goes with the skills and the result, and is in no link", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      const before = await link();
      await hand.press("See the skills to show");
      await heading(driver, SKILLS);
      await catchKept(driver);
      // The example opens by itself, and who begins to write it has one.
      await openExample(driver, CLAIM);
      assert.equal(await run("return document.activeElement.textContent"), `Close your example: ${CLAIM}`);
      const box = await run("return document.querySelector('.ec-claim:has(.ec-example) input')");
      assert.equal(await box.isSelected(), false);
      await driver.findElement({ css: FIELD }).sendKeys("I kept bees");
      await until(driver, "return document.querySelector('.ec-example__count').textContent.startsWith('3 words')");
      assert.equal(await box.isSelected(), true);
      assert.deepEqual(await typeAt(1, "!"), ["I! kept bees", 2], "the caret stays in the middle");
      await driver.findElement({ css: FIELD }).sendKeys(Key.END, ".", Key.ENTER, Key.ENTER, "They swarmed.");
      await hand.choose("Compassion");
      assert.deepEqual(await violations(driver), []);
      const LINES =
        /\[x\] I can put a worried person at ease\n(?: {2})?Situation: what was going on: I! kept bees\.\n\n(?: {2})?They swarmed\.\n(?: {2})?Values it can show: compassion\n/;
      const holds = (words, html) => {
        assert.match(words, LINES);
        assert.match(words, /\[ \] \S/);
        assert.equal(words.split("bees").length, 2, "once");
        assert.doesNotMatch(words, /(Write|Change|Close) your example|Try to use/);
        assert.match(html, /what was going on: I! kept bees\.\n\nThey swarmed\./);
        assert.match(html, /\.ec-said span \{\s*white-space: pre-wrap/, "the lines are shown as lines");
        assert.doesNotMatch(html, /<textarea|<input|<button/);
      };
      holds(await copied(), await downloaded(driver, hand));

      await hand.press("Back to your result");
      await heading(driver, RESULT);
      assert.equal(await link(), before);
      const [words, html] = [await copied(), await downloaded(driver, hand)];
      holds(words, html);
      for (const part of [
        "Your answers\n- About you. Highest qualification: A degree\n- Degree 1. ",
        "Subject: Physics",
        "1 of 15 with an example",
        "Only if the job makes you responsible",
      ]) {
        assert.ok(words.includes(part), `${part}:\n${words}`);
      }
      assert.ok(html.includes("Your answers"));
      await onPaper();

      await hand.press("See the skills to show");
      await heading(driver, SKILLS);
      assert.match(await text(driver), /I! kept bees\.\n\nThey swarmed\./, "closed, it can be read");
      await openExample(driver, CLAIM);
      assert.equal(await run("return document.querySelector(arguments[0]).value", FIELD), "I! kept bees.\n\nThey swarmed.");
      assert.equal(await link(), before);
      assert.doesNotMatch(await run("return location.href"), /bees/);
    });

    /** WebKit's driver has no command for printing. */
    async function onPaper() {
      if (engine === "webkit") return;
      const margin = { top: 1.1, bottom: 1.1, left: 1.1, right: 1.1 };
      const pdf = await driver.printPage({ width: 21, height: 29.7, ...margin });
      assert.equal(sheetsOf(pdf), 2, "with a short example a result is two sheets");
    }

    test("what is pasted is kept whole, and the words under it tell that it is long", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      await hand.press("See the skills to show");
      await heading(driver, SKILLS);
      await openExample(driver, CLAIM);
      const long = `${"I asked what worried her. ".repeat(40)}The end.`;
      await run(
        "const field = document.querySelector(arguments[0]); field.value = arguments[1]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        FIELD,
        long,
      );
      await until(driver, "return document.querySelector('.ec-example__count--over') !== null");
      const told = await run(
        "const field = document.querySelector(arguments[0]); return document.getElementById(field.getAttribute('aria-describedby')).textContent",
        FIELD,
      );
      assert.equal(told, "202 words. Try to use no more than 300 characters. This is 748 characters too long. We keep it all.");
      assert.equal(await run("return document.querySelector(arguments[0]).value", FIELD), long);
      await hand.press("Save on this device");
      assert.equal(await here.told(), "Saved.");
      assert.ok((await here.stored()).includes(`situation ${long}`));
      // Beyond what could be read again nothing is saved, and it is told. The field is not shown meanwhile: a browser takes
      // seconds for each layout of a text that long, and the promise is about saving.
      const saved = await here.stored();
      await run(
        "const field = document.querySelector(arguments[0]); field.style.display = 'none'; field.value = '€€€€€€€ '.repeat(185_000); field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        FIELD,
      );
      await until(driver, "return document.querySelector('.ec-example__count').textContent.startsWith('185000 words')");
      await hand.press("Save again");
      await until(
        driver,
        "return document.querySelector('.ec-screen .ec-keep:last-of-type [role=status]').textContent.startsWith('There is no room to save')",
      );
      assert.equal(await here.stored(), saved);
    });

    test("skills of some jobs come with their condition, and the focus stays", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      await hand.press("See the skills to show");
      await heading(driver, SKILLS);
      assert.doesNotMatch(await text(driver), /I can lead other people well/);
      await hand.choose("I want a job like this");
      await until(driver, "return document.body.innerText.includes('I can lead other people well')");
      const box = await run("return document.getElementById('ec-tick-condition')");
      await box.sendKeys(" ");
      await until(driver, "return !document.querySelector('.ec-group .ec-claim label[for=ec-tick-K16]')");
      assert.ok(await run("return document.activeElement === arguments[0]", box));
    });
  });
}
