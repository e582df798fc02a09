// Each change of view in Chromium, as its own trace has it: how long the main thread works from a press to the frame that
// shows the new screen, and how long the longest task is after that. It is the thread's own time that is read, so that what
// else goes on in the machine counts for little.

import { IS_STARTED, open, until } from "../tests/support/browser.mjs";
import { serve } from "../tests/support/server.mjs";
import { median, slow } from "./phone.mjs";

const RUNS = 5;
const ROLE = "#/clinical-or-medical-technology";
/** What is pressed, one after the other: a choice first, where there is one. */
const JOURNEY = [
  ["Start now"],
  ["Continue", "A degree"],
  ["Continue", "Honours degree"],
  ["Continue", "Yes, I have it"],
  ["Continue", "First (1st)"],
  ["Back"],
  ["Continue", "First (1st)"],
  ["See your result so far"],
  ["See the skills to show"],
  ["Back to your result"],
  ["Change your answers"],
  ["See your result"],
  ["Start again"],
];
const TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Presses a button, marks it in the trace, and waits until nothing is drawn any more. */
const PRESS = `
  const [said, choice, done] = arguments;
  const by = (selector, words) => [...document.querySelectorAll(selector)].find((one) => one.textContent.trim() === words);
  if (choice) by("label", choice).click();
  setTimeout(() => {
    performance.mark("pressed");
    by("button", said).click();
    requestAnimationFrame(() => setTimeout(() => (performance.mark("still"), done()), 200));
  }, 200);`;

/** What the browser writes down of itself while something is done. */
async function traced(driver, work) {
  const devtools = await driver.createCDPConnection("page");
  const events = [];
  // The driver's own way to hear what the browser says unasked.
  const ended = new Promise((resolve) =>
    devtools._wsConnection.on("message", (text) => {
      const { method, params } = JSON.parse(text);
      if (method === "Tracing.dataCollected") events.push(...params.value);
      if (method === "Tracing.tracingComplete") resolve();
    }),
  );
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: TRACED } });
  await work();
  await devtools.send("Tracing.end", {});
  await ended;
  return events.sort((one, other) => one.ts - other.ts);
}

/** Of each press: the milliseconds of work until its frame is handed over, and of the longest task after that. */
function read(events) {
  const [pressed, still] = ["pressed", "still"].map((name) => events.filter((event) => event.name === name));
  return pressed.map(({ ts, tid }, at) => {
    const mine = events.filter((event) => event.tid === tid && event.ph === "X" && event.ts + event.dur > ts && event.ts < still[at].ts);
    const shown = mine.find(({ name }) => name === "Commit").ts;
    const tasks = mine.filter(({ name }) => name === "RunTask").map(({ ts, tdur = 0 }) => ({ ts, work: tdur / 1000 }));
    const first = tasks.filter((task) => task.ts < shown).reduce((sum, { work }) => sum + work, 0);
    return { first, after: Math.max(0, ...tasks.filter((task) => task.ts > shown).map(({ work }) => work)) };
  });
}

/** One person, in a browser that has seen nothing yet. */
async function run(server, rate) {
  const driver = await open({ engine: "chromium", width: 400, height: 800 });
  try {
    await slow(driver, rate);
    await driver.get(server.url + ROLE);
    await until(driver, IS_STARTED);
    await server.settled();
    const events = await traced(driver, async () => {
      for (const [said, choice] of JOURNEY) {
        await until(
          driver,
          "return [...document.querySelectorAll('.ec button')].some((one) => one.textContent.trim() === arguments[0])",
          said,
        );
        await driver.executeAsyncScript(PRESS, said, choice ?? "");
      }
    });
    return read(events);
  } finally {
    await driver.quit();
  }
}

/** The changes of view at a rate, with the median and the worst of both figures. */
export async function changes(rate) {
  const server = await serve({ asIs: true, brotli: true, faults: { "sw.js": { status: 404 } } });
  try {
    const runs = [];
    for (let number = 0; number < RUNS; number += 1) runs.push(await run(server, rate));
    const rows = JOURNEY.map((pressed, at) => {
      const of = (key) => runs.map((one) => one[at][key]);
      const [first, after] = [of("first"), of("after")].map((times) => ({ median: median(times), worst: Math.max(...times) }));
      return { title: pressed.toReversed().join(", "), first, after };
    });
    return { runs: RUNS, rows };
  } finally {
    await server.close();
  }
}
