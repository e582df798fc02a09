// A second language on the page, in each browser: the pseudo-locale, which only tests serve. What a person did stays, and
// so does the focus; nothing is left in English but what is marked as English.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { By, complaints, ENGINES, heading, IS_RENDERED, open, until, violations, visit, visitWhole } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { root, serve } from "../support/server.mjs";

const LANGUAGE = "cy-x-pseudo";
const FILE = `sentences.${LANGUAGE}.json`;
const STAGE = "What is the highest qualification you have or are studying for?";

/** The words on the page that stand outside all brackets and are not marked as English. */
const LEFT = `
  const said = (one) => [...one.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "NOSCRIPT"].includes(node.tagName)) return "";
    // The name of a language is in that language.
    if (node.lang === "en" || node.closest("#languages button")) return "";
    return "\\n" + (node.getAttribute("aria-label") ?? "") + said(node);
  }).join("");
  let depth = 0;
  const rest = [...said(document.body)].filter((letter) => {
    if (letter === "⟦") depth += 1;
    if (letter === "⟧") depth -= 1;
    return depth === 0 && /\\p{Letter}/u.test(letter);
  });
  return rest.join("");`;

const pages = {};
const faults = {};
let server;

before(async () => {
  for (const name of ["index.html", FILE]) pages[name] = await readFile(`${root}target/pseudo/${name}`, "utf8");
  server = await serve({ pages, faults });
});

after(() => server.close());

test("a page with one language offers no choice, and the pseudo-locale is not among its files", async () => {
  assert.doesNotMatch(await readFile(`${root}dist/index.html`, "utf8"), /id="?languages|<!--/);
  const names = await readdir(`${root}dist`);
  assert.deepEqual(
    names.filter((name) => name.includes("pseudo")),
    [],
  );
});

for (const engine of ENGINES) {
  describe(engine, () => {
    let driver;
    let me;

    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
      me = mouse(driver);
    });

    after(() => driver?.quit());

    const see = () =>
      driver.executeScript(`return {
        language: document.documentElement.lang,
        checker: document.querySelector(".ec").lang,
        pressed: [...document.querySelectorAll("#languages button[aria-pressed=true]")].map((one) => one.textContent),
        focus: document.activeElement.textContent,
        title: document.title,
        address: location.hash,
        chosen: document.querySelector(":checked")?.value ?? null,
      }`);

    const speak = async (name, language) => {
      await me.press(name);
      const isSpoken = "document.documentElement.lang === arguments[0] && document.querySelector('.ec').lang === arguments[0]";
      await until(driver, `return ${isSpoken} && ${IS_RENDERED}`, language);
    };

    /** What holds on every view in the pseudo-locale. */
    const look = async () => {
      assert.equal(await driver.executeScript(LEFT), "", await driver.executeScript("return document.querySelector('h1').textContent"));
      assert.deepEqual(await violations(driver), []);
      const wide = await driver.executeScript("return document.documentElement.scrollWidth > innerWidth");
      assert.equal(wide, false, "nothing is wider than the screen, although every sentence is a third longer");
    };

    /** Presses the n-th thing of a kind and waits for the next view. */
    const go = async (selector, n = 0) => {
      const before = await driver.executeScript("return location.hash");
      await (await driver.findElements(By.css(selector))).at(n).click();
      await until(driver, "return location.hash !== arguments[0]", before);
      await look();
    };

    const choose = async (value) => {
      await (await driver.findElement(By.css(`input[value="${value}"] + label`))).click();
      await go("form .ec-button");
    };

    test("what a person chose, where they are and the focus stay; a language is fetched once, when asked for", async () => {
      await visitWhole(driver, server, "#/audiology");
      const requests = server.asked.length;
      await until(driver, "return !document.getElementById('languages').hidden");
      await me.press("Start now");
      await heading(driver, STAGE);
      // Chosen and not sent yet.
      await me.choose("A degree");
      assert.deepEqual(server.later(requests), [], "no request after the load");
      await speak("Pseudo", LANGUAGE);
      const pseudo = await see();
      assert.deepEqual([pseudo.language, pseudo.checker, pseudo.pressed], [LANGUAGE, LANGUAGE, ["Pseudo"]]);
      assert.deepEqual([pseudo.focus, pseudo.address, pseudo.chosen], ["Pseudo", "#/audiology/q/stage", "degree"]);
      assert.match(pseudo.title, /^⟦⟦Whât îs thê hîghêst/);
      await look();
      await speak("English", "en-GB");
      const english = await see();
      assert.deepEqual([english.language, english.focus, english.chosen], ["en-GB", "English", "degree"]);
      assert.equal(english.title, `${STAGE} – Entry Checker`);
      await speak("Pseudo", LANGUAGE);
      assert.deepEqual(server.later(requests), [`/${FILE}`], "one file, and nothing of an answer in its address");
      assert.deepEqual(await complaints(driver), []);
    });

    test("every view of a graduate's way is said in the language", async () => {
      await visit(driver, `${server.url}#/clinical-or-medical-technology`);
      await until(driver, "return !document.getElementById('languages').hidden");
      await speak("Pseudo", LANGUAGE);
      await look();
      await go(".ec-screen > .ec-button");
      await (await driver.findElement(By.css("form .ec-button"))).click();
      await until(driver, "return document.querySelector('.ec-error-summary') !== null");
      await look();
      for (const value of ["degree", "bachelor-honours", "awarded", "2:1"]) await choose(value);
      await (await driver.findElement(By.css("input[type=text]"))).sendKeys("phys");
      await until(driver, "return document.querySelectorAll('[role=option]').length > 0");
      await look();
      await (await driver.findElement(By.css("[role=option]"))).click();
      await go("form .ec-button");
      await go(".ec-aside button");
      await until(driver, "return document.querySelector('.ec-route') !== null");
      await driver.executeScript("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      await look();
      const said = () => driver.executeScript("return [...document.querySelectorAll('.ec-outcome')].map((one) => one.className)");
      const outcomes = await said();
      await speak("English", "en-GB");
      assert.deepEqual(await said(), outcomes, "the answers are the same");
      assert.equal(await driver.executeScript("return document.querySelector('details').open"), true, "what is open stays open");
      await speak("Pseudo", LANGUAGE);
      await driver.executeScript("location.hash = '#/clinical-or-medical-technology/skills'");
      await until(driver, "return document.querySelector('input[type=checkbox]') !== null");
      await (await driver.findElement(By.css(".ec-screen input[type=checkbox] + label"))).click();
      await look();
      await speak("English", "en-GB");
      assert.equal(await driver.executeScript("return document.querySelectorAll(':checked').length"), 1, "what is ticked stays");
      assert.deepEqual(await complaints(driver), []);
    });

    test("a language that cannot be had is told of, changes nothing, and can be asked for again", async () => {
      faults[FILE] = { status: 404 };
      await visit(driver, server.url);
      await until(driver, "return !document.getElementById('languages').hidden");
      await me.press("Pseudo");
      await until(driver, "return !document.querySelector('#languages [role=status]').hidden");
      assert.equal((await see()).language, "en-GB");
      assert.deepEqual(await violations(driver), []);
      delete faults[FILE];
      await speak("Pseudo", LANGUAGE);
      assert.equal(await driver.executeScript("return document.querySelector('#languages [role=status]').hidden"), true);
      await look();
      const said = await complaints(driver);
      assert.ok(said.every((message) => /E_FETCH|404/.test(message)) && said.length > 0, said.join("\n"));
    });
  });
}
