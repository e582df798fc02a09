// Every component in each of its states (`target/fixtures/`, by `cargo xtask fixtures`), in Chromium: by axe, no wider than
// a narrow screen, large enough for a finger, and with a ring where the focus is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { By, Key, open, violations } from "../support/browser.mjs";
import { media, screen } from "../support/media.mjs";
import { root } from "../support/server.mjs";

let driver;

before(async () => {
  driver = await open({ engine: "chromium", width: 400, height: 800 });
  await driver.get(`file://${root}target/fixtures/index.html`);
});

after(() => driver?.quit());

/** Runs a script over what stands in the fixtures, as `all(selector)`, with the name of the fixture of each. */
function inside(script) {
  return driver.executeScript(`
    const all = (selector) => [...document.querySelectorAll("[data-fixture]")].flatMap((host) =>
      [...host.shadowRoot.querySelectorAll(selector)].map((one) => [host.dataset.fixture, one]));
    ${script}`);
}

test("each in the light, the dark and forced colours, narrow and wide", async () => {
  assert.ok((await inside("return all('*').length")) > 300);
  for (const features of [{}, { "prefers-color-scheme": "dark" }, { "forced-colors": "active" }]) {
    await media(driver, features);
    for (const width of [320, 1280]) {
      await screen(driver, width);
      // Parts of pages stand on one page here: their headings and landmarks are looked at where they belong.
      const found = (await violations(driver)).filter(
        (line) => !/^(heading-order|landmark-|region|page-has-heading-one|empty-heading|skip-link)/.test(line),
      );
      assert.deepEqual(found, [], `${width} ${JSON.stringify(features)}`);
      const wide = await inside(
        "return all('*').filter(([, one]) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.ec-hidden, svg')).map(([name, one]) => name + ': ' + one.outerHTML.slice(0, 80))",
      );
      assert.deepEqual(wide, [], `wider than ${width}`);
    }
  }
  await media(driver);
});

test("what a finger presses is 44 pixels high", async () => {
  await screen(driver, 320);
  const small = await inside(`
    const pressed = all("button, summary, .ec-option, .ec-input, [role=option], .ec-role, .ec-footer a").filter(([, one]) => one.checkVisibility());
    if (pressed.length < 60) return ["only " + pressed.length];
    return pressed.filter(([, one]) => one.getBoundingClientRect().height < 44).map(([name, one]) => name + ": " + one.outerHTML.slice(0, 80));`);
  assert.deepEqual(small, []);
});

test("the focus has a ring in every look, also where colours are forced", async () => {
  for (const features of [{}, { "prefers-color-scheme": "dark" }, { "forced-colors": "active" }]) {
    await media(driver, features);
    await driver.executeScript("document.activeElement.blur(); getSelection().removeAllRanges()");
    const body = await driver.findElement(By.css("body"));
    const bare = [];
    let count = 0;
    for (; count < 150; count += 1) {
      await (count === 0 ? body : driver.switchTo().activeElement()).sendKeys(Key.TAB);
      const seen = await driver.executeScript(`
        const host = document.activeElement, one = host?.shadowRoot?.activeElement;
        if (!one) return null;
        const ring = (of) => of && getComputedStyle(of).outlineStyle !== "none" && parseFloat(getComputedStyle(of).outlineWidth) >= 2;
        return [host.dataset.fixture + ": " + one.outerHTML.slice(0, 60), Boolean(ring(one) || ring(one.closest(".ec-option")))];`);
      if (!seen) break;
      if (!seen[1]) bare.push(seen[0]);
    }
    assert.ok(count > 50, `${count} things take the focus`);
    assert.deepEqual(bare, [], JSON.stringify(features));
  }
  await media(driver);
});

test("what the mouse is over looks other than before, where it can be pressed", async () => {
  await screen(driver, 1000, 900);
  for (const name of [
    "button: main",
    "button: quiet",
    "button: like a link",
    "radios: none chosen",
    "details: closed",
    "role list: by division",
  ]) {
    const one = await driver.executeScript(
      "return document.querySelector(arguments[0]).shadowRoot.querySelector('.ec-button, .ec-option, .ec-link, summary')",
      `[data-fixture='${name}']`,
    );
    const looks = () =>
      driver.executeScript(
        "const { backgroundColor, borderColor, textDecoration } = getComputedStyle(arguments[0]); return [backgroundColor, borderColor, textDecoration].join()",
        one,
      );
    const before = await looks();
    await driver.actions().move({ origin: one }).perform();
    assert.notEqual(await looks(), before, name);
  }
});
