// Valid HTML, by the Nu HTML checker: the page, every plain page, the hosts to run, and each screen of the checker as Chromium
// has it.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { heading, navigate, open, until, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { PACKS } from "../support/roles.mjs";
import { gate, root, serve, unheld } from "../support/server.mjs";
import { mistakes } from "../support/vnu.mjs";

const STAGE = "What is the highest qualification you have or are studying for?";

test("the checker of HTML finds a mistake where there is one", async () => {
  const found = await mistakes({ wrong: "<!doctype html><html lang=en><title>x</title><p><div id=a></div><i id=a></i>" });
  assert.ok(
    found.some((line) => /Duplicate ID/.test(line)),
    found.join("\n"),
  );
});

test("the page and every plain page are valid", async () => {
  const names = (await readdir(`${root}dist/rules`)).filter((name) => name.endsWith(".html"));
  assert.equal(names.length, PACKS.length + 1, "the list of the roles, and a page for each");
  const pages = {};
  for (const name of ["index.html", "frame.html", ...names.map((name) => `rules/${name}`)])
    pages[name] = await readFile(`${root}dist/${name}`, "utf8");
  assert.deepEqual(await mistakes(pages), []);
});

test("the hosts to run are valid", async () => {
  const pages = {};
  for (const entry of await readdir(`${root}examples`, { withFileTypes: true })) {
    if (entry.isDirectory()) pages[entry.name] = await readFile(`${root}examples/${entry.name}/index.html`, "utf8");
  }
  assert.equal(Object.keys(pages).length, 7);
  assert.deepEqual(await mistakes(pages), []);
});

test("every screen is valid", async () => {
  const faults = {};
  const server = await serve({ faults, asIs: true });
  const driver = await open({ engine: "chromium", width: 400, height: 800 });
  const me = mouse(driver);
  const screens = {};
  const take = async (name) => {
    screens[name] = await driver.executeScript("return '<!doctype html>' + document.documentElement.outerHTML");
  };
  const answer = async (name, title, words) => {
    await heading(driver, title);
    await take(name);
    await me.choose(words);
    await me.press("Continue");
  };
  const arrive = (hash) => visit(driver, server.url + hash);
  try {
    await arrive("");
    await take("roles");
    await me.search("zzz");
    await until(driver, "return document.querySelectorAll('.ec-role').length === 0");
    await take("roles-none");
    await arrive("#/all");
    await take("start-all");
    await arrive("#/clinical-or-medical-technology");
    await take("start");
    await me.press("Start now");
    await heading(driver, STAGE);
    await me.press("Continue");
    await until(driver, "return document.querySelector('.ec-error-summary') !== null");
    await take("error");
    await answer("stage", STAGE, "A degree");
    await answer("award", "Which kind of degree do you have, or are you studying for?", "Honours degree");
    await answer("status", "Do you have your degree result yet?", "Yes, I have it");
    await answer("class", "What class is your degree?", "Upper second (2:1)");
    await heading(driver, "What subject is your degree in?");
    await take("subject");
    await me.type("phys");
    await until(driver, "return document.querySelector('[role=option]') !== null");
    await take("subject-list");
    await me.press("Continue");
    await until(driver, "return document.querySelector('h1').textContent !== 'What subject is your degree in?'");
    await take("level3");
    await me.press("See your result so far");
    await heading(driver, "Your result for clinical or medical technology");
    await driver.executeScript("document.querySelectorAll('details').forEach((one) => (one.open = true))");
    await take("result");
    await me.press("Change your answers");
    await heading(driver, "Check your answers");
    await take("check");
    await me.press("See your result");
    await me.press("See the skills to show");
    await heading(driver, "Skills to show for clinical or medical technology");
    await me.choose("I am interested in science and technology");
    await take("skills");
    await me.press("Back to your result");
    await me.press("Start again");
    await heading(driver, "Do you want to start again?");
    await take("restart");
    await rest();
  } finally {
    await driver.quit();
    await server.close();
  }
  assert.ok(Object.keys(screens).length >= 17);
  assert.deepEqual(await mistakes(screens), []);

  /** Level 3 and GCSEs, and the result of all roles. */
  async function rest() {
    await arrive("#/clinical-or-medical-technology");
    await me.press("Start now");
    await answer("stage", STAGE, "A levels or similar");
    await answer("level3-award", "Which level 3 qualification do you have, or are you studying for?", "A level");
    await heading(driver, "What subject is your A level in?");
    await me.pick("phys", "Physics");
    await me.press("Continue");
    await answer("level3-status", "Do you have the result of your A level in physics yet?", "No, it is predicted");
    await answer("level3-grade", "What grade are you predicted for your A level in physics?", "B");
    await answer("level3-more", "Do you have another level 3 qualification, or are you studying for one?", "Yes");
    await answer("level3-other", "Which other level 3 qualification do you have, or are you studying for?", "A level");
    await heading(driver, "What subject is your A level in?");
    await me.pick("hist", "History");
    await me.press("Continue");
    await answer("level3-status", "Do you have the result of your A level in history yet?", "No, it is predicted");
    await answer("level3-grade", "What grade are you predicted for your A level in history?", "C");
    await answer("gcses", "How many GCSEs do you have or expect at grades 9 to 4, or A* to C?", "5 or more");
    await answer("gcses-including", "Which of these are among those GCSEs?", "Maths");
    await answer("gcses-status", "Do you have the results of all these GCSEs yet?", "No, some are predicted");
    await me.press("See your result");
    await heading(driver, "Your result for clinical or medical technology");
    await driver.executeScript("document.querySelectorAll('details').forEach((one) => (one.open = true))");
    await take("result-predicted");
    await arrive("#/all");
    await me.press("Start now");
    await answer("stage-all", STAGE, "A degree");
    await heading(driver, "Which kind of degree do you have, or are you studying for?");
    await me.choose("Honours degree");
    await me.press("Continue");
    await me.press("See your result so far");
    await heading(driver, "Your result for all roles");
    await take("result-all");
  }
});

test("the screens for when something is missing are valid", async () => {
  const html = unheld(await readFile(`${root}dist/index.html`, "utf8"));
  const faults = { "checker_bg.wasm": { body: "" }, "index.html": { body: html }, "sw.js": { status: 404 } };
  const server = await serve({ faults, asIs: true });
  const driver = await open({ engine: "chromium", width: 400, height: 800 });
  const screens = {};
  const take = async (name) => {
    screens[name] = await driver.executeScript("return '<!doctype html>' + document.documentElement.outerHTML");
  };
  try {
    await driver.get(server.url);
    await until(driver, "return document.getElementById('failed').hidden === false");
    await take("failed");
    faults["checker_bg.wasm"] = faults["index.html"] = {};
    const late = gate();
    faults["catalogue.json"] = { until: late.until, status: 404 };
    await driver.get("about:blank");
    await navigate(driver, `${server.url}#/audiology`);
    const me = mouse(driver, { early: true });
    await me.press("Start now");
    await heading(driver, STAGE);
    await me.choose("A degree");
    await me.press("Continue");
    await until(driver, "return document.querySelector('.ec-waiting').textContent !== ''");
    await take("waiting");
    late.open();
    await until(driver, "return document.getElementById('again')?.hidden === false");
    await take("no-rules");
  } finally {
    await driver.quit();
    await server.close();
  }
  assert.deepEqual(await mistakes(screens), []);
});
