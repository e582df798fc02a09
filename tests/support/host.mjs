// Pages of somebody else with the element on them, and what tests do with them.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe } from "node:test";

import { complaints, ENGINES, open, until } from "./browser.mjs";
import { serve } from "./server.mjs";
import { widget } from "./widget.mjs";

/** The strictest policy that such a page can have. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
export const SCRIPT = '<script type="module" src="entry-checker/entry-checker.js"></script>';
export const TECHNOLOGY = "Check which route into clinical or medical technology you could take";
export const AUDIOLOGY = "Check which route into audiology you could take";
export const STAGE = "What is the highest qualification you have or are studying for?";
export const CHECK = "Check your answers";

/** What the page listens with: `window.told` are the events. */
export const LISTEN = `window.told = []; for (const name of ["ready", "step", "result", "error", "navigate"])
  addEventListener("entry-checker:" + name, ({ detail, target }) => told.push([name, detail, target.id]));`;

export const page = (body, script = SCRIPT, head = "") =>
  `<!doctype html><html lang="en-GB"><head><title>A host</title><script src="listen.js"></script>${head}${script}</head>` +
  `<body><main><h1>A host</h1><p id="probe">Words, <a href="#main">a link</a>.</p>${body}</main></body></html>`;
export const element = (id, role, more = "", inside = '<p>The rules in <a href="rules.html">plain words</a></p>') =>
  `<entry-checker id="${id}" job-role="${role}" ${more}>${inside}</entry-checker>`;

/**
 * Runs tests in each engine, on a server of its own for each test: nothing that a browser has kept of another. They are
 * given a `host` with the driver, the server, its faults, and what is done with a page.
 */
export function onHosts(pages, tests, { policy = STRICT, pictures = false } = {}) {
  const all = { "listen.js": LISTEN, ...pages };
  for (const engine of ENGINES) {
    describe(engine, () => {
      const host = {
        engine,
        run: (script, ...values) => host.driver.executeScript(script, ...values),
        at: (id = "one") => widget(host.driver, id),
        until: (script, ...values) => until(host.driver, script, ...values),
        quiet: async () => assert.deepEqual(await complaints(host.driver), [], "the browser complains of nothing"),
        complaints: () => complaints(host.driver),
        /** Once the element is ready, or has given up. */
        async arrive(name, id = "one") {
          await host.driver.get(host.server.url + name);
          await host.settled(id);
        },
        settled: (id = "one") => host.until("return ['ready', 'fallback'].includes(document.getElementById(arguments[0])?.state)", id),
      };
      before(async () => {
        host.driver = await open({ engine, width: 800, height: 800, pictures });
      });
      after(() => host.driver.quit());
      beforeEach(async () => {
        host.faults = Object.fromEntries(Object.keys(all).map((name) => [name, { policy }]));
        host.server = await serve({ pages: all, folder: "entry-checker/", faults: host.faults });
      });
      afterEach(async () => {
        await host.driver.get("about:blank");
        await complaints(host.driver);
        await host.server.close();
      });
      tests(host);
    });
  }
}
