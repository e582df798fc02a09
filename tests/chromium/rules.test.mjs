// The plain pages of the rules in Chromium: looked at by axe, at the narrowest and a wide screen, light, dark and with
// forced colours; and on paper.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { complaints, heading, open, violations } from "../support/browser.mjs";
import { root, serve } from "../support/server.mjs";

const PAGES = (await readdir(`${root}dist/rules`)).filter((name) => name.endsWith(".html"));

let server;
let driver;

before(async () => {
  server = await serve({ path: "/careers/checker/", asIs: true });
});

after(() => server.close());

beforeEach(async () => {
  driver = await open({ engine: "chromium", width: 400, height: 800 });
});

afterEach(async () => {
  assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");
  await driver.quit();
});

const page = (name) => driver.get(`${server.url}rules/${name}`);

test("each page by axe, and nothing is wider than the screen", async () => {
  for (const name of PAGES) {
    await page(name);
    for (const features of [[], [["prefers-color-scheme", "dark"]], [["forced-colors", "active"]]]) {
      await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: features.map(([name, value]) => ({ name, value })) });
      for (const width of [320, 1280]) {
        await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height: 700, deviceScaleFactor: 1, mobile: false });
        assert.deepEqual(await violations(driver), [], `${name} at ${width}, ${features}`);
        const wide = await driver.executeScript("return document.documentElement.scrollWidth > innerWidth");
        assert.equal(wide, false, `${name} at ${width}`);
      }
    }
  }
});

test("a plain page needs its looks and nothing else", async () => {
  const since = server.asked.length;
  await page("audiology.html");
  const asked = new Set(server.asked.slice(since).map((url) => url.split("/").at(-1)));
  asked.delete("icon.svg");
  assert.deepEqual([...asked].sort(), ["audiology.html", "entry-checker.css", "rules.css"]);
});

test("from a role's rules to its start in the checker, and back", async () => {
  await page("audiology.html");
  await driver.executeScript("document.querySelector('a[href=\"../index.html#/audiology\"]').click()");
  await heading(driver, "Check which route into audiology you could take");
  await driver.navigate().back();
  await heading(driver, "The entry rules of audiology");
});

test("on paper the rules and the sources stand, and the checklist begins a sheet of its own", async () => {
  await page("clinical-or-medical-technology.html");
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
  const { said, sheet, after } = await driver.executeScript(`return {
    said: document.body.innerText,
    sheet: getComputedStyle(document.querySelector(".ec-checklist")).breakBefore,
    after: [...document.querySelectorAll("main a[href^=http]")].filter((one) => !one.closest(".ec-source--page")).map((one) => getComputedStyle(one, "::after").content),
  }`);
  assert.match(said, /you must have a 1st or 2\.1/);
  assert.match(said, /Rules version 2026\.11\. The role’s page was last checked on 23 November 2026\./);
  assert.match(said, /I keep my knowledge up to date/);
  assert.doesNotMatch(said, /On this page|Skip to the rules/);
  assert.equal(sheet, "page");
  assert.ok(after.length > 20 && after.every((content) => content.includes("(")), "every link says where it leads");
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
  // A sheet has a width: what is cut off on the right would be lost.
  const pdf = await driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
  const boxes = [
    ...Buffer.from(pdf.data, "base64")
      .toString("latin1")
      .matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g),
  ];
  assert.ok(boxes.length >= 5 && boxes.length <= 14, `${boxes.length} sheets`);
  for (const [, width, height] of boxes) assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], "A4");
});
