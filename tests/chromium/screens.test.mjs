// What only Chromium can be shown: narrow and wide screens, the dark, forced colours, large text, and paper.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { complaints, heading, IS_RENDERED, open, text, until, violations, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { media, screen } from "../support/media.mjs";
import { sheetsOf } from "../support/paper.mjs";
import { graduate } from "../support/people.mjs";
import { PACKS } from "../support/roles.mjs";
import { serve } from "../support/server.mjs";
import { openExample, views } from "../support/views.mjs";

const STAGE = "What is the highest qualification you have or are studying for?";
const RESULT = "Your result for clinical or medical technology";
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

/** The rules of axe that depend on colours. The others see the same markup in every scheme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

async function look(what, rules = null) {
  assert.deepEqual(await violations(driver, rules), [], what);
  const wide = await driver.executeScript("return document.documentElement.scrollWidth > innerWidth");
  assert.equal(wide, false, `${what}: nothing is wider than the screen`);
}

/** How many sheets of paper the page takes. */
async function sheets() {
  const pdf = await driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
  return sheetsOf(pdf.data);
}

async function everywhere(name) {
  if (name.startsWith("result")) assert.ok((await sheets()) <= 2, `${name}: two sheets at most`);
  for (const features of [{}, { "prefers-color-scheme": "dark" }, { "forced-colors": "active" }]) {
    await media(driver, features);
    for (const width of [320, 1280]) {
      await screen(driver, width);
      const isColoured = Object.keys(features).length > 0;
      await look(`${name} at ${width}, ${JSON.stringify(features)}`, isColoured ? COLOUR_RULES : null);
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

/** The spacing that a reader may ask for, as WCAG 1.4.12 has it. */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";
/** What is cut off: words in a box that does not show what is over its edge. (What is only there to be heard is one pixel wide, and a field can be scrolled.) */
const CUT = `
  return [...document.querySelectorAll(".ec *:not(input)")].filter((one) => {
    const clips = ["hidden", "clip"].includes(getComputedStyle(one).overflowX) || ["hidden", "clip"].includes(getComputedStyle(one).overflowY);
    return clips && one.clientWidth > 1 && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  }).map((one) => one.className || one.localName);`;

test("with the spacing that a reader may ask for nothing is cut off, nor wider than a narrow screen", async () => {
  await views(driver, server, async (name) => {
    await screen(driver, 320);
    // The policy of the page lets no style in from outside but such a sheet.
    await driver.executeScript(
      "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet]",
      SPACING,
    );
    assert.equal(
      await driver.executeScript("return parseFloat(getComputedStyle(document.querySelector('h1')).letterSpacing) > 0"),
      true,
      name,
    );
    assert.equal(await driver.executeScript("return document.documentElement.scrollWidth > innerWidth"), false, `${name} is no wider`);
    assert.deepEqual(await driver.executeScript(CUT), [], name);
    await driver.executeScript("document.adoptedStyleSheets = []");
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
  await heading(driver, RESULT);
  await media(driver, { media: "print" });
  const said = await text(driver);
  for (const name of ["Biomedical science", "Imaging (non-ionising)", "Reconstructive science"]) assert.ok(said.includes(name), name);
  assert.doesNotMatch(said, /Print this page|Back to all roles/);
  await media(driver);
  assert.equal(await sheets(), 2, "a result with everything open is two sheets");

  // So it is in each of the other roles.
  const names = await driver.executeScript("return [...document.querySelectorAll('.ec-role button')].map((one) => one.textContent)");
  assert.equal(names.length, PACKS.length - 1);
  for (const name of names) {
    await me.press(name);
    await until(
      driver,
      `return ${IS_RENDERED} && document.querySelector('h1').textContent.toLowerCase() === arguments[0]`,
      `your result for ${name.toLowerCase()}`,
    );
    assert.ok((await sheets()) <= 2, name);
  }
});

test("on paper a result has its answers, and the skills with what was written, in lines as they were written", async () => {
  await arrive(TECHNOLOGY);
  await me.press("Start now");
  await graduate(driver, me);
  await me.press("See your result so far");
  await heading(driver, RESULT);
  await me.press("See the skills to show");
  await heading(driver, "Skills to show for clinical or medical technology");
  await me.choose("I am interested in science and technology");
  await openExample(driver, "I can put a worried person at ease");
  await me.choose("Compassion");
  const fields = await driver.findElements({ css: ".ec-example textarea" });
  await fields[0].sendKeys("At the vet.\n\nAn owner was afraid.");
  const onPaper = async () => {
    await media(driver, { media: "print" });
    const said = await text(driver);
    await media(driver);
    assert.match(said, /what was going on: At the vet\.\n\nAn owner was afraid\./);
    assert.match(said, /Values it can show: compassion/);
    // The tick without words says no more than its claim, and nothing is there to be pressed.
    assert.doesNotMatch(said, /(Write|Change|Close) your example|Try to use|Which values can/);
    return said;
  };
  await onPaper();
  await me.press("Back to your result");
  await heading(driver, RESULT);
  assert.doesNotMatch(await text(driver), /At the vet/, "on the screen it has a page of its own");
  const said = await onPaper();
  const parts = [
    "Your answers",
    "Class: Upper second (2:1)",
    "Subject: Physics",
    "2 of 15 with an example",
    "I can work as part of a team",
  ];
  const named = ["Only if the job makes you responsible", "I can lead other people well", "I have read the job description"];
  for (const part of [...parts, ...named]) assert.ok(said.includes(part), part);
  assert.ok(said.indexOf("What we did not check") > said.indexOf("Your answers"));
  const ticked = await driver.executeScript(
    "return [...document.querySelectorAll('.ec-box--ticked')].map((one) => one.parentElement.firstChild.nextSibling.nextSibling.textContent)",
  );
  assert.deepEqual(ticked, ["I am interested in science and technology", "I can put a worried person at ease", "Compassion"]);
  assert.equal(await sheets(), 2, "with a short example it is still two sheets");

  // Whoever writes much gets more sheets, and all of it.
  await me.press("See the skills to show");
  await heading(driver, "Skills to show for clinical or medical technology");
  await openExample(driver, "I can put a worried person at ease");
  await (await driver.findElement({ css: ".ec-example textarea" })).sendKeys(
    `${"I asked her what worried her most. ".repeat(120)}The end.`,
  );
  await me.press("Back to your result");
  await heading(driver, RESULT);
  await media(driver, { media: "print" });
  assert.match(await text(driver), /The end\./);
  await media(driver);
  assert.equal(await sheets(), 3, "a very long example takes a third");
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
