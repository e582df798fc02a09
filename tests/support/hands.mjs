// A person at the checker, by mouse or by keyboard alone. Both can do the same things.

import { By, Key } from "./browser.mjs";

/** The words of a thing that can be pressed, without what is only there to be heard. */
const WORDS =
  "const copy = arguments[0].cloneNode(true); copy.querySelectorAll('.ec-hidden').forEach((one) => one.remove()); return copy.textContent.trim();";

/** Presses, chooses and types with the mouse. */
export function mouse(driver) {
  const find = (selector, words) =>
    driver.wait(
      async () => {
        for (const element of await driver.findElements(By.css(selector))) {
          if ((await driver.executeScript(WORDS, element)) === words) return element;
        }
        return null;
      },
      10_000,
      `no ${selector} says "${words}"`,
    );
  return {
    name: "mouse",
    press: async (words) => (await find("button", words)).click(),
    open: async (words) => (await find("summary", words)).click(),
    choose: async (words) => (await find(".ec-option label", words)).click(),
    pick: async (typed, words) => {
      const field = await driver.findElement(By.css("input[type=text]"));
      await field.click();
      await field.sendKeys(typed);
      await (await find("[role=option]", words)).click();
    },
    type: async (typed) => (await driver.findElement(By.css("input[type=text]"))).sendKeys(typed),
    search: async (typed) => (await driver.findElement(By.css("input[type=search]"))).sendKeys(typed),
  };
}

/** The same with Tab, Space, Enter and the arrow keys alone. */
export function keyboard(driver) {
  const keys = (...pressed) => driver.actions().sendKeys(...pressed).perform();
  const focused = () => driver.switchTo().activeElement();
  const say = async () => driver.executeScript(WORDS, await focused());
  /** Goes on with Tab until what has the focus says these words. */
  const reach = async (words, said = say) => {
    for (let step = 0; step < 150; step += 1) {
      if ((await said()) === words) return;
      await keys(Key.TAB);
    }
    throw new Error(`no way by Tab to "${words}"`);
  };
  const label = async () =>
    driver.executeScript("return arguments[0].labels?.[0]?.textContent.trim() ?? ''", await focused());
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
        await reach(words, label);
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
