// The hosts under examples/, as they are, in each browser: a person gets to a result, and the page is told of it.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, open, until, violations } from "../support/browser.mjs";
import { example } from "../support/package.mjs";
import { root, serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const TECHNOLOGY = "Check which route into clinical or medical technology you could take";
const AUDIOLOGY = "Check which route into audiology you could take";
const STAGE = "What is the highest qualification you have or are studying for?";
const CHECK = "Check your answers";
const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] };
/** A policy for hosts that have none of their own in the page. */
const PLAIN = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; frame-src 'self'";

/** The files of an example, as pages of a host. */
async function files(name) {
  const folder = join(root, "examples", name);
  const names = await readdir(folder);
  return Object.fromEntries(await Promise.all(names.map(async (file) => [file, await readFile(join(folder, file), "utf8")])));
}

for (const engine of ENGINES) {
  describe(engine, () => {
    let driver;
    let server;

    before(async () => {
      driver = await open({ engine, width: 900, height: 800 });
    });

    after(() => driver.quit());

    afterEach(async () => {
      await driver.switchTo().defaultContent();
      await driver.get("about:blank");
      await complaints(driver);
      await server.close();
    });

    const run = (script, ...values) => driver.executeScript(script, ...values);
    const quiet = async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");
    const checker = (index = 0) => widget(driver, `checker-${index}`);

    async function arrive(folder, { policy = PLAIN } = {}) {
      const pages = await files(folder);
      const faults = { "index.html": { policy }, "entry-checker/frame.html": { policy: "frame-ancestors *" } };
      server = await serve({ pages, folder: "entry-checker/", cors: true, faults });
      await driver.get(server.url);
      // To be found by.
      await run("document.querySelectorAll('entry-checker').forEach((one, index) => (one.id = 'checker-' + index))");
    }

    /** From the start to the result, as a graduate in physics. */
    async function result(one = checker()) {
      await one.press("Start now");
      await one.graduate();
      await one.press("See your result so far");
      await one.heading("Your result for clinical or medical technology");
    }

    test("plain HTML, without any policy", async () => {
      await arrive("plain-html", { policy: " " });
      await checker().heading(TECHNOLOGY);
      await result();
      await quiet();
    });

    test("the strictest policy", async () => {
      // The page's own, and no header.
      await arrive("strict-policy", { policy: " " });
      await checker().heading(TECHNOLOGY);
      await result();
      await quiet();
      await assert.rejects(run("setTimeout('1')"), "the policy is in force");
    });

    test("two of different roles have each a name, and do not know of each other", async () => {
      await arrive("two-roles");
      await checker(0).heading(AUDIOLOGY);
      await checker(1).heading("Check which route into cardiac sciences you could take");
      await checker(1).press("Start now");
      await checker(1).heading(STAGE);
      await checker(0).heading(AUDIOLOGY);
      assert.deepEqual(await violations(driver), []);
      await quiet();
    });

    test("a theme that has gathered over the years does not reach inside", async () => {
      const looks = () =>
        run(`const style = (one) => one && [...getComputedStyle(one)].filter((name) => !/^--|width|height|size$|origin|inset|^(left|right|top|bottom)$|perspective/.test(name))
            .map((name) => name + ": " + getComputedStyle(one).getPropertyValue(name)).join(";");
          // The first screens are there side by side, and all but one are hidden.
          const inside = document.getElementById("checker-0").shadowRoot.querySelector(":not([hidden]) > .ec-screen");
          return ["h1", "legend", ".ec-option", "label", "input", ".ec-button", ".ec-link", "p"].map((one) => style(inside.querySelector(one)));`);
      await arrive("plain-html");
      await checker().press("Start now");
      await checker().heading(STAGE);
      const plain = await looks();
      await server.close();
      await arrive("cms");
      await checker().press("Start now");
      await checker().heading(STAGE);
      for (const [index, style] of (await looks()).entries()) assert.equal(style, plain[index]);
      const sizes = await run(
        "return [...document.getElementById('checker-0').shadowRoot.querySelectorAll('.ec-option')].map((one) => one.getBoundingClientRect().height)",
      );
      assert.ok(
        sizes.every((height) => height >= 44),
        `${sizes}`,
      );
      await quiet();
    });

    test("a frame is told its colours, and tells the page", async () => {
      await arrive("iframe");
      await until(
        driver,
        "return document.querySelector('iframe').clientHeight > 0 && document.querySelector('iframe').style.height !== ''",
      );
      await driver.switchTo().frame(await driver.findElement({ css: "iframe" }));
      await widget(driver, "checker").heading(AUDIOLOGY);
      await until(driver, "return document.getElementById('checker').style.getPropertyValue('--ec-color-brand') === '#5a2a82'");
      await widget(driver, "checker").press("Start now");
      await widget(driver, "checker").heading(STAGE);
      await driver.switchTo().defaultContent();
      await until(driver, "return document.getElementById('told').textContent === 'q/stage'");
      await quiet();
    });
  });
}

describe("frameworks", () => {
  const built = {};

  before(async () => {
    for (const name of ["react", "vue"]) built[name] = relative(root, join(await example(name), "dist"));
  });

  for (const engine of ENGINES) {
    describe(engine, () => {
      let driver;

      before(async () => {
        driver = await open({ engine, width: 900, height: 800 });
      });

      after(() => driver.quit());

      for (const name of ["react", "vue"]) {
        test(`${name}: attributes that change, an object as a property, and an event by its name`, async () => {
          const server = await serve({ from: built[name], faults: { "index.html": { policy: PLAIN } } });
          try {
            await driver.get(server.url);
            await until(driver, "return document.querySelector('entry-checker') !== null");
            await driver.executeScript("document.querySelector('entry-checker').id = 'one'");
            const one = widget(driver, "one");
            await one.heading(AUDIOLOGY);
            await driver.executeScript(`const choice = document.querySelector("select");
              choice.value = "clinical-or-medical-technology"; choice.dispatchEvent(new Event("change", { bubbles: true }));`);
            await one.heading(TECHNOLOGY);
            // The first question does not wait for the rules; a profile does.
            await until(driver, "return document.getElementById('one').state === 'ready'");
            const profile = "return document.getElementById('one').profile";
            assert.deepEqual(await driver.executeScript(profile), {});
            await driver.executeScript("[...document.querySelectorAll('button')].find((one) => /2:1/.test(one.textContent)).click()");
            await one.heading(CHECK);
            assert.deepEqual(await driver.executeScript(profile), GRADUATE);
            assert.equal(
              await driver.executeScript("return document.getElementById('one').shadowRoot.querySelector('.ec-h1').localName"),
              "h2",
            );
            await one.press("See your result");
            await one.heading("Your result for clinical or medical technology");
            await until(driver, "return document.querySelectorAll('#outcomes li').length === 2");
            const said = await driver.executeScript("return [...document.querySelectorAll('#outcomes li')].map((one) => one.textContent)");
            assert.deepEqual(
              said.map((line) => line.split(":")[0]),
              ["stp", "ptp"],
            );
            assert.deepEqual(await complaints(driver), []);
          } finally {
            await server.close();
          }
        });
      }
    });
  }
});
