// A person at the checker inside an element, whose shadow root keeps what is in it from the scripts of `hands.mjs`.

import { until } from "./browser.mjs";

const INSIDE = `const inside = document.getElementById(arguments[0])?.shadowRoot;
  const words = (one) => { const copy = one.cloneNode(true); copy.querySelectorAll('.ec-hidden').forEach((one) => one.remove()); return copy.textContent.trim(); };`;

/** What a person does in the element with an id. */
export function widget(driver, id) {
  const click = (selector, said) =>
    until(
      driver,
      `${INSIDE} const found = [...(inside?.querySelectorAll(arguments[1]) ?? [])].find((one) => words(one) === arguments[2]);
       found?.click(); return found !== undefined`,
      id,
      selector,
      said,
    );
  const heading = (title) =>
    until(
      driver,
      `${INSIDE} return inside?.querySelector(":not([hidden]) > .ec-screen .ec-h1")?.textContent.trim() === arguments[1]`,
      id,
      title,
    );
  const press = (said, kind = "button") => click(kind, said);
  const choose = (said) => click(".ec-option label", said);
  return {
    heading,
    press,
    choose,

    /** A graduate in physics with a 2:1, from the first question to the one after the subject. */
    async graduate() {
      for (const [title, said] of [
        ["What is the highest qualification you have or are studying for?", "A degree"],
        ["Which kind of degree do you have, or are you studying for?", "Honours degree"],
        ["Do you have your degree result yet?", "Yes, I have it"],
        ["What class is your degree?", "Upper second (2:1)"],
      ]) {
        await heading(title);
        await choose(said);
        await press("Continue");
      }
      await heading("What subject is your degree in?");
      await driver.executeScript(
        `${INSIDE} const field = inside.querySelector("input[type=text]"); field.value = "phys";
         field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));`,
        id,
      );
      await click("[role=option]", "Physics");
      await press("Continue");
    },
  };
}
