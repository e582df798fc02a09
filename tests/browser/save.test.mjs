// Saving on this device, in each browser: only when asked, gone when asked, and over after 28 days.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, violations } from "../support/browser.mjs";
import { device } from "../support/device.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const ROLES = "Which role do you want to check?";
const RESULT = "Your result for clinical or medical technology";
const FORGET = "Do you want to delete what is saved?";
const FORGOTTEN = "Nothing is saved on this device";
const MET = /You meet the qualification rules to train as a clinical scientist\./;
const SAVED = /You saved your answers on this device on (\d+ \w+ \d{4})\./;

let server;
let driver;
let hand;
let here;

before(async () => {
  server = await serve();
});

after(() => server.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
      hand = mouse(driver);
      here = device(driver, hand);
    });

    after(() => driver?.quit());

    beforeEach(async () => {
      await driver.get(`${server.url}icon.svg`);
      await driver.executeScript("localStorage.clear()");
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    test("nothing is kept unless it is asked for; what is saved is found, gone on from, and deleted", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      assert.deepEqual(await here.keys(), []);
      assert.equal(await driver.executeScript("return sessionStorage.length + document.cookie"), "0");
      assert.match(
        await text(driver),
        /kept in this browser, on this device, for 28 days.* Other people who use this device can see them\./,
      );
      const since = server.asked.length;
      await hand.press("Save on this device");
      assert.equal(await here.told(), "Saved.");
      assert.match(await text(driver), /Later changes are not saved until you save again\./);
      assert.deepEqual(await violations(driver), []);
      assert.deepEqual(await here.keys(), ["entry-checker"]);
      const first = await here.stored();
      assert.match(first, /^entry-checker saved 1\n[\w-]{6}\nday \d{4}-\d\d-\d\d\nanswers v2\.[\w-]+\.[\w-]{6}\nscreen result$/);

      // What comes after is not saved by itself; saving again replaces.
      await hand.press("See the skills to show");
      await heading(driver, "Skills to show for clinical or medical technology");
      await driver.executeScript("document.querySelector('.ec-screen input[type=checkbox]').click()");
      assert.equal(await here.stored(), first);
      await hand.press("Save again");
      assert.equal(await here.told(), "Saved.");
      assert.match(await here.stored(), /\nscreen skills\ntick clinical-or-medical-technology [\w-]+$/);
      assert.deepEqual(server.later(since), [], "nothing was sent");

      // The page never goes there by itself.
      await here.arrive(server.url);
      await heading(driver, ROLES);
      assert.match(await text(driver), SAVED);
      assert.deepEqual(await violations(driver), []);
      await hand.press("Go on from where you were");
      await heading(driver, "Skills to show for clinical or medical technology");
      assert.equal(await driver.executeScript("return document.querySelectorAll('.ec-screen input:checked').length"), 1);
      assert.equal(await driver.executeScript("return document.activeElement.tagName"), "H1");
      await hand.press("Back to your result");
      await heading(driver, RESULT);
      assert.match(await text(driver), MET);

      // Kept after all, then deleted, each on a page of its own.
      await hand.press("Delete what is saved");
      await heading(driver, FORGET);
      assert.deepEqual(await violations(driver), []);
      await hand.press("No, keep it");
      await heading(driver, RESULT);
      await hand.press("Delete what is saved");
      await heading(driver, FORGET);
      await hand.press("Yes, delete it");
      await heading(driver, FORGOTTEN);
      assert.equal(await driver.executeScript("return document.activeElement.tagName"), "H1");
      assert.deepEqual(await here.keys(), []);
      assert.deepEqual(await violations(driver), []);
      await hand.press("Go back");
      await heading(driver, RESULT);
      assert.match(await text(driver), MET);
      await here.arrive(server.url);
      assert.doesNotMatch(await text(driver), SAVED);
    });

    test("what is over is deleted at once, and that is said", async () => {
      await here.arrive(server.url + ROLE);
      await hand.press("Start now");
      await hand.choose("A degree");
      await hand.press("Continue");
      await driver.executeScript("location.hash = '#/clinical-or-medical-technology/check'");
      await heading(driver, "Check your answers");
      // The device lives 28 days ago.
      const past =
        "const RealDate = Date; window.Date = class extends RealDate { constructor(...all) { all.length ? super(...all) : super(RealDate.now() - arguments[0] * 86400000); } };";
      await driver.executeScript(
        `const days = arguments[0]; ${past.replace("arguments[0] *", "days *")} document.dispatchEvent(new Event("visibilitychange"));`,
        28,
      );
      await hand.press("Save on this device");
      assert.equal(await here.told(), "Saved.");
      assert.deepEqual(await here.keys(), ["entry-checker"]);
      await here.arrive(server.url);
      await until(driver, "return localStorage.length === 0");
      assert.match(await text(driver), /What you saved on \d+ \w+ \d{4} was kept for 28 days\. It is now deleted\./);
      await here.arrive(server.url);
      assert.doesNotMatch(await text(driver), /28 days/);
    });

    test("what cannot be read is told of, stays until it is deleted or replaced, and stops nothing", async () => {
      for (const [words, told] of [
        ["entry-checker saved 2\nAAAAAA\n", /from another version of this page\. It cannot be read here\./],
        ['{"answers":[', /it is damaged and cannot be read/],
        ["", /it is damaged and cannot be read/],
        ["<img src=x onerror=alert(1)>", /it is damaged and cannot be read/],
      ]) {
        await here.store(words);
        await here.arrive(server.url);
        await heading(driver, ROLES);
        assert.match(await text(driver), told);
        assert.doesNotMatch(await text(driver), /Go on from where you were/);
        assert.equal(await here.stored(), words);
        await hand.press("Delete it");
        await heading(driver, FORGET);
        await hand.press("Yes, delete it");
        await heading(driver, FORGOTTEN);
        assert.deepEqual(await here.keys(), []);
      }
      await here.store("entry-checker saved 9\n");
      await here.arrive(server.url + ROLE);
      await here.result();
      assert.match(await text(driver), /Something is saved on this device that cannot be read here\. Saving replaces it\./);
      await hand.press("Save on this device");
      await here.told();
      assert.match(await here.stored(), /^entry-checker saved 1\n/);
    });

    test("two pages that save: the last one counts, and each knows", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      const one = await driver.getWindowHandle();
      await driver.switchTo().newWindow("tab");
      await here.arrive(server.url + ROLE);
      await here.result();
      await hand.press("Save on this device");
      await here.told();
      const other = await driver.getWindowHandle();
      await driver.switchTo().window(one);
      await until(driver, "return document.body.textContent.includes('Later changes are not saved until you save again.')");
      await hand.press("Save again");
      await here.told();
      await hand.press("Delete what is saved");
      await hand.press("Yes, delete it");
      await heading(driver, FORGOTTEN);
      await driver.switchTo().window(other);
      await until(driver, "return !document.body.textContent.includes('Later changes are not saved until you save again.')");
      assert.match(await text(driver), MET);
      // Cleared while it is open: it is saved anew, and deleted though it is gone.
      await hand.press("Save on this device");
      await here.told();
      await driver.executeScript("localStorage.clear()");
      await hand.press("Delete what is saved");
      await hand.press("Yes, delete it");
      await heading(driver, FORGOTTEN);
      await driver.close();
      await driver.switchTo().window(one);
    });
  });
}
