// What the engine keeps after evaluations of people at random, in Node: the memory of the wasm, and the heap once what is not
// needed was given back. Printed as JSON, a line for each number of evaluations. Flat is what it has to be, and
// tests/node/memory.test.mjs holds it to that.

import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { root } from "../tests/support/server.mjs";
import { dice, person } from "./peers/facts.mjs";

const ROLE = { role: "clinical-or-medical-technology" };
const READ_AFTER = [1_000, 2_000, 5_000, 10_000];

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

// The module keeps its memory to itself, but not from who makes it. (Node makes modules of its own, before it.)
const own = WebAssembly.instantiate;
let memory;
WebAssembly.instantiate = async (...given) => {
  const made = await own(...given);
  memory = Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
  return made;
};
const { evaluate, init } = await import("../dist/engine.js");
await init(await readFile(`${root}dist/engine-wasm_bg.wasm`));

const roll = dice(1_000);
const people = Array.from({ length: 1_000 }, () => person(roll).profile);
for (let done = 1; done <= READ_AFTER.at(-1); done += 1) {
  evaluate(people[done % people.length], ROLE);
  if (READ_AFTER.includes(done)) {
    collect();
    console.log(JSON.stringify({ done, wasm: memory.buffer.byteLength, heap: process.memoryUsage().heapUsed }));
  }
}
