// What the answers come to so far, beside the questions, and the route map of a result, in each browser: both follow the
// answers, and neither takes the focus nor speaks up.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, violations, visit, visitWhole } from "../support/browser.mjs";
import { keyboard, mouse } from "../support/hands.mjs";
import { graduate } from "../support/people.mjs";
import { PACKS } from "../support/roles.mjs";
import { serve } from "../support/server.mjs";

const STAGE = "What is the highest qualification you have or are studying for?";
const DEGREE = "Which kind of degree do you have, or are you studying for?";
const LEVEL3 = "Which level 3 qualification do you have, or are you studying for?";
const RESULT = "Your result for clinical or medical technology";

let server;
let driver;
let me;

before(async () => {
  server = await serve();
});

after(() => server.close());

/** What the panel shows, by its lines: the title with its state, and each stop with its own. Nothing where it is not seen. */
const lines = (within) =>
  driver.executeScript(
    `const seen = (one) => one.innerText.replace(/\\s+/g, " ").trim();
     return [...document.querySelectorAll(arguments[0] + " .ec-map__line")].filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && one.getBoundingClientRect().height > 0)
       .map((line) => [seen(line.querySelector("h3")), ...[...line.querySelectorAll("ol > li")].map(seen)]);`,
    within,
  );

const summary = () => driver.executeScript("return document.querySelector('.ec-so-far summary')?.textContent");
const focus = () => driver.executeScript("return document.activeElement.tagName");

/** Of a panel: that it is beside the form or below it, and that it is silent. */
async function quiet() {
  const told = await driver.executeScript(
    `const panel = document.querySelector("aside"), form = document.querySelector("form");
     return {
       after: form ? Boolean(form.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING) : true,
       live: panel.querySelectorAll("[role], [aria-live], [tabindex]").length + (panel.closest("[aria-live], [role=status]") ? 1 : 0),
       headings: [...document.querySelectorAll("h1")].filter((one) => one.getClientRects().length > 0).length,
       beside: form ? panel.getBoundingClientRect().left >= form.getBoundingClientRect().right : null,
       said: document.querySelector(".ec > [role=status]").textContent,
     };`,
  );
  assert.deepEqual({ ...told, beside: null }, { after: true, live: 0, headings: 1, beside: null, said: "" });
  assert.equal(await focus(), "H1");
  return told.beside;
}

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 1200, height: 900 });
      me = mouse(driver);
    });

    after(() => driver?.quit());

    beforeEach(async () => {
      await visitWhole(driver, server, "#/clinical-or-medical-technology");
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    const width = (width) => driver.manage().window().setRect({ width, height: 900 });

    test("on a wide screen it stands open at the side, and follows each answer", async () => {
      await width(1200);
      await me.press("Start now");
      await heading(driver, STAGE);
      assert.equal(await summary(), null, "nothing is answered");
      await me.choose("A degree");
      await me.press("Continue");
      await heading(driver, DEGREE);
      assert.equal(await quiet(), true, "it is at the side");
      const before = await lines("aside");
      assert.deepEqual(
        before.map(([title]) => title),
        ["Scientist Training Programme (STP) Not answered yet", "Practitioner Training Programme (PTP) Not answered yet"],
      );
      assert.deepEqual(await violations(driver), []);
      await driver.navigate().back();
      await graduate(driver, me);
      await heading(driver, LEVEL3);
      await quiet();
      const after = await lines("aside");
      assert.deepEqual(after[0], [
        "Scientist Training Programme (STP) Met",
        "A first or 2:1 in a relevant science degree Met",
        "The job: clinical scientist",
      ]);
      assert.deepEqual(after[1], before[1], "the other route stands as it did, and where it did");
      assert.deepEqual(await violations(driver), []);
      await me.press("See your result so far");
      await heading(driver, RESULT);
      assert.equal(await summary(), null, "the result says it itself");
      assert.deepEqual(await lines(".ec-screen"), after, "the map of the result is the same");
      assert.deepEqual(await violations(driver), []);
    });

    test("on a narrow one it is a line that opens, and stays as it was left", async () => {
      await width(500);
      const keys = keyboard(driver);
      await me.press("Start now");
      await heading(driver, STAGE);
      await me.choose("A degree");
      await me.press("Continue");
      await heading(driver, DEGREE);
      assert.equal(await quiet(), false, "it is below");
      assert.deepEqual(await lines("aside"), [], "it is closed");
      assert.equal(await summary(), "Your routes so far: 2 not answered yet");
      await keys.open("Your routes so far: 2 not answered yet");
      assert.equal((await lines("aside")).length, 2);
      assert.deepEqual(await violations(driver), []);
      await driver.navigate().back();
      await graduate(driver, me);
      await heading(driver, LEVEL3);
      assert.equal(await quiet(), false);
      assert.equal(await summary(), "Your routes so far: 1 met, 1 not answered yet");
      assert.equal((await lines("aside")).length, 2, "it is still open");
    });

    test("of all roles at once it tells the numbers", async () => {
      await width(1200);
      await visit(driver, `${server.url}#/all`);
      await me.press("Start now");
      await heading(driver, STAGE);
      await me.choose("A degree");
      await me.press("Continue");
      await heading(driver, DEGREE);
      await quiet();
      assert.equal(await summary(), `Your roles so far: ${PACKS.length} not answered yet`);
      const aside = await driver.executeScript("return document.querySelector('aside').innerText");
      assert.ok(aside.includes(`We need more answers to say for ${PACKS.length} of the ${PACKS.length} roles.`), aside);
      assert.deepEqual(await violations(driver), []);
    });

    test("the map is one drawing: each piece of line ends at the next mark", async () => {
      await width(1200);
      await me.press("Start now");
      await graduate(driver, me);
      await me.press("See your result so far");
      await heading(driver, RESULT);
      const gaps = await driver.executeScript(
        `const box = (one) => one.getBoundingClientRect();
         const middle = (one) => box(one).top + box(one).height / 2;
         return [...document.querySelectorAll(".ec-map__line")].flatMap((line) => {
           const marks = [...line.querySelectorAll("ol .ec-map__mark")], rails = [...line.querySelectorAll(".ec-map__rail")];
           // The head and another way are before the first mark; the terminus has no line after it.
           const to = rails.slice(-marks.length).map((rail, index) => box(rail).bottom - middle(marks[index]));
           const across = rails.map((rail) => box(rail).left + box(rail).width / 2 - box(marks[0]).left - box(marks[0]).width / 2);
           return [...to, ...across];
         });`,
      );
      assert.ok(gaps.length >= 8, gaps.join(" "));
      for (const gap of gaps) assert.ok(Math.abs(gap) < 1.5, gaps.join(" "));
    });
  });
}
