// The colours that a page gives to the checker: from wherever it sets them, and not where they could not be read.

import assert from "node:assert/strict";
import { test } from "node:test";

import { element, onHosts, page, STRICT } from "../support/host.mjs";

const ROLE = "clinical-or-medical-technology";
const host = (sheet, more = 'theme="light"') => page(element("one", ROLE, more), undefined, `<link rel="stylesheet" href="${sheet}.css">`);
const PAGES = {
  "root.html": host("root"),
  "root.css":
    ":root { --ec-color-brand: rgb(90 42 130); --ec-color-link: oklch(40% 0.15 300); --ec-radius: 0; } .dark { --ec-color-bg: #123 }",
  "own.html": host("own"),
  "own.css": ":root { --ec-color-brand: red } entry-checker { --ec-color-brand: #5a2a82; }",
  "pale.html": host("pale"),
  "pale.css":
    ":root { --ec-color-brand: #fc0; --ec-color-text: #999; --ec-color-link: rgb(0 0 0 / 20%); --ec-color-met: no-colour; --ec-color-tint: #eef; }",
  "night.html": host("night", 'theme="dark"'),
  "night.css": ":root { --ec-color-text: #111; --ec-color-bg: #000; }",
  "parts.html": host("parts"),
  "parts.css": "entry-checker::part(button) { text-transform: uppercase; } entry-checker::part(heading) { font-style: italic; }",
};

onHosts(
  PAGES,
  ({ run, arrive, quiet, complaints }) => {
    const looks = (selector, property) =>
      run(
        "return getComputedStyle(document.getElementById('one').shadowRoot.querySelector(arguments[0]))[arguments[1]]",
        selector,
        property,
      );
    /** The colours that are given up, of the one line that says so. */
    const givenUp = async () => {
      const said = (await complaints()).filter((line) => line.includes("too near each other"));
      assert.equal(said.length, 1, said.join("\n"));
      return said[0];
    };

    test("set for the whole page they hold as if set on the element", async () => {
      await arrive("root.html");
      assert.equal(await looks(".ec-button", "backgroundColor"), "rgb(90, 42, 130)");
      assert.match(await looks(".ec-link", "color"), /^oklch\(0\.4 0\.15 300\)$/);
      assert.equal(await looks(".ec-button", "borderTopLeftRadius"), "0px");
      await quiet();
    });

    test("what is set on the element comes first", async () => {
      await arrive("own.html");
      assert.equal(await looks(".ec-button", "backgroundColor"), "rgb(90, 42, 130)");
      await quiet();
    });

    test("what cannot be told apart, is seen through or is no colour gives way to ours, with one warning", async () => {
      await arrive("pale.html");
      assert.equal(await looks(".ec-button", "backgroundColor"), "rgb(11, 85, 81)");
      assert.equal(await looks(".ec-widget", "color"), "rgb(29, 36, 34)");
      assert.equal(await looks(".ec-link", "color"), "rgb(11, 85, 81)");
      assert.match(await givenUp(), /text on bg.*link on bg.*on-brand on brand.*met on met-tint/);
      const kept = await run(
        "return getComputedStyle(document.getElementById('one').shadowRoot.querySelector('.ec-widget')).getPropertyValue('--_color-tint')",
      );
      assert.equal(kept.trim(), "#eef", "what can be read stays");
    });

    test("a pair that is dark on dark goes back to ours of the dark", async () => {
      await arrive("night.html");
      assert.equal(await looks(".ec-widget", "color"), "rgb(233, 239, 236)");
      await givenUp();
      await run("document.getElementById('one').theme = 'light'");
      assert.equal(await looks(".ec-widget", "color"), "rgb(29, 36, 34)");
    });

    test("parts are styled from outside", async () => {
      await arrive("parts.html");
      assert.equal(await looks(".ec-screen > .ec-button", "textTransform"), "uppercase");
      assert.equal(await looks(".ec-h1", "fontStyle"), "italic");
      await quiet();
    });
  },
  { policy: `${STRICT}; style-src 'self'` },
);
