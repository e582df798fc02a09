// Files of ours with one wrong byte, in each browser: what is held to a hash is not run and not kept.
//
// Two things hold to a hash: the script of the element, where the page gives its hash; and each file that the worker keeps.
// What the script of the element fetches is held to nothing: see "Integrity" in docs/embedding.md.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { complaints, ENGINES, open, until } from "../support/browser.mjs";
import { leak, root, serve } from "../support/server.mjs";

const { files } = JSON.parse(await readFile(`${root}dist/manifest.json`, "utf8"));
const hash = files.find(({ file }) => file === "entry-checker.js").integrity;
const KEPT = [...(await readFile(`${root}dist/sw.js`, "utf8")).matchAll(/"([^"]+)":"sha256-/g)].map(([, name]) => name);

/** A file with one bit changed in its middle. */
async function flipped(name) {
  const bytes = await readFile(`${root}dist/${name}`);
  bytes[bytes.length >> 1] ^= 1;
  return bytes;
}

const HOST = `<!doctype html><html lang="en"><title>A host</title><script type="module" src="entry-checker.js" crossorigin integrity="${hash}"></script>
  <entry-checker id="one" job-role="audiology"><p>Words</p></entry-checker></html>`;
/** Has the worker kept, and gives what became of it. */
const KEEP = `
  window.keep = async () => {
    const registration = await navigator.serviceWorker.register("sw.js");
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    await new Promise((resolve) => {
      const look = () => ["redundant", "activated"].includes(worker.state) && resolve();
      worker.addEventListener("statechange", look);
      look();
    });
    const { state } = worker;
    await registration.unregister();
    return state;
  };`;

test("a request that tells the host something is found", () => {
  const one = (url, headers = {}) => leak({ url, headers: { accept: "*/*", ...headers } });
  for (const fine of ["/", "/checker.js?1", "/frame.html?job-role=audiology", "/rules/audiology.html"]) assert.equal(one(fine), undefined, fine);
  assert.match(one("/x?y"), /more than a name/);
  assert.match(one("/bachelor-honours"), /says/);
  assert.equal(one("/", { referer: "http://host/" }), undefined);
  assert.match(one("/", { referer: "http://host/?stage=degree" }), /comes from/);
  assert.match(one("/", { cookie: "a=b" }), /comes with/);
  assert.match(one("/", { "x-said": "physics" }), /says/);
  assert.match(one("/index.html/v1.AbCdEfGhIj"), /says/);
});

for (const engine of ENGINES) {
  describe(engine, () => {
    const faults = { "host.html": { policy: "default-src 'self' 'wasm-unsafe-eval'" }, "keep.html": { policy: "default-src 'self'" } };
    let server;
    let driver;

    before(async () => {
      const pages = { "host.html": HOST, "keep.html": '<!doctype html><title>Keep</title><script src="keep-it.js"></script>', "keep-it.js": KEEP };
      server = await serve({ asIs: true, pages, faults });
      driver = await open({ engine, width: 600, height: 600 });
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    test("the script of the element, where the page gives its hash", async () => {
      faults["entry-checker.js"] = { body: await flipped("entry-checker.js") };
      await driver.get(`${server.url}host.html`);
      await driver.sleep(500);
      assert.equal(await driver.executeScript("return customElements.get('entry-checker') === undefined"), true);
      assert.equal(await driver.executeScript("return document.querySelector('p').getClientRects().length"), 1, "the words stay");
      assert.deepEqual(server.asked.filter((url) => url.includes("checker_bg")), []);
      delete faults["entry-checker.js"];
      await driver.get(`${server.url}host.html`);
      await until(driver, "return document.getElementById('one').state === 'ready'");
      await complaints(driver);
    });

    test("each file that the worker keeps", async () => {
      await driver.get(`${server.url}keep.html`);
      const keep = () => driver.executeAsyncScript("const done = arguments[0]; keep().then(done, (error) => done(String(error)));");
      for (const name of KEPT) {
        faults[name] = { body: await flipped(name) };
        const state = await keep();
        delete faults[name];
        assert.notEqual(state, "activated", name);
      }
      assert.ok(KEPT.length > 20, `${KEPT.length} files`);
      assert.equal(await keep(), "activated", "and without a wrong byte it is kept");
    });
  });
}
