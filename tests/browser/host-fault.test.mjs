// A fault in the program (a panic) on a page of somebody else: nothing is thrown at the page, every checker on it gives way
// to the words of the page, and what a person said can be had, and gone on from.

import assert from "node:assert/strict";
import { test } from "node:test";

import { REFUSE } from "../support/browser.mjs";
import { AUDIOLOGY, CHECK, element, onHosts, page, TECHNOLOGY } from "../support/host.mjs";

const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }], higherDegree: [] };
const PAGES = {
  "two.html": page(element("one", "clinical-or-medical-technology", 'loading="eager"') + element("two", "audiology", 'loading="eager"')),
};
/** The next thing that is put into the page is refused, which Yew takes for a fault. A person does something. */
const PROVOKE = `
  ${REFUSE}
  document.getElementById("one").shadowRoot.querySelector(".ec-screen > .ec-link").click();`;

onHosts(PAGES, (host) => {
  const { run, at } = host;

  test("each gives back the page's words, and starts again with what was said", async () => {
    await host.arrive("two.html");
    await host.settled("two");
    await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
    await at("one").heading(CHECK);
    await at("two").heading(AUDIOLOGY);
    await run("told.length = 0");
    await run(PROVOKE);
    await host.until("return ['one', 'two'].every((id) => document.getElementById(id).state === 'fallback')");
    assert.deepEqual(await run("return told.sort((a, b) => (a[2] < b[2] ? -1 : 1))"), [
      ["error", { code: "E_PANIC" }, "one"],
      ["error", { code: "E_PANIC" }, "two"],
    ]);
    assert.ok(await run("return ['one', 'two'].every((id) => document.querySelector('#' + id + ' p').getClientRects().length > 0)"));
    // Yew names the node that it could not put in.
    const said = (await host.complaints()).filter((line) => !/failed to insert node/.test(line));
    assert.deepEqual(
      said.map((line) => /entry-checker: (\w+)/.exec(line)?.[1] ?? line),
      ["E_PANIC", "E_PANIC"],
    );
    assert.deepEqual(await run("return document.getElementById('one').profile"), GRADUATE);
    assert.equal(await run("return document.getElementById('one').result"), null);
    // Another program takes up where this one was.
    await run("const one = document.getElementById('one'); one.profile = one.profile");
    await at("one").heading(CHECK);
    assert.deepEqual(await run("return document.getElementById('one').profile"), GRADUATE);
    await run("document.getElementById('two').reset()");
    await at("two").heading(AUDIOLOGY);
    await run("document.getElementById('one').reset()");
    await at("one").heading(TECHNOLOGY);
    await host.quiet();
  });
});
