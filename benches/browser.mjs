// One call of evaluate in Chromium, the report decoded, over the profiles of the worked cases.
// To hold: at most 20 microseconds each. Run by `cargo xtask bench`; a measurement, not a test.

import { readFile } from "node:fs/promises";
import { open } from "../tests/support/browser.mjs";
import { root, serve } from "../tests/support/server.mjs";

const ROUNDS = 9;
const CALLS = 20_000;

const lines = (await readFile(`${root}tests/cases.jsonl`, "utf8")).trim().split("\n");
const profiles = lines.map((line) => JSON.parse(line).profile);
const page = '<!doctype html><meta charset="utf-8"><title>bench</title>';
const server = await serve({ pages: { "bench.html": page } });
const driver = await open();
try {
  await driver.get(`${server.url}bench.html`);
  const times = await driver.executeAsyncScript(
    async (profiles, rounds, calls, done) => {
      const { init, evaluate } = await import("./engine.js");
      await init();
      const role = { role: "clinical-or-medical-technology" };
      const round = () => {
        const start = performance.now();
        for (let call = 0; call < calls; call += 1) evaluate(profiles[call % profiles.length], role);
        return ((performance.now() - start) * 1000) / calls;
      };
      round();
      done(Array.from({ length: rounds }, round));
    },
    profiles,
    ROUNDS,
    CALLS,
  );
  times.sort((a, b) => a - b);
  const shown = times.map((time) => time.toFixed(1)).join(" ");
  console.log(`evaluate in Chromium: ${shown} microseconds a call, ${ROUNDS} rounds of ${CALLS} calls, ${profiles.length} profiles`);
  console.log(`median ${times[ROUNDS >> 1].toFixed(1)} microseconds`);
} finally {
  await driver.quit();
  await server.close();
}
