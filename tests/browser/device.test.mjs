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
const MET = /You meet the published rules to train as a clinical scientist\./;

/** What a person is told of saving is said 100 ms later: the clock is moved so far. */
const TOLD = `
  const said = () => [...document.querySelectorAll(".ec-screen [role=status]")].map((one) => one.textContent);
  const save = () => document.querySelector("[data-shelf=save]").click();
  const told = async () => {
    clock.move(100);
    await settle();
  };
  clock.from = 100;`;
/** Answers one question, then saves again and again until the `first` call of storage was made, which is the one that fails. */
const ANSWER_AND_SAVE = `${TOLD}
  const [first] = arguments;
  const screen = async (title) => {
    await settle();
    const heading = document.querySelector("h1").textContent.trim();
    if (heading !== title) throw new Error(first + ": " + heading + " in place of " + title);
  };
  const check = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
  document.querySelector(".ec-button").click();
  await screen("What is the highest qualification you have or are studying for?");
  document.querySelector("input[value=degree]").click();
  document.querySelector("button[type=submit]").click();
  await screen("Which kind of degree do you have, or are you studying for?");
  location.hash = "#/clinical-or-medical-technology/check";
  await check;
  await screen("Check your answers");
  let presses = 0;
  for (; window.calls < first; presses += 1) save();
  const { calls } = window;
  // What was saved before it may be said a moment before what failed.
  await told();
  const failed = said().some((words) => /^(There is no room to save|Your browser did not let us save)/.test(words));
  return { presses, failed, words: document.body.innerText, calls, later: window.calls };`;
/** Saves once more, which works, and gives what is saved; then the device is as it was. */
const SAVE_AGAIN = `${TOLD}
  save();
  await told();
  if (!said().includes("Saved.")) throw new Error("it says " + said().join());
  const saved = localStorage.getItem("entry-checker");
  localStorage.clear();
  return saved;`;

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
      await driver.get(`${server.url}icon.svg`);
      await driver.executeScript("localStorage.clear()");
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    for (const [what, script, words] of [
      ["blocked", failing(), /^Your browser did not let us save on this device\. Your answers are still on this page\.$/],
      ["full", failing({ first: 4, name: "QuotaExceededError" }), /^There is no room to save on this device\./],
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
      for (let first = 1; first <= 50; first += 1) {
        pages["watch.js"] = failing({ first, times: 1, name: ["SecurityError", "QuotaExceededError", "UnknownError"][first % 3] });
        await here.arrive(server.url + ROLE);
        const { presses, failed, words, calls, later } = await runAsync(driver, ANSWER_AND_SAVE, first);
        assert.equal(presses > 0, failed, `${first}: it is told of`);
        assert.match(words, /Honours degree|A degree/, `${first}: the answer is there`);
        assert.equal(later, calls, "nothing is tried again by itself");
        assert.deepEqual(await here.codes(), ["E_STORAGE"], String(first));
        assert.match(await runAsync(driver, SAVE_AGAIN), /^entry-checker saved 1\n/);
      }
    });

    test("a deletion that fails is told of, and what is saved is still there", async () => {
      await here.arrive(server.url + ROLE);
      await here.result();
      await hand.press("Save on this device");
      await here.told();
      // To look takes two calls; then the first of the deletion fails.
      pages["watch.js"] = failing({ first: 3, times: 1 });
      await here.arrive(server.url + "");
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
      assert.match(await said("[role=status]"), /^You are offline\./, "it is heard too");
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
        driver.executeScript("window.Date.prototype.getFullYear = () => arguments0; document.dispatchEvent(new Event('visibilitychange'))".replace("arguments0", String(year)));
      await clock(2028);
      await until(driver, "return document.body.textContent.includes('These rules were due to be checked again by November 2027. They may have changed.')");
      assert.deepEqual(await violations(driver), []);
      await clock(1970);
      await until(driver, "return !document.body.textContent.includes('due to be checked again')");
      assert.match(await text(driver), MET);
    });
  });
}
