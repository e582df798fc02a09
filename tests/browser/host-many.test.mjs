// Many elements on a page, moved, taken away and put back: nothing is shared that is a person's, and nothing is left behind.

import assert from "node:assert/strict";
import { test } from "node:test";

import { runAsync, violations } from "../support/browser.mjs";
import { AUDIOLOGY, element, onHosts, page, STAGE, TECHNOLOGY } from "../support/host.mjs";

const ROLES = ["clinical-or-medical-technology", "audiology"];
const ten = Array.from({ length: 10 }, (_, at) => element(`n${at}`, ROLES[at % 2], 'loading="eager"'));
/** Counts what listens on the page itself, of which nothing but what is there from the first is to stay. */
const COUNT = `window.listening = 0;
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = function (name, listener, options) {
      listening += 1;
      options?.signal?.addEventListener("abort", () => (listening -= 1));
      return addEventListener.call(this, name, listener, options);
    };
    target.removeEventListener = function (...values) { listening -= 1; return removeEventListener.apply(this, values); };
  }`;

const PAGES = {
  "ten.html": page(`${ten.join("")}<div id="place"></div>`),
  "one.html": page(`${element("one", "audiology", 'storage="ask"')}<div id="place"></div>`, undefined, '<script src="count.js"></script>'),
  "count.js": COUNT,
};
const CYCLES = 1000;
/** Takes the element away and puts it back, a number of times, in two places. */
const CYCLE = `const [times] = arguments;
  const one = document.getElementById("one"), places = [one.parentNode, document.getElementById("place")];
  // A timer, since what is released is kept for the next one after a timer. The turn ends the nesting of timers, which would
  // make each take 4 ms.
  const rest = () => new Promise((resolve) => setTimeout(resolve)).then(turn);
  for (let time = 0; time < times; time += 1) {
    one.remove();
    await rest();
    places[time % 2].append(one);
    await rest();
  }`;

onHosts(PAGES, (host) => {
  const { run, at, quiet, arrive } = host;

  /** What the page uses, in bytes, once everything that can go is gone. Only Chromium tells. */
  async function used() {
    const tell = (name, values = {}) => host.driver.sendAndGetDevToolsCommand(name, values);
    await tell("HeapProfiler.enable");
    for (let time = 0; time < 3; time += 1) await tell("HeapProfiler.collectGarbage");
    const { usedSize } = await tell("Runtime.getHeapUsage");
    const counts = await tell("Memory.getDOMCounters");
    return { usedSize, listeners: counts.jsEventListeners, nodes: counts.nodes };
  }

  test("ten go their own ways, with names of their own and one set of files", async () => {
    await arrive("ten.html", "n9");
    for (let number = 0; number < 10; number += 1) await at(`n${number}`).heading(number % 2 ? AUDIOLOGY : TECHNOLOGY);
    for (const number of [0, 3, 9]) await at(`n${number}`).press("Start now");
    await at("n3").heading(STAGE);
    await at("n3").choose("A degree");
    await at("n3").press("Continue");
    await run("document.getElementById('place').append(document.getElementById('n3'))");
    await at("n9").heading(STAGE);
    await at("n8").heading(TECHNOLOGY);
    assert.deepEqual(await run("return document.getElementById('n9').profile"), {});
    assert.equal(await run("return document.getElementById('n9').shadowRoot.querySelectorAll('input:checked').length"), 0);
    await at("n3").heading("How many GCSEs do you have at grades 9 to 4, or A* to C?");
    const names = await run(
      "return [...document.querySelectorAll('entry-checker')].map((one) => one.shadowRoot.querySelector('[role=region]').ariaLabel)",
    );
    assert.equal(new Set(names).size, 10, names.join());
    const twice = `return [...document.querySelectorAll("entry-checker")].flatMap((one) => {
      const ids = [...one.shadowRoot.querySelectorAll("[id]")].map(({ id }) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    })`;
    assert.deepEqual(await run(twice), []);
    assert.deepEqual(await violations(host.driver), []);
    const files = host.server.asked.filter((url) => url.includes("/entry-checker/"));
    assert.equal(new Set(files).size, files.length, files.join());
    await quiet();
  });

  test(`taken away and put back ${CYCLES} times it leaves nothing behind`, async () => {
    await host.driver.manage().setTimeouts({ script: 240_000 });
    await arrive("one.html");
    await at().press("Start now");
    await at().heading(STAGE);
    await runAsync(host.driver, CYCLE, 50);
    await at().heading(STAGE);
    const listening = await run("return listening");
    const before = host.engine === "chromium" ? await used() : undefined;
    await runAsync(host.driver, CYCLE, CYCLES);
    await at().heading(STAGE);
    await host.until("return listening === arguments[0]", listening);
    if (before) {
      const after = await used();
      const grown = (after.usedSize - before.usedSize) / 1e6;
      assert.ok(grown < 5, `${grown} MB more`);
      assert.ok(after.listeners <= before.listeners + 5, `${before.listeners} listeners, then ${after.listeners}`);
      assert.ok(after.nodes <= before.nodes + 50, `${before.nodes} nodes, then ${after.nodes}`);
    }
    assert.equal(await run("return document.getElementById('one').shadowRoot.querySelectorAll('.ec').length"), 1);
    await quiet();
  });
});
