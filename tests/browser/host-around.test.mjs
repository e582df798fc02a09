// What a page has around the element: a form, type three times as large, a translator, a printer, and the wish to hide it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Key } from "../support/browser.mjs";
import { element, onHosts, page, STAGE, STRICT, TECHNOLOGY } from "../support/host.mjs";
import { sheetsOf } from "../support/paper.mjs";
import { translator } from "../support/translator.mjs";

const ROLE = "clinical-or-medical-technology";
const RESULT = "Your result for clinical or medical technology";
const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:2" }], higherDegree: [] };
const KIND = "Which kind of degree do you have, or are you studying for?";

const PAGES = {
  "one.html": page(element("one", ROLE, 'loading="eager"'), undefined, '<script src="printer.js"></script>'),
  "printer.js": "window.printed = 0; window.print = () => (printed += 1);",
  "form.html": page(
    `<form id="form" action="sent.html"><input name="theirs" value="1">${element("one", ROLE, 'storage="ask"')}<button>Send</button></form>`,
  ),
  "large.html": page(element("one", ROLE), undefined, '<link rel="stylesheet" href="large.css">'),
  "large.css": "html { font-size: 300%; }",
  "hides.html": page(element("one", ROLE, 'loading="eager"'), undefined, '<link rel="stylesheet" href="hides.css">'),
  "hides.css": ".gone { display: none !important; } entry-checker { display: none !important; }",
};

onHosts(
  PAGES,
  (host) => {
    const { run, at, quiet, arrive } = host;
    const one = (script, ...values) => run(`const one = document.getElementById("one"), inside = one.shadowRoot; ${script}`, ...values);
    const seen = () => one("return one.getClientRects().length > 0");

    test("in a form of the page nothing of ours is sent, and nothing sends it", async () => {
      await arrive("form.html");
      await run("window.sent = []; addEventListener('submit', (event) => { sent.push(event.target.id); event.preventDefault(); })");
      const form = "return [...new FormData(document.getElementById('form'))].map(([name]) => name)";
      assert.deepEqual(await run(form), ["theirs"]);
      await at().press("Start now");
      await at().heading(STAGE);
      await at().choose("A degree");
      assert.deepEqual(await run(form), ["theirs"]);
      assert.equal(await run("return document.getElementById('form').elements.length"), 2);
      // By the key, in a field of ours.
      await one("inside.querySelector('.ec-option input:checked').focus()");
      await host.driver.actions().sendKeys(Key.ENTER).perform();
      await at().heading(KIND);
      await at().press("Back");
      await at().heading(STAGE);
      await at().graduate();
      await at().press("See your result so far");
      await at().heading(RESULT);
      await host.until("return document.getElementById('one').shadowRoot.querySelector('[data-shelf=save]') !== null");
      await one("for (const button of inside.querySelectorAll('button:not([data-keep=print])')) button.click()");
      assert.deepEqual(await run("return sent"), []);
      assert.deepEqual(await run(form), ["theirs"]);
      assert.match(await run("return location.href"), /form\.html$/);
      // The page's own still works.
      await run("document.querySelector('#form > button').click()");
      assert.deepEqual(await run("return sent"), ["form"]);
    });

    test("a whole journey while it is translated, on a page with type three times as large", async () => {
      await arrive("large.html");
      await at().heading(TECHNOLOGY);
      const size = "return getComputedStyle(inside.querySelector('.ec-widget')).fontSize";
      assert.equal(await one(size), "18px");
      await run(translator("document.getElementById('one').shadowRoot.querySelector('.ec-widget')"));
      await at().press("Start now");
      await at().heading(STAGE);
      await at().press("Continue");
      await host.until("return document.getElementById('one').shadowRoot.querySelector('.ec-error-summary font') !== null");
      await at().graduate();
      await at().press("See your result so far");
      await at().heading(RESULT);
      assert.doesNotMatch(await one("return one.toText()"), /There is a problem/, "nothing of the screens before is left");
      assert.ok((await one("return inside.querySelectorAll('font').length")) > 100);
      await one("one.profile = arguments[0]", GRADUATE);
      await at().heading("Check your answers");
      await one("one.reset()");
      await at().heading(TECHNOLOGY);
      assert.equal(await one("return one.state"), "ready");
      await quiet();
    });

    test("a style sheet does not hide it once it is shown; `hidden` does, and what it is in", async () => {
      await arrive("hides.html");
      await at().heading(TECHNOLOGY);
      assert.equal(await seen(), true);
      await one("one.hidden = true");
      assert.equal(await seen(), false);
      await one("one.hidden = false");
      assert.equal(await seen(), true);
      await one("one.parentNode.className = 'gone'");
      assert.equal(await seen(), false);
      await quiet();
    });

    test("it prints the page, with everything of a result open and nothing to press", async () => {
      await arrive("one.html");
      await one("one.profile = arguments[0]", GRADUATE);
      await at().press("See your result");
      await at().heading(RESULT);
      await one("one.print(); inside.querySelector('[data-keep=print]').click()");
      assert.equal(await run("return printed"), 2);
      // WebKit's driver has no command for printing.
      if (host.engine === "webkit") return;
      const sheets = async () =>
        sheetsOf(await host.driver.printPage({ width: 21, height: 29.7, top: 1.1, bottom: 1.1, left: 1.1, right: 1.1 }));
      const small = await sheets();
      assert.ok(small >= 2 && small <= 3, `${small} sheets`);
      await one("one.hidden = true");
      assert.equal(await sheets(), 1, "without it");
      await quiet();
    });
  },
  { policy: `${STRICT}; style-src 'self'; form-action 'self'` },
);
