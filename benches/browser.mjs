// In Chromium: one call of `evaluate` with the report decoded, over the profiles of the worked cases and over people at
// random; `compare` over catalogues of up to a thousand roles, with the line that fits them; and a keystroke in the field for a subject, with the list drawn.
// A part of `cargo xtask bench`; measurements, not tests.

import { readFile } from "node:fs/promises";
import { heading, open } from "../tests/support/browser.mjs";
import { mouse } from "../tests/support/hands.mjs";
import { PACKS } from "../tests/support/roles.mjs";
import { root, serve } from "../tests/support/server.mjs";
import { dice, person } from "./peers/facts.mjs";
import { median } from "./phone.mjs";

const ROUNDS = 9;
const PEOPLE = 10_000;
/** How many roles are compared; all that are built in, and more. */
const NUMBERS = [PACKS.length, 30, 100, 300, 1_000];

const lines = (await readFile(`${root}tests/cases.jsonl`, "utf8")).trim().split("\n");
const profiles = lines.map((line) => JSON.parse(line).profile);
const typed = (await readFile(`${root}tests/typed.tsv`, "utf8"))
  .trim()
  .split("\n")
  .map((line) => line.split("\t"))
  .filter(([section]) => section === "degree")
  .map(([, words]) => words);
const roll = dice(2026);
const people = Array.from({ length: PEOPLE }, () => person(roll).profile);
const page = '<!doctype html><meta charset="utf-8"><title>bench</title>';

/** Runs a function of the page, which gives back microseconds a call, in rounds; their median. */
async function measure(driver, title, script, ...values) {
  const times = await driver.executeAsyncScript(
    `const values = [...arguments]; const done = values.pop(); (${script})(...values).then(done, (error) => done(String(error)));`,
    ...values,
    ROUNDS,
  );
  if (!Array.isArray(times)) throw new Error(times);
  return { title, median: median(times) };
}

/** The line through points by least squares, and how much of their spread it explains. */
function line(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [0, 1].map((axis) => mean(points.map((point) => point[axis])));
  const products = (one, other) => points.reduce((sum, [a, b]) => sum + one(a, b) * other(a, b), 0);
  const [fromX, fromY] = [(a) => a - x, (_, b) => b - y];
  const slope = products(fromX, fromY) / products(fromX, fromX);
  const explained = products(fromX, fromY) ** 2 / (products(fromX, fromX) * products(fromY, fromY));
  return { slope, start: y - slope * x, explained };
}

// To hold: at most 20 microseconds a call.
const EVALUATE = async (profiles, rounds) => {
  const { init, evaluate } = await import("./engine.js");
  await init();
  const role = { role: "clinical-or-medical-technology" };
  const calls = 20_000;
  const round = () => {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) evaluate(profiles[call % profiles.length], role);
    return ((performance.now() - start) * 1000) / calls;
  };
  round();
  return Array.from({ length: rounds }, round);
};

// To hold: a thousand roles in at most 5,000 microseconds, and no more than in proportion to their number.
const COMPARE = async (profiles, packs, number, rounds) => {
  const { init, compare, roles } = await import("./engine.js");
  await init();
  const built = roles().length;
  const more = Array.from({ length: Math.max(0, number - built) }, (_, index) =>
    JSON.stringify({ ...packs[index % packs.length], id: `role-${index}`, name: `Role ${index}` }),
  );
  const options = { packs: more };
  if (compare({}, options).length !== Math.max(number, built)) throw new Error("not every role was compared");
  const calls = Math.ceil(20_000 / number);
  const round = () => {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) compare(profiles[call % profiles.length], options);
    return ((performance.now() - start) * 1000) / calls;
  };
  round();
  return Array.from({ length: rounds }, round);
};

// To hold: a keystroke in the field for a subject in at most 1,000 microseconds, the list of what is found drawn. Each
// letter of each word is typed; what is timed is from the event until the page is as it will be.
const KEYSTROKES = async (typed, rounds) => {
  const drawn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  const field = document.querySelector("input[type=text]");
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const round = async () => {
    let [time, keys] = [0, 0];
    for (const words of typed) {
      for (let length = 1; length <= words.length; length += 1) {
        write.call(field, words.slice(0, length));
        const start = performance.now();
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await drawn();
        time += performance.now() - start;
        keys += 1;
      }
    }
    return (time * 1000) / keys;
  };
  await round();
  const times = [];
  for (let index = 0; index < rounds; index += 1) times.push(await round());
  return times;
};

/** Goes to the question about the subject of a degree. */
async function toSubject(driver, server) {
  await driver.get(`${server.url}#/clinical-or-medical-technology`);
  const hand = mouse(driver);
  await hand.press("Start now");
  for (const words of ["A degree", "Honours degree", "Yes, I have it", "First (1st)"]) {
    await hand.choose(words);
    await hand.press("Continue");
  }
  await heading(driver, "What subject is your degree in?");
}

/** Measures all of it: a row each, and the line through the numbers of roles. */
export async function inChromium() {
  const server = await serve({ pages: { "bench.html": page } });
  const driver = await open();
  try {
    await driver.get(`${server.url}bench.html`);
    const rows = [
      await measure(driver, `evaluate, ${profiles.length} worked cases, a call`, EVALUATE, profiles),
      await measure(driver, `evaluate, ${PEOPLE} people at random, a call`, EVALUATE, people),
    ];
    const points = [];
    for (const number of NUMBERS) {
      const row = await measure(driver, `compare, ${number} roles, worked cases, a call`, COMPARE, profiles, PACKS, number);
      points.push([number, row.median]);
      rows.push(row);
    }
    rows.push(
      await measure(driver, `compare, ${PACKS.length} roles, ${PEOPLE} people at random, a call`, COMPARE, people, PACKS, PACKS.length),
    );
    await toSubject(driver, server);
    rows.push(await measure(driver, `a keystroke with its list drawn, ${typed.length} words typed`, KEYSTROKES, typed));
    return { rows, line: line(points) };
  } finally {
    await driver.quit();
    await server.close();
  }
}
