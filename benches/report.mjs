// Everything that is measured, in one run, as one page: docs/performance.md. Run by `cargo xtask bench`, which has measured
// the native engine and the parts of the wasm before, and hands over what they print.

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";

import { root } from "../tests/support/server.mjs";
import { inChromium } from "./browser.mjs";
import { changes } from "./changes.mjs";
import { peers } from "./peers.mjs";
import { PACES } from "./phone.mjs";
import { sizes } from "./sizes.mjs";
import { start } from "./start.mjs";

const version = (program, ...options) => execFileSync(program, options, { encoding: "utf8" }).trim().split("\n")[0];
const table = (head, rows) =>
  [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const micro = (time) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
const kilo = (bytes) => (bytes / 1000).toFixed(1);
const times = (ratio) => (ratio >= 10 ? ratio.toFixed(0) : ratio >= 0.1 ? ratio.toFixed(2) : ratio.toFixed(4));
const shown = (said) => (typeof said === "string" ? said : `ptp ${said.ptp ?? "nothing"}, stp ${said.stp ?? "nothing"}`);

const native = await readFile(`${root}target/bench/native.txt`, "utf8");
const anatomy = await readFile(`${root}target/bench/anatomy.txt`, "utf8");
const [before, size] = await Promise.all(["before", "size"].map((name) => readFile(`${root}benches/${name}.md`, "utf8")));
const locked = JSON.parse(await readFile(`${root}benches/peers/package-lock.json`, "utf8")).packages;
const beside = await peers();
const weights = await sizes();
const begun = await start();
const browser = await inChromium();
const memory = execFileSync(process.execPath, [`${root}benches/memory.mjs`], { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const views = [];
for (const [rate, title] of PACES) views.push([title, await changes(rate)]);

/** What the start on the slow phone is held against, in words. */
function startBeside() {
  const [, slowly] = [...PACES.keys()];
  const row = (name) => begun.rows.find((one) => one.rate === slowly && one.name.startsWith(name));
  const [ours, survey, publicodes] = ["Entry Checker", "survey-core", "Publicodes"].map(row);
  return `On the slow phone our first question is usable at ${(ours.ready / ours.seen).toFixed(2)} times the moment at which its HTML and style are seen (wanted: at
most 1.2), and the second question is there after ${(ours.second / survey.ready).toFixed(2)} of the time that survey-core needs for its first (wanted: at most 0.8).
It is ${(publicodes.ready / ours.ready).toFixed(2)} times ahead of Publicodes, where 1.7 was wanted. Our HTML and style alone take ${ours.seen.toFixed(0)} ms of its ${publicodes.ready.toFixed(0)}, two
requests one after the other, so no work on the scripts can reach that; a style inside the HTML could, and the page's policy
allows none.`;
}

const packages = Object.keys(locked[""].dependencies).map((name) => `${name} ${locked[`node_modules/${name}`].version}`);
const ahead = beside.peers.filter(({ ratio }) => ratio < 1).map(({ name, ratio }) => `${name} (${times(1 / ratio)} times)`);

const text = `# What it costs

Written by \`cargo xtask bench\` on ${new Date().toISOString().slice(0, 10)}, in one run. Machine: ${cpus().length} cores, ${cpus()[0].model}, ${process.platform}.
${version("rustc", "--version")}; Node ${process.version}; ${version("chromium", "--version")}.
Peers: ${packages.join(", ")}.

Times on such machines are noisy: read ratios, counts and bytes. What may not grow is in \`budgets.json\`, and the tests hold it.

## One evaluation in JavaScript, beside other engines

${beside.people} people at random with complete answers, medians of ${beside.rounds} paired rounds in Node. Ours takes a profile and gives
the whole report: reasons, sources, gaps, the next question. The peers are given facts that are worked out already (what a
subject counts for, sizes added up), each in its own idiom, and give the two outcomes alone. Each peer agreed with us on all
${beside.people} people but those counted as different.

${table(
  ["engine", "microseconds", "times ours", "different"],
  [
    ["Entry Checker, from an object", micro(beside.own), "1", "–"],
    ["Entry Checker, from text", micro(beside.fromText), times(beside.fromText / beside.own), "–"],
  ].concat(beside.peers.map(({ name, time, ratio, differences }) => [name, micro(time), times(ratio), differences])),
)}

${ahead.length ? `Ahead of us, without a reason or a source for what they say: ${ahead.join(", ")}.` : "None is ahead of us."} Cold, the wasm is there after ${beside.loaded.toFixed(0)} ms and the first call takes ${beside.cold.toFixed(0)} ms.

## Answers that are not complete

What each says where questions are open. 2 is met, 1 a judgement, 0 not met. Only ours and Publicodes tell "not met" from "not known".

${table(
  ["engine", ...beside.partial.map(({ title }) => title)],
  [
    ["Entry Checker", ...beside.partial.map(({ ours }) => `ptp ${ours.ptp}, stp ${ours.stp}`)],
    ...beside.peers.map(({ name, partial }) => [name, ...partial.map(shown)]),
  ],
)}

## What has to be fetched

Kilobytes. Of the peers the whole module, bundled and minified, without rules, questions, sentences or anything drawn.

${table(
  ["", "raw", "gzip", "brotli"],
  weights.map(({ name, raw, gzip, brotli, none }) => (none ? [name, none, "", ""] : [name, kilo(raw), kilo(gzip), kilo(brotli)])),
)}

Where the instructions of the page's wasm come from, before wasm-opt:

${anatomy.trim()}

${before.trim()}

${size.trim()}

## To the first question

In Chromium, ${begun.runs} runs, medians, in milliseconds from the navigation. "Seen" is the first heading, "usable" the first answer
that can be chosen, "second" another question after one was chosen and "Continue" was pressed at once. The element is on a page of
somebody else's that holds nothing else. The pages of the peers ask the same questions, without reasons, sources, skills or a way
to keep a result; that of Publicodes shows all of its questions at once, and its drawing is a few lines of the bench.

${table(
  ["", "page", "seen", "usable", "worst", "second", "kB when usable", "longest task", "heap, MB"],
  begun.rows.map(({ rate, name, seen, ready, worst, second, bytes, blocked, heap }) => [
    PACES.get(rate),
    name,
    ...[seen, ready, worst, second].map((time) => (Number.isNaN(time) ? "none" : time.toFixed(0))),
    kilo(bytes),
    blocked.toFixed(0),
    (heap / 1e6).toFixed(1),
  ]),
)}

${startBeside()}

## In Chromium, through the public module

${table(
  ["", "microseconds, median"],
  browser.rows.map(({ title, median }) => [title, micro(median)]),
)}

The line that fits the numbers of roles: ${micro(browser.line.start)} + ${browser.line.slope.toFixed(3)} microseconds a role (it explains ${(browser.line.explained * 100).toFixed(2)} % of their spread).

## Memory

The engine in Node, after people at random; the heap once what is not needed was given back.

${table(
  ["evaluations", "wasm, kB", "heap, kB"],
  memory.map(({ done, wasm, heap }) => [done, kilo(wasm), kilo(heap)]),
)}

## From screen to screen

In Chromium, ${views[0][1].runs} runs, by its own trace: milliseconds of the main thread from a press to the frame that shows the new
screen, and of the longest task that draws the rest of a long one after that. The thread's own time, medians and worst.

${views
  .map(([title, { rows }]) => {
    const cells = ({ median, worst }) => [median, worst].map((time) => time.toFixed(0));
    return table(
      [title, "to the frame", "worst", "longest after", "worst"],
      rows.map(({ title, first, after }) => [title, ...cells(first), ...cells(after)]),
    );
  })
  .join("\n\n")}

## Native

\`\`\`text
${native.trim()}
\`\`\`
`;
await writeFile(`${root}docs/performance.md`, text);
console.log(text);
process.exit();
