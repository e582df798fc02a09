// Our components beside those of nhsuk-frontend, whose fixtures are published with it: not their looks, but what a screen
// reader has of them. Where ours is another on purpose, it says so here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { open } from "../support/browser.mjs";
import { root } from "../support/server.mjs";
import { skeleton } from "../support/skeleton.mjs";

const require = createRequire(import.meta.url);

let driver;
let ours;

before(async () => {
  driver = await open({ engine: "chromium" });
  await driver.get(`file://${root}target/fixtures/index.html`);
  ours = await driver.executeScript(
    "return Object.fromEntries([...document.querySelectorAll('[data-fixture]')].map((host) => { host.shadowRoot.querySelector('link').remove(); return [host.dataset.fixture, host.shadowRoot.innerHTML]; }))",
  );
  await driver.get("about:blank");
});

after(() => driver?.quit());

function theirs(component, name) {
  const file = require.resolve(`nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`);
  const fixtures = JSON.parse(readFileSync(file, "utf8")).fixtures.filter((one) => one.name === name);
  assert.ok(fixtures.length > 0, `${component} has a fixture "${name}"`);
  return fixtures[0].html;
}

/** Ours, their component and its fixture, and what is taken out of either before they are compared, with the reason. */
const PAIRS = [
  ["skip link", "skip-link", "default"],
  ["button: main", "button", "default"],
  ["button: quiet", "button", "default"],
  ["button: the way back", "back-link", "as a button"],
  ["details: closed", "details", "default"],
  ["details: open", "details", "open"],
  // Our last choice ("Something else, or I'm not sure") has no hint.
  ["question: radios", "radios", "with hints on items", /\n {2}radio named$/],
  // Theirs have no hints here.
  ["question: radios, with an error", "radios", "with error message", /\n {2}radio named described/],
  // Ours alone, without the question around it; theirs in one, with a field to each.
  ["radios: one chosen", "radios", "with pre-checked value", /group.*\n|.*heading.*\n|\n.*textbox.*| described|^ +/gm],
  ["checkboxes: some ticked", "checkboxes", "with pre-checked values", /group.*\n|.*heading.*\n|\n.*textbox.*| described|^ +/gm],
  // Ours is in its form, with a list of subjects that comes and goes: a combobox, and with "I'm not sure" below it. Theirs
  // does not say that it is invalid.
  [
    "field: with an error",
    "input",
    "with error message and hint",
    /form\n|\n +(status|button named|checkbox named)|^ +| invalid=true|combobox|textbox/gm,
  ],
  // Ours tells of one thing, so it is no list; and it has the name of its heading, since it takes the focus.
  ["error summary", "error-summary", "default", /(?<=alert) named|.*list(item)?\n|^ +/gm],
  // Ours stands under a heading of its own.
  ["summary", "summary-list", "with actions as buttons", /^heading named\n/],
];

for (const [own, component, name, apart] of PAIRS) {
  test(`${own}: as ${component}, ${name}`, async () => {
    const lines = async (html) => {
      const all = (await skeleton(driver, html)).replace(apart ?? /$^/, "").split("\n");
      return apart ? [...new Set(all)].sort() : all;
    };
    assert.deepEqual(await lines(ours[own]), await lines(theirs(component, name)));
  });
}

test("a difference is seen", async () => {
  const labelled = '<fieldset><legend>Which?</legend><input type="radio" id="a"><label for="a">One</label></fieldset>';
  const bare = '<fieldset><legend>Which?</legend><input type="radio" id="a"><span>One</span></fieldset>';
  assert.equal(await skeleton(driver, labelled), "group named\n  radio named");
  assert.equal(await skeleton(driver, bare), "group named\n  radio");
});
