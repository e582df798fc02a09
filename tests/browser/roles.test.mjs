// Many roles on the page in each browser: chosen from the list or by searching, checked one by one and all at once; and a
// catalogue that comes late, broken, or not at all.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, navigate, open, text, until, violations, visit, visitWhole } from "../support/browser.mjs";
import { keyboard, mouse } from "../support/hands.mjs";
import { PACKS } from "../support/roles.mjs";
import { gate, root, serve, unheld } from "../support/server.mjs";

const UNHELD = unheld(await readFile(`${root}dist/index.html`, "utf8"));
const ROLES = "Which role do you want to check?";
const STAGE = "What is the highest qualification you have or are studying for?";
const TECHNOLOGY = "#/clinical-or-medical-technology";
const AUDIOLOGY = "Check which route into audiology you could take";

const faults = {};
let server;
let driver;

before(async () => {
  server = await serve({ faults });
});

after(() => server.close());

/** The page at an address, with the checker on it. */
const arrive = (hash = "") => visit(driver, server.url + hash);

const quiet = async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");
const focus = () => driver.executeScript("return document.activeElement.tagName");
/** What is said without moving the focus. */
const status = () =>
  driver.executeScript("return [...document.querySelectorAll('.ec [role=status]')].map((one) => one.textContent).filter((said) => said)");

async function answer(hand, title, words) {
  await heading(driver, title);
  assert.equal(await focus(), "H1", `"${title}" has the focus`);
  await hand.choose(words);
  await hand.press("Continue");
}

/** The roles of a list: name, outcome, and what it is for. */
function listed() {
  return driver.executeScript(
    "return [...document.querySelectorAll('.ec-role')].map((one) => [one.querySelector('button').textContent, one.querySelector('.ec-outcome')?.textContent, one.querySelector('p')?.textContent])",
  );
}

/** A graduate in physics, to the end of the questions. */
async function graduate(hand) {
  await answer(hand, STAGE, "A degree");
  await answer(hand, "Which kind of degree do you have, or are you studying for?", "Honours degree");
  await answer(hand, "Do you have your degree result yet?", "Yes, I have it");
  await answer(hand, "What class is your degree?", "Upper second (2:1)");
  await heading(driver, "What subject is your degree in?");
  await hand.pick("phys", "Physics");
  await hand.press("Continue");
}

/** On to the check page, each question with its "none", "no", or last choice. */
async function nothingMore() {
  for (let step = 0; step < 20; step += 1) {
    if ((await driver.executeScript("return document.querySelector('h1').textContent")) === "Check your answers") return;
    const before = await driver.getCurrentUrl();
    await driver.executeScript(
      "(document.querySelector('input[value=none], input[value=no]') ?? [...document.querySelectorAll('.ec-option input')].at(-1)).click()",
    );
    await mouse(driver).press("Continue");
    await until(driver, "return location.href !== arguments[0]", before);
  }
  assert.fail("the questions do not end");
}

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
    });

    after(() => driver?.quit());

    beforeEach(() => {
      for (const name of Object.keys(faults)) delete faults[name];
    });

    for (const hand of [mouse, keyboard]) {
      describe(`by ${hand.name}`, () => {
        test("a role is chosen from the list", async () => {
          const me = hand(driver);
          await arrive();
          await heading(driver, ROLES);
          assert.deepEqual(await violations(driver), []);
          await me.press("Audiology");
          await heading(driver, AUDIOLOGY);
          assert.equal(await focus(), "H1");
          assert.equal(await driver.getTitle(), `${AUDIOLOGY} – Entry Checker`);
          assert.match(await driver.getCurrentUrl(), /#\/audiology$/);
          await me.press("Choose another role");
          await heading(driver, ROLES);
          await quiet();
        });

        test("a role is found by searching", async () => {
          const me = hand(driver);
          await arrive();
          await me.search("vision");
          await until(driver, "return document.querySelectorAll('.ec-role').length === 1");
          assert.deepEqual(await status(), ["1 role found."]);
          assert.equal(await driver.executeScript("return document.activeElement.type"), "search", "the focus stays");
          assert.deepEqual(await violations(driver), []);
          await me.search("zzz");
          await until(driver, "return document.querySelectorAll('.ec-role').length === 0");
          assert.match(await text(driver), /No role found/);
          await driver.executeScript("document.querySelector('input[type=search]').select()");
          await me.search("opthalmic");
          await until(driver, "return document.querySelectorAll('.ec-role').length === 1");
          await me.press("Ophthalmic and vision sciences");
          await heading(driver, "Check which route into ophthalmic and vision sciences you could take");
          await quiet();
        });

        test("all roles at once, one of them opened, and back", async () => {
          const me = hand(driver);
          await visitWhole(driver, server);
          const requests = server.asked.length;
          await me.press("Check all roles at once");
          await heading(driver, "Check all the roles at once");
          assert.deepEqual(await violations(driver), []);
          await me.press("Start now");
          await graduate(me);
          await nothingMore();
          assert.deepEqual(await violations(driver), []);
          await me.press("See your result");
          await heading(driver, "Your result for all roles");
          assert.equal(await focus(), "H1");
          assert.deepEqual(await status(), [`Your result is ready: ${PACKS.length} roles.`]);
          assert.deepEqual(await violations(driver), []);
          const roles = await listed();
          assert.equal(roles.length, PACKS.length);
          assert.deepEqual(roles[0], ["Audiology", "Met", "Train as a clinical scientist"]);
          const order = roles.map(([, outcome]) => ["Met", "To be decided", "Not answered yet", "Not met"].indexOf(outcome));
          assert.deepEqual(order, [...order].sort(), "best first");
          assert.ok(!order.includes(2), "who answered for all roles has answered for each");
          await me.press("Imaging (non-ionising)");
          await heading(driver, "Your result for imaging (non-ionising)");
          assert.equal(await focus(), "H1");
          await me.press("Back to all roles");
          await heading(driver, "Your result for all roles");
          await driver.navigate().back();
          await heading(driver, "Your result for imaging (non-ionising)");
          await driver.navigate().back();
          await heading(driver, "Your result for all roles");
          assert.deepEqual(await listed(), roles);
          assert.doesNotMatch(await driver.getCurrentUrl(), /physics|honours/, "no answer stands in the address");
          assert.deepEqual(server.later(requests), [], "no request after the load");
          await quiet();
        });

        test("the same answers, other roles, and back by the browser", async () => {
          const me = hand(driver);
          await arrive(TECHNOLOGY);
          await me.press("Start now");
          await graduate(me);
          await me.press("See your result so far");
          await heading(driver, "Your result for clinical or medical technology");
          assert.deepEqual(await violations(driver), []);
          const roles = await listed();
          assert.equal(roles.length, PACKS.length - 1);
          assert.ok(
            roles.every(([, outcome]) => outcome !== "Not met"),
            "nothing is ruled out before it was asked",
          );
          await me.press("Biomedical science");
          await heading(driver, "Your result for biomedical science");
          assert.match(await text(driver), /There are questions left that could change your result\./);
          await me.press("Answer the next question");
          await until(driver, "return /#\\/biomedical-science\\/q\\//.test(location.href)");
          const asked = await driver.executeScript("return document.querySelector('h1').textContent");
          assert.notEqual(asked, STAGE, "nothing is asked again");
          await driver.navigate().back();
          await heading(driver, "Your result for biomedical science");
          await driver.navigate().back();
          await heading(driver, "Your result for clinical or medical technology");
          assert.deepEqual(await listed(), roles);
          await driver.navigate().forward();
          await heading(driver, "Your result for biomedical science");
          await quiet();
        });
      });
    }

    for (const [what, name, fault] of [
      ["missing", "catalogue.json", { status: 404 }],
      ["broken", "catalogue.json", { body: '{"roles/a.json": {' }],
      ["of another version", "catalogue.json", { body: "{}" }],
      ["without their sentences", "sentences.json", { status: 404 }],
    ]) {
      test(`rules that are ${what} leave the first screens, and can be tried again`, async () => {
        if (!fault.status) faults["index.html"] = { body: UNHELD };
        const [first, second] = [gate(), gate()];
        faults[name] = { ...fault, until: first.until };
        const me = mouse(driver, { early: true });
        await driver.get("about:blank");
        await navigate(driver, server.url + TECHNOLOGY);
        await me.press("Start now");
        await answer(me, STAGE, "A degree");
        assert.match(await text(driver), /Loading the rules/);
        first.open();
        await until(driver, "return document.getElementById('again')?.hidden === false");
        assert.equal(await focus(), "BUTTON", "the focus stays");
        assert.match(await text(driver), /The rules could not be loaded\. Your answers are still here\./);
        assert.match(await text(driver), /Read the rules of each role/, "they can be read");
        assert.doesNotMatch(await text(driver), /Loading the rules/);
        assert.deepEqual(await violations(driver), []);
        const said = await complaints(driver);
        assert.ok(
          said.some((line) => line.includes(fault.status ? "E_FETCH" : "E_PACK")),
          said.join("\n"),
        );
        faults[name] = { ...fault, until: second.until };
        await me.press("Try again");
        assert.equal(await focus(), "BUTTON", "the focus stays while it is tried");
        second.open();
        await until(driver, "return document.getElementById('again')?.ariaDisabled === 'false'");
        delete faults[name];
        await me.press("Try again");
        await heading(driver, "Which kind of degree do you have, or are you studying for?");
        await until(driver, "return document.activeElement.tagName === 'H1'");
      });
    }
  });
}
