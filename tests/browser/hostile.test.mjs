// Five hundred hostile links in each browser: none runs a script, none stops the checker, none opens a result, and nothing
// of what does not read as a link is put on the page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { ENGINES, heading, open, visit } from "../support/browser.mjs";
import { mouse } from "../support/hands.mjs";
import { graduate } from "../support/people.mjs";
import { serve } from "../support/server.mjs";

const NUMBER = 500;
/** So many frames are shown in one page: browsers are slow to clear away after those that are gone. */
const IN_ONE_PAGE = 50;
/**
 * So many of them come and go together: what frames fetch at the same time they share, and WebKit gives it up for all of
 * them once the one that began it is gone.
 */
const AT_ONCE = 6;
const TRAPS = [
  "<img src=x onerror=window.trapped=1>",
  "%3Cscript%3Ewindow.trapped%3D1%3C/script%3E",
  "javascript:window.trapped=1",
  "\"><svg onload=window.trapped=1>",
  "__proto__[trapped]=1",
  "constructor.prototype.trapped",
  "%00%FF%ud800%",
  "\ud800\udfff\u202e\u0000",
  "..%2F..%2F#/audiology/result",
  "=&=&;,".repeat(40),
];

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
      // A page of its own for each, as when a link is opened; browsers let nobody go to so many addresses in one page.
      await driver.manage().setTimeouts({ script: 240_000 });
      let told = 0;
      for (let from = 0; from < links.length; from += IN_ONE_PAGE) {
        await driver.get(`${server.url}frames.html`);
        const seen = await driver.executeAsyncScript(
          `const [links, atOnce, done] = arguments;
          const seen = { frames: 0, results: 0, words: 0, trapped: 0, refused: 0, complaints: [] };
          const ready = async (frame) => {
            for (let turn = 0; turn < 2_000; turn += 1) {
              const inside = frame.contentDocument;
              if (inside?.querySelector("main .ec-note")) return inside;
            // What is no link is told of nowhere: there is nothing to wait for.
            if (inside?.querySelector(".ec-screen") && turn > 40) return inside;
              await new Promise((resolve) => setTimeout(resolve, 10));
            }
            throw new Error("it does not start: " + frame.src.slice(0, 90) + " " + frame.contentDocument?.body?.innerText.slice(0, 300));
          };
          const look = async (link) => {
            const frame = document.createElement("iframe");
            frame.src = "index.html#" + link;
            document.body.append(frame);
            const inside = await ready(frame);
            const heading = inside.querySelector("main h1").textContent.trim();
            seen.frames += 1;
            if (heading.startsWith("Your result")) seen.results += 1;
            if (/trapped|onerror|%3C/.test(inside.querySelector("main").textContent)) seen.words += 1;
            if (inside.querySelector("main .ec-note")) seen.refused += 1;
            if (frame.contentWindow.trapped || frame.contentWindow.Object.prototype.trapped) seen.trapped += 1;
            // A frame that is gone may say of a file that it was not used.
            seen.complaints.push(...frame.contentWindow.complaints.filter((line) => !line.startsWith("error: <link")));
            return frame;
          };
          const all = async () => {
            for (let at = 0; at < links.length; at += atOnce) {
              const frames = await Promise.all(links.slice(at, at + atOnce).map(look));
              frames.forEach((frame) => frame.remove());
            }
          };
          all().then(() => done(seen), (error) => done(String(error)));`,
          links.slice(from, from + IN_ONE_PAGE),
          AT_ONCE,
        );
        assert.equal(typeof seen, "object", String(seen));
        const { refused, ...counts } = seen;
        const number = Math.min(IN_ONE_PAGE, links.length - from);
        assert.deepEqual(counts, { frames: number, results: 0, words: 0, trapped: 0, complaints: [] }, JSON.stringify(seen));
        told += refused;
      }
      assert.ok(told > NUMBER / 2, `${told} of them were told of`);
      // And the next one works.
      await visit(driver, `${server.url}#${link}`);
      await heading(driver, "Check your answers");
    });
  });
}
