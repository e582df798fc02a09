// What a page can set on the element: each attribute does what it says, and a bad value the default, with one warning.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { violations } from "../support/browser.mjs";
import { AUDIOLOGY, element, onHosts, page, STAGE } from "../support/host.mjs";
import { root } from "../support/server.mjs";

const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:2" }], higherDegree: [] };
const PSEUDO = `${root}target/pseudo/sentences.cy-x-pseudo.json`;
const SLOTS =
  '<p slot="intro" id="intro">From us</p><p slot="after-result" id="after">Ask us</p><p slot="footer" id="foot">Ours</p><p id="words">Words</p>';

const PAGES = {
  "plain.html": page(element("one", "audiology")),
  "set.html": page(
    element(
      "one",
      "audiology",
      'heading-level="4" source-links="new-tab" hide="print download" share-base="entry-checker/index.html?x#y" start="first-question"',
      SLOTS,
    ),
  ),
  "slots.html": page(element("one", "audiology", "", SLOTS)),
  "bad.html": page(
    element(
      "one",
      "audiology",
      'heading-level="1" theme="pink" start="end" source-links="" hide="all" share-base="https://elsewhere.example/" storage="yes" base="data:," label=""',
    ),
  ),
  "asks.html": page(element("one", "audiology", 'storage="ask"')),
  "base.html": page(element("one", "audiology", 'base="other/entry-checker/"')),
  "languages.html": page(`<div lang="cy-x-pseudo">${element("one", "audiology")}</div>${element("two", "audiology", 'lang="en"')}`),
};

onHosts(PAGES, (host) => {
  const { run, at, quiet, arrive } = host;
  const inside = (script, ...values) => run(`const one = document.getElementById("one"), inside = one.shadowRoot; ${script}`, ...values);
  const result = async () => {
    await inside("one.profile = arguments[0]", GRADUATE);
    await at().press("See your result");
    await at().heading("Your result for audiology");
  };
  const headings = () =>
    inside("return [...new Set([...inside.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => one.localName))].sort()");
  const shown = (selector) =>
    inside("return [...inside.querySelectorAll(arguments[0])].some((one) => one.getClientRects().length > 0)", selector);

  test("without any it has the second level of headings, and offers all but a link", async () => {
    await arrive("plain.html");
    await at().heading(AUDIOLOGY);
    await result();
    assert.deepEqual(await headings(), ["h2", "h3", "h4", "h5"]);
    assert.deepEqual(await violations(host.driver), []);
    for (const way of ["print", "text", "file"]) assert.ok(await shown(`[data-keep=${way}]`), way);
    assert.equal(await shown("[data-keep=link], [data-shelf]"), false);
    assert.equal(await inside("return one.shareUrl()"), null);
    assert.equal(await shown("a[target]"), false);
    await quiet();
  });

  test("levels, links, what is hidden, where links lead, where it begins", async () => {
    await arrive("set.html");
    await at().heading(STAGE);
    assert.deepEqual(await headings(), ["h4"]);
    await result();
    assert.deepEqual(await headings(), ["h4", "h5", "h6"]);
    assert.equal(await shown("[data-keep=print], [data-keep=file]"), false);
    assert.ok(await shown("[data-keep=text]"));
    const link = await inside("return one.shareUrl()");
    assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/entry-checker\/index\.html#v2\.[\w-]+\.[\w-]+$/);
    assert.equal(await inside("return inside.querySelector('#ec-keep-link').value"), link);
    assert.ok(
      await inside(
        "return [...inside.querySelectorAll('a[href^=https]')].every((one) => one.target === '_blank' && /\\(opens in a new tab\\)$/.test(one.textContent))",
      ),
    );
    // And as properties, at once.
    await inside("one.hide = 'share'; one.sourceLinks = null; one.headingLevel = 2");
    await host.until("return document.getElementById('one').shadowRoot.querySelector('a[target]') === null");
    assert.deepEqual(await headings(), ["h2", "h3", "h4", "h5"]);
    assert.equal(await shown(".ec-keep__link"), false);
    assert.deepEqual(
      await inside("return [one.hide, one.getAttribute('hide'), one.headingLevel, one.sourceLinks, one.start, one.exposeAnswers]"),
      ["share", "share", 2, "same-tab", "first-question", false],
    );
    await quiet();
    await host.driver.get(link);
    await host.until("return document.querySelector('h1')?.textContent === 'Check your answers'");
  });

  test("what the page puts beside the checker is shown where it belongs", async () => {
    await arrive("slots.html");
    const seen = () =>
      run("return ['intro', 'after', 'foot', 'words'].filter((id) => document.getElementById(id).getClientRects().length > 0)");
    await at().heading(AUDIOLOGY);
    await host.until("return document.getElementById('foot').getClientRects().length > 0");
    assert.deepEqual(await seen(), ["intro", "foot"]);
    await result();
    assert.deepEqual(await seen(), ["after", "foot"]);
    await quiet();
  });

  test("parts have their names, on each screen anew", async () => {
    await arrive("plain.html");
    const parts = () => inside("return [...new Set([...inside.querySelectorAll('[part]')].map((one) => one.part.value))].sort().join(' ')");
    await at().press("Start now");
    await at().press("Continue");
    await host.until("return document.getElementById('one').shadowRoot.querySelector('.ec-error') !== null");
    assert.equal(
      await parts(),
      "after-result back-link button container error-message error-summary footer heading hint input intro legend option option-label",
    );
    await result();
    assert.equal(
      await parts(),
      "after-result back-link button button-secondary container footer heading intro reason result-card result-state source",
    );
    await at().press("See the NHS values to show");
    await host.until("return document.getElementById('one').shadowRoot.querySelector('[part=checklist]') !== null");
    assert.match(await parts(), /check-item checklist/);
  });

  test("bad values give the defaults, each with one warning", async () => {
    await arrive("bad.html");
    await at().heading(AUDIOLOGY);
    assert.deepEqual(await headings(), ["h2"]);
    const said = (await host.complaints()).map((line) => /entry-checker: ([\w-]+)=/.exec(line)?.[1]);
    assert.deepEqual(said.sort(), ["base", "heading-level", "hide", "share-base", "start", "storage", "theme"]);
    assert.deepEqual(await inside("return [one.headingLevel, one.theme, one.hide, one.shareBase, one.base]"), [2, "auto", "", null, null]);
  });

  test("saving on the device where the page has it asked for, and not before", async () => {
    await arrive("asks.html");
    assert.equal(await run("return localStorage.length"), 0);
    await result();
    await at().press("Save on this device");
    await host.until("return localStorage.length === 1");
    await run("localStorage.clear()");
    await quiet();
  });

  test("its files may be in another folder", async () => {
    for (const name of ["checker.js", "checker_bg.wasm", "catalogue.json", "sentences.json", "entry-checker.css", "session.js"]) {
      const body = await readFile(`${root}dist/${name}`);
      host.faults[`other/entry-checker/${name}`] = { body };
      host.faults[`entry-checker/${name}`] = { status: 404 };
    }
    await arrive("base.html");
    await at().heading(AUDIOLOGY);
    await quiet();
  });

  test("each speaks the language around it, side by side", async () => {
    for (const name of ["entry-checker.js", "session.js"]) {
      const script = await readFile(`${root}dist/${name}`, "utf8");
      host.faults[`entry-checker/${name}`] = { body: script.replaceAll('["en-GB"]', '["en-GB","cy-x-pseudo"]') };
    }
    host.faults["entry-checker/sentences.cy-x-pseudo.json"] = { body: await readFile(PSEUDO) };
    await arrive("languages.html", "one");
    await host.settled("two");
    await at("two").heading(AUDIOLOGY);
    await host.until("return /^⟦/.test(document.getElementById('one').shadowRoot.querySelector('.ec-h1').textContent)");
    const lang = "return ['one', 'two'].map((id) => document.getElementById(id).shadowRoot.querySelector('.ec').lang)";
    assert.deepEqual(await run(lang), ["cy-x-pseudo", "en-GB"]);
    await at("two").press("Start now");
    await at("two").heading(STAGE);
    await run("document.getElementById('one').lang = 'en'");
    await at("one").heading(AUDIOLOGY);
    await quiet();
  });
});
