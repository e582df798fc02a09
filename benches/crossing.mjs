// How a report reaches JavaScript: as JSON text that JavaScript parses, beside a value that serde-wasm-bindgen makes, in
// Node and in one run. `node benches/crossing.mjs` compiles `examples/crossing.rs` as the engine is compiled, and prints a
// table. The decision that rests on it is in docs/decisions.md.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { cases, ROLE } from "../tests/support/cases.mjs";
import { root } from "../tests/support/server.mjs";
import { dice, person } from "./peers/facts.mjs";

const ROUNDS = 15;
const CALLS = 4_000;
const SITE = "target/crossing";
const WASM = "target/wasm32-unknown-unknown/engine/examples/crossing.wasm";

const cargo = (...options) => execFileSync("cargo", options, { cwd: root, stdio: "inherit" });
mkdirSync(`${root}${SITE}`, { recursive: true });
const features = ["--no-default-features", "--features", "engine", "--profile", "engine"];
cargo("build", "--quiet", "--example", "crossing", ...features, "--target", "wasm32-unknown-unknown");
cargo("run", "--quiet", "--package", "builder", "--", "engine", SITE, WASM, "release");

const { default: load, asText, asValue, notAtAll } = await import(`${root}${SITE}/engine-wasm.js`);
await load({ module_or_path: await readFile(`${root}${SITE}/engine-wasm_bg.wasm`) });

const WAYS = {
  "the report alone, not handed over": (profile) => notAtAll(profile, ROLE),
  "as text, parsed": (profile) => JSON.parse(asText(profile, ROLE)),
  "as a value": (profile) => asValue(profile, ROLE),
};
const BASE = "as text, parsed";

const roll = dice(2026);
const PROFILES = {
  "worked cases": (await cases()).map(({ profile }) => JSON.stringify(profile)),
  "people at random": Array.from({ length: CALLS }, () => JSON.stringify(person(roll).profile)),
};
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Microseconds a call. */
function timed(way, profiles) {
  const begun = performance.now();
  for (let call = 0; call < CALLS; call += 1) way(profiles[call % profiles.length]);
  return ((performance.now() - begun) * 1000) / CALLS;
}

console.log(`| ${ROUNDS} rounds of ${CALLS} calls, medians | microseconds | times text |\n|---|---:|---:|`);
for (const [title, profiles] of Object.entries(PROFILES)) {
  for (const profile of profiles) assert.equal(asText(profile, ROLE), JSON.stringify(asValue(profile, ROLE)));
  const times = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
  // The first two rounds are for the compiler of JavaScript.
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(WAYS)) {
      const time = timed(way, profiles);
      if (round >= 0) times[name].push(time);
    }
  }
  for (const [name, all] of Object.entries(times)) {
    // Paired: each with that of text in the same round.
    const ratio = median(all.map((time, round) => time / times[BASE][round]));
    console.log(`| ${title}: ${name} | ${median(all).toFixed(1)} | ${ratio.toFixed(2)} |`);
  }
}
