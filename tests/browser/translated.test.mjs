// The checker while a page translator is at work on it: nothing stops, and nothing old is left standing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { graduate } from "../support/people.mjs";
import { serve } from "../support/server.mjs";
import { translator } from "../support/translator.mjs";

for (const engine of ENGINES) {
  describe(engine, () => {
    let server;
    let driver;

    before(async () => {
      server = await serve();
      driver = await open({ engine, width: 1200, height: 900 });
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    test("a whole journey on a page that is being translated", async () => {
      const me = mouse(driver);
      await visit(driver, `${server.url}#/clinical-or-medical-technology`);
      await driver.executeScript(translator());
      await me.press("Start now");
      await me.press("Continue");
      await until(driver, "return document.querySelector('.ec-error-summary') !== null");
      await graduate(driver, me);
      await me.press("See your result so far");
      await heading(driver, "Your result for clinical or medical technology");
      assert.doesNotMatch(await text(driver), /Your routes so far|There is a problem/, "nothing of the screens before is left");
      await me.press("See the skills to show");
      await heading(driver, "Skills to show for clinical or medical technology");
      await me.choose("I am interested in science and technology");
      await until(driver, "return /1 of \\d+ with an example/.test(document.querySelector('main').textContent)");
      assert.doesNotMatch(await text(driver), /0 of 17 with an example/, "what was there before is gone");
      await me.press("Back to your result");
      await me.press("Start again");
      await heading(driver, "Do you want to start again?");
      assert.deepEqual(await complaints(driver), []);
    });
  });
}
