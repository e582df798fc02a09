// Every snippet of docs/embedding.md that a web team copies, exactly as it is printed, in each browser: only the host that
// stands for another is put in, and the hash that the build prints.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";

import { complaints, ENGINES, open, until, violations } from "../support/browser.mjs";
import { root, serve } from "../support/server.mjs";
import { widget } from "../support/widget.mjs";

const TECHNOLOGY = "Check which route into clinical or medical technology you could take";
const AUDIOLOGY = "Check which route into audiology you could take";
const STAGE = "What is the highest qualification you have or are studying for?";
const ELSEWHERE = "https://checker.example";

/** The snippets of a document by what they are written in and the heading that they stand under. */
function snippets(markdown) {
  const found = new Map();
  let heading;
  for (const [, title, language, text] of markdown.matchAll(/^(?:#{2,3} (.+)|```(\w+)\n([\s\S]*?)^```)$/gm)) {
    if (title) heading = title;
    else found.set(`${language}: ${heading}`, text);
  }
  return found;
}

const docs = await readFile(`${root}docs/embedding.md`, "utf8");
const found = snippets(docs);
const { files } = JSON.parse(await readFile(`${root}dist/manifest.json`, "utf8"));
const hash = files.find(({ file }) => file === "entry-checker.js").integrity;
const policies = Object.fromEntries(
  [...docs.matchAll(/^\| ([\w ]+) \| `([^`]*'wasm-unsafe-eval'[^`]*)` \|$/gm)].map(([, way, lines]) => [way, lines]),
);

test("no other HTML is printed, and policies for both ways of the element", () => {
  const html = [...found.keys()].filter((name) => name.startsWith("html: ")).map((name) => name.slice(6));
  assert.deepEqual(html, [
    "1. The element, from your own folder",
    "2. The element, from another host",
    "3. A frame",
    "4. A card with a link",
    "Integrity",
  ]);
  assert.deepEqual(Object.keys(policies), ["from your own folder", "from another host"]);
});

for (const engine of ENGINES) {
  describe(engine, () => {
    let driver;
    let elsewhere;
    let host;
    let other;

    before(async () => {
      driver = await open({ engine, width: 800, height: 800 });
      const faults = { "v0.1.0/frame.html": { policy: "frame-ancestors *" } };
      elsewhere = await serve({ folder: "v0.1.0/", cors: true, faults });
      other = new URL(elsewhere.url).origin;
    });

    after(async () => {
      await driver.quit();
      await elsewhere.close();
    });

    afterEach(async () => {
      await driver.switchTo().defaultContent();
      await driver.get("about:blank");
      await complaints(driver);
      await host.close();
    });

    const run = (script, ...values) => driver.executeScript(script, ...values);
    const put = (text) => text.replaceAll(ELSEWHERE, other).replace("sha384-...", hash);
    const quiet = async () => assert.deepEqual(await complaints(driver), [], "the browser complains of nothing");

    /** A page with a snippet on it, and with a script of its own where there is one. */
    async function paste(html, policy, script = "", types = "'none'") {
      const page = `<!doctype html><html lang="en-GB"><head><title>A host</title><script type="module" src="own.js"></script></head>
        <body><main><h1>A host</h1>${put(html)}</main></body></html>`;
      const strict = `default-src 'none'; ${put(policy)}; require-trusted-types-for 'script'; trusted-types ${types}`;
      host = await serve({
        pages: { "page.html": page, "own.js": put(script) },
        folder: "entry-checker/",
        faults: { "page.html": { policy: strict } },
      });
      await driver.get(`${host.url}page.html`);
    }
    const element = async (title) => {
      await run("document.querySelector('entry-checker').id = 'one'");
      await widget(driver, "one").heading(title);
      return widget(driver, "one");
    };
    // The page's own script and the ears of the tests come from the page's own host.
    const own = (policy) => policy.replace("script-src", "script-src 'self'").replace("'self' 'self'", "'self'");

    test("the element from the page's own folder, with its policy", async () => {
      await paste(found.get("html: 1. The element, from your own folder"), policies["from your own folder"]);
      await element(TECHNOLOGY);
      await quiet();
    });

    test("the element from another host, with its policy", async () => {
      await paste(found.get("html: 2. The element, from another host"), own(policies["from another host"]));
      await element(TECHNOLOGY);
      await quiet();
    });

    test("the hash of the script: it runs under its own, and not under another", async () => {
      const html = `${found.get("html: Integrity")}<entry-checker job-role="audiology">The rules</entry-checker>`;
      await paste(html, own(policies["from another host"]), "", "entry-checker");
      await element(AUDIOLOGY);
      await quiet();
      await host.close();
      await paste(
        html.replace(
          "sha384-...",
          hash.replace(/-./, (start) => (start === "-A" ? "-B" : "-A")),
        ),
        own(policies["from another host"]),
        "",
        "entry-checker",
      );
      await until(driver, "return document.readyState === 'complete'");
      assert.deepEqual(await run("return [customElements.get('entry-checker'), document.querySelector('entry-checker').innerText]"), [
        null,
        "The rules",
      ]);
    });

    test("a frame, with the script that chooses its colours", async () => {
      await paste(found.get("html: 3. A frame"), `script-src 'self' ${ELSEWHERE}; frame-src ${ELSEWHERE}`, found.get("js: 3. A frame"));
      await until(driver, "return document.querySelector('iframe').style.height !== ''");
      await driver.switchTo().frame(await driver.findElement({ css: "iframe" }));
      await widget(driver, "checker").heading(AUDIOLOGY);
      await until(driver, "return document.getElementById('checker').style.getPropertyValue('--ec-color-brand') === '#5a2a82'");
      await driver.switchTo().defaultContent();
      await quiet();
    });

    test("a card, whose links lead to the role and its rules", async () => {
      await paste(found.get("html: 4. A card with a link"), "script-src 'self'");
      assert.deepEqual(await violations(driver), []);
      const links = await run("return [...document.querySelectorAll('section a')].map(({ href }) => href)");
      assert.equal(links.length, 2);
      await driver.get(links[1]);
      assert.match(await run("return document.querySelector('h1').textContent"), /audiology/i);
      await driver.get(links[0]);
      await until(driver, "return document.querySelector('h1')?.textContent.trim() === arguments[0]", AUDIOLOGY);
    });

    test("counting visits: screens, and no answer or outcome", async () => {
      await paste(
        found.get("html: 1. The element, from your own folder"),
        policies["from your own folder"],
        found.get("js: Counting visits without answers"),
      );
      const one = await element(TECHNOLOGY);
      await one.press("Start now");
      await one.heading(STAGE);
      await one.graduate();
      await one.press("See your result so far");
      await one.heading("Your result for clinical or medical technology");
      const counted = await run("return dataLayer");
      assert.deepEqual(counted[0], { event: "entry-checker", screen: "q/stage" });
      assert.equal(counted.at(-1).screen, "result");
      assert.doesNotMatch(JSON.stringify(counted), /physics|degree"|2:1|upper|\bmet\b|judgement/);
      await quiet();
    });
  });
}
