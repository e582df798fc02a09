// A thousand hostile values for each attribute of the element, in each browser: a value is taken or the default holds, with
// one warning; nothing is thrown, no place outside is asked, no words of it become markup, and the checker goes on.

import assert from "node:assert/strict";
import { test } from "node:test";

import { NAMES } from "../../web/element/attributes.js";
import { AUDIOLOGY, element, onHosts, page } from "../support/host.mjs";

const NUMBER = 1_000;
/** On a checker that is shown, each value has it looked at anew, which takes WebKit ten times as long as the others. */
const SHOWN = 100;
const SEED = 1304;

/** The page's part: `window.set(name)` gives what came of all its values. */
function inThePage(seed) {
  const WORDS = [
    "",
    " ",
    "\t\n",
    "audiology",
    "all",
    "AUTO",
    "dark",
    "eager",
    "lazy",
    "2",
    "5",
    "6",
    "-1",
    "2.0",
    "1e9",
    "NaN",
    "first-question",
    "new-tab",
    "ask",
    "share",
    "print download",
    "javascript:window.trapped=1",
    "data:text/javascript,window.trapped=1",
    "blob:x",
    "file:///etc/passwd",
    "//elsewhere.example/x",
    "https://elsewhere.example/",
    "http://[",
    "http://%zz/",
    "./entry-checker/",
    "<img src=x onerror=window.trapped=1>",
    '"><script>window.trapped=1</script>',
    "red; background: url(//elsewhere.example)",
    "}</style>",
    "expression(1)",
    "__proto__",
    "constructor",
    "toString",
    "\0",
    "\ud800",
    "\u202e",
    "é".repeat(50),
    "x".repeat(5_000),
    "share ".repeat(3_000),
  ];
  let state = seed;
  const roll = (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % most;
  };
  const one = () => WORDS[roll(WORDS.length)];
  const made = () => [one, () => one() + one(), () => one().slice(roll(9)), () => `${one()} ${one()}`][roll(4)]();
  const property = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  window.set = async (name, number) => {
    const checker = document.getElementById("one");
    const otherwise = checker[property(name)];
    const seen = { values: 0, taken: 0, warned: 0, wrong: [] };
    let said = [];
    const own = console.warn;
    console.warn = (...words) => said.push(words.join(" "));
    for (let at = 0; at < number; at += 1) {
      const value = made();
      checker.removeAttribute(name);
      said = [];
      try {
        checker.setAttribute(name, value);
        const held = checker[property(name)];
        const ours = said.filter((line) => line.startsWith(`entry-checker: ${name}=`));
        seen.values += 1;
        seen.warned += ours.length;
        if (held !== otherwise) seen.taken += 1;
        if (ours.length > 1 || said.length > ours.length) seen.wrong.push(`${value.slice(0, 60)}: ${said.join(", ").slice(0, 200)}`);
        if (ours.length === 1 && held !== otherwise) seen.wrong.push(`${value.slice(0, 60)} is warned of and taken`);
        if (ours.some((line) => line.length > 120)) seen.wrong.push(`${value.slice(0, 60)} is said in full`);
        if (name === "share-base" && held && new URL(held).origin !== location.origin)
          seen.wrong.push(`${held.slice(0, 60)} leads elsewhere`);
        if (/^(javascript|data|blob|file)/.test(held) && !["job-role", "label"].includes(name))
          seen.wrong.push(`${held.slice(0, 60)} is an address`);
      } catch (error) {
        seen.wrong.push(`${value.slice(0, 60)} throws ${error}`);
      }
      if (at % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    checker.removeAttribute(name);
    await new Promise((resolve) => setTimeout(resolve));
    console.warn = own;
    return { ...seen, trapped: window.trapped ?? 0 };
  };
}

/** Where a new value loads something, only the reading of it is looked at: on an element that is not shown. */
const LOADS = ["job-role", "base", "pack-src"];
const OTHERS = NAMES.filter((name) => !LOADS.includes(name));
/** What takes every value. */
const ANY = ["job-role", "label", "expose-answers"];

onHosts(
  {
    "host.html": page(element("one", "audiology"), undefined, '<script src="values.js"></script>'),
    "apart.html": page(
      `${element("other", "audiology")}<entry-checker id="one" hidden></entry-checker>`,
      undefined,
      '<script src="values.js"></script>',
    ),
    "values.js": `(${inThePage})(${SEED});`,
  },
  (host) => {
    const values = async (name, number) => {
      const seen = await host.driver.executeAsyncScript(
        "const [name, number, done] = arguments; set(name, number).then(done, (error) => done(String(error)));",
        name,
        number,
      );
      assert.deepEqual([seen.wrong, seen.values, seen.trapped], [[], number, 0], `${name}: ${JSON.stringify(seen)}`);
      if (!ANY.includes(name)) assert.ok(seen.warned > number / 10, `${name}: ${seen.warned} warnings`);
      return seen.taken;
    };

    test(`${NUMBER} values of each`, async () => {
      await host.arrive("apart.html", "other");
      const before = host.server.asked.length;
      for (const name of [...LOADS, ...OTHERS]) assert.ok((await values(name, NUMBER)) > 0, `${name}: none was taken`);
      assert.deepEqual(host.server.later(before), []);
      await host.quiet();
    });

    test(`${SHOWN} values of each on a checker that is shown`, async () => {
      await host.arrive("host.html");
      await host.at().heading(AUDIOLOGY);
      const before = host.server.asked.length;
      for (const name of OTHERS) await values(name, SHOWN);
      assert.deepEqual(host.server.later(before), []);
      assert.equal(await host.run("return document.getElementById('one').state"), "ready");
      await host.at().heading(AUDIOLOGY);
      await host.at().press("Start now");
      await host.quiet();
    });
  },
);
