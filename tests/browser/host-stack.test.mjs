// Whatever a page calls, it may call with its stack nearly full. It gets the error that its own code would get, and the
// next call, with room again, is answered as ever.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ROLE } from "../support/cases.mjs";
import { element, onHosts, page, TECHNOLOGY } from "../support/host.mjs";
import { GOOD } from "../support/malformed.mjs";
import { root } from "../support/server.mjs";

const DOORS = {
  "evaluate of the engine": "() => engine.evaluate(GOOD, { role })",
  "compare of the engine": "() => engine.compare(GOOD)",
  "roles of the engine": "() => engine.roles()",
  "a pack of the page's own": "() => engine.evaluate(GOOD, { pack })",
  "evaluate of the element": "() => one.evaluate(GOOD)",
  "the profile set": "() => { one.profile = GOOD; return one.profile; }",
  "the result": "() => one.result",
  "a link": "() => one.shareUrl()",
  "beginning anew": "() => { one.reset(); return one.profile; }",
};

const PAGES = {
  "host.html": page(element("one", ROLE), undefined, '<script type="module" src="try.js"></script>'),
  "full-stack.mjs": await readFile(`${root}tests/support/full-stack.mjs`, "utf8"),
  "pack.json": await readFile(`${root}roles/audiology.json`, "utf8"),
  "try.js": `
    import * as engine from "./entry-checker/engine.js";
    import { fromFullStack } from "./full-stack.mjs";
    const GOOD = ${JSON.stringify(GOOD)};
    const role = "${ROLE}";
    const one = document.getElementById("one");
    const pack = await (await fetch("pack.json")).text();
    await engine.init();
    const doors = { ${Object.entries(DOORS).map(([name, call]) => `${JSON.stringify(name)}: ${call}`)} };
    const text = (call) => () => JSON.stringify(call());
    // Never called before, so that what is made at the first call is made then.
    window.full = (name) => ({ ...fromFullStack(text(doors[name])), after: text(doors[name])() });
    window.tried = true;
  `,
};

onHosts(PAGES, (host) => {
  for (const door of Object.keys(DOORS)) {
    test(`${door}, with the stack full`, async () => {
      await host.arrive("host.html");
      await host.until("return window.tried === true");
      const { answer, after, others, tries } = await host.run("return full(arguments[0])", door);
      assert.equal(answer, after);
      assert.deepEqual(others, []);
      assert.ok(tries > 10, `${tries} tries`);
      assert.equal(await host.run("return document.getElementById('one').state"), "ready");
      // And the checker goes on.
      await host.run("document.getElementById('one').reset()");
      await host.until("return document.getElementById('one').shadowRoot.querySelector('h2')?.textContent === arguments[0]", TECHNOLOGY);
      await host.quiet();
    });
  }
});
