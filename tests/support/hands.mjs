// A person at the checker, by mouse or by keyboard alone. Both can do the same things.

import { By, IS_RENDERED, Key } from "./browser.mjs";

/** The words of a thing that can be pressed, without what is only there to be heard. */
const WORDS =
  "const words = (one) => { const copy = one.cloneNode(true); copy.querySelectorAll('.ec-hidden').forEach((one) => one.remove()); return copy.textContent.trim(); };";

/** Nothing is there to be pressed while our own page still shows its first screens: the program would replace it. */
const FIRST_SCREENS = `if (document.getElementById("checker")?.dataset.shows === "first") return null;`;

/** Presses, chooses and types with the mouse; with `early` on the first screens too, while a test holds the program back. */
export function mouse(driver, { early = false } = {}) {
  const waits = early ? "" : FIRST_SCREENS;
  const script = `${WORDS} ${waits} if (!${IS_RENDERED}) return null;
    return [...document.querySelectorAll(arguments[0])].find((one) => words(one) === arguments[1] && one.getClientRects().length > 0) ?? null;`;
  const find = (selector, words) =>
    driver.wait(() => driver.executeScript(script, selector, words), 10_000, `no ${selector} says "${words}"`);
  return {
    name: "mouse",
    press: async (words) => (await find("button", words)).click(),
    open: async (words) => (await find("summary", words)).click(),
    choose: async (words) => (await find(".ec-option label", words)).click(),
    pick: async (typed, words) => {
      const field = await driver.findElement(By.css("input[type=text]"));
      await field.click();
      if (typed) await field.sendKeys(typed);
      await (await find("[role=option]", words)).click();
    },
    type: async (typed) => (await driver.findElement(By.css("input[type=text]"))).sendKeys(typed),
    search: async (typed) => (await driver.findElement(By.css("input[type=search]"))).sendKeys(typed),
  };
}

/** The same with Tab, Shift, Space, Enter and the arrow keys alone. */
export function keyboard(driver) {
  const keys = (...pressed) =>
    driver
      .actions()
      .sendKeys(...pressed)
      .perform();
  const back = () => driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  // Whether what says these words, or has them for its label, has the focus, or comes after or before what has it.
  const script = `${WORDS} ${FIRST_SCREENS}
    const wanted = [...document.querySelectorAll("a, button, summary, input")].find((one) => words(one.labels?.[0] ?? one) === arguments[0] && one.getClientRects().length > 0);
    if (!wanted || wanted === document.activeElement) return wanted ? "here" : null;
    return document.activeElement.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";`;
  /** Goes on with Tab, or back, until what says these words has the focus: never out at an end of the page. */
  const reach = async (words) => {
    for (let step = 0; step < 150; step += 1) {
      const where = await driver.wait(() => driver.executeScript(script, words), 10_000, `nothing says "${words}"`);
      if (where === "here") return;
      await (where === "before" ? back() : keys(Key.TAB));
    }
    throw new Error(`no way by Tab to "${words}"`);
  };
  const label = () => driver.executeScript("return document.activeElement.labels?.[0]?.textContent.trim() ?? ''");
  const toField = async (type = "text") => {
    for (let step = 0; step < 20; step += 1) {
      if (await driver.executeScript("return document.activeElement.type === arguments[0]", type)) return;
      await keys(Key.TAB);
    }
    throw new Error(`no way by Tab to the ${type} field`);
  };
  return {
    name: "keyboard",
    press: async (words) => {
      await reach(words);
      await keys(Key.ENTER);
    },
    open: async (words) => {
      await reach(words);
      await keys(Key.ENTER);
    },
    choose: async (words) => {
      // Into the group with Tab, then along it: radios by arrow, checkboxes by Tab.
      const kind = () => driver.executeScript("return document.activeElement.type ?? ''");
      for (let step = 0; step < 20 && !["radio", "checkbox"].includes(await kind()); step += 1) await keys(Key.TAB);
      if ((await kind()) === "checkbox") {
        await reach(words);
        await keys(Key.SPACE);
        return;
      }
      await keys(Key.SPACE);
      for (let step = 0; step < 30; step += 1) {
        if ((await label()) === words) return;
        await keys(Key.ARROW_DOWN);
      }
      throw new Error(`no choice says "${words}"`);
    },
    pick: async (typed, words) => {
      await toField();
      await keys(typed);
      for (let step = 0; step < 10; step += 1) {
        await keys(Key.ARROW_DOWN);
        const active = await driver.executeScript(
          "const id = document.activeElement.getAttribute('aria-activedescendant'); return id && document.getElementById(id).textContent",
        );
        if (active === words) return keys(Key.ENTER);
      }
      throw new Error(`the list does not offer "${words}"`);
    },
    type: async (typed) => {
      await toField();
      await keys(typed);
    },
    search: async (typed) => {
      await toField("search");
      await keys(typed);
    },
  };
}
