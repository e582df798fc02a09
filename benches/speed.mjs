// The page as on a slow phone, in Chromium: 1.6 Mbit/s, 150 ms away, a processor four times slower. How long until the
// first question can be answered, and how long each change of view takes, from the press to the frame that shows it.
// Run by `cargo xtask speed`; measurements, not tests. It knows no name of a file.

import { heading, open, until } from "../tests/support/browser.mjs";
import { serve } from "../tests/support/server.mjs";

const RUNS = 5;
const FIRST = "What is the highest qualification you have or are studying for?";
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

/** Presses a button in the page; gives the milliseconds of script, style and layout, and those until the next frame. */
const PRESS = `
  const [said, choice, done] = arguments;
  const by = (selector, words) => [...document.querySelectorAll(selector)].find((one) => one.textContent.trim() === words);
  if (choice) by("label", choice).click();
  const button = by("button", said);
  requestAnimationFrame(() => setTimeout(() => {
    const begun = performance.now();
    button.click();
    Promise.resolve().then(() => setTimeout(() => {
      document.body.getBoundingClientRect();
      const worked = performance.now() - begun;
      requestAnimationFrame(() => setTimeout(() => done([worked, performance.now() - begun])));
    }));
  }));`;

const server = await serve({ asIs: true, brotli: true, faults: { "sw.js": { status: 404 } } });
const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const show = (name, times) =>
  console.log(`${name.padEnd(44)} ${median(times).toFixed(0).padStart(7)} ${Math.max(...times).toFixed(0).padStart(7)}`);

async function slow(driver, rate) {
  await driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate });
  if (rate > 1) {
    const throughput = 1_600_000 / 8;
    await driver.sendDevToolsCommand("Network.enable", {});
    await driver.sendDevToolsCommand("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: throughput, uploadThroughput: throughput });
  }
}

/** One person, in a browser that has seen nothing yet. */
async function run(rate, first, changes, long) {
  const driver = await open({ engine: "chromium", width: 400, height: 800 });
  try {
    await slow(driver, rate);
    await driver.sendDevToolsCommand("Page.enable", {});
    // The clock of the page itself: what the driver takes is not counted.
    await driver.sendDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", {
      source: `window.long = []; new PerformanceObserver((list) => long.push(...list.getEntries().map((one) => one.duration))).observe({ type: "longtask", buffered: true });
        window.slow = []; new PerformanceObserver((list) => slow.push(...list.getEntries())).observe({ type: "long-animation-frame" });
        new MutationObserver((_, observer) => {
          if (document.querySelector(".ec input[type=radio]")) { window.ready = performance.now(); observer.disconnect(); }
        }).observe(document, { childList: true, subtree: true });`,
    });
    await driver.get(`${server.url}${ROLE}/q/stage`);
    await until(driver, "return window.ready !== undefined || document.querySelector('.ec button') !== null");
    if (!(await driver.executeScript("return window.ready"))) {
      await driver.executeScript("[...document.querySelectorAll('.ec button')].find((one) => one.textContent === 'Start now').click()");
      await until(driver, "return window.ready !== undefined");
    }
    first.push(await driver.executeScript("return window.ready"));
    await driver.get("about:blank");
    await driver.get(server.url + ROLE);
    await until(driver, "return document.querySelector('.ec') !== null");
    await server.settled();
    for (const [at, [said, choice]] of JOURNEY.entries()) {
      await until(driver, "return [...document.querySelectorAll('button')].some((one) => one.textContent.trim() === arguments[0])", said);
      const times = await driver.executeAsyncScript(PRESS, said, choice ?? "");
      // What the browser itself traced of a frame that took more than 50 ms, from the press to the paint.
      const traced = await driver.executeAsyncScript("const done = arguments[0]; setTimeout(() => { done(Math.max(0, ...slow.map((one) => one.duration))); slow.length = 0; }, 100)");
      (changes[at] ??= []).push([...times, traced]);
      if (at === 0) await heading(driver, FIRST);
    }
    long.push(...(await driver.executeScript("return window.long")));
  } finally {
    await driver.quit();
  }
}

try {
  for (const [title, rate] of [["1.6 Mbit/s, 150 ms, 4x CPU", 4], ["as this machine is", 1]]) {
    const [first, changes, long] = [[], [], []];
    for (let number = 0; number < RUNS; number += 1) await run(rate, first, changes, long);
    console.log(`\n${title}, ${RUNS} runs, milliseconds`.padEnd(45) + "  median   worst");
    show("to the first question", first);
    changes.forEach((times, at) => {
      show(`${at + 1}. ${JOURNEY[at].toReversed().join(", ")}: work`, times.map(([worked]) => worked));
      show("   to the next frame", times.map(([, framed]) => framed));
      const over = times.map(([, , traced]) => traced).filter((traced) => traced > 0);
      if (over.length > 0) show(`   traced over 50 ms, ${over.length} of ${times.length}`, over);
    });
    console.log(`long tasks (over 50 ms): ${long.map((one) => one.toFixed(0)).join(" ") || "none"}`);
  }
} finally {
  await server.close();
}
