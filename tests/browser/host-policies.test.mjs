// Pages under many policies: each gives a checker or the words of the page as the table says, and never nothing.

import assert from "node:assert/strict";
import { test } from "node:test";

import { codesIn } from "../support/browser.mjs";
import { element, onHosts, page } from "../support/host.mjs";

const ROLE = "clinical-or-medical-technology";
const HOST = page(element("one", ROLE), '<script type="module" src="entry-checker/entry-checker.js"></script>');
const NONCED = HOST.replaceAll("<script ", '<script nonce="abc" ');
const WASM = "'wasm-unsafe-eval'";
const TYPES = "require-trusted-types-for 'script'";

/** What the page says, and what comes of it: `ready`, or the words of the page and why. */
const POLICIES = {
  "no policy that matters": ["img-src *", "ready"],
  "own scripts and files": [`script-src 'self' ${WASM}; connect-src 'self'`, "ready"],
  "nothing else at all": [`default-src 'none'; script-src 'self' ${WASM}; connect-src 'self'`, "ready"],
  "all of its own": [`default-src 'self' ${WASM}`, "ready"],
  "eval, which is more": ["script-src 'self' 'unsafe-eval'; connect-src 'self'", "ready"],
  "no style at all": [`script-src 'self' ${WASM}; connect-src 'self'; style-src 'none'`, "ready"],
  "no picture, no font, no frame": [
    `default-src 'self' ${WASM}; img-src 'none'; font-src 'none'; frame-src 'none'; object-src 'none'`,
    "ready",
  ],
  "no form, no base": [`default-src 'self' ${WASM}; form-action 'none'; base-uri 'none'`, "ready"],
  "typed scripts": [`default-src 'self' ${WASM}; ${TYPES}`, "ready"],
  "no types at all": [`default-src 'self' ${WASM}; ${TYPES}; trusted-types 'none'`, "ready"],
  "types of its own": [`default-src 'self' ${WASM}; ${TYPES}; trusted-types host`, "ready"],
  "scripts with a nonce": [`script-src 'nonce-abc' 'strict-dynamic' ${WASM}; connect-src 'self'`, "ready", { body: NONCED }],
  "a nonce and no more, which what it imports has too": [`script-src 'nonce-abc' ${WASM}; connect-src 'self'`, "ready", { body: NONCED }],
  "a nonce and its own": [`script-src 'self' 'nonce-abc' ${WASM}; connect-src 'self'`, "ready", { body: NONCED }],
  "https upwards": [`default-src 'self' ${WASM}; block-all-mixed-content`, "ready"],
  "a frame of nobody": [`default-src 'self' ${WASM}; frame-ancestors 'none'`, "ready"],
  "alone with its origin": [
    `default-src 'self' ${WASM}`,
    "ready",
    { headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" } },
  ],
  "a sandbox with its origin": [`sandbox allow-scripts allow-same-origin; default-src 'self' ${WASM}`, "ready"],
  "no wasm": ["script-src 'self'; connect-src 'self'", "E_CSP_WASM"],
  "no wasm, and no types": [`default-src 'self'; ${TYPES}; trusted-types 'none'`, "E_CSP_WASM"],
  "no connection": [`script-src 'self' ${WASM}; connect-src 'none'`, "E_FETCH"],
  "nothing but scripts": [`default-src 'none'; script-src 'self' ${WASM}`, "E_FETCH"],
  "no script": ["script-src 'none'", undefined],
  "a sandbox without scripts": ["sandbox allow-same-origin", undefined],
};
const PAGES = { "one.html": HOST };

onHosts(PAGES, (host) => {
  const { run } = host;
  for (const [name, [policy, came, more]] of Object.entries(POLICIES)) {
    test(`${name}: ${came ?? "no script runs"}`, async () => {
      host.faults["one.html"] = { policy, ...more };
      await host.driver.get(`${host.server.url}one.html`);
      if (came === undefined) {
        // No script of ours runs; WebDriver's do not where nothing may.
        const words = await host.driver.findElement({ css: "#one p" });
        assert.ok(await words.isDisplayed());
        return;
      }
      await host.settled();
      const state = await run("return document.getElementById('one').state");
      const said = codesIn(await host.complaints());
      if (came === "ready") {
        assert.equal(state, "ready", said.join());
        assert.ok(await run("return document.getElementById('one').shadowRoot.querySelector('.ec-h1').getClientRects().length > 0"));
        const broken = await run("return (window.complaints ?? []).filter((line) => line.startsWith('securitypolicy'))");
        assert.deepEqual([said, broken], [[], []]);
      } else {
        assert.deepEqual([state, said], ["fallback", [came]]);
        assert.ok(await run("return document.querySelector('#one p').getClientRects().length > 0"));
      }
    });
  }
});
