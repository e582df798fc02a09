// What only Chromium can be shown: narrow and wide screens, the dark, forced colours, large text, and paper.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { complaints, heading, open, text, until, violations, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { media, screen } from "../support/media.mjs";
import { graduate } from "../support/people.mjs";
import { serve } from "../support/server.mjs";
import { views } from "../support/views.mjs";

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

beforeEach(() => media(driver));

afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

const arrive = (hash = "") => visit(driver, server.url + hash);

async function look(what) {
  assert.deepEqual(await violations(driver), [], what);
  const wide = await driver.executeScript("return document.documentElement.scrollWidth > innerWidth");
  assert.equal(wide, false, `${what}: nothing is wider than the screen`);
}

async function everywhere(name) {
  for (const features of [{}, { "prefers-color-scheme": "dark" }, { "forced-colors": "active" }]) {
    await media(driver, features);
    for (const width of [320, 1280]) {
      await screen(driver, width);
      await look(`${name} at ${width}, ${JSON.stringify(features)}`);
    }
  }
  await media(driver);
}

/** The way back comes first, what goes on begins where the heading does, and the way to the rules is the last of each view. */
async function inPlace(name) {
  await screen(driver, 1280);
  const [back, left, last] = await driver.executeScript(`
    const all = [...document.querySelectorAll(".ec-screen :is(a, button, input, summary)")];
    const named = (words) => all.find((one) => one.textContent.trim() === words);
    const edge = (one) => Math.round(one.getBoundingClientRect().left);
    const on = named("Continue") ?? named("Start now");
    return [
      named("Back") === undefined || named("Back") === all[0],
      on === undefined || edge(on) === edge(document.querySelector(".ec-screen h1")),
      [...document.querySelectorAll("a, button")].at(-1).textContent,
    ];`);
  assert.ok(back, `${name}: Back is the first`);
  assert.ok(left, `${name}: what goes on is at the left`);
  assert.equal(last, "Read the rules of each role", name);
}

test("every view, by axe, no wider than the screen, and what recurs where it was", async () => {
  await views(driver, server, async (name) => {
    await inPlace(name);
    await everywhere(name);
  });
});

test("text at twice its size on a narrow screen, as at a zoom of 400 % on a wide one", async () => {
  await arrive(TECHNOLOGY);
  await me.press("Start now");
  await heading(driver, STAGE);
  await screen(driver, 320, 256, 4);
  await driver.executeScript("document.documentElement.style.setProperty('font-size', '200%')");
  await look("question");
});

test("on paper a result is two sheets, and the other roles stand as words", async () => {
  await arrive(TECHNOLOGY);
  await me.press("Start now");
  await graduate(driver, me);
  await me.press("See your result so far");
  await heading(driver, "Your result for clinical or medical technology");
  await media(driver, { media: "print" });
  const said = await text(driver);
  for (const name of ["Biomedical science", "Imaging (non-ionising)", "Reconstructive science"]) assert.ok(said.includes(name), name);
  assert.doesNotMatch(said, /Print this page|Back to all roles/);
  await media(driver);
  const pdf = await driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
  const sheets = Buffer.from(pdf.data, "base64").toString("latin1").match(/\/MediaBox/g).length;
  assert.equal(sheets, 2, "a result with everything open is two sheets");
});

test("on the map the four states have lines of four kinds, and on paper the panel is left out", async () => {
  await arrive(TECHNOLOGY);
  await me.press("Start now");
  await graduate(driver, me);
  await until(driver, "return document.querySelector('.ec-so-far') !== null");
  const kinds = await driver.executeScript(`
    const line = document.querySelector(".ec-map__rail line");
    return ["met", "judgement", "not-met", "unanswered"].map((state) => {
      line.setAttribute("class", "ec-map--" + state);
      const { strokeDasharray, strokeWidth } = getComputedStyle(line);
      return strokeDasharray + " " + strokeWidth;
    });`);
  assert.equal(new Set(kinds).size, 4, kinds.join(" | "));
  await media(driver, { media: "print" });
  assert.equal(await driver.executeScript("return document.querySelector('.ec-so-far').checkVisibility()"), false);
});
