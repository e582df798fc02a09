// What each control is to a person who does not see it: its role, its name and its state, as each browser works them out.
// They are equal in all of them, and as in tests/controls.txt. After a change that is meant:
// `CONTROLS=write ENGINES=chromium node --test tests/browser/controls.test.mjs`, and look at the difference.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { By, ENGINES, heading, open, until, visitWhole } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { root, serve } from "../support/server.mjs";

const FILE = `${root}tests/controls.txt`;
const CONTROLS = "a, button, input, summary, fieldset, h1, main, [role]";

let server;
let driver;

before(async () => {
  server = await serve();
});

after(() => server.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 500, height: 900 });
    });

    after(() => driver?.quit());

    test("role, name and state of every control", async () => {
      const found = await journey();
      if (process.env.CONTROLS === "write") await writeFile(FILE, found);
      assert.deepEqual(found.split("\n"), (await readFile(FILE, "utf8")).split("\n"));
    });
  });
}

/** The controls of each kind of screen. */
async function journey() {
  const me = mouse(driver);
  const screens = [];
  const list = async (name) => screens.push(`# ${name}\n${(await controls()).join("\n")}\n`);
  await visitWhole(driver, server, "#/clinical-or-medical-technology");
  await list("start");
  await me.press("Start now");
  await heading(driver, "What is the highest qualification you have or are studying for?");
  await me.press("Continue");
  await until(driver, "return document.querySelector('.ec-error-summary') !== null");
  await list("question, not answered");
  await me.choose("A degree");
  await list("question, answered");
  await me.press("Continue");
  for (const [title, words] of [
    ["Which kind of degree do you have, or are you studying for?", "Honours degree"],
    ["Do you have your degree result yet?", "Yes, I have it"],
    ["What class is your degree?", "Upper second (2:1)"],
  ]) {
    await heading(driver, title);
    await me.choose(words);
    await me.press("Continue");
  }
  await heading(driver, "What subject is your degree in?");
  await list("subject, empty");
  await me.type("phys");
  await until(driver, "return document.querySelector('[role=option]') !== null");
  await list("subject, with its list");
  await driver.findElement(By.css("[role=option]")).click();
  await me.press("Continue");
  await heading(driver, "Which level 3 qualification do you have, or are you studying for?");
  await me.press("See your result so far");
  await heading(driver, "Your result for clinical or medical technology");
  await me.open("See the rule this is based on");
  await list("result");
  await me.press("Change your answers");
  await heading(driver, "Check your answers");
  await list("check");
  return screens.join("\n");
}

/** Role, name and state of what can be seen. */
async function controls() {
  const lines = [];
  for (const [element, state] of await seen()) {
    // The standards give `summary` no role: Chromium has one of its own, the others say nothing.
    const role = (await element.getTagName()) === "summary" ? "summary" : await element.getAriaRole();
    lines.push([role, await element.getAccessibleName(), ...state].join(" | "));
  }
  return lines;
}

/** Without what is in closed details, which is nothing to a screen reader: WebKit gives it a role all the same. */
function seen() {
  return driver.executeScript(
    `const states = { checked: (one) => one.checked, open: (one) => one.localName === "summary" && one.parentElement.open };
     for (const name of ["expanded", "selected", "invalid"]) states[name] = (one) => one.getAttribute("aria-" + name) === "true";
     return [...document.querySelectorAll(arguments[0])]
       .filter((one) => one.checkVisibility())
       .map((one) => [one, Object.keys(states).filter((name) => states[name](one))]);`,
    CONTROLS,
  );
}
