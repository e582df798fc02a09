// The checker on pages with hostile style sheets: each of its nodes looks as it does on a page with none.

import assert from "node:assert/strict";
import { test } from "node:test";

import { By } from "../support/browser.mjs";
import { element, onHosts, page, STRICT } from "../support/host.mjs";
import { FRAME, SHEETS } from "../support/hostile.mjs";

const ROLE = "clinical-or-medical-technology";
const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:2" }], higherDegree: [] };
const host = (sheet) =>
  page(
    `<div id="frame">${element("one", ROLE, 'loading="eager"')}</div>`,
    undefined,
    `${sheet && `<link rel="stylesheet" href="${sheet}.css">`}<link rel="stylesheet" href="frame.css">`,
  );
const PAGES = { "plain.html": host(""), "frame.css": FRAME, "blank.html": "<!doctype html><title>To compare</title>" };
for (const [name, sheet] of Object.entries(SHEETS)) {
  PAGES[`${name}.html`] = host(name);
  PAGES[`${name}.css`] = sheet;
}

/** Nodes of the first question with its error, and of the result. */
const ERROR = [
  ".ec-widget",
  ".ec",
  ".ec-screen",
  ".ec-link",
  ".ec-error-summary",
  ".ec-error-summary .ec-h2",
  ".ec-error-summary a",
  "form",
  "fieldset",
  "legend",
  ".ec-h1",
  ".ec-error",
  ".ec-option",
  ".ec-option input",
  ".ec-option label",
  "form .ec-button",
  "[role=status]",
  ".ec-hidden",
];
const RESULT = [
  ".ec-lead",
  ".ec-route",
  ".ec-route .ec-h2",
  ".ec-outcome",
  ".ec-outcome svg",
  ".ec-outcome path",
  ".ec-requirement",
  "summary",
  "details a",
  "li",
  "strong",
  "blockquote",
  ".ec-map line",
  ".ec-button--quiet",
];
/** Every property of each, and of what is drawn before and after it. */
const LOOKS = `const inside = document.getElementById("one").shadowRoot;
  const looks = (one, pseudo) => Object.fromEntries([...getComputedStyle(one, pseudo)].filter((name) => !name.startsWith("--")).map((name) => [name, getComputedStyle(one, pseudo).getPropertyValue(name)]));
  return arguments[0].map((selector) => [null, "::before", "::after"].map((pseudo) => looks(inside.querySelector(selector), pseudo)));`;
/** How much of two pictures differs. */
const COMPARE = `const [one, other, done] = arguments;
  const draw = async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  Promise.all([draw(one), draw(other)]).then(([a, b]) => {
    if (a.width !== b.width || a.height !== b.height) return done([a.width, a.height, b.width, b.height].join(" "));
    let differ = 0;
    for (let at = 0; at < a.data.length; at += 4) if ([0, 1, 2].some((part) => Math.abs(a.data[at + part] - b.data[at + part]) > 24)) differ += 1;
    done(differ / (a.data.length / 4));
  }, (error) => done(String(error)));`;

onHosts(
  PAGES,
  (host) => {
    const { run, at, arrive } = host;

    /** What the checker looks like on a page, as values and as a picture. */
    async function look(name) {
      // All of it is in the window, wherever the page puts it.
      await host.driver.manage().window().setRect({ width: 800, height: 1600 });
      await arrive(name);
      await at().press("Start now");
      await at().press("Continue");
      await host.until("return document.getElementById('one').shadowRoot.activeElement?.matches('.ec-error-summary')");
      const error = await run(LOOKS, ERROR);
      const picture = await host.driver.findElement(By.id("frame")).takeScreenshot();
      await run("document.getElementById('one').profile = arguments[0]", GRADUATE);
      await at().press("See your result");
      await at().heading("Your result for clinical or medical technology");
      await run("for (const one of document.getElementById('one').shadowRoot.querySelectorAll('details')) one.open = true");
      return { looks: [...error, ...(await run(LOOKS, RESULT))], picture };
    }

    let plain;
    for (const name of Object.keys(SHEETS)) {
      test(`under the sheet "${name}"`, async () => {
        plain ??= await look("plain.html");
        const { looks, picture } = await look(`${name}.html`);
        const differences = [];
        for (const [node, selector] of [...ERROR, ...RESULT].entries()) {
          for (const [which, pseudo] of ["", "::before", "::after"].entries()) {
            for (const [property, value] of Object.entries(plain.looks[node][which])) {
              const now = looks[node][which][property];
              if (now !== value) differences.push(`${selector}${pseudo} { ${property}: ${now} } was ${value}`);
            }
          }
        }
        assert.deepEqual(differences, []);
        await host.driver.get(`${host.server.url}blank.html`);
        const differ = await host.driver.executeAsyncScript(COMPARE, plain.picture, picture);
        assert.ok(differ < 0.005, `${differ} of the picture differs`);
      });
    }
  },
  { policy: `${STRICT}; style-src 'self'; img-src data:`, pictures: true },
);
