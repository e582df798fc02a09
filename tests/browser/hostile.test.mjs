// Five hundred hostile links in each browser: none runs a script, none stops the checker, none opens a result, and nothing
// of what does not read as a link is put on the page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { ENGINES, heading, open, runAsync, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { graduate } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const NUMBER = 500;
/**
 * So many are opened in one page: the first as the page loads, the others by putting them into its address, as when a person
 * pastes one. Both lead to the same function of the checker. Browsers refuse more than a hundred addresses within seconds.
 */
const IN_ONE_PAGE = 20;
const TRAPS = [
  "<img src=x onerror=window.trapped=1>",
  "%3Cscript%3Ewindow.trapped%3D1%3C/script%3E",
  "javascript:window.trapped=1",
  '"><svg onload=window.trapped=1>',
  "__proto__[trapped]=1",
  "constructor.prototype.trapped",
  "%00%FF%ud800%",
  "\ud800\udfff\u202e\u0000",
  "..%2F..%2F#/audiology/result",
  "=&=&;,".repeat(40),
];

/** Opens links in a frame, and gives what came of them all. */
const OPEN = `
  const [links] = arguments;
  const seen = { opened: 0, results: 0, words: 0, trapped: 0, stopped: 0, silent: [], complaints: [] };
  const frame = document.createElement("iframe");
  frame.src = "index.html#" + links[0];
  document.body.append(frame);
  const page = frame.contentWindow;
  // The last script has run, so the rules are there, and a link is read by them.
  while (!page.hasDevice) await new Promise((resolve) => setTimeout(resolve, 5));
  const look = async (link) => {
    await settle(page.document);
    const main = page.document.querySelector("main");
    const title = main.querySelector(".ec-screen h1").textContent.trim();
    seen.opened += 1;
    if (title.startsWith("Your result")) seen.results += 1;
    if (/trapped|onerror|%3C/.test(main.textContent)) seen.words += 1;
    if (page.trapped || page.Object.prototype.trapped) seen.trapped += 1;
    if (!main.querySelector("#checker .ec")) seen.stopped += 1;
    // What begins as a link and is none is told of.
    if (/^v\\d/.test(link) && !main.querySelector(".ec .ec-note")) seen.silent.push(link.slice(0, 90));
  };
  await look(links[0]);
  for (const link of links.slice(1)) {
    const before = page.location.href;
    // The checker listens since before, so it has the address by then.
    const moved = new Promise((resolve) => page.addEventListener("popstate", resolve, { once: true }));
    page.location.hash = link;
    if (page.location.href !== before) await moved;
    await look(link);
  }
  seen.complaints.push(...page.complaints);
  frame.remove();
  return seen;`;

/** Links made from a true one: cut, put together with others, with a letter or a trap in it, too long, of other versions. */
function hostile(link) {
  let state = 20261125;
  const roll = (number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % number;
  };
  const one = () => {
    const at = roll(link.length);
    const trap = TRAPS[roll(TRAPS.length)];
    switch (roll(7)) {
      case 0:
        return link.slice(0, at);
      case 1:
        return link.slice(0, at) + trap + link.slice(at);
      case 2:
        return link.slice(0, at) + String.fromCharCode(33 + roll(90)) + link.slice(at + 1);
      case 3:
        return `v${roll(12)}.${trap}`;
      case 4:
        return link + link.slice(4);
      case 5:
        return `v1.${trap.repeat(1 + roll(2_000))}`;
      default:
        return `/${trap}/${["result", "check", "q/stage", trap][roll(4)]}`;
    }
  };
  return Array.from({ length: NUMBER }, one).filter((made) => made !== link);
}

for (const engine of ENGINES) {
  describe(engine, () => {
    let server;
    let driver;

    before(async () => {
      server = await serve({ pages: { "frames.html": "<!doctype html><title>Links</title><body>" } });
      driver = await open({ engine, width: 1000, height: 900 });
    });

    after(async () => {
      await driver?.quit();
      await server?.close();
    });

    test(`${NUMBER} hostile links`, async () => {
      const me = mouse(driver);
      await visit(driver, `${server.url}#/clinical-or-medical-technology`);
      await me.press("Start now");
      await graduate(driver, me);
      await me.press("See your result so far");
      await heading(driver, "Your result for clinical or medical technology");
      const link = new URL(await driver.executeScript("return document.querySelector('.ec-keep input').value")).hash.slice(1);
      const links = hostile(link);
      assert.ok(links.length > NUMBER * 0.95, `${links.length} differ from the true link`);
      await driver.get(`${server.url}frames.html`);
      for (let from = 0; from < links.length; from += IN_ONE_PAGE) {
        const some = links.slice(from, from + IN_ONE_PAGE);
        const seen = await runAsync(driver, OPEN, some);
        assert.deepEqual(seen, { opened: some.length, results: 0, words: 0, trapped: 0, stopped: 0, silent: [], complaints: [] });
      }
      assert.ok(links.filter((one) => /^v\d/.test(one)).length > NUMBER / 2, "most of them begin as a link does");
      // And the next one works.
      await visit(driver, `${server.url}#${link}`);
      await heading(driver, "Check your answers");
    });
  });
}
