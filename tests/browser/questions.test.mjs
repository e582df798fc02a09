// What holds at every question that two people are asked, in each browser: nothing is chosen beforehand, nothing complains
// before Continue, an error is told above and beside in the same words; and Back and Forward lead to where one was.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, open, replaceTab, runAsync, until, visit, visitWhole } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { serve } from "../support/server.mjs";

const ROLE = "#/clinical-or-medical-technology";
/** In each browser: a hundred in the three. */
const WALKS = 34;

/** Goes to every control, writes where one can, and leaves it; gives what is chosen, and the errors that came of it. */
const TOUCH = `
  const chosen = document.querySelectorAll("input:checked").length;
  for (const control of document.querySelectorAll(".ec-screen :is(input, button, a, summary)")) {
    control.focus();
    if (control.type === "text") {
      control.value = "zz";
      control.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    control.blur();
  }
  await settle();
  return [chosen, document.querySelectorAll(".ec-error, .ec-error-summary, [role=alert]").length];`;

/** What is said of a mistake, and where the link to it leads. */
const MISTAKE = `
  const [summary] = document.querySelectorAll(".ec-error-summary");
  const link = summary.querySelector("a");
  const before = [location.href, history.length];
  const told = {
    above: Boolean(summary.compareDocumentPosition(document.querySelector("h1")) & Node.DOCUMENT_POSITION_FOLLOWING),
    focused: document.activeElement === summary,
    title: document.title.startsWith("Error: "),
    heading: summary.querySelector("h2").textContent,
    words: link.textContent,
    beside: [...document.querySelectorAll(".ec-error")].map((one) => one.lastChild.textContent),
  };
  link.click();
  const first = document.querySelector(".ec-screen form input, .ec-screen .ec-options input, .ec-screen input[type=text]");
  return { ...told, led: document.activeElement === first, stayed: location.href === before[0] && history.length === before[1] };`;

/**
 * Walks at random: on with an answer, back and forward by the browser. Gives the first place where what stands there is not
 * what stood there before, or nothing.
 */
const WANDER = `
  const [seed] = arguments;
  let state = seed + 1;
  const roll = (number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * number);
  };
  const button = (said) => [...document.querySelectorAll(".ec button")].find((one) => one.textContent.trim() === said);
  const here = () => location.hash + " " + [...document.querySelectorAll("input:checked")].map((one) => one.value) + " " + (document.querySelector("input[type=text]")?.value ?? "");
  /** The checker listens for the same event since before, so it has taken in the address by then. */
  const gone = async (go) => {
    const came = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
    go();
    await came;
    await settle();
  };
  const press = async (said) => {
    const before = location.hash;
    button(said).click();
    // A slow machine may take longer than a few frames.
    for (let wait = 0; wait < 500 && location.hash === before; wait += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    await settle();
    if (location.hash === before) throw new Error("nothing moved at " + before);
  };
  await press("Start now");
  const [stood, size] = [[], 12];
  let at = 0;
  for (let step = 0; step < size; step += 1) {
    const go = roll(3);
    if (go === 0 && at > 0) {
      stood[at] = here();
      await gone(() => history.back());
      at -= 1;
      if (here() !== stood[at]) return "back: " + stood[at] + " is " + here();
    } else if (go === 1 && at < stood.length - 1) {
      stood[at] = here();
      await gone(() => history.forward());
      at += 1;
      if (here() !== stood[at]) return "forward: " + stood[at] + " is " + here();
    } else {
      const offers = [...document.querySelectorAll(".ec-option input")];
      if (!button("Continue") || offers.length === 0) break;
      const offer = offers[roll(offers.length)];
      if (!offer.checked) offer.click();
      // What is chosen is a change of the page's own, which is drawn after that.
      await settle();
      stood[at] = here();
      await press("Continue");
      at += 1;
      stood.length = at;
      stood[at] = here();
    }
  }
  return "";`;

for (const engine of ENGINES) {
  describe(engine, () => {
    let [server, driver] = [];

    before(async () => {
      server = await serve();
      driver = await open({ engine, width: 400, height: 800 });
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    afterEach(async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing"));

    /** Answers with one of the offers, or with a subject, each time another, and waits for the next screen. */
    async function answer(wanted, subjects) {
      const before = await driver.getCurrentUrl();
      const typed = await driver.executeScript("return document.querySelector('.ec-screen input[type=text]') !== null");
      if (typed) await mouse(driver).pick(...subjects.shift());
      else {
        await driver.executeScript(
          `const offers = [...document.querySelectorAll(".ec-option input")];
           (offers.find((one) => arguments[0].includes(one.value)) ?? offers.at(-1)).click();`,
          wanted,
        );
      }
      await mouse(driver).press("Continue");
      await until(driver, "return location.href !== arguments[0]", before);
    }

    test("nothing is chosen, nothing complains before Continue, and a mistake is told above and beside", async () => {
      const seen = new Set();
      for (const wanted of [
        ["degree", "bachelor-honours", "awarded", "2:2", "msc", "none", "no"],
        ["level3", "a-level", "predicted", "B", "no", "yes"],
      ]) {
        await visit(driver, server.url + ROLE);
        await mouse(driver).press("Start now");
        const subjects = [
          ["phys", "Physics"],
          ["hist", "History"],
        ];
        for (let step = 0; step < 20; step += 1) {
          const at = await driver.executeScript("return location.hash.split('/').at(-1)");
          if (at === "check") break;
          const title = await driver.executeScript("return document.querySelector('h1').textContent");
          if (!seen.has(at)) {
            seen.add(at);
            assert.deepEqual(await runAsync(driver, TOUCH), [0, 0], `${title}: before Continue`);
            // What was written into a field is taken out again.
            await driver.executeScript(
              "for (const field of document.querySelectorAll('input[type=text]')) { field.value = ''; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
            );
            await mouse(driver).press("Continue");
            await until(driver, "return document.activeElement.matches('.ec-error-summary')");
            const { words, beside, ...told } = await driver.executeScript(MISTAKE);
            assert.match(words, /^(Select|Enter) /, title);
            assert.deepEqual(beside, [words], `${title}: the same words beside`);
            assert.deepEqual(
              told,
              { above: true, focused: true, title: true, heading: "There is a problem", led: true, stayed: true },
              title,
            );
          }
          await answer(wanted, subjects);
        }
        assert.equal(await driver.executeScript("return location.hash.split('/').at(-1)"), "check");
      }
      assert.ok(seen.size >= 12, `${seen.size} questions: ${[...seen]}`);
    });

    test(`Back and Forward on ${WALKS} walks at random lead to where one was, with what was answered`, async () => {
      for (let seed = 0; seed < WALKS; seed += 1) {
        // At most 12 steps a walk: fewer than 100 in a tab.
        if (seed % 8 === 7) await replaceTab(driver);
        await visitWhole(driver, server, ROLE);
        assert.equal(await runAsync(driver, WANDER, seed), "", `walk ${seed}`);
      }
    });
  });
}
