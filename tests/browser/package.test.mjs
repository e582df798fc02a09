// Pages that bundlers have made of the npm package, in each browser: the element and the engine, the engine in a worker,
// and every file found.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { stripVTControlCharacters } from "node:util";

import { complaints, ENGINES, open, until } from "../support/browser.mjs";
import { project, run, tool } from "../support/package.mjs";
import { root, serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const PAGE = `<!doctype html><html lang="en-GB"><head><title>A page</title><script type="module" src="./main.js"></script></head>
  <body><main><h1>A page</h1><entry-checker id="one" job-role="audiology">The rules</entry-checker></main></body></html>`;
const MAIN = `import "entry-checker";
  new Worker(new URL("./worker.js", import.meta.url), { type: "module" }).onmessage = ({ data }) => (window.said = data);`;
const WORKER = `import { init, evaluate } from "entry-checker/engine";
  init().then(() => postMessage(evaluate({ degree: [] }, { role: "audiology" }).role));`;
/** What esbuild leaves for its caller to copy, as the README of the package says. */
const COPIED = ["catalogue.json", "sentences.json", "entry-checker.css", "checker.js", "checker_bg.wasm", "engine-wasm_bg.wasm"];

const BUNDLERS = {
  async Vite(folder) {
    await run(tool("vite"), ["build", "--logLevel", "warn"], folder);
  },
  async esbuild(folder) {
    await run(tool("esbuild"), ["main.js", "worker.js", "--bundle", "--format=esm", "--splitting", "--minify", "--outdir=dist"], folder);
    await cp(join(folder, "index.html"), join(folder, "dist/index.html"));
    for (const name of COPIED) await cp(join(folder, "node_modules/entry-checker", name), join(folder, "dist", name));
  },
};

const CONFIG = 'export default { optimizeDeps: { exclude: ["entry-checker"] } };';
const built = {};
let development;
let address;

before(async () => {
  for (const [name, build] of Object.entries(BUNDLERS)) {
    const folder = await project(name.toLowerCase());
    for (const [file, text] of Object.entries({ "index.html": PAGE, "main.js": MAIN, "worker.js": WORKER, "vite.config.js": CONFIG })) {
      await writeFile(join(folder, file), text);
    }
    await build(folder);
    built[name] = relative(root, join(folder, "dist"));
  }
  // Never the same port as another: Vite takes the next one that is free.
  development = spawn(tool("vite"), ["--host", "127.0.0.1"], { cwd: join(root, built.Vite, "..") });
  for await (const said of development.stdout) {
    address = /http:\/\/127\.0\.0\.1:\d+\//.exec(stripVTControlCharacters(String(said)))?.[0];
    if (address) break;
  }
});

after(async () => {
  development.kill();
  await once(development, "exit");
});

for (const engine of ENGINES) {
  describe(engine, () => {
    let driver;

    before(async () => {
      driver = await open({ engine });
    });

    after(() => driver.quit());

    for (const name of Object.keys(BUNDLERS)) {
      test(`${name} carries the element, and the engine into a worker`, async () => {
        // A page that starts a worker by its address cannot have Trusted Types.
        const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
        const server = await serve({ from: built[name], faults: { "index.html": { policy } } });
        try {
          await driver.get(server.url);
          await widget(driver, "one").heading("Check which route into audiology you could take");
          await until(driver, "return window.said === 'audiology'");
          assert.deepEqual(await complaints(driver), []);
        } finally {
          await server.close();
        }
      });
    }

    test("Vite's development server has the element, in its looks", async () => {
      await driver.get(address);
      await widget(driver, "one").heading("Check which route into audiology you could take");
      const colour = "return getComputedStyle(document.getElementById('one').shadowRoot.querySelector('.ec-button')).backgroundColor";
      assert.equal(await driver.executeScript(colour), "rgb(11, 85, 81)");
      await until(driver, "return window.said === 'audiology'");
    });
  });
}
