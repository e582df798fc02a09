// A device that does not do what is asked of it, in each browser: storage that fails, no network, a clock that goes on.
// Whatever it does, the answers on the page stay, a person is told once, and the console has a code.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { complaints, ENGINES, heading, open, runAsync, text, until, violations } from "../support/browser.mjs";
import { device, failing, NONE } from "../support/device.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
const FORGET = "Do you want to delete what is saved?";
const FORGOTTEN = "Nothing is saved on this device";
const MET = /You meet the qualification rules to train as a clinical scientist\./;

/** In the page of a frame, the call of storage that fails and its error are those that the frame names. */
const FAILING = failing({ first: "Number(frameElement.dataset.first)", times: 1, name: "frameElement.dataset.error" });
/**
 * Loads our page in a frame, where the `first` call of storage fails; answers a question, and saves until that call was made.
 * Then saves once more, which works. A frame loads ten times as fast as a page that the driver opens.
 */
const ANSWER_AND_SAVE = `
  const [first, error] = arguments;
  const frame = document.createElement("iframe");
  Object.assign(frame.dataset, { first, error });
  frame.src = "index.html#/clinical-or-medical-technology";
  localStorage.clear();
  document.body.append(frame);
  const page = frame.contentWindow;
  const find = (selector) => page.document.querySelector(selector);
  while (!page.hasDevice) await new Promise((resolve) => setTimeout(resolve, 5));
  // What a person is told of saving is said 100 ms later: the clock of the frame is moved so far.
  page.clock.from = 100;
  const save = () => find("[data-shelf=save]").click();
  const told = async () => {
    page.clock.move(100);
    await settle(page.document);
    return [...page.document.querySelectorAll(".ec-screen [role=status]")].map((one) => one.textContent);
  };
  const screen = async (title) => {
    await settle(page.document);
    const heading = find("h1").textContent.trim();
    if (heading !== title) throw new Error(heading + " in place of " + title);
  };
  await settle(page.document);
  find(".ec .ec-button").click();
  await screen("What is the highest qualification you have or are studying for?");
  find("input[value=degree]").click();
  find("button[type=submit]").click();
  await screen("Which kind of degree do you have, or are you studying for?");
  const moved = new Promise((resolve) => page.addEventListener("hashchange", resolve, { once: true }));
  page.location.hash = "#/clinical-or-medical-technology/check";
  await moved;
  await screen("Check your answers");
  let presses = 0;
  for (; page.calls < first; presses += 1) save();
  const { calls } = page;
  // What was saved before it may be said a moment before what failed.
  const failure = (await told()).some((words) => /^(There is no room to save|Your browser did not let us save)/.test(words));
  const seen = { presses, failure, words: find("#checker").innerText, repeated: page.calls - calls };
  save();
  const saved = (await told()).includes("Saved.");
  const stored = localStorage.getItem("entry-checker");
  const complaints = page.complaints;
  frame.remove();
  return { ...seen, saved, stored, complaints };`;

const pages = {};
let server;
let driver;
let hand;
let here;

before(async () => {
  server = await serve({ pages });
});

after(() => server.close());

const said = (selector) =>
  driver.executeScript("return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent).join('')", selector);

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
      hand = mouse(driver);
      here = device(driver, hand);
    });

    after(() => driver?.quit());

    beforeEach(async () => {
      for (const name of Object.keys(pages)) delete pages[name];
      // The page around frames is no page of ours, and no storage fails in it.
      pages["frames.html"] = "<title>Frames</title><body>";
      await driver.get(`${server.url}icon.svg`);
      await driver.executeScript("localStorage.clear()");
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    for (const [what, script, words] of [
      ["blocked", failing(), /^Your browser did not let us save on this device\. Your answers are still on this page\.$/],
      ["full", failing({ first: 6, name: '"QuotaExceededError"' }), /^There is no room to save on this device\./],
      ["not there", NONE, /^Your browser did not let us save/],
    ]) {
      test(`storage that is ${what} is told of when something is asked of it`, async () => {
        pages["watch.js"] = script;
        await here.arrive(server.url + ROLE);
        assert.doesNotMatch(await text(driver), /saved on this device/i, "who asked for nothing is told nothing");
        await here.result();
        await hand.press("Save on this device");
        assert.match(await here.told(), words);
        assert.match(await text(driver), MET);
        assert.deepEqual(await violations(driver), []);
        assert.deepEqual(new Set(await here.codes()), new Set(["E_STORAGE"]));
      });
    }

    test("a storage that is really full", async () => {
      await driver.executeScript(`
        let size = 1 << 22;
        for (let n = 0; size > 0; n += 1) {
          try { localStorage.setItem("other" + n, "x".repeat(size)); } catch { size >>= 1; }
        }`);
      await here.arrive(server.url + ROLE);
      await here.result();
      await hand.press("Save on this device");
      assert.match(await here.told(), /^There is no room to save on this device\./);
      assert.match(await text(driver), MET);
      assert.deepEqual(await here.codes(), ["E_STORAGE"]);
      await driver.executeScript("localStorage.clear()");
      await hand.press("Save on this device");
      await until(driver, "return localStorage.getItem('entry-checker') !== null");
    });

    test("storage that fails at any one call loses no answer, and is told of once", async () => {
      pages["watch.js"] = FAILING;
      await driver.get(`${server.url}frames.html`);
      for (let first = 1; first <= 50; first += 1) {
        const error = ["SecurityError", "QuotaExceededError", "UnknownError"][first % 3];
        const { presses, failure, words, repeated, saved, stored, complaints } = await runAsync(driver, ANSWER_AND_SAVE, first, error);
        assert.equal(failure, presses > 0, `${first}: who saves is told of it`);
        assert.match(words, /Honours degree|A degree/, `${first}: the answer is there`);
        // Before the program is there, two calls ask whether something is saved, and nobody waits for it.
        assert.deepEqual(complaints, first <= 2 ? [] : ["warn: entry-checker: E_STORAGE"], String(first));
        assert.equal(repeated, 0, "nothing is tried again by itself");
        assert.ok(saved, `${first}: saved`);
        assert.match(stored, /^entry-checker saved 1\n/);
      }
      // The browser's own log has the same lines once more, where it has one.
      await here.codes();
    });

    test("a deletion that fails is told of, and what is saved is still there", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      await hand.press("Save on this device");
      await here.told();
      // To look takes two calls, and the first screens and the program both look; then the first call of the deletion fails.
      pages["watch.js"] = failing({ first: 5, times: 1 });
      await here.arrive(server.url);
      await hand.press("Delete it");
      await heading(driver, FORGET);
      await hand.press("Yes, delete it");
      assert.match(await here.told(), /^Your browser did not let us delete it\./);
      assert.deepEqual(await here.codes(), ["E_STORAGE"]);
      assert.notEqual(await here.stored(), null);
      await hand.press("Yes, delete it");
      await heading(driver, FORGOTTEN);
      assert.deepEqual(await here.keys(), []);
    });

    test("who is offline is told so quietly, with the age of the rules; and no more once they are not", async () => {
      await here.arrive(server.url + ROLE);
      const network = (on) =>
        driver.executeScript(
          "Object.defineProperty(navigator, 'onLine', { value: arguments[0], configurable: true }); dispatchEvent(new Event(arguments[0] ? 'online' : 'offline'))",
          on,
        );
      assert.equal(await said(".ec-offline"), "");
      await network(false);
      await until(driver, "return document.querySelector('.ec-offline') !== null");
      assert.match(await said(".ec > [role=status]"), /^You are offline\./, "it is heard too");
      assert.equal(
        await said(".ec-offline"),
        "You are offline. The checker still works. Links to other sites need the internet. These rules were checked on 23 November 2026.",
      );
      assert.deepEqual(await violations(driver), []);
      await here.result();
      assert.match(await text(driver), /You are offline\./);
      await network(true);
      await until(driver, "return document.querySelector('.ec-offline') === null");
    });

    test("after its day of review the rules say that they may have changed", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      assert.doesNotMatch(await text(driver), /due to be checked again/);
      const clock = (year) =>
        driver.executeScript(
          "window.Date.prototype.getFullYear = () => arguments0; document.dispatchEvent(new Event('visibilitychange'))".replace(
            "arguments0",
            String(year),
          ),
        );
      await clock(2028);
      await until(
        driver,
        "return document.body.textContent.includes('These rules were due to be checked again by November 2027. They may have changed.')",
      );
      assert.deepEqual(await violations(driver), []);
      await clock(1970);
      await until(driver, "return !document.body.textContent.includes('due to be checked again')");
      assert.match(await text(driver), MET);
    });
  });
}
