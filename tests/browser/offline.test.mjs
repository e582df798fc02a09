// The page by itself works offline after the first visit, in each browser; it takes a new version only once no page of
// the old one is open, and never mixes two.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { By, complaints, ENGINES, heading, open, text, until } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { PACKS } from "../support/roles.mjs";
import { POLICY, root, serve, unheld } from "../support/server.mjs";
import { kept } from "../support/worker.mjs";

const ROLE = "#/clinical-or-medical-technology";
const START = "Check which route into clinical or medical technology you could take";
const PATH = "/careers/checker/";
/** A page of the same host, outside of what the worker serves. */
const ELSEWHERE = "/elsewhere.html";

const script = await readFile(`${root}dist/sw.js`, "utf8");
const FILES = Object.fromEntries([...script.matchAll(/"([^"]+)":"(sha256-[^"]+)"/g)].map(([, name, hash]) => [name, hash]));
const STAMP = /"([0-9a-f]{16})"/.exec(script)[1];

let server;
let driver;
let pages;
let faults;

const run = (body, ...values) =>
  driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1]; (async () => { ${body} })().then(done, (error) => done(String(error)));`,
    ...values,
  );

/** The caches of this origin: for each its name and the names in it. */
const caches = () =>
  run(
    "const all = []; for (const name of await caches.keys()) all.push([name, (await (await caches.open(name)).keys()).map((one) => one.url)]); return all;",
  );

async function visit(hash = ROLE) {
  await driver.get(server.url + hash);
  await until(driver, "return document.querySelector('.ec') !== null");
}

/** The page anew, as a person would have it. Firefox's driver asks for it past the worker, as nobody does. */
async function reload() {
  await driver.executeScript("window.old = true; location.reload()");
  await until(driver, "return window.old === undefined && document.querySelector('.ec') !== null");
}

/** The page of another version: every file that can be told apart is another, and so is the worker. */
async function anotherVersion() {
  let worker = script.replace(STAMP, "0123456789abcdef");
  for (const name of Object.keys(FILES).filter((name) => /\.(html|css|js)$/.test(name))) {
    const before = await readFile(`${root}dist/${name}`, "utf8");
    const after = name.endsWith("html") ? unheld(before).replace("<body", '<body data-version="2"') : `${before}\n/* version 2 */`;
    pages[name] = name.endsWith("start.js") ? `document.documentElement.dataset.start = "2";${after}` : after;
    worker = worker.replace(FILES[name], `sha256-${createHash("sha256").update(pages[name]).digest("base64")}`);
  }
  pages["sw.js"] = worker;
}

/** Which version the page is of, by its HTML, its script, and what it would be given of each other file. */
const versions = () =>
  run(
    "const text = async (name) => (await (await fetch(name)).text()).includes('version 2') ? 2 : 1; return [Number(document.body.dataset.version ?? 1), Number(document.documentElement.dataset.start ?? 1), await text('checker.js'), await text('entry-checker.css'), await text('rules/rules.css')];",
  );

async function journey() {
  const me = mouse(driver);
  const answer = async (title, words) => {
    await heading(driver, title);
    await me.choose(words);
    await me.press("Continue");
  };
  await heading(driver, START);
  await me.press("Start now");
  await answer("What is the highest qualification you have or are studying for?", "A degree");
  await answer("Which kind of degree do you have, or are you studying for?", "Honours degree");
  await answer("Do you have your degree result yet?", "Yes, I have it");
  await answer("What class is your degree?", "Upper second (2:1)");
  await heading(driver, "What subject is your degree in?");
  await me.pick("phys", "Physics");
  await me.press("Continue");
  await heading(driver, "Which level 3 qualification do you have, or are you studying for?");
  await me.press("See your result so far");
  await heading(driver, "Your result for clinical or medical technology");
  assert.match(await text(driver), /You meet the qualification rules to train as a clinical scientist\./);
}

test("the worker is told of every file of the page, and of no other", async () => {
  for (const [name, hash] of Object.entries(FILES)) {
    assert.equal(
      hash,
      `sha256-${createHash("sha256")
        .update(await readFile(`${root}dist/${name}`))
        .digest("base64")}`,
      name,
    );
  }
  const first = [
    "catalogue.json",
    "checker.js",
    "checker_bg.wasm",
    "entry-checker.css",
    "icon.svg",
    "index.html",
    "page.js",
    "sentences.json",
    "start.js",
  ];
  const names = Object.keys(FILES);
  assert.deepEqual(
    names.filter((name) => !name.startsWith("rules/")),
    first,
  );
  const rules = ["index.html", "rules.css", ...PACKS.map(({ id }) => `${id}.html`)].map((name) => `rules/${name}`);
  assert.deepEqual(names.filter((name) => name.startsWith("rules/")).sort(), rules.sort());
});

for (const engine of ENGINES) {
  describe(engine, () => {
    before(async () => {
      driver = await open({ engine, width: 400, height: 800 });
    });

    after(() => driver?.quit());

    // Each test has a server, and so an origin, of its own: workers, caches and storage belong to an origin.
    beforeEach(async () => {
      pages = { [ELSEWHERE]: "<!doctype html><title>Elsewhere</title>" };
      faults = {};
      server = await serve({ path: PATH, pages, faults, asIs: true });
    });

    afterEach(async () => {
      await driver.get("about:blank");
      await complaints(driver);
      await server.close().catch(() => {});
    });

    test("after the first visit the page, a whole journey and the rules work without the host", async () => {
      await visit();
      await kept(driver);
      const [[name, urls], ...others] = await caches();
      assert.equal(name, `entry-checker ${server.url} ${STAMP}`);
      assert.deepEqual(others, []);
      assert.deepEqual(
        urls.sort(),
        Object.keys(FILES)
          .map((file) => server.url + file)
          .sort(),
        "the files of this version and nothing else",
      );
      await server.close();
      await reload();
      assert.equal(await driver.executeScript("return navigator.serviceWorker.controller !== null"), true);
      await journey();
      assert.deepEqual((await caches())[0][1].sort(), urls, "nothing was added to what is kept");
      assert.deepEqual(await driver.executeScript("return [localStorage.length, sessionStorage.length, document.cookie]"), [0, 0, ""]);
      for (const address of ["rules/", "rules/index.html", "index.html?from=somewhere", "rules/audiology"]) {
        await driver.get(server.url + address);
        await until(driver, "return document.querySelector('h1') !== null");
      }
      await heading(driver, "The entry rules of audiology");
      assert.equal(await driver.executeScript("return getComputedStyle(document.querySelector('.ec-rule')).borderTopStyle"), "solid");
      assert.deepEqual(await complaints(driver), []);
    });

    test("a page that is kept asks its host for nothing but whether there is a new worker", async () => {
      await visit();
      await kept(driver);
      const since = server.asked.length;
      await driver.get("about:blank");
      await visit();
      await journey();
      assert.deepEqual(
        [...new Set(server.asked.slice(since))].filter((url) => url !== `${PATH}sw.js`),
        [],
      );
    });

    test("what is not of the page is left to the host", async () => {
      await visit();
      await kept(driver);
      await reload();
      await until(driver, "return navigator.serviceWorker.controller !== null");
      const since = server.asked.length;
      const said = await run(
        "return [(await fetch('engine.js')).status, (await fetch('nothing.html')).status, (await fetch('index.html', { method: 'POST' })).status]",
      );
      assert.deepEqual(said, [200, 404, 200]);
      for (const name of ["engine.js", "nothing.html", "index.html"]) assert.ok(server.asked.slice(since).includes(PATH + name), name);
    });

    test("a new version waits until every page of the old one is closed, and is never mixed with it", async () => {
      await visit();
      await kept(driver);
      await reload();
      assert.deepEqual(await versions(), [1, 1, 1, 1, 1]);
      await anotherVersion();
      // The new worker comes and waits; this page and a further one are of the old version, whole.
      await reload();
      assert.equal(
        await run(
          "const own = await navigator.serviceWorker.getRegistration(); await own.update(); while (!own.waiting) await new Promise((resolve) => setTimeout(resolve, 50)); return true",
        ),
        true,
      );
      assert.deepEqual(await versions(), [1, 1, 1, 1, 1]);
      const old = await driver.getWindowHandle();
      await driver.switchTo().newWindow("tab");
      await visit();
      assert.deepEqual(await versions(), [1, 1, 1, 1, 1]);
      await journey();
      assert.equal((await caches()).length, 2, "both versions are kept");
      // One page of the old version is left: still the old one, after a reload too.
      await driver.close();
      await driver.switchTo().window(old);
      await reload();
      assert.deepEqual(await versions(), [1, 1, 1, 1, 1]);
      // None is left: a page of the same host that no worker serves keeps the browser open, and the last one is closed, since
      // a page that is only left may still be kept to go back to. The new worker takes over by itself.
      await driver.switchTo().newWindow("tab");
      const elsewhere = await driver.getWindowHandle();
      await driver.get(new URL(ELSEWHERE, server.url).href);
      await driver.switchTo().window(old);
      await driver.close();
      await driver.switchTo().window(elsewhere);
      const waiting = "return (await navigator.serviceWorker.getRegistration(arguments[0])).waiting === null";
      await driver.wait(() => run(waiting, PATH), 20_000, "the new version takes over");
      await visit();
      assert.deepEqual(await versions(), [2, 2, 2, 2, 2]);
      await journey();
      await driver.wait(async () => (await caches()).length === 1, 5000, "the old version is forgotten");
      assert.match((await caches())[0][0], /0123456789abcdef$/);
    });

    test("a version that is half replaced on its host is not taken", async () => {
      await visit();
      await kept(driver);
      await anotherVersion();
      // The host has the new worker, and still the old looks.
      delete pages["entry-checker.css"];
      await reload();
      const state = await run(
        "const own = await navigator.serviceWorker.getRegistration(); await own.update().catch(() => {}); while (own.installing) await new Promise((resolve) => setTimeout(resolve, 50)); return [own.waiting === null, own.active !== null]",
      );
      assert.deepEqual(state, [true, true]);
      assert.deepEqual(await versions(), [1, 1, 1, 1, 1]);
      await server.close();
      await reload();
      await journey();
    });

    for (const [what, fault] of [
      ["missing", { status: 404 }],
      ["refused by a policy", { policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") }],
    ]) {
      test(`where the worker is ${what}, the page is as it was`, async () => {
        faults[fault.policy ? "index.html" : "sw.js"] = fault;
        await visit();
        await journey();
        assert.deepEqual(await caches(), []);
        const said = await complaints(driver);
        assert.ok(!said.some((line) => /Uncaught|entry-checker:/.test(line)), said.join("\n"));
      });
    }

    test("the page's policy makes one script address and no other", async () => {
      await visit();
      await kept(driver);
      const tried = await run(`
        const tries = {
          "any text": () => navigator.serviceWorker.register("sw.js"),
          "a policy of the same name": () => trustedTypes.createPolicy("entry-checker", { createScriptURL: (url) => url }),
          "a policy of another name": () => trustedTypes.createPolicy("other", { createScriptURL: (url) => url }),
          "HTML from text": () => { document.createElement("div").innerHTML = "<b>x</b>"; },
        };
        const said = [];
        for (const [what, make] of Object.entries(tries)) {
          try { await make(); said.push(what); } catch (error) { if (error.name !== "TypeError") said.push(what + ": " + error.name); }
        }
        return said;`);
      assert.deepEqual(tried, []);
    });

    test("a plain page registers no worker", async () => {
      await driver.get(`${server.url}rules/index.html`);
      await (await driver.findElement(By.linkText("Audiology"))).click();
      await heading(driver, "The entry rules of audiology");
      assert.ok(!server.asked.some((url) => url.includes("sw.js")));
    });
  });
}
