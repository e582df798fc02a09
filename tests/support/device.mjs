// A device as tests meet it: what a page keeps there, and storage that fails, put into a page before its own scripts.
// Nothing of it is in what ships.

import { complaints, heading, IS_WHOLE, until, visit } from "./browser.mjs";
import { graduate } from "./people.mjs";
import { WATCH } from "./server.mjs";

/**
 * A script for the place of `watch.js`: from the `first` call of storage on, `times` calls fail with an error of that
 * name. To read `localStorage` from the window is a call too. `window.calls` counts them. `first` and `name` may be
 * expressions of the page.
 */
export function failing({ first = 1, times = Infinity, name = '"SecurityError"' } = {}) {
  return `${WATCH}
  (() => {
    let calls = 0;
    const first = ${first}, last = first + ${times === Infinity ? "Infinity" : times} - 1;
    const call = () => {
      calls += 1;
      if (calls >= first && calls <= last) throw new DOMException("a test", ${name});
    };
    Object.defineProperty(window, "calls", { get: () => calls });
    const own = Object.getOwnPropertyDescriptor(window, "localStorage").get;
    Object.defineProperty(window, "localStorage", { configurable: true, get: () => (call(), own.call(window)) });
    for (const method of ["getItem", "setItem", "removeItem"]) {
      const does = Storage.prototype[method];
      Storage.prototype[method] = function (...values) {
        call();
        return does.apply(this, values);
      };
    }
  })();`;
}

/** A window that has no storage, as some that are built into other programs. */
export const NONE = `${WATCH} Object.defineProperty(window, "localStorage", { value: null });`;

/** What tests do on a device with a browser: each takes the driver that is open at that moment. */
export const device = (driver, hand) => ({
  /** Our page, once it has looked at what the device has. */
  async arrive(url) {
    await visit(driver, url);
    await until(driver, IS_WHOLE);
  },

  /** A physicist with a 2:1, from the start of a role to the result. */
  async result() {
    await hand.press("Start now");
    await graduate(driver, hand);
    await hand.press("See your result so far");
    await heading(driver, "Your result for clinical or medical technology");
  },

  keys: () => driver.executeScript("return Object.keys(localStorage)"),
  stored: () => driver.executeScript("return localStorage.getItem('entry-checker')"),
  store: (words) => driver.executeScript("localStorage.setItem('entry-checker', arguments[0])", words),

  /** What is said after saving or deleting, once it is. */
  told: () => until(driver, "return document.querySelector('.ec-screen [role=status]:not(:empty)')?.textContent"),

  /** The codes in the console, and whatever else it says. */
  codes: async () => (await complaints(driver)).flatMap((line) => /entry-checker: (E_\w+)/.exec(line)?.[1] ?? [line]),
});
