// What only Chromium can be shown: narrow and wide screens, the dark, forced colours, large text, and paper.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { complaints, heading, open, text, until, violations, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { graduate } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const STAGE = "What is the highest qualification you have or are studying for?";
const TECHNOLOGY = "#/clinical-or-medical-technology";

let server;
let driver;
let me;

before(async () => {
  server = await serve();
  driver = await open({ engine: "chromium", width: 400, height: 800 });
  me = mouse(driver);
});

after(async () => {
  await driver?.quit();
  await server.close();
});

beforeEach(() => media({}));

afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

const arrive = (hash = "") => visit(driver, server.url + hash);

/** The medium, and the features of it that are other than usual. */
function media({ media = "", ...features }) {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  return driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media, features: list });
}

function screen(width, height = 700, deviceScaleFactor = 1) {
  return driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
}

async function look(what) {
  assert.deepEqual(await violations(driver), [], what);
  const wide = await driver.executeScript("return document.documentElement.scrollWidth > innerWidth");
  assert.equal(wide, false, `${what}: nothing is wider than the screen`);
}

async function everywhere(name) {
  for (const features of [{}, { "prefers-color-scheme": "dark" }, { "forced-colors": "active" }]) {
    await media(features);
    for (const width of [320, 1280]) {
      await screen(width);
      await look(`${name} at ${width}, ${JSON.stringify(features)}`);
    }
  }
  await media({});
}

test("a question, an error, a result, the answers, the skills and the start again", async () => {
  await arrive(TECHNOLOGY);
  await everywhere("start");
  await me.press("Start now");
  await heading(driver, STAGE);
  await everywhere("question");
  await me.press("Continue");
  await until(driver, "return document.querySelector('.ec-error-summary') !== null");
  await everywhere("error");
  await graduate(driver, me);
  await me.press("See your result so far");
  await heading(driver, "Your result for clinical or medical technology");
  await everywhere("result");
  await me.press("See the skills to show");
  await heading(driver, "Skills to show for clinical or medical technology");
  await everywhere("skills");
  await me.press("Back to your result");
  await me.press("Change your answers");
  await heading(driver, "Check your answers");
  await everywhere("check");
  await driver.navigate().back();
  await me.press("Start again");
  await heading(driver, "Do you want to start again?");
  await everywhere("start again");
});

test("the roles, none found, and all of them at once", async () => {
  await arrive();
  await everywhere("roles");
  await me.search("zzz");
  await everywhere("roles, none found");
  await arrive("#/all");
  await everywhere("the start of all roles");
  await me.press("Start now");
  await graduate(driver, me);
  await me.press("See your result so far");
  await heading(driver, "Your result for all roles");
  await everywhere("the result of all roles");
  await me.press("Audiology");
  await heading(driver, "Your result for audiology");
  await everywhere("the result of one of them");
});

test("text at twice its size on a narrow screen, as at a zoom of 400 % on a wide one", async () => {
  await arrive(TECHNOLOGY);
  await me.press("Start now");
  await heading(driver, STAGE);
  await screen(320, 256, 4);
  await driver.executeScript("document.documentElement.style.setProperty('font-size', '200%')");
  await look("question");
});

test("on paper the other roles stand as words", async () => {
  await arrive(TECHNOLOGY);
  await me.press("Start now");
  await graduate(driver, me);
  await me.press("See your result so far");
  await heading(driver, "Your result for clinical or medical technology");
  await media({ media: "print" });
  const said = await text(driver);
  for (const name of ["Biomedical science", "Imaging (non-ionising)", "Reconstructive science"]) assert.ok(said.includes(name), name);
  assert.doesNotMatch(said, /Print this page|Back to all roles/);
});
