// What the scripts of web/ share with other files: the time limit, the colours, and the glue that wasm-bindgen writes. Each is
// written in one place, and what repeats it elsewhere is held to it here. (The codes of errors are in described.test.mjs.)

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

import { PAIRS } from "../../web/element/contrast.js";
import { TIMEOUT } from "../../web/shared/timeout.js";
import { root } from "../support/server.mjs";

const text = (name) => readFile(`${root}${name}`, "utf8");
const tokens = await text("styles/tokens.css");

test("the documents and the style sheets name the time limit of the scripts", async () => {
  const seconds = TIMEOUT / 1000;
  const documents = (await readdir(`${root}docs`)).filter((name) => name.endsWith(".md"));
  const lines = (await Promise.all(documents.map((name) => text(`docs/${name}`)))).join("\n").split("\n");
  const about = lines.filter((line) => /E_TIMEOUT|^\| (U41|T10) /.test(line)).join("\n");
  const named = [...`${about}\n${await text("docs/embedding.md")}`.matchAll(/(\d+) (?:s|seconds)\b/g)].map(([, number]) => Number(number));
  assert.ok(named.length >= 4, named.join());
  assert.deepEqual([...new Set(named)], [seconds]);
  // The page without its first script says after the same time that it could not start.
  const [, delay] = /animation: ec-unstarted 0s (\d+)s/.exec(await text("styles/components/first-screens.css"));
  assert.equal(Number(delay), seconds);
});

test("the pairs of colours are those of the tokens", () => {
  const lines = [...tokens.matchAll(/^ {3}([\d.]+) +([\w-]+) +on {2}((?:[\w-]+ )*[\w-]+)/gm)];
  const listed = lines.flatMap(([, least, drawn, grounds]) => grounds.split(" ").map((ground) => [Number(least), drawn, ground]));
  assert.ok(listed.length > 30);
  assert.deepEqual(PAIRS, listed);
});

test("a page may set every colour in a frame, and no token that is not there", async () => {
  const frame = await text("web/frame/frame.js");
  const names = (list) => new RegExp(`const ${list} =\\s*/\\^--ec-(color-)?\\(\\?:([\\w|-]+)\\)\\$/;`).exec(frame);
  const [, prefix, colours] = names("COLOURS");
  const inTokens = new Set([...tokens.matchAll(/^ {2}--ec-([\w-]+):/gm)].map(([, name]) => name));
  const expected = [...inTokens].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  assert.deepEqual(colours.split("|").sort(), expected.sort());
  for (const name of names("LENGTHS")[2].split("|")) assert.ok(inTokens.has(name), name);
});

/** The exports of a module in web/build.d.ts, and for each class its members. */
function declared(types, module) {
  const [, body] = new RegExp(`^declare module "\\*/${module}" \\{\\n([\\s\\S]*?)^\\}`, "m").exec(types);
  const functions = [...body.matchAll(/^ {2}export (?:default )?function (\w+)/gm)].map(([line, name]) => [
    /default/.test(line) ? "default" : name,
  ]);
  const classes = [...body.matchAll(/^ {2}export class (\w+) \{\n([\s\S]*?)^ {2}\}/gm)].map(([, name, members]) => [
    name,
    ...[...members.matchAll(/^ {4}(?:private |static )?(\w+)\(/gm)].map(([, member]) => member).sort(),
  ]);
  return [...functions, ...classes].sort();
}

/** The same of a module as it is. What begins with `__` is for the glue alone. */
async function built(name) {
  const module = await import(`${root}dist/${name}`);
  const members = (value) =>
    [...Object.getOwnPropertyNames(value.prototype), ...Object.keys(Object.getOwnPropertyDescriptors(value))].filter(
      (member) => !/^(__.*|length|name|prototype)$/.test(member),
    );
  const isClass = (value) => String(value).startsWith("class");
  const all = Object.entries(module).filter(([exported]) => exported !== "initSync");
  return all.map(([exported, value]) => [exported, ...(isClass(value) ? members(value).sort() : [])]).sort();
}

for (const name of ["checker.js", "engine-wasm.js"]) {
  test(`the types of ${name} name what it exports`, async () => {
    assert.deepEqual(declared(await text("web/build.d.ts"), name), await built(name));
  });
}
