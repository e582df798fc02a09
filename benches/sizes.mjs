// What a page has to fetch of each engine, bundled and minified as a web team would, beside our own. The idioms of the two
// routes are in each bundle; the questions, the sentences and the drawing are in none but ours, which stands apart.

import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { build } from "esbuild";

import { root } from "../tests/support/server.mjs";
import { PEERS } from "./peers/peers.mjs";

const weigh = (body) => ({ raw: body.length, gzip: gzipSync(body, { level: 9 }).length, brotli: brotliCompressSync(body).length });

/** What our page fetches until its first screen can be used. */
const FIRST = ["index.html", "entry-checker.css", "icon.svg", "start.js"];
/** Our own files, by what they are for. */
const OURS = {
  "Entry Checker, the engine alone": ["engine.js", "engine-wasm.js", "engine-wasm_bg.wasm"],
  "Entry Checker, page to the first screen": FIRST,
  "Entry Checker, page with all that follows": [
    ...FIRST,
    ...["checker.js", "checker_bg.wasm", "catalogue.json", "sentences.json", "page.js", "sw.js"],
  ],
};

async function ours([name, files]) {
  const sums = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const one = weigh(await readFile(`${root}dist/${file}`));
    for (const kind of Object.keys(sums)) sums[kind] += one[kind];
  }
  return { name, ...sums };
}

/** A script of the bench, bundled for a browser. */
export async function bundle(options) {
  const { outputFiles } = await build({ bundle: true, minify: true, write: false, format: "esm", logLevel: "silent", ...options });
  return outputFiles[0].contents;
}

async function peer(name) {
  // Its whole module, since a rule may use any of its operators.
  const contents = `import * as all from ${JSON.stringify(name)}; globalThis.all = all;`;
  try {
    return { name, ...weigh(await bundle({ stdin: { contents, resolveDir: `${root}benches/peers` } })) };
  } catch {
    return { name, none: "a module for Node alone: no browser runs it" };
  }
}

export async function sizes() {
  const rows = [];
  for (const one of Object.entries(OURS)) rows.push(await ours(one));
  const names = new Set(PEERS.map((one) => one.package));
  for (const name of names) rows.push(await peer(name));
  const drawn = "survey-core with survey-js-ui, its renderer";
  const contents = `import { Model } from "survey-core"; import { renderSurvey } from "survey-js-ui"; globalThis.all = [Model, renderSurvey];`;
  rows.push({ name: drawn, ...weigh(await bundle({ stdin: { contents, resolveDir: `${root}benches/peers` } })) });
  return rows;
}
