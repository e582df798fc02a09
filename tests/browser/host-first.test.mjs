// The first screens of an element, which do not wait for the program: what can be done before it is there, and what becomes of
// it once it is, or where it does not come.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { TIMEOUT } from "../../web/shared/timeout.js";
import { codesIn, navigate, runAsync, violations } from "../support/browser.mjs";
import { moveClock, untilTimers } from "../support/clock.mjs";
import { AUDIOLOGY, CHECK, element, onHosts, page, STAGE, TECHNOLOGY } from "../support/host.mjs";
import { gate, root } from "../support/server.mjs";

const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }], higherDegree: [] };
const KIND = "Which kind of degree do you have, or are you studying for?";
const GCSES = "How many GCSEs do you have at grades 9 to 4, or A* to C?";
const LATER = ["catalogue.json", "checker_bg.wasm", "sentences.json"];
const OWN = JSON.parse(await readFile(`${root}roles/audiology.json`, "utf8"));
Object.assign(OWN, { id: "our-own", name: "Our own role" });
delete OWN.$schema;

const PAGES = {
  "one.html": page(element("one", "clinical-or-medical-technology", 'start="first-question" storage="ask"')),
  "two.html": page(element("one", "clinical-or-medical-technology", 'loading="eager"') + element("two", "audiology", 'loading="eager"')),
  "saved.html": page(element("one", "clinical-or-medical-technology", 'storage="ask" loading="eager"')),
  "unasked.html": page(element("one", "clinical-or-medical-technology", 'loading="eager"')),
  "own.html": page(element("one", "", 'pack-src="own.json" start="first-question"')),
  "own.json": JSON.stringify(OWN),
};

onHosts(PAGES, (host) => {
  const { run, at, quiet } = host;
  const one = (script, ...values) => run(`const one = document.getElementById("one"), inside = one.shadowRoot; ${script}`, ...values);
  const state = (id = "one") => run("return document.getElementById(arguments[0]).state", id);
  const title = () =>
    one("return [...inside.querySelectorAll('.ec-h1')].find((heading) => heading.getClientRects().length > 0)?.textContent.trim()");
  const words = () => one("return one.querySelector('p').getClientRects().length > 0");
  /** What is asked for, in the order in which it is. */
  const files = () => host.server.asked.filter((url) => url.includes("/entry-checker/")).map((url) => url.split("/").at(-1));
  /** Holds the program back, to come when what is given back is called; its texts come with that fault. */
  function hold(fault = {}) {
    const { until, open } = gate();
    for (const name of LATER) host.faults[`entry-checker/${name}`] = { until, ...(name.endsWith(".json") && fault) };
    return open;
  }
  async function go(name) {
    await navigate(host.driver, host.server.url + name);
    await host.until("return Boolean(document.getElementById('one')?.shadowRoot)");
  }
  /** Waits until the page has those files to the last byte, and has done what it does with them. */
  async function received(names) {
    await host.until(
      `const ended = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd > 0).map(({ name }) => name.split("/").at(-1));
       return arguments[0].every((name) => ended.includes(name))`,
      names,
    );
    await runAsync(host.driver, "await settle()");
  }
  /** What the console was told, where it was a code of ours. */
  const codes = async () => codesIn(await host.complaints());
  /** Answers the first question, and is told to wait. */
  const answers = async (id = "one") => {
    await at(id).choose("A degree");
    await at(id).press("Continue");
    await host.until(
      "return /^Loading the rules/.test(document.getElementById(arguments[0]).shadowRoot.querySelector('.ec-waiting').textContent)",
      id,
    );
  };

  test("it is answered while the rules are on their way, and the journey goes on when they come", async () => {
    const come = hold();
    await go("one.html");
    await at().heading(STAGE);
    assert.equal(await state(), "loading");
    assert.equal(await one("return inside.querySelectorAll('[data-shelf]').length"), 0);
    assert.deepEqual(await violations(host.driver), []);
    assert.deepEqual(files().toSorted(), [...LATER, "checker.js", "entry-checker.css", "entry-checker.js", "session.js"].toSorted());
    // What the page may ask by then, and what it gets.
    assert.deepEqual(await one("return [one.profile, one.result, one.shareUrl(), one.rulesVersion ?? null]"), [null, null, null, null]);
    assert.match(await one("return one.toText()"), /A degree/);
    assert.equal(await one("try { one.evaluate({}) } catch ({ code }) { return code }"), "E_NOT_READY");
    await answers();
    assert.equal(await state(), "loading");
    assert.deepEqual(await run("return told"), [], "to wait is no step");
    come();
    await at().heading(KIND);
    await host.settled();
    assert.deepEqual(await run("return told.map(([name, { from, to }]) => [name, from, to].join(' ')).sort()"), [
      "ready  ",
      "step q/stage q/degree-1-award",
    ]);
    assert.equal(await run("return document.activeElement.shadowRoot.activeElement.textContent.trim()"), KIND);
    await at().press("Back");
    await at().graduate();
    await at().press("See your result so far");
    await at().heading("Your result for clinical or medical technology");
    await host.until("return told.at(-1)[0] === 'result'");
    assert.ok(await one("return inside.querySelector('[data-shelf=save]') !== null"), "it can be saved");
    await quiet();
  });

  test("two are answered, each its own way, with one set of files", async () => {
    const come = hold();
    await go("two.html");
    for (const [id, title] of [
      ["one", TECHNOLOGY],
      ["two", AUDIOLOGY],
    ]) {
      await at(id).heading(title);
      await at(id).press("Start now");
      await at(id).heading(STAGE);
    }
    await answers("two");
    assert.deepEqual([await state("one"), await state("two")], ["loading", "loading"]);
    come();
    await at("two").heading(GCSES);
    await host.settled("one");
    await host.settled("two");
    await at("one").heading(STAGE);
    assert.deepEqual(await run("return [...document.querySelectorAll('entry-checker')].map(({ profile }) => profile)"), [
      {},
      { higherDegree: [] },
    ]);
    await at("one").graduate();
    assert.equal(new Set(files()).size, files().length, files().join());
    await quiet();
  });

  for (const [what, fault, code] of [
    ["are missing", { status: 404 }, "E_FETCH"],
    ["break off", { cut: 500 }, "E_FETCH"],
    ["are of another version", { body: "{}" }, "E_PACK"],
    [`take longer than ${TIMEOUT / 1000} seconds`, {}, "E_TIMEOUT"],
  ]) {
    test(`rules that ${what} leave the words of the page (${code}), and the answers are there when they come`, async () => {
      const come = hold(fault);
      await go("two.html");
      await at().press("Start now");
      await at().heading(STAGE);
      await answers();
      if (code === "E_TIMEOUT") {
        await at("two").heading(AUDIOLOGY);
        await untilTimers(host.driver, TIMEOUT, 2);
        await moveClock(host.driver, 7999);
        assert.deepEqual([await state("one"), await state("two")], ["loading", "loading"], "7,999 ms");
        await moveClock(host.driver, 1);
      } else come();
      await host.until("return ['one', 'two'].every((id) => document.getElementById(id).state === 'fallback')");
      assert.ok(await words());
      assert.equal(await run("return document.activeElement.textContent"), "plain words", "who was at work goes on from there");
      assert.deepEqual(await run("return told.filter(([name]) => name === 'error').sort((a, b) => (a[2] < b[2] ? -1 : 1))"), [
        ["error", { code }, "one"],
        ["error", { code }, "two"],
      ]);
      await one("return one.ready");
      assert.deepEqual(await codes(), [code, code]);
      // What is late may still come. Where it does not, the element tries again when it is put elsewhere.
      if (code === "E_TIMEOUT") come();
      else {
        hold()();
        await one("one.parentNode.prepend(one)");
      }
      await at().heading(KIND);
      await host.settled();
      assert.equal(await state(), "ready");
      await at().press("Back");
      await at().graduate();
      await quiet();
    });
  }

  test("what the page says meanwhile is heard when the rules are there", async () => {
    const come = hold();
    await go("one.html");
    await at().heading(STAGE);
    await one("one.profile = arguments[0]", GRADUATE);
    assert.equal(await title(), STAGE);
    come();
    await at().heading(CHECK);
    await host.settled();
    assert.deepEqual(await one("return one.profile"), GRADUATE);
    await one("one.profile = null");
    await at().heading(STAGE);
    // As a framework sets both at once.
    await one("one.jobRole = 'audiology'; one.profile = arguments[0]", GRADUATE);
    await host.until("return document.getElementById('one').result?.role === 'audiology'");
    assert.deepEqual(await one("return one.profile"), GRADUATE);
    await at().heading(CHECK);
    await quiet();
  });

  test("the answers of one that was taken away before the rules came go on after that", async () => {
    const come = hold();
    await go("two.html");
    await at().press("Start now");
    await at().heading(STAGE);
    await answers();
    await run("window.gone = document.getElementById('one'); gone.remove()");
    come();
    await host.settled("two");
    await run("document.querySelector('main').append(gone)");
    await at().heading(KIND);
    await host.settled();
    await at().press("Back");
    await at().graduate();
    await quiet();
  });

  test("a role of the page's own waits for the rules, and no other is shown meanwhile", async () => {
    const come = hold();
    await go("own.html");
    await host.until("return document.getElementById('one').state === 'loading'");
    await received(["checker.js", "entry-checker.css", "session.js", "own.json"]);
    assert.equal(await title(), null);
    assert.ok(await words());
    come();
    await at().heading(STAGE);
    await host.settled();
    assert.equal(await one("return one.result.role"), "our-own");
    await quiet();
  });

  test("where answers are saved, it waits for the program, so that nothing moves under a person's hand", async () => {
    await go("saved.html");
    await at().heading(TECHNOLOGY);
    await host.settled();
    await at().press("Start now");
    await at().graduate();
    await at().press("See your result so far");
    await at().heading("Your result for clinical or medical technology");
    await at().press("Save on this device");
    await host.until("return localStorage.getItem('entry-checker') !== null");

    const come = hold();
    await go("saved.html");
    await received(["checker.js", "entry-checker.css", "session.js"]);
    assert.deepEqual([await state(), await title(), await words()], ["loading", null, true]);
    come();
    await at().heading(TECHNOLOGY);
    assert.match(await one("return one.toText()"), /You saved your answers on this device/);
    await host.settled();

    // An element that does not ask to save has nothing to say of it.
    hold();
    await go("unasked.html");
    await at().heading(TECHNOLOGY);
    assert.equal(await state(), "loading");
    await run("localStorage.clear()");
    await quiet();
  });
});
