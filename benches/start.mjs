// From the navigation to the first question, and to the second, in Chromium: our page, our element on a page of somebody else's,
// and the same questions on pages made with survey-core and with Publicodes and its forms. Unthrottled, and at 1.6 Mbit/s with
// 150 ms and a processor four times slower.
//
// A part of `cargo xtask bench`. Alone, `node benches/start.mjs [NAME]` prints the rows whose name holds NAME; with
// `DIST=FOLDER` it serves that build, for example one of an earlier commit.

import { fileURLToPath } from "node:url";

import { open, until } from "../tests/support/browser.mjs";
import { root, serve } from "../tests/support/server.mjs";
import { said, subjects } from "./peers/questions.mjs";
import { median, PACES, slow } from "./phone.mjs";
import { bundle } from "./sizes.mjs";

const RUNS = 5;
const ROLE = "clinical-or-medical-technology";
const words = (key) => ({ title: said(`question.${key}.title`).replace("{award}", "A level"), isRequired: true });

/** The same questions as ours, a page each. */
const SURVEY = {
  questionsOnPageMode: "questionPerPage",
  elements: [
    {
      type: "radiogroup",
      name: "stage",
      ...words("stage"),
      choices: ["GCSEs or similar", "A levels or similar", "A degree", "A higher degree"],
    },
    { type: "radiogroup", name: "kind", ...words("degree.award"), choices: ["honours", "integrated", "judgement", "no", "none"] },
    { type: "radiogroup", name: "class", ...words("degree.result"), choices: ["first", "2:1", "2:2", "third", "pass", "unclassified"] },
    { type: "dropdown", name: "subject", ...words("degree.subject"), choices: subjects },
    { type: "radiogroup", name: "higher", title: "Do you have a higher degree?", choices: ["yes", "no"] },
    { type: "radiogroup", name: "level3", ...words("level3.award"), choices: ["A level", "BTEC", "T Level", "none"] },
    { type: "radiogroup", name: "gcses", ...words("gcse.number"), choices: ["0", "1 to 4", "5 or more"] },
  ],
};
const PUBLICODES = { kind: words("degree.award").title, class: words("degree.result").title };

const html = (script, style, inside = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Check</title>${style ? `<link rel="stylesheet" href="${style}">` : ""}</head><body><main id="checker">${inside}</main>
<script type="module" src="${script}"></script></body></html>`;

/** What is measured: a name, and where it is on the server. */
const ROWS = [
  ["Entry Checker", `#/${ROLE}/q/stage`],
  ["Entry Checker, its element", "element.html"],
  ["survey-core, survey-js-ui", "survey.html"],
  ["Publicodes and its forms", "publicodes.html"],
];

/** A page for each, and what is there once its first question can be answered. */
async function pages() {
  const entry = (name, questions) =>
    bundle({ entryPoints: [`${root}benches/peers/pages/${name}.mjs`], define: { QUESTIONS: JSON.stringify(questions) } });
  const { readFile } = await import("node:fs/promises");
  return {
    "element.html": html(
      "entry-checker.js",
      undefined,
      `<entry-checker job-role="${ROLE}" start="first-question" loading="eager"></entry-checker>`,
    ),
    "survey.html": html("survey.js", "survey.css"),
    "survey.js": Buffer.from(await entry("survey", SURVEY)),
    "survey.css": await readFile(`${root}benches/peers/node_modules/survey-core/survey-core.min.css`),
    "publicodes.html": html("publicodes.js"),
    "publicodes.js": Buffer.from(await entry("publicodes", PUBLICODES)),
  };
}

/**
 * Notes when the first heading is seen (`seen`), when the first answer can be chosen (`ready`), and when another question is
 * seen after that was done and "Continue" was pressed at once (`second`). What is hidden is not seen. A title is a heading or a
 * legend; survey-core writes it as a `div`.
 */
const WATCHED = `
  window.blocked = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) window.blocked = Math.max(window.blocked, one.duration); }).observe({ type: "longtask", buffered: true });
  const all = (selector) => [document, document.querySelector("entry-checker")?.shadowRoot ?? []].flat()
    .flatMap((root) => [...root.querySelectorAll(selector)]);
  const shown = (selector) => all(selector).find((one) => one.getClientRects().length > 0);
  const TITLES = "h1, .ec-h1, legend, .sd-question__title";
  let first;
  function look() {
    const title = shown(TITLES)?.textContent;
    if (title) window.seen ??= performance.now();
    const answer = shown("input[type=radio]");
    if (answer && window.ready === undefined) {
      window.ready = performance.now();
      first = title;
      answer.click();
      setTimeout(() => (shown("button[type=submit]") ?? shown("input[type=button]") ?? all("main button").at(-1))?.click());
    } else if (window.ready !== undefined && title && title !== first) {
      window.second = performance.now();
      return;
    }
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);`;

async function once(server, path, rate) {
  const driver = await open({ engine: "chromium", width: 400, height: 800 });
  try {
    await slow(driver, rate);
    await driver.sendDevToolsCommand("Page.enable", {});
    await driver.sendDevToolsCommand("Performance.enable", {});
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: WATCHED });
    await driver.get(server.url + path);
    await until(driver, "return window.ready !== undefined");
    // A page that has all of its questions on its first screen shows no second one.
    await until(driver, "return window.second !== undefined || performance.now() > window.ready + 6000");
    const [seen, ready, second, bytes] = await driver.executeScript(`
      const { seen, ready, second } = window;
      const asked = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].filter((one) => one.responseEnd > 0 && one.responseEnd <= ready);
      return [seen, ready, second, asked.reduce((sum, one) => sum + one.encodedBodySize, 0)];`);
    await server.settled();
    const blocked = await driver.executeScript("return window.blocked");
    const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
    const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
    // What is not a number comes as null.
    return { seen, ready, second: second ?? NaN, bytes, blocked, heap };
  } finally {
    await driver.quit();
  }
}

/** Measures the rows whose name holds some words; all without them. */
export async function start(named = "") {
  const made = await pages();
  const loose = "default-src 'self' 'unsafe-inline'";
  const faults = { "sw.js": { status: 404 }, "survey.html": { policy: loose }, "publicodes.html": { policy: loose } };
  const server = await serve({ asIs: true, brotli: true, pages: made, faults, from: process.env.DIST ?? "dist" });
  try {
    const rows = [];
    for (const rate of PACES.keys()) {
      for (const [name, path] of ROWS.filter(([name]) => name.includes(named))) {
        const runs = [];
        for (let run = 0; run < RUNS; run += 1) runs.push(await once(server, path, rate));
        const middle = (key) => median(runs.map((one) => one[key]));
        rows.push({
          rate,
          name,
          seen: middle("seen"),
          ready: middle("ready"),
          second: middle("second"),
          worst: Math.max(...runs.map((one) => one.ready)),
          bytes: middle("bytes"),
          blocked: middle("blocked"),
          heap: middle("heap"),
        });
      }
    }
    return { runs: RUNS, rows };
  } finally {
    await server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table((await start(process.argv[2])).rows);
  process.exit();
}
