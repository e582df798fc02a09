// The element on pages of somebody else, in each browser, under the strictest policy that such a page can have.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { TIMEOUT } from "../../web/shared/timeout.js";
import { codesIn, complaints, ENGINES, navigate, open, runAsync, until, violations } from "../support/browser.mjs";
import { moveClock, untilTimers } from "../support/clock.mjs";
import { gate, root, serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const TECHNOLOGY = "Check which route into clinical or medical technology you could take";
const AUDIOLOGY = "Check which route into audiology you could take";
const STAGE = "What is the highest qualification you have or are studying for?";
const SCRIPT = '<script type="module" src="entry-checker/entry-checker.js"></script>';
/** What the page listens with: `window.told` are the events. */
const LISTEN = `window.told = []; for (const name of ["ready", "step", "result", "error"])
  addEventListener("entry-checker:" + name, ({ detail, target }) => told.push([name, detail, target.id]));`;

/** What a page could feel of the checker on it, but for how long it is, and how wide beside a scroll bar. Three globals are the tests': two of axe, one of chromedriver. */
const FELT = `const style = (one) => [...getComputedStyle(one)].filter((name) => !/^width$|size|origin|height/.test(name))
    .map((name) => name + ": " + getComputedStyle(one).getPropertyValue(name));
  return {
    globals: Object.getOwnPropertyNames(window).filter((name) => !["axe", "__core-js_shared__", "ret_nodes"].includes(name)).sort(),
    kept: [document.title, document.cookie, localStorage.length, sessionStorage.length],
    styles: ["html", "body", "main", "h1", "#probe", "#probe a"].map((one) => style(document.querySelector(one))),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
  };`;
const PLACE = "return [history.length, location.href]";

const host = (body, script = SCRIPT) =>
  `<!doctype html><html lang="en-GB"><head><title>A host</title><script src="listen.js"></script>${script}</head>` +
  `<body><main><h1>A host</h1><p id="probe">Words, <a href="#main">a link</a>.</p>${body}</main></body></html>`;
const element = (id, role, more = "") =>
  `<entry-checker id="${id}" job-role="${role}" ${more}><p>The rules in <a href="rules.html">plain words</a></p></entry-checker>`;

const PAGES = {
  "one.html": host(element("one", "clinical-or-medical-technology")),
  "without.html": host(element("one", "clinical-or-medical-technology"), ""),
  "two.html": host(`${element("one", "clinical-or-medical-technology")}<div id="place"></div>${element("two", "audiology")}`),
  "twice.html": host(element("one", "audiology"), SCRIPT + SCRIPT.replace(".js", ".js?again")),
  "far.html": host(`<svg width="10" height="6000"></svg>${element("one", "audiology")}`),
  "themes.html": host(element("one", "audiology", 'theme="dark" label="Our checker"') + element("two", "audiology", 'theme="light"')),
  "index.html": await readFile(`${root}examples/plain-html/index.html`, "utf8"),
  "listen.js": LISTEN,
};

for (const engine of ENGINES) {
  describe(engine, () => {
    let faults;
    let server;
    let driver;

    before(async () => {
      driver = await open({ engine, width: 800, height: 800 });
    });

    after(() => driver.quit());

    // A host of its own for each: nothing that a browser has kept of another.
    beforeEach(async () => {
      faults = Object.fromEntries(Object.keys(PAGES).map((name) => [name, { policy: STRICT }]));
      server = await serve({ pages: PAGES, folder: "entry-checker/", faults });
    });

    afterEach(async () => {
      await driver.get("about:blank");
      await complaints(driver);
      await server.close();
    });

    const run = (script, ...values) => driver.executeScript(script, ...values);
    const at = (id) => widget(driver, id);
    const quiet = async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");
    /** Once the element is ready, or has given up. */
    async function arrive(name, id = "one") {
      await driver.get(server.url + name);
      await until(driver, "return ['ready', 'fallback'].includes(document.getElementById(arguments[0])?.state)", id);
    }

    test("a whole journey, with what the page is told, and nothing that it can feel", async () => {
      await driver.get(`${server.url}without.html`);
      const untouched = await run(FELT);
      await arrive("one.html");
      await at("one").heading(TECHNOLOGY);
      assert.deepEqual(await run(FELT), untouched, "no global, title, cookie, storage or style by being there");
      assert.deepEqual(await violations(driver), []);
      const place = await run(PLACE);
      assert.equal(await run("return document.activeElement.tagName"), "BODY", "the focus stays");
      const asked = server.asked.length;
      await at("one").press("Start now");
      await at("one").heading(STAGE);
      assert.equal(await run("return document.activeElement.id"), "one", "the focus is inside");
      assert.equal(await run("return document.activeElement.shadowRoot.activeElement.localName"), "h2");
      await at("one").press("Continue");
      await at("one").press("Select the highest qualification you have or are studying for", "a");
      assert.equal(await run("return document.activeElement.shadowRoot.activeElement.type"), "radio");
      await at("one").graduate();
      assert.deepEqual(await violations(driver), []);
      await at("one").press("See your result so far");
      await at("one").heading("Your result for clinical or medical technology");
      assert.deepEqual(await violations(driver), []);
      assert.deepEqual(await run(FELT), untouched, "nor by being used");
      assert.deepEqual(await run(PLACE), place, "no address and no history");
      assert.deepEqual(server.later(asked), [], "nothing is asked for");
      const told = await run("return told");
      assert.equal(told[0][0], "ready");
      assert.deepEqual(told[1], ["step", { from: "start", to: "q/stage" }, "one"]);
      const [name, { outcomes }] = told.at(-1);
      assert.equal(name, "result");
      assert.deepEqual(
        outcomes.map(({ route }) => route),
        ["stp", "ptp"],
        "in the order of the rules",
      );
      assert.ok(outcomes.every((one) => Object.keys(one).sort().join() === "outcome,route"));
      assert.doesNotMatch(JSON.stringify(told), /physics|upper-second/, "no answer");
      await quiet();
    });

    test("two of different roles go their own ways with one set of files", async () => {
      await arrive("two.html", "two");
      await at("one").heading(TECHNOLOGY);
      await at("two").heading(AUDIOLOGY);
      await at("one").press("Start now");
      await at("one").heading(STAGE);
      await at("two").heading(AUDIOLOGY);
      const files = server.asked.filter((url) => url.includes("/entry-checker/"));
      assert.equal(new Set(files).size, files.length, files.join());
      assert.deepEqual(await violations(driver), []);
      await quiet();
    });

    test("moved, and removed and put back, it keeps the answers; reset and another role forget them", async () => {
      await arrive("two.html");
      await at("one").press("Start now");
      await at("one").choose("A degree");
      await at("one").press("Continue");
      const KIND = "Which kind of degree do you have, or are you studying for?";
      await at("one").heading(KIND);
      await run("window.one = document.getElementById('one'); document.getElementById('place').append(one)");
      await at("one").heading(KIND);
      await run("one.remove()");
      assert.equal(await run("return one.shadowRoot.querySelector('.ec')"), null, "it is released");
      await run("document.getElementById('place').append(one)");
      await at("one").heading(KIND);
      await at("one").press("Back");
      await at("one").heading(STAGE);
      assert.equal(await run("return one.shadowRoot.querySelectorAll('input:checked').length"), 1);
      await run("one.reset()");
      await at("one").heading(TECHNOLOGY);
      await run("one.setAttribute('job-role', 'audiology')");
      await at("one").heading(AUDIOLOGY);
      await quiet();
    });

    test("removed and put back 100 times it listens once, and does each thing once", async () => {
      await arrive("one.html");
      await at("one").press("Start now");
      await at("one").heading(STAGE);
      await runAsync(
        driver,
        `const one = document.getElementById("one"), place = one.parentNode;
        // A timer, since what is released is kept for the next one after a timer. The turn ends the nesting of timers,
        // which would make each take 4 ms.
        const rest = () => new Promise((resolve) => setTimeout(resolve)).then(turn);
        for (let time = 0; time < 100; time += 1) {
          one.remove();
          await rest();
          place.append(one);
          await rest();
        }
        told.length = 0;`,
      );
      await at("one").heading(STAGE);
      await at("one").choose("A degree");
      await at("one").press("Continue");
      await at("one").heading("Which kind of degree do you have, or are you studying for?");
      assert.equal(await run("return told.length"), 1, "one step");
      assert.equal(await run("return document.getElementById('one').shadowRoot.querySelectorAll('.ec').length"), 1);
      await quiet();
    });

    for (const [what, name, fault, code] of [
      ["is missing", "entry-checker/checker_bg.wasm", { status: 404 }, "E_FETCH"],
      ["is refused by the policy", "one.html", { policy: STRICT.replace(" 'wasm-unsafe-eval'", "") }, "E_CSP_WASM"],
      ["has no rules", "entry-checker/catalogue.json", { status: 404 }, "E_FETCH"],
      ["has rules of another version", "entry-checker/catalogue.json", { body: "{}" }, "E_PACK"],
      ["never comes", "entry-checker/checker_bg.wasm", { hang: true }, "E_TIMEOUT"],
    ]) {
      test(`a checker that ${what} leaves the words of the page (${code})`, async () => {
        // So late that somebody is at work in the words by then.
        const late = gate();
        faults["entry-checker/session.js"] = { until: late.until };
        faults[name] = fault;
        await navigate(driver, `${server.url}one.html`);
        await until(driver, "return document.getElementById('one')?.state !== undefined");
        await run("document.querySelector('#one a').focus()");
        late.open();
        if (code === "E_TIMEOUT") {
          await untilTimers(driver, TIMEOUT);
          await moveClock(driver, TIMEOUT - 1);
          assert.equal(await run("return document.getElementById('one').state"), "loading", `${TIMEOUT - 1} ms`);
          await moveClock(driver, 1);
        }
        await until(driver, "return document.getElementById('one').state === 'fallback'");
        assert.equal(await run("return document.activeElement.textContent"), "plain words", "the focus stays");
        assert.ok(await run("return document.querySelector('#one p').getClientRects().length > 0"), "the words are seen");
        assert.deepEqual(await run("return told"), [["error", { code }, "one"]]);
        const said = codesIn(await complaints(driver));
        assert.deepEqual(said, [code]);
        await run("return document.getElementById('one').ready");
      });
    }

    test("nothing heavy is fetched before it is near to what is seen", async () => {
      await driver.get(`${server.url}far.html`);
      await until(driver, "return document.getElementById('one').state === 'idle'");
      // Within two frames the observer has told whether it is near. A checker that rightly does nothing cannot fail here.
      await runAsync(driver, "for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame); await settle();");
      const files = () => server.asked.filter((url) => url.includes("/entry-checker/"));
      assert.deepEqual(files(), ["/entry-checker/entry-checker.js"]);
      await run("scrollTo(0, document.documentElement.scrollHeight)");
      await at("one").heading(AUDIOLOGY);
      await until(driver, "return document.getElementById('one').state === 'ready'");
      assert.ok(files().length > 5);
      await quiet();
    });

    test("what is beside the questions needs room in the element, not in the window", async () => {
      await driver.manage().window().setRect({ x: 0, y: 0, width: 1300, height: 800 });
      await arrive("one.html");
      await at("one").press("Start now");
      await at("one").choose("A degree");
      await at("one").press("Continue");
      const beside =
        "return getComputedStyle(document.getElementById('one').shadowRoot.querySelector('.ec--beside') ?? document.body).display === arguments[0]";
      await until(driver, beside, "grid");
      await run("document.querySelector('main').style.width = '400px'");
      await until(driver, beside, "block");
      await driver.manage().window().setRect({ x: 0, y: 0, width: 800, height: 800 });
    });

    test("loaded twice, the first stays and works", async () => {
      await arrive("twice.html");
      await at("one").heading(AUDIOLOGY);
      assert.deepEqual((await complaints(driver)).length, 1, "one line in the console");
    });

    test("a theme, a name, and type of the size that the reader chose", async () => {
      await arrive("themes.html", "two");
      const look = (id, property) =>
        run(
          "return getComputedStyle(document.getElementById(arguments[0]).shadowRoot.querySelector('.ec-widget'))[arguments[1]]",
          id,
          property,
        );
      assert.equal(await look("one", "backgroundColor"), "rgb(19, 25, 23)");
      assert.equal(await look("two", "backgroundColor"), "rgb(251, 249, 245)");
      await run("document.documentElement.style.fontSize = '62.5%'");
      assert.equal(await look("one", "fontSize"), "18px");
      const label = "return document.getElementById(arguments[0]).shadowRoot.querySelector('[role=region]').ariaLabel";
      assert.equal(await run(label, "one"), "Our checker");
      assert.equal(await run(label, "two"), "Entry Checker");
      await run("document.getElementById('one').setAttribute('theme', 'light')");
      assert.equal(await look("one", "backgroundColor"), "rgb(251, 249, 245)");
    });

    test("the example works as it is", async () => {
      await driver.get(server.url);
      await run("document.querySelector('entry-checker').id = 'one'");
      await at("one").heading(TECHNOLOGY);
      await quiet();
    });
  });
}
