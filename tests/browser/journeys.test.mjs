// Two people's whole way through the page in each browser, by mouse and by keyboard alone: each screen is looked at by
// axe, no request follows the load, nothing is stored, and the browser complains of nothing.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, text, until, violations, visitWhole } from "../support/browser.mjs";
import { keyboard, mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const START = "Check which route into clinical or medical technology you could take";
const RESULT = "Your result for clinical or medical technology";
const ROLES = "Which role do you want to check?";

let server;
let driver;

before(async () => {
  const pages = { "narrow.html": '<!doctype html><title>narrow</title><iframe src="./" width="320" height="600"></iframe>' };
  server = await serve({ path: "/careers/checker/", pages });
});

after(() => server.close());

/** What holds on every screen. */
async function look() {
  assert.deepEqual(await violations(driver), []);
  const { wide, focus } = await driver.executeScript(
    "return { wide: document.documentElement.scrollWidth > innerWidth, focus: document.activeElement.tagName }",
  );
  assert.equal(wide, false, "nothing is wider than the screen");
  return focus;
}

/** One question: it has the focus, is looked at, and is answered. */
async function answer(hand, title, ...words) {
  await heading(driver, title);
  assert.equal(await look(), "H1", `"${title}" has the focus`);
  for (const word of words) await hand.choose(word);
  await hand.press("Continue");
}

async function subject(hand, title, typed, words) {
  await heading(driver, title);
  await look();
  await hand.pick(typed, words);
  await hand.press("Continue");
}

/** The route cards: for each the title and the outcome in words. */
function cards() {
  return driver.executeScript(
    "return [...document.querySelectorAll('.ec-route')].map((card) => [card.querySelector('h2').textContent, card.querySelector('.ec-route__outcome .ec-outcome').textContent])",
  );
}

async function nothingLeft(requests) {
  assert.deepEqual(server.later(requests), [], "no request after the load");
  const stored = await driver.executeScript("return [localStorage.length, sessionStorage.length, document.cookie, location.search]");
  assert.deepEqual(stored, [0, 0, "", ""]);
}

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
    });

    after(() => driver?.quit());

    beforeEach(async () => {
      await visitWhole(driver, server, ROLE);
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    for (const hand of [mouse, keyboard]) {
      describe(`by ${hand.name}`, () => {
        test("a school leaver", async () => {
          const me = hand(driver);
          const requests = server.asked.length;
          await heading(driver, START);
          await look();
          await me.press("Start now");
          await answer(me, "What is the highest qualification you have or are studying for?", "A levels or similar");
          await answer(me, "Which level 3 qualification do you have, or are you studying for?", "A level");
          await subject(me, "What subject is your A level in?", "phys", "Physics");
          await answer(me, "Do you have the result of your A level in physics yet?", "No, it is predicted");
          await answer(me, "What grade are you predicted for your A level in physics?", "B");
          await answer(me, "Do you have another level 3 qualification, or are you studying for one?", "Yes");
          await answer(me, "Which other level 3 qualification do you have, or are you studying for?", "A level");
          await subject(me, "What subject is your A level in?", "hist", "History");
          await answer(me, "Do you have the result of your A level in history yet?", "No, it is predicted");
          await answer(me, "What grade are you predicted for your A level in history?", "C");
          await answer(me, "How many GCSEs do you have or expect at grades 9 to 4, or A* to C?", "5 or more");
          await answer(me, "Which of these are among those GCSEs?", "English language", "Maths", "A science");
          await answer(me, "Do you have the results of all these GCSEs yet?", "Yes, I have them all");
          await heading(driver, "Check your answers");
          assert.equal(await look(), "H1");
          await me.press("See your result");
          await heading(driver, RESULT);
          await look();
          assert.match(
            await text(driver),
            /You meet the qualification rules to train as a healthcare science practitioner, if you get the results you need\./,
          );
          assert.deepEqual(await cards(), [
            ["Train as a healthcare science practitioner", "Met"],
            ["Train as a clinical scientist", "Not met"],
          ]);
          await me.open("See the rule this is based on");
          assert.match(await text(driver), /appropriate A-levels including at least one science/);
          await look();
          await me.press("See the skills to show");
          await heading(driver, "Skills to show for clinical or medical technology");
          await look();
          await me.choose("I am interested in science and technology");
          await until(driver, "return document.querySelector('.ec-count').textContent === '1 of 15 with an example'");
          await me.press("Back to your result");
          await heading(driver, RESULT);
          await nothingLeft(requests);
        });

        test("a graduate, who changes an answer and starts again", async () => {
          const me = hand(driver);
          const requests = server.asked.length;
          await me.press("Start now");
          await answer(me, "What is the highest qualification you have or are studying for?", "A degree");
          await answer(me, "Which kind of degree do you have, or are you studying for?", "Honours degree");
          await answer(me, "Do you have your degree result yet?", "Yes, I have it");
          await answer(me, "What class is your degree?", "Upper second (2:1)");
          await heading(driver, "What subject is your degree in?");
          await me.press("Continue");
          await heading(driver, "What subject is your degree in?");
          assert.equal(await look(), "DIV", "the error summary has the focus");
          assert.match(await driver.getTitle(), /^Error: /);
          await subject(me, "What subject is your degree in?", "mech eng", "Mechanical engineering");
          await heading(driver, "Which level 3 qualification do you have, or are you studying for?");
          await me.press("See your result so far");
          await heading(driver, RESULT);
          await look();
          assert.deepEqual((await cards())[0], ["Train as a clinical scientist", "Met"]);
          await me.press("Change your answers");
          await heading(driver, "Check your answers");
          await look();
          const said = await driver.executeScript(
            "return [...document.querySelectorAll('.ec-summary dd:not(.ec-summary__action)')].map((one) => one.textContent)",
          );
          assert.deepEqual(said, ["A degree", "Honours degree", "Yes, I have it", "Upper second (2:1)", "Mechanical engineering"]);
          await change(me, "Class");
          await answer(me, "What class is your degree?", "Lower second (2:2)");
          // What is asked now is asked because of the change; what is left open can still be seen.
          await until(driver, "return document.querySelector('h1').textContent !== 'What class is your degree?'");
          await me.press("See your result so far");
          await heading(driver, RESULT);
          assert.match(await text(driver), /Your 2:2 is below the 2:1 this pathway asks for\./);
          assert.match(await text(driver), /A higher degree in physics, engineering or applied maths, such as an MSc or a PhD/);
          await me.press("Start again");
          await heading(driver, "Do you want to start again?");
          await look();
          await me.press("Yes, clear my answers");
          await heading(driver, START);
          await nothingLeft(requests);
        });

        async function change(me, label) {
          if (me.name === "mouse") {
            await driver.executeScript(
              "[...document.querySelectorAll('.ec-summary__row')].find((row) => row.querySelector('dt').textContent === arguments[0]).querySelector('button').click()",
              label,
            );
            return;
          }
          // The label is there to be heard in the button's own words.
          for (let step = 0; step < 60; step += 1) {
            const words = await driver.executeScript("return document.activeElement.textContent");
            if (words.startsWith("Change") && words.endsWith(label)) break;
            await driver.actions().sendKeys("\ue004").perform();
          }
          await driver.actions().sendKeys("\ue007").perform();
        }
      });
    }

    for (const hand of [mouse, keyboard]) {
      test(`a subject typed in full is taken with the list still open, by ${hand.name}`, async () => {
        const me = hand(driver);
        await me.press("Start now");
        await answer(me, "What is the highest qualification you have or are studying for?", "A levels or similar");
        await answer(me, "Which level 3 qualification do you have, or are you studying for?", "A level");
        await heading(driver, "What subject is your A level in?");
        await me.type("chemistry");
        await until(driver, "return document.querySelector('[role=option]') !== null");
        await look();
        await me.press("Continue");
        await heading(driver, "Do you have the result of your A level in chemistry yet?");
      });
    }

    test("Back and Forward go through the screens, and answers stay", async () => {
      const me = mouse(driver);
      await me.press("Start now");
      await answer(me, "What is the highest qualification you have or are studying for?", "A degree");
      await answer(me, "Which kind of degree do you have, or are you studying for?", "Honours degree");
      await heading(driver, "Do you have your degree result yet?");
      await driver.navigate().back();
      await heading(driver, "Which kind of degree do you have, or are you studying for?");
      const chosen = () => driver.executeScript("return document.querySelector('input:checked')?.value");
      assert.equal(await chosen(), "bachelor-honours");
      await driver.navigate().back();
      await heading(driver, "What is the highest qualification you have or are studying for?");
      assert.equal(await chosen(), "degree");
      await driver.navigate().forward();
      await heading(driver, "Which kind of degree do you have, or are you studying for?");
      await driver.navigate().forward();
      await heading(driver, "Do you have your degree result yet?");
      for (let step = 0; step < 3; step += 1) await driver.navigate().back();
      await heading(driver, START);
      assert.doesNotMatch(await driver.getCurrentUrl(), /honours|degree/, "no answer stands in the address");
    });

    test("an address that names no screen, or one that is not open yet, leads to a screen that is", async () => {
      const cases = [
        [`${ROLE}/result`, START],
        [`${ROLE}/q/degree-7-result`, START],
        [`${ROLE}/nonsense`, START],
        ["#/all/skills", "Check all the roles at once"],
        ["#/result", ROLES],
        ["#/nonsense", ROLES],
        ["#%00<script>", ROLES],
        [`#/q/${"x".repeat(100_000)}`, ROLES],
      ];
      for (const [hash, words] of cases) {
        await driver.get("about:blank");
        await driver.get(`${server.url}${hash}`);
        await until(driver, "return document.querySelector('.ec-button') !== null && document.querySelector('.ec') !== null");
        await heading(driver, words);
      }
    });

    // Chromium alone can be shown a screen of that width (tests/chromium); a frame is one to the page, in all of them.
    test("in a frame of 320 pixels nothing is wider than it", async () => {
      await driver.get(`${server.url}narrow.html`);
      await driver.switchTo().frame(0);
      const me = mouse(driver);
      await me.press("Clinical or medical technology");
      await heading(driver, START);
      await look();
      await me.press("Start now");
      await answer(me, "What is the highest qualification you have or are studying for?", "A degree");
      await answer(me, "Which kind of degree do you have, or are you studying for?", "Honours degree");
      await heading(driver, "Do you have your degree result yet?");
      await me.press("See your result so far");
      await heading(driver, RESULT);
      await look();
      await me.press("Change your answers");
      await heading(driver, "Check your answers");
      await look();
      await driver.switchTo().defaultContent();
    });
  });
}
