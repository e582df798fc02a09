// The engine keeps nothing of those it has evaluated: after a thousand of them its memory is what it is after ten thousand.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { root } from "../support/server.mjs";

test("memory is flat after a thousand evaluations", () => {
  const lines = execFileSync(process.execPath, ["benches/memory.mjs"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const read = lines.map((line) => JSON.parse(line));
  const [first, last] = [read[0], read.at(-1)];
  assert.deepEqual([first.done, last.done], [1_000, 10_000]);
  assert.ok(first.wasm > 0);
  assert.equal(last.wasm, first.wasm, "the wasm's own memory");
  // Less than 30 bytes of each evaluation would be this much; the heap of Node itself moves by some of it.
  assert.ok(last.heap - first.heap < 300_000, `the heap grew by ${last.heap - first.heap} bytes`);
});
