// The checker beside scripts that change what the browser gives to all: it works, or leaves the words of the page, and never
// throws at the page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { element, onHosts, page, STAGE } from "../support/host.mjs";
import { within } from "../support/server.mjs";

/** The browser's own, which the page puts back once it has looked: the drivers of browsers need some of it themselves. */
const OWN = `
  const own = [[JSON, ["parse", "stringify"]], [window, ["Promise", "fetch", "WebAssembly"]], [customElements, ["define"]],
    [String.prototype, ["trim", "trimEnd"]], [Function.prototype, ["bind"]], [Map.prototype, ["size"]],
    [EventTarget.prototype, ["addEventListener", "dispatchEvent"]]]
    .flatMap(([of, names]) => names.map((name) => [of, name, Object.getOwnPropertyDescriptor(of, name)]));
  const had = [Array.prototype, Object.prototype].map((of) => [of, Object.getOwnPropertyNames(of)]);
  const back = () => {
    for (const [of, names] of had) {
      for (const name of Object.getOwnPropertyNames(of)) if (!names.includes(name)) delete of[name];
    }
    for (const [of, name, one] of own) one ? Object.defineProperty(of, name, one) : delete of[name];
  };`;
/**
 * What the page sees of a checker that works: its next screen, and what a graduate gets. Then it puts back what the browser
 * had, and only then tells the test, by a request: a command of the driver before that could need what is changed.
 */
const LOOK = `
  window.thrown = [];
  addEventListener("error", ({ message }) => thrown.push(message));
  addEventListener("unhandledrejection", ({ reason }) => thrown.push(String(reason)));
  const finish = () => {
    back();
    fetch("looked.txt");
  };
  const look = ({ type, target: one }) => setTimeout(() => {
    if (type !== "entry-checker:ready") return finish();
    const title = () => one.shadowRoot.querySelector(".ec-h1")?.textContent;
    const first = title();
    one.shadowRoot.querySelector(".ec-button").click();
    // A host that calls it where JSON is broken gets an error for it.
    try {
      const { routes } = one.evaluate({ degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }], higherDegree: [] });
      window.came = routes.map(({ id, outcome }) => id + " " + outcome).join(", ");
    } catch (error) {
      window.came = error.message;
    }
    const next = () => {
      window.screen_ = title();
      if (screen_ === first) setTimeout(next);
      else setTimeout(finish);
    };
    next();
  });
  addEventListener("entry-checker:ready", look);
  addEventListener("entry-checker:error", look);`;

/** As libraries of old and tools of today do, before our script or after it. */
const CHANGES = {
  "arrays know JSON": "Array.prototype.toJSON = () => 'broken'; Object.prototype.toJSON = () => 'broken';",
  "every object has more": `for (const name of ["degree", "gcse", "code", "kept", "program", "profile"])
      Object.prototype[name] = "first";`,
  "arrays have more": "Array.prototype.each = Array.prototype.contains = Array.prototype.first = function () { return this; };",
  "JSON breaks": "JSON.parse = () => { throw new Error('no JSON') };",
  "JSON is another":
    "const { stringify } = JSON; JSON.stringify = (value, ...more) => (value === 'physics' ? '1' : stringify(value, ...more));",
  "promises are others": "window.Promise = class extends Promise {}; ",
  "requests are watched":
    "const own = fetch; window.fetch = (...values) => own(...values).then((answer) => { answer.clone(); return answer; });",
  "requests break": "window.fetch = () => { throw new TypeError('no fetch') };",
  "elements are defined by another":
    "const define = customElements.define; customElements.define = function (name, one, more) { return define.call(this, name, class extends one {}, more); };",
  "texts are trimmed": "String.prototype.trim = () => ''; String.prototype.trimEnd = () => '';",
  "functions are bound by another":
    "Function.prototype.bind = function (self, ...first) { const own = this; return function (...more) { return own.apply(self, [...first, ...more]); }; };",
  "listeners are watched": `const { addEventListener, dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (name, own, more) {
      return addEventListener.call(this, name, typeof own === "function" ? function (event) { return own.call(this, event); } : own, more);
    };
    EventTarget.prototype.dispatchEvent = function (event) { return dispatchEvent.call(this, event); };`,
  "there is no wasm": "delete window.WebAssembly; window.WebAssembly = undefined;",
  "maps and sets have more":
    "Map.prototype.get2 = Set.prototype.add2 = () => {}; Object.defineProperty(Map.prototype, 'size', { get: () => 7 });",
};
const PAGES = {};
Object.entries(CHANGES).forEach(([, change], number) => {
  PAGES[`${number}.html`] = page(element("one", "clinical-or-medical-technology"), undefined, `<script src="${number}.js"></script>`);
  PAGES[`${number}.js`] = `(() => { ${OWN} ${LOOK}\n{ ${change} } })();`;
});

onHosts(PAGES, (host) => {
  const { run } = host;
  Object.keys(CHANGES).forEach((name, number) => {
    test(`where ${name}`, async () => {
      const { driver, server } = host;
      const looked = server.requested("looked.txt");
      await driver.get(`${server.url}${number}.html`);
      await within(10_000, looked, "the page has not looked at the checker");
      const [state, came, screen, thrown] = await run(
        "return [document.getElementById('one').state, window.came, window.screen_, thrown.join()]",
      );
      assert.equal(thrown, "", "nothing is thrown at the page");
      if (state === "ready") {
        assert.equal(screen, STAGE);
        if (!name.startsWith("JSON")) assert.equal(came, "stp met, ptp unanswered");
      } else {
        assert.match(name, /no wasm|requests break/);
        assert.ok(await run("return document.querySelector('#one p').getClientRects().length > 0"));
      }
    });
  });
});
