// What scripts of a page can ask of the element on it: profile, result, evaluate, a role of the page's own, events.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { AUDIOLOGY, CHECK, element, onHosts, page, STAGE, TECHNOLOGY } from "../support/host.mjs";
import { root } from "../support/server.mjs";

const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }], higherDegree: [] };
const OWN = JSON.parse(await readFile(`${root}roles/audiology.json`, "utf8"));
Object.assign(OWN, { id: "our-own", name: "Our own role" });
delete OWN.$schema;
const OURS = "Check which route into our own role you could take";

const PAGES = {
  "one.html": page(element("one", "clinical-or-medical-technology")),
  "early.html": page(
    element("one", "audiology"),
    '<script src="early.js"></script><script type="module" src="entry-checker/entry-checker.js"></script>',
  ),
  // As a framework does before the script is there.
  "early.js": `addEventListener("DOMContentLoaded", () => {
    const one = document.getElementById("one");
    one.profile = ${JSON.stringify(GRADUATE)};
    one.headingLevel = 3;
  }); document.addEventListener("readystatechange", () => {
    const one = document.getElementById("one");
    if (document.readyState === "interactive") { one.profile = ${JSON.stringify(GRADUATE)}; one.headingLevel = 3; }
  });`,
  "own.html": page(element("one", "", 'pack-src="own.json"')),
  "own.json": JSON.stringify(OWN),
  "exposed.html": page(element("one", "audiology", "expose-answers")),
};

onHosts(PAGES, (host) => {
  const { run, at, quiet, arrive } = host;
  /** What a script on the page throws, as its code and message. */
  const thrown = (script, ...values) =>
    run(
      `const one = document.getElementById("one"); try { ${script} } catch (error) { return [Object.prototype.toString.call(error) === "[object Error]", error.code, error.message]; } return null`,
      ...values,
    );

  test("a profile goes in and comes out, and is shown to be checked", async () => {
    await arrive("one.html");
    assert.deepEqual(await run("return document.getElementById('one').profile"), {});
    const [said, frozen] = await run(
      `const one = document.getElementById("one"); one.profile = arguments[0];
       return [one.profile, Object.isFrozen(one.profile) && Object.isFrozen(one.profile.degree[0])]`,
      GRADUATE,
    );
    assert.deepEqual(said, GRADUATE);
    assert.ok(frozen);
    await at().heading(CHECK);
    assert.equal(await run("return document.activeElement.localName"), "body", "the focus stays");
    await run("document.getElementById('one').profile = JSON.stringify({ degree: [] })");
    assert.deepEqual(await run("return document.getElementById('one').profile"), { degree: [] });
    await run("document.getElementById('one').reset()");
    await at().heading(TECHNOLOGY);
    await quiet();
  });

  test("a bad profile throws with its code and path, and changes nothing", async () => {
    await arrive("one.html");
    await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
    for (const [bad, message] of [
      ["{ degree: [{ award: 'bachelor-honours', class: '2.5' }] }", /^degree\[0\]\.class: unknown class "2\.5"/],
      ["{ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }", /nested too deeply/],
      ["[]", /object/],
      ["'{'", /./],
      ["new Date()", /plain object/],
      ["document.body", /plain object/],
      ["{ get degree() { throw 1 } }", /getter/],
      ["'x'.repeat(20000)", /too long/],
    ]) {
      const [isError, code, said] = await thrown(`one.profile = ${bad}`);
      assert.ok(isError, bad);
      assert.equal(code, "E_PROFILE", bad);
      assert.match(said, message);
    }
    assert.deepEqual(await run("return document.getElementById('one').profile"), GRADUATE);
    await quiet();
  });

  test("a report for the person and for anybody else", async () => {
    await arrive("one.html");
    assert.equal((await thrown("return one.evaluate([])"))[1], "E_PROFILE");
    const report = await run("return document.getElementById('one').evaluate(arguments[0])", GRADUATE);
    assert.equal(report.role, "clinical-or-medical-technology");
    assert.deepEqual(
      report.routes.map(({ id, outcome }) => `${id} ${outcome}`),
      ["stp met", "ptp unanswered"],
    );
    assert.match(report.routes[0].pathways[0].requirements[0].source.url, /^https:/);
    assert.equal((await run("return document.getElementById('one').result")).routes[0].outcome, "unanswered");
    await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
    assert.deepEqual(await run("return document.getElementById('one').result"), report);
    assert.match(await run("return document.getElementById('one').rulesVersion"), /^\d{4}\.\d\d$/);
    await run("document.getElementById('one').jobRole = 'all'");
    await host.until("return document.getElementById('one').result === null");
    assert.equal((await thrown("return one.evaluate({})"))[1], "E_ROLE");
    await quiet();
  });

  test("what is set before the script is there holds", async () => {
    await arrive("early.html");
    await at().heading(CHECK);
    assert.equal(await run("return document.getElementById('one').shadowRoot.querySelector('.ec-h1').localName"), "h3");
    assert.deepEqual(await run("return document.getElementById('one').profile"), GRADUATE);
    await quiet();
  });

  test("a role of the page's own, by its address and by a script", async () => {
    await arrive("own.html");
    await at().heading(OURS);
    await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
    await at().press("See your result");
    await at().heading("Your result for our own role");
    assert.equal(await run("return document.getElementById('one').result.role"), "our-own");
    await run("document.getElementById('one').packSrc = null; document.getElementById('one').jobRole = 'audiology'");
    await at().heading(AUDIOLOGY);
    await run("document.getElementById('one').start = 'first-question'; document.getElementById('one').pack = arguments[0]", OWN);
    await at().heading(STAGE);
    await at().press("Back");
    await at().heading(OURS);
    await quiet();
  });

  test("a role that is not as it has to be leaves the words of the page, and says where it is wrong", async () => {
    host.faults["own.json"] = { body: JSON.stringify({ ...OWN, rulesVersion: 3 }) };
    await arrive("own.html");
    assert.equal(await run("return document.getElementById('one').state"), "fallback");
    const [[name, { code, message }]] = await run("return told");
    assert.deepEqual([name, code], ["error", "E_PACK"]);
    assert.match(message, /^rulesVersion: /);
    assert.ok(await run("return document.querySelector('#one p').getClientRects().length > 0"));
    // Mended, it starts.
    await run("document.getElementById('one').pack = arguments[0]", OWN);
    await at().heading(OURS);
  });

  test("the page is asked before a link leads away, and told of answers only where it says so", async () => {
    await arrive("exposed.html");
    await run(`addEventListener("entry-checker:navigate", (event) => event.preventDefault());
      document.getElementById("one").shadowRoot.querySelector("a[href^=https]").click()`);
    const navigate = (await run("return told")).at(-1);
    assert.equal(navigate[0], "navigate");
    assert.match(navigate[1].url, /^https:/);
    assert.match(await run("return location.href"), /exposed\.html$/);
    await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
    await at().press("See your result");
    await host.until("return told.at(-1)[0] === 'result'");
    assert.deepEqual((await run("return told")).at(-1)[1].profile, GRADUATE);
    await quiet();
  });

  test("what is typed is no shortcut of the page; other keys reach it", async () => {
    await arrive("one.html");
    await run("window.keys = []; addEventListener('keydown', ({ key }) => keys.push(key))");
    await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
    await at().press("See your result");
    await at().press("See the skills to show");
    await at().heading("Skills to show for clinical or medical technology");
    await run(`const inside = document.getElementById("one").shadowRoot;
      inside.querySelector(".ec-claim input").click();
      inside.querySelector(".ec-claim button").click()`);
    await host.until(`const field = document.getElementById("one").shadowRoot.querySelector("textarea");
      for (const key of ["s", "Escape"]) field?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
      return field !== null`);
    assert.deepEqual(await run("return keys"), ["Escape"]);
    assert.match(await run("return document.getElementById('one').toText()"), /\[x\]/);
    await quiet();
  });
});
