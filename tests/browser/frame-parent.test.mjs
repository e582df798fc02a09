// A frame whose address names another page than the one around it: it tells that one nothing, and hears nothing of it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { ENGINES, open, runAsync, until } from "../support/browser.mjs";
import { serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const START = "Check which route into audiology you could take";
const STAGE = "What is the highest qualification you have or are studying for?";
/** The page hears whatever it is told, and says what a page says to a frame of ours. */
const LISTEN = `window.listened = [];
  addEventListener("message", ({ data, source }) => {
    if (source === document.getElementById("frame").contentWindow) listened.push(data);
  });
  window.greet = () => {
    const { contentWindow } = document.getElementById("frame");
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => listened.push(data);
    contentWindow.postMessage({ ns: "entry-checker", v: 1, type: "hello" }, "*");
    contentWindow.postMessage({ ns: "entry-checker", v: 1, type: "init" }, "*", [port2]);
    port1.postMessage({ type: "theme", tokens: { "--ec-color-brand": "#123456" } });
  };`;
const NAMED = { "another origin": "https://other.example", "no address": "nobody", nothing: "" };

for (const engine of ENGINES) {
  describe(engine, () => {
    let driver;
    let inside;
    let outside;

    before(async () => {
      driver = await open({ engine, width: 800, height: 700 });
      const faults = {};
      inside = await serve({ cors: true, faults });
      const own = new URL(inside.url).origin;
      faults["frame.html"] = {
        policy: `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src ${own}; connect-src ${own}; frame-ancestors *`,
      };
      const page = (ask) => `<!doctype html><html lang="en-GB"><title>A host</title><script src="listen.js"></script>
        <iframe class="entry-checker" id="frame" title="Check" width="700" height="300" src="${inside.url}frame.html?job-role=audiology${ask}"></iframe></html>`;
      const pages = { "listen.js": LISTEN, "unnamed.html": page("") };
      for (const [at, named] of Object.values(NAMED).entries()) pages[`${at}.html`] = page(`&amp;parent=${encodeURIComponent(named)}`);
      const policies = Object.keys(pages).map((name) => [name, { policy: "default-src 'none'; script-src 'self'; frame-src *" }]);
      outside = await serve({ pages, faults: Object.fromEntries(policies) });
    });

    after(async () => {
      await driver?.quit();
      await Promise.all([inside, outside].map((server) => server?.close()));
    });

    /** Goes through a screen in the frame of a page that has greeted it. Ends in the frame. */
    async function greet(name) {
      await driver.get(outside.url + name);
      await driver.switchTo().frame(await driver.findElement({ id: "frame" }));
      await until(driver, "return document.getElementById('checker').state === 'ready'");
      await widget(driver, "checker").heading(START);
      await driver.switchTo().defaultContent();
      await driver.executeScript("greet()");
      await driver.switchTo().frame(await driver.findElement({ id: "frame" }));
      await widget(driver, "checker").press("Start now");
      await widget(driver, "checker").heading(STAGE);
    }

    const BRAND = "return document.getElementById('checker').style.getPropertyValue('--ec-color-brand')";

    Object.keys(NAMED).forEach((what, at) => {
      test(`one that names ${what} is silent, and works`, async () => {
        await greet(`${at}.html`);
        // A height is told after it has rested for 60 ms, in a timer that was set before this one. A frame that is rightly
        // silent cannot fail here.
        await runAsync(
          driver,
          "for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame); await new Promise((resolve) => setTimeout(resolve, 60)); await settle();",
        );
        assert.equal(await driver.executeScript(BRAND), "");
        await driver.switchTo().defaultContent();
        await runAsync(driver, "await settle()");
        assert.deepEqual(await driver.executeScript("return listened"), []);
      });
    });

    test("one that names nobody tells whoever is around it", async () => {
      await greet("unnamed.html");
      await until(driver, `${BRAND} === arguments[0]`, "#123456");
      await driver.switchTo().defaultContent();
      await until(driver, "return arguments[0].every((type) => listened.some((one) => one.type === type))", ["hello", "resize", "step"]);
    });
  });
}
