// Files of ours that somebody has changed, in each browser: what is held to a hash is not run, not shown and not kept.
//
// Held are what our own page fetches, what an element fetches where its page gives the hash of our first script, and each
// file that the worker keeps. The changed files here are all sound: where nothing is held they run, as the first test shows,
// but for rules and sentences, which the wasm holds to those it was built with.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { codesIn, complaints, ENGINES, heading, IS_WHOLE, open, REFUSE, until } from "../support/browser.mjs";
import { element, onHosts, page, SCRIPT } from "../support/host.mjs";
import { leak, root, serve } from "../support/server.mjs";

const { files } = JSON.parse(await readFile(`${root}dist/manifest.json`, "utf8"));
const hash = files.find(({ file }) => file === "entry-checker.js").integrity;
const KEPT = [...(await readFile(`${root}dist/sw.js`, "utf8")).matchAll(/"([^"]+)":"sha256-/g)].map(([, name]) => name);

/** What our page and an element fetch once they have begun. */
const PROGRAM = ["checker.js", "checker_bg.wasm", "catalogue.json", "sentences.json"];
/** What an element fetches beside that. */
const IN_ELEMENT = ["session.js", "entry-checker.css"];

/** A file of ours after somebody was at it. It is as sound as before; a script tells that it ran. */
async function changed(name) {
  const bytes = await readFile(`${root}dist/${name}`);
  const change = {
    js: () => `globalThis.tampered = true;${bytes}`,
    json: () => String(bytes).replace(" and ", " or "),
    css: () => `${bytes} .ec-h1 { tab-size: 3 }`,
    // An empty section with an empty name.
    wasm: () => Buffer.concat([bytes, Buffer.of(0, 1, 0)]),
  };
  const after = Buffer.from(change[name.split(".").pop()]());
  assert.notDeepEqual(after, bytes);
  return after;
}

/** A file with one bit changed in its middle. */
async function flipped(name) {
  const bytes = await readFile(`${root}dist/${name}`);
  bytes[bytes.length >> 1] ^= 1;
  return bytes;
}

const BODY = element("one", "audiology", 'loading="eager" storage="ask"');
const HELD = SCRIPT.replace("></script>", ` crossorigin integrity="${hash}"></script>`);
const PAGES = {
  "held.html": page(BODY, HELD),
  "free.html": page(BODY),
  "nonce.html": page(BODY, HELD).replaceAll("<script ", '<script nonce="abc" '),
};
const WASM = "'wasm-unsafe-eval'";
const TYPED = `default-src 'self' ${WASM}; require-trusted-types-for 'script'; trusted-types`;
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

/** Waits until the console has a code of ours, and gives all that are there by then. */
async function untilCode(driver) {
  const found = [];
  await driver.wait(async () => found.push(...codesIn(await complaints(driver))) > 0, 10_000, "waited for a code");
  return found;
}

test("a request that tells the host something is found", () => {
  const one = (url, headers = {}) => leak({ url, headers: { accept: "*/*", ...headers } });
  for (const fine of ["/", "/checker.js?1", "/frame.html?job-role=audiology", "/rules/audiology.html"])
    assert.equal(one(fine), undefined, fine);
  assert.match(one("/x?y"), /more than a name/);
  assert.match(one("/bachelor-honours"), /says/);
  assert.equal(one("/", { referer: "http://host/" }), undefined);
  assert.match(one("/", { referer: "http://host/?stage=degree" }), /comes from/);
  assert.match(one("/", { cookie: "a=b" }), /comes with/);
  assert.match(one("/", { "x-said": "physics" }), /says/);
  assert.match(one("/index.html/v1.AbCdEfGhIj"), /says/);
});

onHosts(
  PAGES,
  (host) => {
    const { run } = host;
    const ran = () => run("return globalThis.tampered === true");
    const codes = async () => codesIn(await host.complaints());
    const tamper = async (name) => (host.faults[`entry-checker/${name}`] = { body: await changed(name) });
    const mend = (name) => delete host.faults[`entry-checker/${name}`];
    const wordsStay = () => run("return document.querySelector('#one p').getClientRects().length === 1");
    const fetches = (name) => host.server.asked.filter((url) => url.endsWith(`/${name}`)).length;
    test("where the page gives no hash, a changed file runs", async () => {
      for (const name of ["checker.js", "checker_bg.wasm", "session.js", "entry-checker.css"]) await tamper(name);
      await host.arrive("free.html");
      assert.equal(await run("return document.getElementById('one').state"), "ready");
      assert.equal(await ran(), true);
    });

    test("where it gives one, the first script is not run, and the page's words stay", async () => {
      await tamper("entry-checker.js");
      // A script of the page that is refused ends its load: the driver returns after that.
      await host.driver.get(`${host.server.url}held.html`);
      assert.deepEqual(
        [await run("return customElements.get('entry-checker') === undefined"), await ran(), await wordsStay()],
        [true, false, true],
      );
      assert.equal(fetches("checker_bg.wasm"), 0);
    });

    test("where it gives one, no other file is used", async () => {
      for (const name of [...PROGRAM, ...IN_ELEMENT]) {
        await tamper(name);
        await host.arrive("held.html");
        assert.deepEqual(
          [await run("return document.getElementById('one').state"), await ran(), await wordsStay()],
          ["fallback", false, true],
          name,
        );
        assert.deepEqual(await codes(), ["E_FETCH"], name);
        mend(name);
      }
      const before = host.server.asked.length;
      await host.arrive("held.html");
      const ours = host.server
        .later(before)
        .filter((url) => url.startsWith("/entry-checker/"))
        .map((url) => url.slice(15));
      assert.deepEqual(ours.sort(), [...PROGRAM, ...IN_ELEMENT, "entry-checker.js"].sort(), "and there is no other");
      assert.equal(await run("return document.getElementById('one').state"), "ready", "as they were, all run");
      assert.equal(await run("return document.head.querySelectorAll('link, [src*=session]').length"), 0, "nothing is left in the page");
      assert.deepEqual(await host.complaints(), []);
    });

    test("what had the hash is what runs: it is not fetched once more", async () => {
      await host.arrive("held.html");
      for (const name of ["checker.js", "session.js"]) assert.equal(fetches(name), 1, name);
    });

    test("a program that starts again after a fault is held too", async () => {
      await host.arrive("held.html");
      await host.complaints();
      await tamper("checker.js");
      await run(`
        ${REFUSE}
        document.getElementById("one").shadowRoot.querySelector(".ec-button").click();`);
      await host.until("return document.getElementById('one').state === 'fallback'");
      await host.complaints();
      await run("document.getElementById('one').reset()");
      await host.until("return told.filter(([name]) => name === 'error').length === 2");
      assert.deepEqual(
        [await run("return document.getElementById('one').state"), await ran(), await codes()],
        ["fallback", false, ["E_FETCH"]],
      );
      assert.equal(fetches("checker.js?1"), 1);
      mend("checker.js");
      await run("document.getElementById('one').reset()");
      await host.until("return document.getElementById('one').state === 'ready'");
    });

    for (const [name, policy, where = "held.html"] of [
      ["its own", `script-src 'self' ${WASM}; connect-src 'self'`],
      ["a nonce", `script-src 'nonce-abc' ${WASM}; connect-src 'self'`, "nonce.html"],
      ["a nonce and what that runs", `script-src 'nonce-abc' 'strict-dynamic' ${WASM}; connect-src 'self'`, "nonce.html"],
      ["types, ours among them", `${TYPED} entry-checker`],
      ["types, ours not among them", `${TYPED} host`],
      ["no types", `${TYPED} 'none'`],
    ]) {
      test(`under a policy for ${name}`, async () => {
        host.faults[where] = { ...host.faults[where], policy };
        await tamper("session.js");
        await host.arrive(where);
        // A link is all that is left there where types are asked for, and WebKit does not hold it to its hash.
        const held =
          host.engine !== "webkit" ||
          !/types/.test(policy) ||
          policy.endsWith(" entry-checker") ||
          !(await run("return 'trustedTypes' in self"));
        assert.deepEqual(
          [await run("return document.getElementById('one').state"), await ran()],
          held ? ["fallback", false] : ["ready", true],
        );
        mend("session.js");
        await host.complaints();
        await host.arrive(where);
        assert.deepEqual([await run("return document.getElementById('one').state"), await codes()], ["ready", []]);
      });
    }
  },
  { policy: `${TYPED} entry-checker` },
);

for (const engine of ENGINES) {
  describe(engine, () => {
    const faults = { "keep.html": { policy: "default-src 'self'" } };
    let server;
    let keeper;
    let driver;

    before(async () => {
      const pages = { "keep.html": '<!doctype html><title>Keep</title><script src="keep-it.js"></script>', "keep-it.js": KEEP };
      server = await serve({ faults });
      keeper = await serve({ asIs: true, pages, faults });
      driver = await open({ engine, width: 600, height: 600 });
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
      await keeper?.close();
    });

    test("no changed file is used on our own page", async () => {
      const ran = () => driver.executeScript("return globalThis.tampered === true");
      /** Loads the page with a changed file, and waits until it has come to its end with it. */
      const read = async (name, end) => {
        faults[name] = { body: await changed(name) };
        await driver.get(server.url);
        await end();
        await complaints(driver);
        delete faults[name];
        assert.equal(await ran(), false, name);
      };
      const hasGivenUp = () => until(driver, "return ['failed', 'no-rules'].some((id) => document.getElementById(id)?.hidden === false)");
      const isWhole = () => until(driver, IS_WHOLE);
      // Without its first script the page does nothing after its load but to say so (see failures.test.mjs).
      await read("start.js", () => {});
      assert.ok(await driver.executeScript("return document.getElementById('unstarted') !== null"), "start.js");
      for (const name of PROGRAM) {
        await read(name, hasGivenUp);
        const [shows, way] = await driver.executeScript(
          "return [document.getElementById('checker').dataset.shows, document.getElementById('to-rules').hidden]",
        );
        assert.deepEqual([shows, way], ["first", false], `${name}: the first screens, with the way to the rules`);
      }
      for (const [name, end] of [
        ["entry-checker.css", isWhole],
        ["page.js", () => untilCode(driver)],
      ]) {
        await read(name, end);
        assert.equal(await driver.executeScript("return document.getElementById('checker').dataset.shows"), "program", name);
        assert.equal(await driver.executeScript("return getComputedStyle(document.querySelector('.ec h1')).tabSize"), "8", name);
      }
      const before = server.asked.length;
      await driver.get(server.url);
      await heading(driver, "Which role do you want to check?");
      await isWhole();
      const asked = server.later(before).filter((url) => url !== "/watch.js");
      const files = ["", "start.js", "entry-checker.css", ...PROGRAM, "page.js"];
      assert.deepEqual(
        asked.toSorted(),
        files.map((name) => `/${name}`).sort(),
        "as they were, each is fetched, and once; and there is no other",
      );
      assert.deepEqual(await complaints(driver), []);
    });

    test("no file with a wrong bit is kept by the worker", async () => {
      await driver.get(`${keeper.url}keep.html`);
      const keep = () => driver.executeAsyncScript("const done = arguments[0]; keep().then(done, (error) => done(String(error)));");
      for (const name of KEPT) {
        faults[name] = { body: await flipped(name) };
        const state = await keep();
        delete faults[name];
        assert.notEqual(state, "activated", name);
      }
      assert.ok(KEPT.length > 15, `${KEPT.length} files`);
      assert.equal(await keep(), "activated", "and without a wrong bit it is kept");
    });
  });
}
