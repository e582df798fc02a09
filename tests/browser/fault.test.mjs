// A fault in the program (a panic), provoked on every screen in each browser: nothing is left uncaught, the page's own
// words say so, and a person goes on from where they were with what they had answered, ticked and written.
//
// Nothing in what ships helps with this. The browser is made to refuse a change of the page, which it never does, and
// which Yew takes for a fault.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";

import { complaints, ENGINES, heading, open, REFUSE, runAsync, text, until } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";
import { views } from "../support/views.mjs";

const STOPPED = /The checker stopped because of a fault in it\. Your answers are still here\./;
/** The next thing that is put into the page is refused; the device says that it is offline, which the checker has to show. */
const PROVOKE = `
  ${REFUSE}
  const offline = (value) => {
    Object.defineProperty(navigator, "onLine", { value, configurable: true });
    dispatchEvent(new Event("offline"));
  };
  offline(false);
  delete navigator.onLine;
`;
/** What was typed or chosen and not yet given as an answer is not kept; nor is what was told of a mistake
    or of a link, the way back to all roles, and that an example was open: its words are there, closed. */
const NOT_YET = [
  "error",
  "question-chosen",
  "question-subject-list",
  "roles-none",
  "link-broken",
  "check-from-link",
  "result-one-of-all",
  "skills-example",
];

for (const engine of ENGINES) {
  describe(engine, () => {
    let server;
    let driver;

    before(async () => {
      server = await serve();
      driver = await open({ engine, width: 1000, height: 900 });
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    /** All that is said and given on the screen, sorted: a link, like what is saved, has the answers in the order of the rules. */
    const screen = () =>
      driver.executeScript(`
        const screen = document.querySelector(".ec-screen");
        const given = [...screen.querySelectorAll("input, textarea")].map((one) => (one.type === "text" ? "" : one.checked ?? one.value));
        const words = [...screen.querySelectorAll(":not(:has(*))")].map((one) => one.textContent);
        return [document.title, location.hash, ...words.sort(), ...given];`);

    test("on every screen, a person goes on from where they were", async () => {
      const me = mouse(driver);
      let screens = 0;
      await views(driver, server, async (name) => {
        if (NOT_YET.includes(name)) return;
        // The checker looks at its device once the rules are there, and remembers what was done in a timer after that.
        await until(driver, "return window.hasDevice === true");
        await runAsync(driver, "await new Promise((resolve) => setTimeout(resolve)); await settle();");
        const before = await screen();
        const title = await driver.executeScript("return document.querySelector('h1').textContent");
        await driver.executeScript(PROVOKE);
        await until(driver, "return document.getElementById('stopped')?.hidden === false");
        assert.match(await text(driver), STOPPED, name);
        assert.equal(await driver.executeScript("return document.querySelectorAll('.ec-screen').length"), 0, name);
        await me.press("Try again");
        await heading(driver, title);
        // The title, the address and the focus follow what is drawn.
        await until(
          driver,
          "return document.title.startsWith(document.querySelector('h1').textContent) && document.activeElement.tagName === 'H1'",
        );
        // What needs the rules, such as words that are explained, comes with them.
        const again = async () => isDeepStrictEqual(await screen(), before);
        await driver.wait(again, 10_000).catch(async () => assert.deepEqual(await screen(), before, name));
        const said = await complaints(driver);
        // Yew names the node that it could not put in.
        const others = said.filter((line) => !/failed to insert node/.test(line));
        assert.equal(others.length, 1, `${name}: ${said.join("\n")}`);
        assert.match(others[0], /entry-checker: E_PANIC/, name);
        screens += 1;
      });
      assert.ok(screens > 20, `${screens} screens`);
    });
  });
}
