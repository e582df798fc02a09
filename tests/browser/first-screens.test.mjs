// The first screens of our own page in each browser: they can be used before the program is there, and the program takes over
// what a person did, with the focus, the caret and the place on the page.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, IS_STARTED, Key, navigate, open, text, until, violations, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { gate, serve } from "../support/server.mjs";
import { translator } from "../support/translator.mjs";

/** What the page fetches for its program. A script would hold up the load of the page, for which the driver waits. */
const PROGRAM = ["checker_bg.wasm", "catalogue.json", "sentences.json"];
const ROLES = "Which role do you want to check?";
const START = "Check which route into audiology you could take";
const STAGE = "What is the highest qualification you have or are studying for?";
const NEXT = "How many GCSEs do you have or expect at grades 9 to 4, or A* to C?";
const WAITING = /Loading the rules/;
const LEVEL_3_STAGE = "A levels or similar";

/** Where each address leads without the program. Only the program can read answers. */
const ADDRESSES = [
  ["", ROLES, ROLES],
  ["#/no-such-role/result", ROLES, ROLES],
  ["#/audiology", START, START],
  ["#/audiology/result", START, START],
  ["#/audiology/q/degree-1-subject", START, START],
  ["#/audiology/q/stage", STAGE, STAGE],
  ["#/all", "Check all the roles at once", "Check all the roles at once"],
  ["#/all/q/stage", STAGE, STAGE],
];

for (const engine of ENGINES) {
  describe(engine, () => {
    let driver;
    let server;
    let faults;
    let late;
    let me;

    before(async () => {
      driver = await open({ engine });
      me = mouse(driver, { early: true });
    });

    after(() => driver?.quit());

    // A host of its own for each: nothing that a browser has kept of another.
    beforeEach(async () => {
      faults = {};
      server = await serve({ faults });
    });

    afterEach(async () => {
      await driver.get("about:blank");
      await server.close();
    });

    /** Loads the page. Its program comes once `late` is opened. */
    async function early(address = "", fault = {}) {
      late = gate();
      for (const name of PROGRAM) faults[name] = { until: late.until, ...fault };
      await navigate(driver, server.url + address);
    }

    async function takenOver() {
      late.open();
      await started();
    }

    /** The program is there. In Chromium so is the worker, which it asks for last: the next page would hear of one that never came. */
    async function started() {
      await until(driver, IS_STARTED);
      if (engine !== "chromium") return;
      await until(driver, "return navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active))");
    }

    const run = (script, ...values) => driver.executeScript(script, ...values);
    const alive = async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");
    /** What has the focus, and what is selected in it. */
    const focus = () =>
      run(
        "const one = document.activeElement; return [one.localName, one.id, one.textContent, one.selectionStart ?? null, one.selectionEnd ?? null]",
      );

    test("from the roles to the first question and back, before the program is there", async () => {
      await early();
      await heading(driver, ROLES);
      assert.equal(await driver.getTitle(), `${ROLES} – Entry Checker`);
      await me.press("Audiology");
      await heading(driver, START);
      assert.equal(await driver.getCurrentUrl(), `${server.url}#/audiology`);
      assert.deepEqual((await focus()).slice(0, 1), ["h1"]);
      await me.press("Start now");
      await heading(driver, STAGE);
      assert.equal(await driver.getCurrentUrl(), `${server.url}#/audiology/q/stage`);
      assert.equal(await driver.getTitle(), `${STAGE} – Entry Checker`);
      await me.press("Back");
      await heading(driver, START);
      await driver.navigate().back();
      await heading(driver, STAGE);
      await driver.navigate().back();
      await driver.navigate().back();
      await heading(driver, ROLES);
      await me.press("Check all roles at once");
      await me.press("Choose another role");
      await heading(driver, ROLES);
      assert.deepEqual(await violations(driver), []);
      await alive();
      await takenOver();
      await heading(driver, ROLES);
      assert.deepEqual((await focus()).slice(0, 1), ["h1"]);
      // The history is that of the program too.
      await driver.navigate().back();
      await heading(driver, "Check all the roles at once");
      await alive();
    });

    test("each address shows the screen that the program shows there", async () => {
      for (const [address, first, then] of ADDRESSES) {
        await driver.get("about:blank");
        await early(address);
        await heading(driver, first);
        await takenOver();
        await heading(driver, then);
        await alive();
      }
    });

    test("the program shows each first screen as it was built", async () => {
      const LOOKS = `
        const shown = [...document.querySelectorAll(".ec-screen")].find((one) => one.getClientRects().length > 0);
        const looks = (one) => [one.localName, one.className, one.id, one.getAttribute("data-to"), ...["x", "y", "width", "height"].map((side) => Math.round(one.getBoundingClientRect()[side]))];
        return [...shown.querySelectorAll("*:not(.ec-waiting)")].map(looks);`;
      for (const [address, first] of ADDRESSES) {
        await driver.get("about:blank");
        await early(address);
        await heading(driver, first);
        const built = await run(LOOKS);
        await takenOver();
        assert.deepEqual(await run(LOOKS), built, `${address}: nothing moves`);
      }
    });

    test("what a person chose stays, and who pressed Continue is led on", async () => {
      await early("#/audiology/q/stage");
      await heading(driver, STAGE);
      await me.choose(LEVEL_3_STAGE);
      await me.press("Continue");
      await until(driver, "return document.querySelector('#first .ec-waiting').textContent !== ''");
      assert.match(await text(driver), WAITING);
      assert.deepEqual(await violations(driver), []);
      await takenOver();
      await heading(driver, NEXT);
      await me.press("Back");
      await heading(driver, STAGE);
      assert.equal(await run("return document.querySelector('input:checked').labels[0].textContent"), LEVEL_3_STAGE);
      await alive();
    });

    test("who pressed Continue with nothing chosen is told so", async () => {
      await early("#/audiology/q/stage");
      await heading(driver, STAGE);
      await me.press("Continue");
      await takenOver();
      await until(driver, "return document.activeElement.className === 'ec-error-summary'");
      await alive();
    });

    test("the choice, the focus and the place on the page stay", async () => {
      await early("#/audiology/q/stage");
      await heading(driver, STAGE);
      await run("document.body.style.minHeight = '3000px'");
      await me.choose(LEVEL_3_STAGE);
      await run("document.querySelector('#first input:checked').focus(); window.scrollTo(0, 40)");
      const before = [await focus(), await run("return scrollY")];
      await takenOver();
      assert.deepEqual([await focus(), await run("return scrollY")], before);
      assert.equal(await run("return document.activeElement.checked"), true);
      await alive();
    });

    test("what is typed stays with its caret, and the roles are found by it", async () => {
      await early();
      await heading(driver, ROLES);
      await run("document.getElementById('ec-search').focus()");
      await driver.actions().sendKeys("audio", Key.ARROW_LEFT, Key.ARROW_LEFT).perform();
      const before = await focus();
      assert.deepEqual(before.slice(3), [3, 3]);
      await takenOver();
      assert.deepEqual(await focus(), before);
      await until(driver, "return document.querySelectorAll('.ec-role').length === 1");
      await driver.actions().sendKeys("x").perform();
      assert.equal(await run("return document.activeElement.value"), "audxio");
      await alive();
    });

    test("the link to the checker leads nowhere else, before the program is there and as it comes", async () => {
      await early("#/audiology/q/stage");
      await heading(driver, STAGE);
      await me.choose(LEVEL_3_STAGE);
      await run("document.querySelector('.ec-skip').click()");
      await until(driver, "return location.hash === '#main'");
      await heading(driver, STAGE);
      await takenOver();
      await heading(driver, STAGE);
      assert.equal(await run("return document.querySelector('.ec input:checked').labels[0].textContent"), LEVEL_3_STAGE);
      await alive();
    });

    test("a link with answers that is put into the address meanwhile is opened by the program", async () => {
      await early("#/audiology");
      await heading(driver, START);
      await run("document.querySelector('#first > :not([hidden]) .ec-h1').focus(); location.hash = '#v1.AAAA.AAAA'");
      await heading(driver, START);
      await takenOver();
      await heading(driver, ROLES);
      assert.match(await text(driver), /This link did not work/);
      await alive();
    });

    test("a press that has begun is not cut off", async () => {
      await early("#/audiology");
      await heading(driver, START);
      const button = await run(
        "return [...document.querySelectorAll('#first button')].find((one) => one.textContent === 'Start now' && one.getClientRects().length > 0)",
      );
      await driver.actions().move({ origin: button }).press().perform();
      late.open();
      await until(driver, "return performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.json')).length === 2");
      await driver.actions().release().perform();
      await started();
      await heading(driver, STAGE);
      await alive();
    });

    test("a page translator that has changed every word breaks nothing", async () => {
      await early("#/audiology/q/stage");
      await heading(driver, STAGE);
      await run(translator());
      await me.choose(LEVEL_3_STAGE);
      await me.press("Continue");
      await takenOver();
      await until(driver, "return location.hash === '#/audiology/q/gcse-number'");
      await alive();
    });

    test("where the program does not come, the page says so, and goes on with what was chosen once it does", async () => {
      await early("#/audiology/q/stage", { status: 500 });
      await heading(driver, STAGE);
      await me.choose(LEVEL_3_STAGE);
      await me.press("Continue");
      late.open();
      await until(driver, "return document.getElementById('no-rules').hidden === false");
      assert.deepEqual(await violations(driver), []);
      assert.equal(await run("return document.querySelector('#to-rules a').getAttribute('href')"), "rules/index.html");
      for (const name of PROGRAM) delete faults[name];
      await me.press("Try again");
      await started();
      await heading(driver, NEXT);
    });

    test("where answers are saved, the page waits for the program, so that nothing moves under a person's hand", async () => {
      await visit(driver, server.url);
      await run("localStorage.setItem('entry-checker', 'x')");
      await driver.get("about:blank");
      await early("#/audiology");
      await until(driver, "return document.getElementById('loading')?.hidden === false");
      await takenOver();
      await heading(driver, START);
      await run("localStorage.clear()");
    });
  });
}
